"""Tests of one claim in full."""

from __future__ import annotations

import pytest

from claimtrack import Judgement, Maker, Report, Speaker, Stance, UnknownNameError, Verdict
from claimtrack.model import DerivationKind, Framing, MakerKind, SpeakerKind, StanceKind
from claimtrack.reports import explain, explain_flag
from claimtrack.reports.folding import columns
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import article, cites, claim, descends, report, said

MATCHER = Maker(name="a matcher", kind=MakerKind.SOFTWARE)
BRAND = said("S1", "person:brand", proposition="Brand: it leaks.")


def explained(found: Report, width: int = 100) -> str:
    """The first claim of a report in full."""
    return explain(found.claims[0], found, width)


def section(text: str, title: str) -> list[str]:
    """The lines under a title."""
    lines = text.splitlines()
    start = lines.index(title) + 1
    return lines[start : lines.index("", start)] if "" in lines[start:] else lines[start:]


def test_statements_stand_under_what_they_do_to_the_claim() -> None:
    found = explained(
        report(BRAND, said("S2", "person:oro", stance=StanceKind.DENIES), said("S3", "gov:dam", stance=StanceKind.DISPUTES_SOURCE))
    )
    assert section(found, "Who says so") == [
        "  S1  supports, indirect, attributed-fact: Harbour Post > Ilse Brand",
        "      Brand: it leaks.",
    ]
    assert section(found, "Against it") == ["  S2  denies, indirect, attributed-fact: Harbour Post > Vesna Oro"]
    assert section(found, "What else bears on it") == ["  S3  disputes-source, indirect, attributed-fact: Harbour Post > the Dam Office"]


def test_what_joins_the_parts_of_a_claim_is_told_with_its_reasons() -> None:
    second = said("S2", article="a2", stance=None, proposition="Water seeps through.")
    third = said("S3", article="a3", stance=None)
    joined = [
        Judgement(left="S3", right="S2", verdict=Verdict.SAME, maker=Maker(name="Ida Voss")),
        Judgement(left="S2", right="claim:dam-leaks", verdict=Verdict.SAME, score=0.934, reasons=["+2.0 words"], maker=MATCHER),
    ]
    assert section(explained(report(BRAND, second, third, joined)), "Joined by") == [
        "  S2 = S3  by Ida Voss",
        "  S2 = claim:dam-leaks  score 0.93  by a matcher",
        "      +2.0 words",
    ]


@pytest.mark.parametrize("verdict", [Verdict.UNSURE, Verdict.DIFFERENT])
def test_what_joins_nothing_is_not_told_to_join(verdict: Verdict) -> None:
    other = said("S2", article="a2", stance=None)
    assert "Joined by" not in explained(report(BRAND, other, Judgement(left="S2", right="claim:dam-leaks", verdict=verdict)))


def test_what_joins_other_claims_is_not_told() -> None:
    others = [*said("S2", article="a2", stance=None), *said("S3", article="a3", stance=None)]
    found = report(BRAND, others, Judgement(left="S2", right="S3", verdict=Verdict.SAME))
    told = {each.claim.key: "Joined by" in explain(each, found) for each in found.claims}
    assert told == {"claim:dam-leaks": False, "S2": True}


def test_the_note_of_a_denial_stands_under_it_with_its_maker() -> None:
    denied = [
        *said("S2", "person:oro", stance=None, proposition="Oro: it does not."),
        Stance(statement="S2", claim="claim:dam-leaks", kind=StanceKind.DENIES, note="possibly: denies it", maker=MATCHER),
        Stance(statement="S2", claim="claim:other", kind=StanceKind.DENIES, note="denies something else", maker=MATCHER),
    ]
    assert section(explained(report(BRAND, denied)), "Against it") == [
        "  S2  denies, indirect, attributed-fact: Harbour Post > Vesna Oro",
        "      Oro: it does not.",
        "      a matcher: possibly: denies it",
    ]


