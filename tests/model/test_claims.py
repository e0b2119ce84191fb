"""Tests of claims: what is joined to one, and what bears on it."""

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import (
    Anchor,
    Bearing,
    Claim,
    ClaimKind,
    Claims,
    Framing,
    Judgement,
    Ledger,
    Maker,
    MakerKind,
    Period,
    Record,
    Stance,
    StanceKind,
    Statement,
    Verdict,
    Voice,
)
from claimtrack.testing import adversarial_ledgers, coherent_ledgers

ADA = Maker(name="Ada")
READER = Maker(name="reader", kind=MakerKind.SOFTWARE)


def said(key: str, proposition: str = "") -> Statement:
    anchor = Anchor(start=0, end=9)
    return Statement(key=key, article="a", anchor=anchor, voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT, proposition=proposition)


def stance(statement: str, claim: str, kind: StanceKind = StanceKind.SUPPORTS, maker: Maker | None = None) -> Stance:
    return Stance(statement=statement, claim=claim, kind=kind, maker=maker)


def same(left: str, right: str) -> Judgement:
    return Judgement(left=left, right=right, verdict=Verdict.SAME, maker=ADA)


def claims(*records: Record) -> Claims:
    return Claims(Ledger(records).view)


def test_a_claim_record_is_a_claim_by_itself() -> None:
    (claim,) = claims(Claim(key="c", wording="The dam leaks", label="C1", subjects=["dam"], note="n")).all
    assert (claim.key, claim.wording, claim.label, claim.note) == ("c", "The dam leaks", "C1", "n")
    assert (claim.members, claim.subjects) == (("c",), ("dam",))
    assert claim.bearings == ()


def test_claims_judged_the_same_are_one_with_all_their_kinds_and_times() -> None:
    one = Claim(key="c2", wording="It leaks", label="C1", times=["2021"])
    other = Claim(key="c1", wording="It does", kinds=[ClaimKind.OPINION], times=["2020"])
    (claim,) = claims(one, other, same("c1", "c2"), said("S"), stance("S", "c2")).all
    assert (claim.key, claim.wording, claim.label) == ("c1", "It leaks", "C1")
    assert claim.kinds == (ClaimKind.FACT, ClaimKind.OPINION)
    assert claim.times == (Period.parse("2020"), Period.parse("2021"))
    assert claim.bearings == (Bearing("S", StanceKind.SUPPORTS),)


def test_statements_judged_the_same_are_a_claim_without_a_record() -> None:
    (claim,) = claims(said("S2"), said("S1", "the dam leaks"), same("S1", "S2")).all
    assert (claim.key, claim.wording, claim.kinds) == ("S1", "the dam leaks", (ClaimKind.FACT,))
    assert claim.bearing(StanceKind.SUPPORTS) == ("S1", "S2")


def test_what_anybody_puts_forward_as_fact_is_one_however_many_hold_it_as_an_opinion() -> None:
    held = [attrs.evolve(said(key), framing=Framing.AUTHOR_OPINION) for key in ("S2", "S3", "S4")]
    joined = [same("S1", statement.key) for statement in held]
    assert claims(said("S1"), *held, *joined).all[0].kinds == (ClaimKind.FACT,)
    assert claims(*held, same("S2", "S3"), same("S2", "S4")).all[0].kinds == (ClaimKind.OPINION,)


def test_a_claim_of_statements_without_words_is_called_by_its_key() -> None:
    assert claims(said("S2"), said("S1"), same("S1", "S2")).all[0].wording == "S1"


def test_a_statement_joined_to_a_claim_supports_it_unless_a_stance_says_else() -> None:
    joined = [same("S1", "c"), same("S2", "c"), stance("S2", "c", StanceKind.DENIES)]
    (claim,) = claims(Claim(key="c", wording="C"), said("S1"), said("S2"), *joined).all
    assert claim.bearings == (Bearing("S1", StanceKind.SUPPORTS), Bearing("S2", StanceKind.DENIES))


def test_a_persons_stance_stands_before_a_programs() -> None:
    both = [stance("S", "c", StanceKind.SUPPORTS, READER), stance("S", "c", StanceKind.LIMITS, ADA)]
    found = claims(Claim(key="c", wording="C"), said("S"), *both)
    assert found.all[0].bearings == (Bearing("S", StanceKind.LIMITS),)
    assert found.conflicts == ()


def test_supporting_and_denying_at_once_is_a_conflict_and_both_are_shown() -> None:
    found = claims(Claim(key="c", wording="C"), said("S"), stance("S", "c"), stance("S", "c", StanceKind.DENIES))
    assert [bearing.kind for bearing in found.all[0].bearings] == [StanceKind.DENIES, StanceKind.SUPPORTS]
    assert [conflict.kind for conflict in found.conflicts] == ["stance"]


def test_contradicting_judgements_are_among_the_conflicts() -> None:
    parted = Judgement(left="c", right="d", verdict=Verdict.DIFFERENT, maker=ADA)
    found = claims(Claim(key="c", wording="C"), Claim(key="d", wording="D"), same("c", "d"), parted)
    assert [claim.key for claim in found.all] == ["c", "d"]
    assert [conflict.kind for conflict in found.conflicts] == ["judgement"]


def test_a_stance_of_a_missing_statement_or_claim_changes_nothing() -> None:
    found = claims(Claim(key="c", wording="C"), said("S"), stance("missing", "c"), stance("S", "missing"))
    assert found.all[0].bearings == ()
    assert found.unclaimed == ("S",)


def test_judgements_on_unknown_keys_make_no_claim() -> None:
    assert claims(same("x", "y")).all == ()


def test_labelled_claims_come_first() -> None:
    found = claims(Claim(key="a", wording="A"), Claim(key="b", wording="B", label="C2"), Claim(key="c", wording="C", label="C1"))
    assert [claim.key for claim in found.all] == ["c", "b", "a"]


@given(st.one_of(coherent_ledgers(), adversarial_ledgers()))
def test_every_claim_record_and_every_statement_has_its_place(ledger: Ledger) -> None:
    view = ledger.view
    found = Claims(view)
    members: list[Any] = [key for claim in found.all for key in claim.members]
    assert len(members) == len(set(members))
    assert view.claims.keys() <= set(members)
    used = {bearing.statement for claim in found.all for bearing in claim.bearings}
    assert used | set(found.unclaimed) == view.statements.keys()
    assert used.isdisjoint(found.unclaimed)
    assert Claims(Ledger([*ledger]).view).all == found.all


def test_a_persons_same_stands_before_a_programs_contradiction() -> None:
    contradicts = Stance(statement="S2", claim="S1", kind=StanceKind.CONTRADICTS, maker=READER)
    told = Ledger([said("S1"), said("S2"), contradicts])
    same = Judgement(left="S1", right="S2", verdict=Verdict.SAME, maker=ADA)
    before, after = (next(c for c in Claims(each.view).all if "S1" in c.members) for each in (told, told | Ledger([same])))
    assert before.bearing(StanceKind.CONTRADICTS) == ("S2",)
    assert after.bearing(StanceKind.SUPPORTS) == ("S1", "S2")
    assert after.bearing(StanceKind.CONTRADICTS) == ()
