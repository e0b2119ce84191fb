"""Tests of stances that give way: no program has two statements bear alike on one claim that a person judged different."""

from __future__ import annotations

from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Claim, Claims, Judgement, Ledger, Maker, MakerKind, Record, Stance, StanceKind, Verdict
from claimtrack.testing import judgements, stances
from tests.model.test_claims import said

ADA = Maker(name="Ada")
READER = Maker(name="reader", kind=MakerKind.SOFTWARE)
SAID, CLAIMED = ("S1", "S2", "S3", "S4"), ("claim:ferry", "claim:quay")
THINGS: list[Record] = [*(said(key) for key in SAID), *(Claim(key=key, wording=key) for key in CLAIMED)]
MAKERS = st.sampled_from((ADA, READER, None))
STANCES = st.lists(stances(statement=st.sampled_from(SAID), claim=st.sampled_from(CLAIMED), note=st.just(""), maker=MAKERS), max_size=6)
JUDGED = st.lists(judgements(st.sampled_from((*SAID, *CLAIMED)), reasons=st.just(()), maker=MAKERS), max_size=5)


def supports(statement: str, maker: Maker | None = READER, kind: StanceKind = StanceKind.SUPPORTS) -> Stance:
    return Stance(statement=statement, claim="claim:ferry", kind=kind, maker=maker)


def judged(left: str, right: str, verdict: Verdict = Verdict.DIFFERENT, maker: Maker = ADA) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, maker=maker)


def bearing(*records: Record) -> set[str]:
    """The statements that bear on the ferry's claim."""
    found = Claims(Ledger([*THINGS, *records]).view).all
    return {each.statement for claim in found if "claim:ferry" in claim.members for each in claim.bearings}


def test_two_statements_judged_different_both_leave_a_claim_that_a_program_put_them_in() -> None:
    given = [supports(key) for key in ("S1", "S2", "S3")]
    assert bearing(*given) == {"S1", "S2", "S3"}
    assert bearing(*given, judged("S1", "S2")) == {"S3"}


@pytest.mark.parametrize("firm", [[supports("S1", ADA)], [judged("S1", "claim:ferry", Verdict.SAME)]])
def test_what_a_person_put_in_the_claim_stays_and_the_other_goes(firm: list[Record]) -> None:
    assert bearing(*firm, supports("S2"), judged("S1", "S2")) == {"S1"}


def test_what_is_judged_different_from_the_claim_itself_goes() -> None:
    assert bearing(supports("S1"), judged("S1", "claim:ferry")) == set()


def test_a_difference_follows_what_is_the_same() -> None:
    assert bearing(supports("S1"), supports("S2"), judged("S1", "S3", Verdict.SAME), judged("S3", "S2")) == set()


def test_what_nobody_signed_is_no_programs_and_stays() -> None:
    assert bearing(supports("S1", None), supports("S2", None), judged("S1", "S2")) == {"S1", "S2"}
    assert bearing(supports("S1", None), supports("S2"), judged("S1", "S2")) == {"S1"}


def test_a_person_may_have_different_statements_bear_on_one_claim() -> None:
    assert bearing(supports("S1", ADA), supports("S2", ADA), judged("S1", "S2")) == {"S1", "S2"}


def test_support_and_denial_are_different_and_both_stay() -> None:
    assert bearing(supports("S1"), supports("S2", kind=StanceKind.DENIES), judged("S1", "S2")) == {"S1", "S2"}


def test_what_gave_way_is_told_with_its_records() -> None:
    given = [supports("S1"), supports("S2"), judged("S1", "S2")]
    (conflict,) = Claims(Ledger([*THINGS, *given]).view).conflicts
    assert conflict.kind == "judgement"
    assert set(conflict.records) == {record.id for record in given}


@given(STANCES, JUDGED)
def test_no_program_has_two_bear_alike_that_were_judged_different(held: list[Stance], found: list[Judgement]) -> None:
    view = Ledger([*THINGS, *held, *found]).view
    by_person = {(each.statement, each.kind) for each in held if each.maker == ADA}
    for claim in Claims(view).all:
        shown = {(each.statement, each.kind) for each in claim.bearings if each.statement not in claim.members} - by_person
        for judgement in found:
            for kind in (StanceKind.SUPPORTS, StanceKind.DENIES):
                both = {(judgement.left, kind), (judgement.right, kind)}
                assert judgement.verdict is not Verdict.DIFFERENT or not both <= shown


@given(STANCES, JUDGED, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(held: list[Stance], found: list[Judgement], dice: Random) -> None:
    records: list[Record] = [*THINGS, *held, *found]
    shuffled = records * 2
    dice.shuffle(shuffled)
    assert Claims(Ledger(shuffled).view).all == Claims(Ledger(records).view).all


@given(STANCES, JUDGED)
def test_without_differences_nothing_gives_way(held: list[Stance], found: list[Judgement]) -> None:
    kept = [attrs.evolve(each, verdict=Verdict.SAME) for each in found]
    claims = Claims(Ledger([*THINGS, *held, *kept]).view)
    assert not [conflict for conflict in claims.conflicts if "set aside" in conflict.detail]
