"""Tests of what judgements say together: kept up step by step it is what it is when looked at as a whole."""

from __future__ import annotations

from itertools import combinations

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.model import Judgement, Maker, MakerKind, Verdict, join
from claimtrack.model.standing import Standing
from claimtrack.testing import judgements

ADA = Maker(name="Ada")
READER = Maker(name="reader", kind=MakerKind.SOFTWARE)
KEYS = "abcdef"
SEVERAL = st.lists(judgements(st.sampled_from(KEYS), reasons=st.just(()), maker=st.sampled_from((ADA, READER, None))), max_size=12)
PEOPLES = st.lists(judgements(st.sampled_from(KEYS), score=st.none(), reasons=st.just(()), maker=st.just(ADA)), max_size=8)


def verdicts(standing: Standing) -> dict[tuple[str, str], Verdict | None]:
    return {pair: standing.verdict(*pair) for pair in combinations(KEYS, 2)}


def judged(left: str, right: str, verdict: Verdict = Verdict.SAME, maker: Maker | None = ADA) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, maker=maker)


@given(SEVERAL)
def test_one_by_one_comes_to_what_all_at_once_comes_to(found: list[Judgement]) -> None:
    one_by_one = Standing()
    for judgement in found:
        one_by_one.add(judgement)
    assert verdicts(one_by_one) == verdicts(Standing(found))
    assert one_by_one.conflicts == Standing(found).conflicts == join(found).conflicts


@given(SEVERAL, SEVERAL)
def test_taking_out_what_was_taken_in_leaves_no_trace(found: list[Judgement], more: list[Judgement]) -> None:
    held = {judgement.id for judgement in found}
    new = list({judgement.id: judgement for judgement in more if judgement.id not in held}.values())
    standing = Standing(found)
    for judgement in new:
        standing.add(judgement)
    for judgement in new:
        standing.remove(judgement)
    assert verdicts(standing) == verdicts(Standing(found))
    assert standing.conflicts == Standing(found).conflicts


@given(SEVERAL, judgements(st.sampled_from(KEYS), reasons=st.just(()), maker=st.sampled_from((ADA, READER))))
def test_verdicts_change_for_nothing_but_what_is_told(found: list[Judgement], more: Judgement) -> None:
    standing = Standing(found)
    before = verdicts(standing)
    touched, _ = standing.add(more)
    assert {pair for pair, verdict in verdicts(standing).items() if verdict != before[pair]} <= {
        pair for pair in before if not touched.isdisjoint(pair)
    }


@given(SEVERAL)
def test_what_is_joined_is_the_same_and_nothing_else_is(found: list[Judgement]) -> None:
    pairs = {pair for group in join(found).groups for pair in combinations(group, 2)}
    own = {(each.left, each.right) for each in found if each.maker == ADA}
    told = {pair for pair, verdict in verdicts(Standing(found)).items() if verdict is Verdict.SAME}
    assert pairs <= told <= pairs | own


@given(SEVERAL)
def test_a_difference_holds_for_all_that_is_the_same(found: list[Judgement]) -> None:
    standing = Standing(found)
    programs = Standing([attrs.evolve(each, maker=READER) for each in found])
    for group in join([attrs.evolve(each, maker=READER) for each in found]).groups:
        for other in set(KEYS).difference(group):
            assert len({programs.verdict(member, other) for member in group}) == 1
    for group in join(found).groups:
        for left, right in combinations(group, 2):
            assert standing.verdict(left, right) is Verdict.SAME


@given(PEOPLES, judgements(st.sampled_from(KEYS), verdict=st.just(Verdict.DIFFERENT), reasons=st.just(()), maker=st.just(ADA)))
def test_one_more_difference_makes_nothing_the_same_while_nobody_contradicts(found: list[Judgement], more: Judgement) -> None:
    before, after = Standing(found), Standing([*found, more])
    assume(not before.conflicts and not after.conflicts)
    told = [{pair for pair, verdict in verdicts(each).items() if verdict is Verdict.SAME} for each in (after, before)]
    assert told[0] <= told[1]


class TestDeliberateNonIdentities:
    """What looks like a law and is none, each with its smallest witness."""

    def test_where_people_contradict_each_other_one_more_difference_may_bring_an_own_word_back(self) -> None:
        unsure = judged("d", "b", Verdict.UNSURE)
        found = [judged("a", "b"), judged("a", "c", Verdict.DIFFERENT), judged("a", "d"), judged("b", "c"), unsure]
        assert Standing(found).verdict("a", "b") is not Verdict.SAME
        assert Standing([*found, judged("d", "a", Verdict.DIFFERENT)]).verdict("a", "b") is Verdict.SAME


def test_same_is_transitive_and_a_difference_holds_for_all_that_is_the_same() -> None:
    standing = Standing([judged("a", "b"), judged("b", "c"), judged("c", "d", Verdict.DIFFERENT)])
    assert standing.verdict("a", "c") is Verdict.SAME
    assert standing.verdict("d", "a") is Verdict.DIFFERENT
    assert standing.verdict("a", "e") is None


def test_differences_say_nothing_of_things_that_are_both_different_from_a_third() -> None:
    standing = Standing([judged("a", "b", Verdict.DIFFERENT), judged("b", "c", Verdict.DIFFERENT)])
    assert standing.verdict("a", "c") is None


def test_a_person_who_is_unsure_has_been_asked_and_a_program_has_not() -> None:
    assert Standing([judged("a", "b", Verdict.UNSURE)]).verdict("a", "b") is Verdict.UNSURE
    assert Standing([judged("a", "b", Verdict.UNSURE), judged("b", "c")]).verdict("a", "c") is Verdict.UNSURE
    assert Standing([judged("a", "b", Verdict.UNSURE, READER)]).verdict("a", "b") is None


def test_a_persons_own_word_stands_for_the_pair_even_where_it_was_set_aside() -> None:
    standing = Standing([judged("a", "b"), judged("b", "c"), judged("a", "c", Verdict.DIFFERENT)])
    assert standing.verdict("a", "b") is Verdict.SAME


def test_a_contradiction_is_told_when_it_comes_in_and_only_then() -> None:
    standing = Standing([judged("a", "b"), judged("b", "c")])
    _, (conflict,) = standing.add(judged("a", "c", Verdict.DIFFERENT))
    assert conflict.about == "a"
    assert standing.add(judged("d", "e"))[1] == ()
    assert standing.conflicts == (conflict,)
