"""Tests of the queue of proposed matches: it asks what is open, in order, and never what follows."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.judging import Proposal, Queue, proposals
from claimtrack.model import Claims, DerivationKind, Judgement, Maker, MakerKind, Record, Stance, StanceKind, Verdict, join
from claimtrack.testing import judgements
from tests.support.building import claim, descends, ledger, said

ADA = Maker(name="Ada")
MATCHER = Maker(name="matcher", kind=MakerKind.SOFTWARE, version="2")
KEYS = ("S1", "S2", "S3", "S4", "S5")
SAID = [each for key in KEYS for each in said(key, stance=None)]
DRAWN = judgements(st.sampled_from(KEYS), reasons=st.just(()), maker=st.sampled_from((ADA, MATCHER)))
SEVERAL = st.lists(DRAWN, max_size=10)
PEOPLES = st.lists(judgements(st.sampled_from(KEYS), score=st.none(), reasons=st.just(()), maker=st.just(ADA)), max_size=5)
PROPOSED = st.lists(
    judgements(st.sampled_from(KEYS), verdict=st.just(Verdict.UNSURE), reasons=st.just(()), maker=st.just(MATCHER)), max_size=10
)
ANSWERS = st.lists(st.sampled_from((*Verdict, None)), max_size=8)


def judged(left: str, right: str, verdict: Verdict = Verdict.UNSURE, maker: Maker | None = MATCHER, **fields: Any) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, maker=maker, **fields)


def supports(statement: str, maker: Maker) -> Stance:
    return Stance(statement=statement, claim="claim:dam-leaks", kind=StanceKind.SUPPORTS, maker=maker)


def queue(*records: Record) -> Queue:
    return Queue(ledger(SAID, records).view)


def asked(*records: Record) -> list[tuple[str, str]]:
    return [(proposal.left, proposal.right) for proposal in queue(*records).open]


def go_through(queue: Queue, answers: list[Verdict | None]) -> list[Proposal]:
    """Give the answers one after the other, None for a skip; what was asked."""
    seen = []
    for verdict in answers:
        if (proposal := queue.first) is None:
            break
        seen.append(proposal)
        if verdict is None:
            queue.skip(proposal)
        else:
            queue.answer(proposal, proposal.judged(verdict, ADA))
    return seen


class TestOrder:
    def test_the_most_sure_comes_first_then_by_key_and_last_what_has_no_score(self) -> None:
        found = asked(judged("S1", "S2"), judged("S4", "S5", score=0.5), judged("S2", "S3", score=0.5), judged("S3", "S4", score=0.9))
        assert found == [("S3", "S4"), ("S2", "S3"), ("S4", "S5"), ("S1", "S2")]

    def test_what_several_programs_propose_is_asked_once_with_the_reasons_of_each(self) -> None:
        other = Maker(name="namer", kind=MakerKind.SOFTWARE)
        (proposal,) = queue(
            judged("S1", "S2", score=0.4, reasons=["one day"]), judged("S2", "S1", maker=other, score=0.7, reasons=["one boat"])
        ).open
        assert proposal == Proposal(left="S1", right="S2", score=0.7, reasons=("namer: one boat", "matcher: one day"))

    @given(SEVERAL, st.randoms(use_true_random=False))
    def test_the_order_of_records_does_not_matter(self, found: list[Judgement], dice: Random) -> None:
        assert queue(*dice.sample(found, len(found)), *found).open == queue(*found).open


class TestWhatIsAsked:
    @pytest.mark.parametrize(
        ("left", "right"), [("claim:dam-leaks", "claim:new"), ("person:brand", "person:oro"), ("a1", "a2"), ("S1", "claim:new")]
    )
    def test_claims_speakers_and_articles_are_asked_about_like_statements(self, left: str, right: str) -> None:
        assert asked(claim("claim:new", "It leaks."), judged(left, right)) == [(left, right)]

    def test_what_leads_nowhere_is_not_asked(self) -> None:
        assert asked(judged("S1", "S9")) == []

    def test_a_proposed_derivation_is_asked_on_its_two_articles(self) -> None:
        derivation = descends("a2", "a1", DerivationKind.REWRITE, proposed=True, maker=MATCHER, note="43 words in one run")
        (proposal,) = proposals(ledger(SAID, derivation).view)
        assert (proposal.left, proposal.right) == ("a1", "a2")
        assert proposal.reasons == ("matcher: a2 may be a rewrite of a1", "matcher: 43 words in one run")

    def test_articles_whose_descent_is_recorded_are_not_asked_about(self) -> None:
        assert asked(judged("a1", "a2")) == [("a1", "a2")]
        assert asked(judged("a1", "a2"), descends("a2", "a1")) == []


class TestWhatIsNotAsked:
    @pytest.mark.parametrize("verdict", Verdict)
    def test_what_a_person_was_asked(self, verdict: Verdict) -> None:
        assert asked(judged("S1", "S2"), judged("S1", "S2", verdict, ADA)) == []

    def test_what_is_the_same_by_way_of_a_third(self) -> None:
        assert asked(judged("S1", "S3"), judged("S1", "S2", Verdict.SAME, ADA), judged("S2", "S3", Verdict.SAME, ADA)) == []

    def test_what_is_different_since_it_is_different_from_its_like(self) -> None:
        assert asked(judged("S1", "S3"), judged("S1", "S2", Verdict.DIFFERENT, ADA), judged("S2", "S3", Verdict.SAME, ADA)) == []

    def test_what_a_program_has_joined_already(self) -> None:
        assert asked(judged("S1", "S2"), judged("S1", "S2", Verdict.SAME, Maker(name="linker", kind=MakerKind.SOFTWARE))) == []

    def test_two_statements_that_a_person_has_bear_on_one_claim(self) -> None:
        given = [supports("S1", ADA), supports("S2", ADA)]
        assert asked(judged("S1", "S2"), *given) == []
        assert asked(judged("S1", "claim:dam-leaks"), *given) == []
        assert asked(judged("S1", "S3"), *given) == [("S1", "S3")]

    def test_support_by_a_programs_word_leaves_the_question_open(self) -> None:
        given = [supports("S1", MATCHER), supports("S2", MATCHER)]
        assert asked(judged("S1", "S2"), *given) == [("S1", "S2")]

    @given(SEVERAL)
    def test_what_follows(self, found: list[Judgement]) -> None:
        groups = [set(group) for group in join(found).groups]
        different = [each for each in found if each.verdict is Verdict.DIFFERENT]
        for left, right in asked(*found):
            like_left, like_right = (next((group for group in groups if key in group), {key}) for key in (left, right))
            assert like_left != like_right
            assert not any({each.left, each.right} & like_left and {each.left, each.right} & like_right for each in different)
            assert not any({each.left, each.right} == {left, right} for each in found if each.maker == ADA)


class TestAnswers:
    @given(PROPOSED, ANSWERS)
    def test_nothing_is_asked_twice_and_the_end_is_reached(self, proposed: list[Judgement], answers: list[Verdict | None]) -> None:
        going = queue(*proposed)
        seen = go_through(going, answers)
        assert len(seen) == len(set(seen))
        assert not set(seen) & set(going.open)

    @given(PROPOSED, ANSWERS)
    def test_step_by_step_it_is_what_it_is_from_the_start(self, proposed: list[Judgement], answers: list[Verdict | None]) -> None:
        going = queue(*proposed)
        go_through(going, answers)
        given = [step.judgement for step in going.steps if step.judgement]
        skipped = {step.proposal for step in going.steps if not step.judgement}
        assert [each for each in queue(*proposed, *given).open if each not in skipped] == list(going.open)

    @given(PROPOSED, ANSWERS)
    def test_answers_to_what_is_asked_contradict_nothing(self, proposed: list[Judgement], answers: list[Verdict | None]) -> None:
        going = queue(*proposed)
        go_through(going, answers)
        assert going.conflicts == ()

    @given(SEVERAL, ANSWERS)
    def test_undoing_all_leads_back_to_the_start(self, found: list[Judgement], answers: list[Verdict | None]) -> None:
        going = queue(*found)
        before = going.open, going.conflicts
        seen = go_through(going, answers)
        undone = [step.proposal for _ in seen if (step := going.back())]
        assert undone == seen[::-1]
        assert (going.open, going.conflicts) == before
        assert going.back() is None

    @given(PROPOSED, PEOPLES, judgements(st.sampled_from(KEYS), verdict=st.just(Verdict.DIFFERENT), score=st.none(), maker=st.just(ADA)))
    def test_one_more_different_joins_nothing(self, proposed: list[Judgement], found: list[Judgement], more: Judgement) -> None:
        def members(*records: Judgement) -> list[set[str]]:
            return [set(each.members) for each in Claims(ledger(SAID, records).view).all]

        before = members(*proposed, *found)
        assert all(any(group <= larger for larger in before) for group in members(*proposed, *found, more))

    def test_one_answer_settles_what_follows_from_it(self) -> None:
        going = queue(judged("S1", "S2", score=0.9), judged("S2", "S3", score=0.8), judged("S1", "S3", score=0.7))
        assert len(go_through(going, [Verdict.SAME, Verdict.DIFFERENT])) == 2
        assert going.first is None

    def test_a_skip_settles_nothing_and_undo_brings_it_back(self) -> None:
        going = queue(judged("S1", "S2", score=0.9), judged("S1", "S3", score=0.7))
        go_through(going, [None])
        assert [each.right for each in going.open] == ["S3"]
        going.back()
        assert [each.right for each in going.open] == ["S2", "S3"]

    def test_an_answer_that_tangles_what_was_tangled_is_told(self) -> None:
        tangled = [judged("S1", "S2", Verdict.SAME, ADA), judged("S2", "S3", Verdict.SAME, ADA), judged("S1", "S3", Verdict.DIFFERENT, ADA)]
        going = queue(*tangled, judged("S2", "S4", Verdict.SAME, ADA), judged("S3", "S4"))
        (proposal,) = going.open
        answer = proposal.judged(Verdict.SAME, ADA)
        (conflict,) = going.answer(proposal, answer)
        assert {answer.id, *(each.id for each in tangled)} <= set(conflict.records)


def test_an_answer_is_a_record_of_who_gave_it() -> None:
    answer = Proposal(left="S1", right="S2", score=0.5).judged(Verdict.SAME, ADA, ["one boat"])
    assert answer == judged("S1", "S2", Verdict.SAME, ADA, reasons=["one boat"])
