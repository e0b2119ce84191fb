"""Which figures sources give for one thing: plain ones of statements that affirm a fact, by claim and by contrast."""

from typing import Any

import attrs
import pytest

from claimtrack import Framing, Judgement, Link, Polarity, Record, Stance, StanceKind, Statement, Verdict
from claimtrack.claims import conflicting, given
from claimtrack.model import Certainty
from tests.support.building import claim, ledger, said

ABOUT = claim(label="C1")


def rows(*parts: list[Record] | Record) -> list[tuple[str, str, str]]:
    return list(given(ledger(*parts, about=ABOUT).view).rows)


def told(key: str, text: str, *chain: str, **fields: Any) -> list[Record]:
    return said(key, *(chain or ("person:brand",)), proposition=text, **fields)


def affirms(key: str, text: str) -> Statement:
    statement = told(key, text)[0]
    assert isinstance(statement, Statement)
    return statement


BRAND = told("S1", "The flood killed 12 people.")


def test_two_statements_of_one_claim_give_different_figures() -> None:
    assert rows(BRAND, told("S2", "Fourteen people were killed by the flood.", "person:oro")) == [
        ("Ilse Brand", "C1: people dead", "12"),
        ("Vesna Oro", "C1: people dead", "14"),
    ]


def test_the_source_is_the_innermost_speaker_else_the_outlet() -> None:
    second = told("S2", "The flood killed 14 people.", "doc:survey", "person:oro")
    third = said("S3", article="a2", proposition="The flood killed 15 people.")
    fourth = said("S4", "person:keeper", article="a3", certainty=Certainty.UNRESOLVED, proposition="The flood killed 16 people.")
    assert [source for source, _, _ in rows(BRAND, second, third, fourth)] == ["Ilse Brand", "Tidewire", "Valley Herald", "Vesna Oro"]


def test_several_who_speak_together_are_one_source() -> None:
    (statement, stance) = told("S2", "The flood killed 14 people.")
    assert isinstance(statement, Statement)
    together = attrs.evolve(statement, chain=[Link(holders=["person:oro", "person:keeper"])])
    assert ("Tam Keeper and Vesna Oro", "C1: people dead", "14") in rows(BRAND, [together, stance])


@pytest.mark.parametrize(
    "fields",
    [
        {"polarity": Polarity.DENY},
        {"polarity": Polarity.NEGATED},
        {"framing": Framing.FORECAST},
        {"framing": Framing.ATTRIBUTED_OPINION},
        {"stance": StanceKind.DENIES},
        {"stance": StanceKind.RELATED},
    ],
)
def test_what_does_not_affirm_a_fact_gives_no_figure(fields: dict[str, Any]) -> None:
    assert rows(BRAND, told("S2", "The flood killed 14 people.", "person:oro", **fields)) == []


@pytest.mark.parametrize(
    "text", ["The flood killed 10 to 14 people.", "The flood killed more than 14 people.", "The flood killed dozens of people."]
)
def test_a_range_or_an_open_figure_is_no_value_and_is_counted(text: str) -> None:
    found = given(ledger(BRAND, told("S2", text, "person:oro"), about=ABOUT).view)
    assert (found.rows, found.left_out) == ((), 1)


def test_an_approximate_figure_is_its_middle() -> None:
    assert ("Vesna Oro", "C1: people dead", "14") in rows(BRAND, told("S2", "The flood killed about 14 people.", "person:oro"))


def test_figures_of_other_things_are_kept_apart() -> None:
    found = rows(
        told("S1", "The flood killed 12 people and injured 40 people."),
        told("S2", "The flood killed 14 people and injured 50 people.", "person:oro"),
        told("S3", "The flood cost 3 million euros.", "person:keeper"),
    )
    assert found == [
        ("Ilse Brand", "C1: people dead", "12"),
        ("Ilse Brand", "C1: people hurt", "40"),
        ("Vesna Oro", "C1: people dead", "14"),
        ("Vesna Oro", "C1: people hurt", "50"),
    ]


def test_a_statement_with_two_figures_for_one_thing_gives_none() -> None:
    assert rows(BRAND, told("S2", "The flood killed 14 people, not 11 people dead.", "person:oro")) == []


SECOND = told("S2", "The flood killed 14 people.", "person:oro", stance=None)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Judgement(left="S2", right="claim:dam-leaks", verdict=Verdict.DIFFERENT, reasons=["forbidden: different figures: 12 and 14"]), 2),
        (Judgement(left="S2", right="S1", verdict=Verdict.DIFFERENT, reasons=["+1 words", "forbidden: different figures: 12 and 14"]), 2),
        (
            Judgement(
                left="S2", right="S1", verdict=Verdict.DIFFERENT, reasons=["forbidden: different days", "forbidden: different figures: a"]
            ),
            0,
        ),
        (Judgement(left="S2", right="S1", verdict=Verdict.DIFFERENT, reasons=["other floods"]), 0),
        (Stance(statement="S2", claim="claim:dam-leaks", kind=StanceKind.CONTRADICTS), 2),
        (Stance(statement="S2", claim="claim:dam-leaks", kind=StanceKind.LIMITS), 0),
    ],
)
def test_claims_that_only_their_figures_keep_apart_are_one_matter(link: Record, expected: int) -> None:
    own = [claim("claim:other", "The flood killed 14.", label="C2"), Stance(statement="S2", claim="claim:other", kind=StanceKind.SUPPORTS)]
    found = rows(BRAND, SECOND, own, link)
    assert len(found) == expected
    assert all(thing == "C1 / C2: people dead" for _, thing, _ in found)


def test_a_thing_of_which_one_source_speaks_is_left_out() -> None:
    assert rows(BRAND, told("S2", "The flood killed 14 people.")) == []


class TestConflicting:
    def test_figures_for_one_thing_that_cannot_both_be_right_are_told_least_first(self) -> None:
        told = [affirms("S1", "14 boats sank"), affirms("S2", "12 boats sank"), affirms("S3", "12 boats sank")]
        (found,) = conflicting(told)
        assert (found.about, found.given) == ("boats", (("12", ("S2", "S3")), ("14", ("S1",))))

    @pytest.mark.parametrize(
        "told",
        [
            ("12 boats sank", "twelve boats sank"),
            ("about 12 boats sank", "13 boats sank"),
            ("12 boats sank", "3 piers burned"),
            ("12 boats sank, then 14 boats sank", "12 boats sank"),
            ("12 boats sank",),
            (),
        ],
    )
    def test_figures_that_leave_room_for_each_other_are_none(self, told: tuple[str, ...]) -> None:
        assert conflicting(affirms(f"S{number}", words) for number, words in enumerate(told)) == ()

    def test_the_order_of_statements_does_not_matter(self) -> None:
        told = [affirms("S1", "14 boats sank"), affirms("S2", "12 boats sank"), affirms("S3", "9 boats sank")]
        assert conflicting(told) == conflicting(reversed(told))
