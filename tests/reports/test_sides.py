"""Tests of two things side by side: what is told of each, at any width, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Article, Ledger, Notice, NoticeKind, Polarity, Post, Record, Speaker, SpeakerKind, StanceKind
from claimtrack.reports import bill, side_by_side
from claimtrack.reports.folding import columns
from claimtrack.testing import coherent_ledgers
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import article, claim, ledger, said

URL = "https://harbour.example/dam"
LEAKS = said("S1", "doc:survey", "person:brand", proposition="Water comes through the dam.")
HOLDS = said("S2", article="a2", stance=StanceKind.DENIES, polarity=Polarity.DENY, proposition="The dam is tight.")


def shown(left: str, right: str, *records: Record | Iterable[Record], width: int = 80) -> str:
    return side_by_side(left, right, ledger(*_apart(records)).view, width)


def _apart(records: tuple[Record | Iterable[Record], ...]) -> list[Record | Iterable[Record]]:
    """The two statements, unless others of their keys are given."""
    given = {getattr(each, "key", "") for part in records for each in ([part] if isinstance(part, Record) else part)}
    return [*(told for key, told in (("S1", LEAKS), ("S2", HOLDS)) if key not in given), *records]


class TestWhatIsTold:
    def test_of_a_statement_who_says_it_where_how_and_what(self) -> None:
        text = shown("S1", "S2", width=200)
        for part in ("S1", "Harbour Post, date unknown", "Harbour Post > the dam survey > Ilse Brand", "body, indirect, attributed-fact"):
            assert part in text
        assert "Water comes through the dam." in text
        assert "body, authorial, reported-fact, deny" in text

    def test_of_a_claim_its_wording_and_who_bears_on_it(self) -> None:
        text = shown("claim:dam-leaks", "claim:other", claim("claim:other", "It holds.", label="C2", times=["2021"]), width=200)
        assert "The dam leaks." in text
        assert "- supports: Harbour Post > the dam survey > Ilse Brand" in text
        assert "- denies: Valley Herald" in text
        assert "claim C2: fact, 2021" in text

    def test_of_a_speaker_other_names_posts_actors_and_what_it_says(self) -> None:
        named = Speaker(
            key="person:brandt",
            name="I. Brandt",
            kind=SpeakerKind.PERSON,
            aliases=["Engineer Brandt"],
            posts=[Post(title="engineer", organization="Dam Office")],
            acts_for=["gov:dam"],
        )
        text = shown("person:brand", "person:brandt", named, width=200)
        for part in ("Ilse Brand", "also: Engineer Brandt", "engineer, Dam Office", "acts for the Dam Office", "speaker: person"):
            assert part in text
        assert "- Harbour Post: Water comes through the dam." in text

    def test_of_an_article_its_outlet_authors_notices_and_address(self) -> None:
        noticed = article("a1", url=URL, authors=["Ida Voss"], length=2_400, notices=[Notice(kind=NoticeKind.CREDIT, cites=["Tidewire"])])
        text = shown("a1", "a2", noticed, width=200)
        for part in ("On a1", "Harbour Post, date unknown", "by Ida Voss", "credit: Tidewire", "2,400 characters", URL):
            assert part in text

    def test_a_statement_can_be_opened_on_its_page(self) -> None:
        assert URL in shown("S1", "S2", article("a1", url=URL)).splitlines()

    def test_an_address_that_no_browser_should_open_is_left_out(self) -> None:
        assert "javascript" not in shown("a1", "a2", article("a1", url="javascript:alert(1)"))

    def test_a_key_that_leads_nowhere_is_said_to(self) -> None:
        assert "not among the records" in shown("S1", "S9")


class TestWidth:
    @given(coherent_ledgers(), st.integers(20, 120))
    def test_no_line_is_wider_than_the_window(self, given: Ledger, width: int) -> None:
        for line in side_by_side("S0", "S1", given.view, width).splitlines():
            assert columns(line) <= width

    def test_the_sides_stand_beside_each_other_paragraph_by_paragraph(self) -> None:
        (line,) = (line for line in shown("S1", "S2").splitlines() if "The dam is tight." in line)
        assert line.startswith("Water comes through the dam.")

    def test_in_a_narrow_window_one_stands_under_the_other(self) -> None:
        text = shown("S1", "S2", width=40)
        assert " | " not in text
        assert text.index("left:") < text.index("Water") < text.index("right:") < text.index("tight")

    def test_wide_characters_leave_the_middle_where_it_is(self) -> None:
        wide = said("S1", "person:brand", proposition="宽" * 30)
        marks = {columns(line[: line.index(" | ")]) for line in shown("S1", "S2", wide).splitlines() if " | " in line}
        assert len(marks) == 1


@pytest.mark.parametrize("words", SOME)
def test_nothing_reaches_the_terminal_that_would_do_something_to_it(words: str) -> None:
    words = printable(words).strip() or "-"
    hostile = [*said("S1", "person:brand", proposition=words), Article(key="a1", outlet="outlet:harbour", title=words, authors=[words])]
    person = Speaker(key="person:brand", name=words, kind=SpeakerKind.PERSON, aliases=[words])
    for left, right in (("S1", "S2"), ("a1", "a2"), ("person:brand", "person:oro")):
        assert controls(side_by_side(left, right, ledger(HOLDS, hostile, person).view, 80)) == set()
    assert controls(bill(0.5, (words,), 80)) == set()


def test_a_bill_is_the_score_and_a_line_a_reason_folded_under_its_beginning() -> None:
    assert bill(0.755, ("one boat", "two names that begin alike"), 24) == "score 0.76\n  - one boat\n  - two names that begin\n    alike\n"
    assert bill(None, ()) == "score not given\n"
