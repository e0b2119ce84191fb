"""Tests of what speaks for descent besides shared words, and of which text came first."""

from typing import Any

import pytest

from claimtrack.provenance.copies.evidence import EVIDENCE, Meeting, order, thirds
from claimtrack.provenance.copies.overlap import measured
from claimtrack.provenance.copies.texts import Reading
from tests.provenance.copies.building import FIRE, MARKET, text

PLAIN = "\n\n".join(FIRE).replace("\n\n", " ")


LONGER = f"{PLAIN} So it was."


def meeting(one: dict[str, Any], other: dict[str, Any], left: tuple[str, ...] = (PLAIN,), right: tuple[str, ...] = (LONGER,)) -> Meeting:
    first, second = text("one", *left, **one), text("other", *right, **other)
    return Meeting(first, second, measured(Reading(first), Reading(second)))


def evidence(found: Meeting) -> set[str]:
    return {row.name for row in EVIDENCE if row.told(found)}


KINDS = [
    ("credit", {"outlet": "outlet:wire", "names": ("Tidewire",)}, {"credits": ("Tidewire",)}),
    ("shared credit", {"credits": ("Tidewire",)}, {"credits": ("TIDEWIRE",)}),
    ("link", {"url": "https://tarn.example/fire"}, {"links": ("https://tarn.example/fire",)}),
    ("address", {"url": "https://tarn.example"}, {"url": "https://tarn.example"}),
    ("headline", {"title": "Chapel lost in ropeworks fire"}, {"title": "Chapel lost in the ropeworks fire"}),
    ("dates", {"published": "2031-03-04"}, {"published": "2031-03-06"}),
]


@pytest.mark.parametrize(("name", "one", "other"), KINDS)
def test_each_kind_of_evidence_is_found_from_either_side(name: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert evidence(meeting(one, other)) == evidence(meeting(other, one)) == {name}


def test_shared_words_alone_in_one_paragraph_are_no_second_evidence() -> None:
    assert evidence(meeting({}, {})) == set()


def test_own_words_in_two_paragraphs_are() -> None:
    assert evidence(meeting({}, {}, FIRE[:2], FIRE[:3])) == {"paragraphs"}


def test_the_same_text_letter_for_letter_is() -> None:
    assert evidence(meeting({}, {}, right=(PLAIN,))) == {"identical"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"published": "2031-03-04"}, {"published": "2031-03-14"}),
        ({"published": "2031-03"}, {"published": "2031-03"}),
        ({"published": "2031-03-04"}, {}),
        ({"title": "Fire news"}, {"title": "Fire news"}),
        ({"title": "Chapel lost in ropeworks fire"}, {"title": "Chapel roof sold for ropeworks"}),
        ({"credits": ("Tidewire",)}, {"credits": ("Harbour Post",)}),
        ({"url": ""}, {"links": ("",)}),
    ],
)
def test_what_is_no_evidence(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert evidence(meeting(one, other)) == set()


def test_dates_close_together_count_only_where_much_is_shared() -> None:
    days = {"published": "2031-03-04"}
    assert "dates" not in evidence(meeting(days, days, (*FIRE, *MARKET), (FIRE[0], *(sentence[::-1] for sentence in MARKET * 2))))


def test_both_crediting_one_of_the_two_is_no_third() -> None:
    found = meeting({"outlet": "outlet:wire"}, {"credits": ("outlet:wire",)})
    assert thirds(found.one, found.other) == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"names": ("Tidewire",)}, {"credits": ("Tidewire",)}, "other credits one"),
        ({"url": "https://tarn.example"}, {"links": ("https://tarn.example",)}, "other links to one"),
        ({"published": "2031-03-04"}, {"published": "2031-03-05"}, "other was published 1 day later"),
        ({"published": "2031-03"}, {"published": "2031-05"}, "other was published some time later"),
        ({}, {}, ""),
    ],
)
def test_credit_link_and_date_tell_the_order(one: dict[str, Any], other: dict[str, Any], told: str) -> None:
    found = order(meeting(one, other))
    assert (found.forward, found.told) == (True, told)
    back = order(meeting(other, one))
    assert (back.forward, back.told) == (not told, told.replace("one", "x").replace("other", "one").replace("x", "other"))


def test_a_credit_outweighs_a_date() -> None:
    found = order(meeting({"names": ("Tidewire",), "published": "2031-03-05"}, {"credits": ("Tidewire",), "published": "2031-03-04"}))
    assert found.told == "other credits one"


def test_what_stands_whole_in_a_longer_text_came_after_it() -> None:
    found = order(meeting({}, {}, FIRE, FIRE[:2]))
    assert found.forward
    assert found.told == "nearly all of other stands in one, which is longer"