def test_bounds_come_with_their_lines_and_their_cut() -> None:
    found = explained(report(BRAND, said("S2", article="a2")))
    assert section(found, "Independent origins: 1..2") == [
        "  at least 1",
        "      Ilse Brand > Harbour Post",
        "  at most 2: nothing gets past",
        "      Ilse Brand",
        "      Valley Herald in its own voice",
        "  everything on record rests on Ilse Brand",
    ]


def test_an_actor_in_the_cut_is_told_to_be_one() -> None:
    found = explained(report(said("S1", "person:keeper"), said("S2", "gov:dam", article="a2")))
    assert "      the Dam Office (as an actor)" in found


def test_a_circle_is_shown_as_a_circle() -> None:
    around = [cites("outlet:valley", "outlet:wire"), cites("outlet:wire", "outlet:valley")]
    found = explained(report(said("S1", "outlet:valley"), *around))
    assert "  circular: Valley Herald > Tidewire > Valley Herald" in found


def test_what_is_not_counted_is_listed_with_the_why() -> None:
    opinion = said("S2", "person:oro", framing=Framing.ATTRIBUTED_OPINION)
    found = explained(report(BRAND, opinion, descends("a1", "a3", DerivationKind.REWRITE)))
    assert section(found, "Not counted") == [
        "  S2: attributed-opinion gives no origin to a claim of fact",
        "  a1: rewrite of a3, counted with it",
    ]


def test_sections_with_nothing_in_them_are_left_out() -> None:
    found = explained(report())
    for title in ("Who says so", "Against it", "Flags", "Not counted", "What would raise the bound"):
        assert f"\n{title}\n" not in found


def test_denials_on_record_have_bounds_of_their_own() -> None:
    found = explained(report(BRAND, said("S2", "person:oro", stance=StanceKind.DENIES)))
    assert section(found, "Independent denials on record")[:2] == ["  at least 1", "      Vesna Oro > Harbour Post"]


def test_a_link_is_left_whole_and_all_else_fits() -> None:
    link = "https://harbour.example/" + "a" * 90
    found = explained(report(article("a1", url=link), BRAND, about=claim(wording="The dam leaks " * 20)), 40)
    assert f"      {link}" in found.splitlines()
    assert all(columns(line) <= 40 or " " not in line.strip() for line in found.splitlines())


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_seeds_fit_the_window(width: int, seeds: Report) -> None:
    for one in seeds.claims:
        assert all(columns(line) <= width or " " not in line.strip() for line in explain(one, seeds, width).splitlines())


@pytest.mark.parametrize("name", ["single-source", "CT101", "ct101", "Single-Source"])
def test_a_flag_is_explained_by_name_or_code_in_any_case(name: str) -> None:
    found = report(BRAND)
    assert explain_flag(found.claims[0], name, found).splitlines() == [
        "claim:dam-leaks  The dam leaks.",
        "CT101 single-source: one origin on record: Ilse Brand",
        "  S1  Harbour Post > Ilse Brand: Brand: it leaks.",
        "Cleared by: a second origin on record that shares no actor with the first and does not come through",
        "    the same document or outlet",
    ]


def test_evidence_that_is_no_statement_goes_by_its_name() -> None:
    found = report(BRAND)
    assert "  a1  Harbour Post" in explain_flag(found.claims[0], "single-carrier", found).splitlines()


def test_a_flag_that_is_not_raised_is_said_not_to_be() -> None:
    found = report(BRAND)
    with pytest.raises(UnknownNameError, match="no flag on claim:dam-leaks called 'hedged'"):
        explain_flag(found.claims[0], "hedged", found)


@pytest.mark.parametrize("text", SOME)
def test_no_hostile_text_gets_through(text: str) -> None:
    word = printable(text) or "x"
    person = Speaker(key="person:brand", name=word, kind=SpeakerKind.PERSON)
    found = report(person, said("S1", "person:brand", proposition=word, note=word), about=claim(wording=word, label=word))
    assert controls(explained(found)) == set()
    assert controls(explain_flag(found.claims[0], "CT101", found)) == set()
