"""Which propositions are judged one claim, and the laws that the judging keeps to."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.claims import Collection, Weighing, WordScorer, weigh
from claimtrack.claims import matched as judge
from claimtrack.claims.matching import AUTOMATIC, PROPOSED
from claimtrack.claims.ties import ASKABLE, ASKED, CLEAR, DOUBTED, SURE
from claimtrack.model import Judgement, Verdict
from claimtrack.model.joining import join
from claimtrack.model.matching import Bill, Item, Proposition, chance
from tests.claims.propositions import OTHER, piles, said

FEWER = settings(max_examples=20)
"""Every example matches a pile or two."""
WIRE = said("The Harbour Workers’ Union has rejected a pay offer of four per cent", "wire", "a")
COPY = said("The Harbour Workers' Union rejected the pay offer of four per cent", "copy", "b")
AGAIN = said("A pay offer of six per cent was rejected by the Harbour Workers' Union", "again", "c")
LINKED = (
    said("Rusk closed the harbour of Skell after the storm broke the pier", "a", "x"),
    said("Rusk closed the harbour of Skell, and the old lighthouse was sold to Oskel growers", "b", "y"),
    said("The old lighthouse of Skell was sold to Oskel growers on the cheap", "c", "z"),
)


def matched(propositions: Sequence[Proposition]) -> tuple[Judgement, ...]:
    return judge(weigh(propositions))


def verdicts(*propositions: Proposition) -> dict[frozenset[str], Verdict]:
    return {frozenset((each.left, each.right)): each.verdict for each in matched(propositions)}


def test_nearly_the_same_words_in_two_reports_of_one_event_are_one_claim() -> None:
    assert verdicts(WIRE, COPY) == {frozenset(("wire", "copy")): Verdict.SAME}


def test_another_figure_in_the_same_slot_makes_another_claim() -> None:
    found = verdicts(WIRE, COPY, AGAIN)
    assert found[frozenset(("wire", "copy"))] is Verdict.SAME
    assert found.get(frozenset(("wire", "again"))) is not Verdict.SAME
    assert found.get(frozenset(("copy", "again"))) is not Verdict.SAME


def test_every_judgement_says_why_by_whom_and_how_surely() -> None:
    (judgement,) = matched([WIRE, COPY])
    assert judgement.score is not None
    assert AUTOMATIC <= judgement.score < 1
    assert any("words: share" in reason for reason in judgement.reasons)
    assert judgement.maker
    assert judgement.maker.version


Weight = float | str | tuple[str]
"""The bits of a pair; or what casts doubt on it, or makes the two different, for one of five bits."""


class Told:
    """A scorer that knows the bits of every pair."""

    def __init__(self, **bits: Weight) -> None:
        self._bits = bits

    def __call__(self, propositions: Sequence[Proposition], /) -> Told:
        return self

    def score(self, one: Proposition, other: Proposition) -> Bill:
        told = self._bits.get("".join(sorted((one.key, other.key))), -9.0)
        if isinstance(told, tuple):
            return Bill((Item("told", 5.0, ""),), gates=told)
        return Bill((Item("told", 5.0, ""),), doubts=(told,)) if isinstance(told, str) else Bill((Item("told", told, ""),))


def judged(**bits: Weight) -> dict[str, Verdict]:
    """The verdicts on a pile where all pairs are compared and the scores are given."""
    pile = [said("nothing to read here", key) for key in sorted({letter for pair in bits for letter in pair})]
    given = Told(**bits)
    found = judge(weigh(pile, scorer=lambda _: given.score, blocker=lambda every: list(combinations(every, 2))))
    return {each.left + each.right: each.verdict for each in found}


def test_two_thresholds_tell_what_is_joined_what_is_asked_and_what_is_dropped() -> None:
    assert judged(ab=3.0, cd=0.5, ef=-2.0) == {"ab": Verdict.SAME, "cd": Verdict.UNSURE}


def test_two_sure_pairs_are_not_chained_over_a_pair_that_is_hardly_alike() -> None:
    assert judged(ab=4.0, bc=3.0, ac=-5.0) == {"ab": Verdict.SAME, "bc": Verdict.UNSURE}


def test_two_sure_pairs_are_not_chained_over_a_doubt() -> None:
    assert judged(ab=4.0, bc=3.0, ac="different actors") == {"ab": Verdict.SAME, "bc": Verdict.UNSURE, "ac": Verdict.UNSURE}


def test_three_that_are_all_alike_are_one() -> None:
    assert judged(ab=4.0, bc=3.0, ac=0.0) == {"ab": Verdict.SAME, "bc": Verdict.SAME}


def test_one_doubt_among_many_pairs_keeps_nothing_apart() -> None:
    assert judged(ab=5.0, cd=5.0, ac=4.0, bd=3.0, bc=1.0, ad="different actors") == dict.fromkeys(("ab", "cd", "ac", "bd"), Verdict.SAME)
    assert judged(ab=5.0, cd=5.0, ac=4.0, bd=3.0, bc=-5.0, ad="different actors")["ac"] is Verdict.UNSURE


def test_two_that_differ_are_in_no_group_however_alike_the_others_are() -> None:
    found = judged(ab=5.0, cd=5.0, ac=4.0, bd=3.0, bc=3.0, ad=("different days",))
    assert [key for key, verdict in found.items() if verdict is Verdict.SAME] == ["ab", "cd"]
    assert found["ad"] is Verdict.DIFFERENT


def test_the_bits_of_ties_are_those_of_the_thresholds() -> None:
    assert chance(SURE) == AUTOMATIC
    assert chance(ASKABLE) >= PROPOSED > chance(ASKABLE - 0.01)


def test_a_proposition_is_asked_about_a_few_times_only() -> None:
    found = judged(**{f"a{other}": 1.0 + number / 10 for number, other in enumerate("bcdefg")})
    assert sorted(found) == ["ae", "af", "ag"]
    assert len(found) == ASKED


@pytest.mark.parametrize(("proposed", "automatic"), [(0.9, 0.8), (-0.1, 0.8), (0.2, 1.5)])
def test_thresholds_that_are_none_are_refused(proposed: float, automatic: float) -> None:
    with pytest.raises(ValueError, match="0 <= proposed <= automatic <= 1"):
        judge(Weighing((), lambda *_: False), proposed=proposed, automatic=automatic)


@FEWER
@given(piles(), st.randoms(use_true_random=False))
def test_matching_does_not_depend_on_the_order_of_the_pile(pile: list[Proposition], dice: random.Random) -> None:
    shuffled = list(pile)
    dice.shuffle(shuffled)
    assert matched(shuffled) == matched(pile)


@FEWER
@given(piles(), st.lists(st.sampled_from(OTHER), min_size=1, max_size=4))
def test_an_article_about_something_else_changes_no_judgement(pile: list[Proposition], others: list[str]) -> None:
    unrelated = [said(f"{text} hum", key=f"z:{place}", article="article:z") for place, text in enumerate(others)]
    before = set(matched(pile))
    after = {each for each in matched([*pile, *unrelated]) if not each.left.startswith("z:") and not each.right.startswith("z:")}
    assert after == before


@FEWER
@given(piles())
def test_no_group_of_the_automatic_pairs_holds_two_that_were_found_different(pile: list[Proposition]) -> None:
    found = matched(pile)
    groups = join([each for each in found if each.verdict is Verdict.SAME]).groups
    apart = {frozenset((each.left, each.right)) for each in found if each.verdict is Verdict.DIFFERENT}
    assert all(frozenset(pair) not in apart for group in groups for pair in combinations(group, 2))


@FEWER
@given(piles(), piles())
def test_judgements_merge_by_union(one: list[Proposition], other: list[Proposition]) -> None:
    first, second = matched(one), matched(other)
    assert join([*first, *second]) == join([*second, *first, *first])


@FEWER
@given(piles(), st.data())
def test_one_more_negative_judgement_joins_nothing(pile: list[Proposition], data: st.DataObject) -> None:
    found = matched(pile)
    left, right = data.draw(st.permutations([each.key for each in pile]))[:2]
    more = [*found, Judgement(left=left, right=right, verdict=Verdict.DIFFERENT)]
    before, after = ({pair for group in join(each).groups for pair in combinations(group, 2)} for each in (found, more))
    assert after <= before


@FEWER
@given(piles())
def test_passing_pairs_over_changes_no_judgement(pile: list[Proposition]) -> None:
    every = weigh(pile, scorer=lambda given: WordScorer(Collection(given)))
    for automatic, proposed in ((0.8, 0.4), (0.6, 0.5), (0.4, 0.4)):
        assert judge(weigh(pile), automatic=automatic, proposed=proposed) == judge(every, automatic=automatic, proposed=proposed)


@FEWER
@given(piles())
def test_no_pair_is_passed_over_that_is_alike_enough_to_tell_something(pile: list[Proposition]) -> None:
    every = weigh(pile, scorer=lambda given: WordScorer(Collection(given)))
    told, kept = ([each for each in found if each.bill.score >= PROPOSED] for found in (every, weigh(pile)))
    assert [(each.keys, each.bill) for each in told] == [(each.keys, each.bill) for each in kept]


def test_what_is_hardly_alike_is_told_apart_when_a_third_links_it() -> None:
    found = weigh(LINKED)
    assert {each.keys for each in found} == {("a", "b"), ("b", "c")}
    assert [found.apart(*keys) for keys in (("a", "b"), ("b", "c"), ("a", "c"), ("c", "a"))] == [CLEAR, CLEAR, DOUBTED, DOUBTED]
