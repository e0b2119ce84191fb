"""What the page shows of one claim."""

from __future__ import annotations

import pytest

from claimtrack import Claim, Judgement, Record, Verdict
from claimtrack.model import StanceKind
from claimtrack.reports.page.blocks import Block, block, consecutive, origins
from claimtrack.reports.page.places import Places, Ref
from tests.support.building import CLAIM, article, claim, descends, rated, report, said


def shown(*parts: Record | list[Record]) -> Block:
    """The block of the one claim of a small ledger."""
    found = report(*parts)
    return block(found.claims[0], Places(found), None)


@pytest.mark.parametrize(
    ("bounds", "words"), [("0", "none"), ("2", "2"), ("0..2", "0 to 2"), ("1+..3", "1 or more to 3"), ("12..20", "12 to 20")]
)
def test_bounds_are_put_in_words(bounds: str, words: str) -> None:
    assert origins(bounds) == words


def test_who_says_so_goes_from_the_outlet_inwards_and_leads_to_the_article() -> None:
    (found,) = shown(said("S1", "doc:survey", "person:brand")).pro
    assert found.steps == (Ref("Harbour Post", "a-a1"), Ref("the dam survey"), Ref("Ilse Brand"))
    assert found.ref == Ref("S1", "s-S1")


def test_denials_stand_beside_support_and_the_rest_apart() -> None:
    parts = [said("S1", "person:brand"), said("S2", "person:oro", stance=StanceKind.DENIES), said("S3", stance=StanceKind.LIMITS)]
    found = shown(*parts)
    assert [each.ref.text for each in found.pro] == ["S1"]
    assert [(each.ref.text, each.stance) for each in found.contra] == [("S2", "denies it")]
    assert [(each.ref.text, each.stance) for each in found.beside] == [("S3", "limits it")]
    assert found.disputed
    assert found.denial is not None
    assert found.denial.told == (("Vesna Oro", "Harbour Post"),)


def test_words_that_are_those_of_the_claim_are_not_said_twice() -> None:
    found = shown(said("S1", "person:brand", proposition="the dam leaks"), said("S2", "person:oro", proposition="Water comes through."))
    assert [each.words for each in found.pro] == ["", "Water comes through."]


def test_every_other_wording_of_the_joined_records_is_shown() -> None:
    other = Claim(key="claim:drips", wording="The dam drips.")
    found = shown(said("S1"), other, [Judgement(left=CLAIM, right=other.key, verdict=Verdict.SAME)])
    assert found.others == ("The dam leaks.",) or found.others == ("The dam drips.",)


def test_flags_have_links_to_their_evidence() -> None:
    raised = {flag.name: flag for flag in shown(said("S1", "person:brand")).flags}
    assert raised["single-source"].evidence == (Ref("S1", "s-S1"),)
    assert raised["single-carrier"].evidence == (Ref("Harbour Post", "a-a1"),)


def test_a_flag_that_rests_on_all_that_say_so_does_not_repeat_their_links() -> None:
    raised = {flag.name: flag for flag in shown(said("S1", "person:brand"), said("S2", "person:brand")).flags}
    assert (raised["single-source"].by_all, raised["single-source"].evidence) == (True, ())
    assert not raised["single-carrier"].by_all


def test_what_one_says_in_one_article_is_put_together() -> None:
    found = shown(said("S1", "person:brand"), said("S2", "person:brand"), said("S3", "person:oro")).pro
    assert [[each.ref.text for each in voice] for voice in consecutive(found)] == [["S1", "S2"], ["S3"]]


def test_grades_are_put_in_words_with_their_rules() -> None:
    graded = shown(said("S1", "person:brand"), [rated("person:brand", "B")]).grades[1]
    assert (graded.mark, graded.letters, graded.digit) == ("B2", "source usually reliable", "good sourcing")
    assert graded.rule


def test_sources_without_a_rating_are_told_in_one_line() -> None:
    found = shown(said("S1", "person:brand"), [rated("outlet:harbour", "C")])
    assert found.graded == ("Harbour Post: C, from C by the Reading Circle", "nobody rated Ilse Brand")


def test_what_is_not_counted_is_told_with_its_reason() -> None:
    found = shown(article("a2", "outlet:valley"), said("S1"), said("S2", article="a2"), [descends("a2", "a1")])
    assert (Ref("Valley Herald", "a-a2"), "undeclared copy of Harbour Post, counted with it") in found.left_out


def test_lines_are_told_with_the_cut_that_nothing_gets_past() -> None:
    lines = shown(said("S1", "person:brand")).support
    assert (lines.least, lines.told) == ("At least 1", (("Ilse Brand", "Harbour Post"),))
    assert (lines.most, lines.cut) == ("At most 1: nothing gets past", ("Ilse Brand",))


def test_a_claim_without_a_line_says_so() -> None:
    assert shown(claim()).support.least == "No line on record"
