from __future__ import annotations

from itertools import combinations
from math import isclose

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims import Collection, WordScorer
from claimtrack.claims.comparisons import COMPARISONS
from claimtrack.claims.weights import WEIGHTS, Weight
from claimtrack.model.matching import Bill, Item, Proposition
from tests.claims.propositions import piles, said

ONE = said("The union has rejected a pay offer of four per cent", "one", "a")
OTHER = said("Dockers turned down four per cent: the union rejected the pay offer", "other", "b")
FAR = said("Quartz kilns of Zell are fired with peat", "far", "z")
SCORE = WordScorer(Collection([ONE, OTHER, FAR]))


def test_a_paraphrase_scores_above_something_else() -> None:
    assert SCORE(ONE, OTHER).bits > SCORE(ONE, FAR).bits + 3


def test_a_bill_adds_up_and_says_what_was_found() -> None:
    bill = SCORE(ONE, OTHER)
    assert isclose(bill.bits, sum(item.bits for item in bill.items))
    assert "four per cent" in next(item.told for item in bill.items if item.comparison == "figures")
    assert str(bill).splitlines()[0].startswith("-3.0 prior: ")
    assert f"{bill.bits:+.1f} bits in all" in str(bill)


@pytest.mark.parametrize(("bits", "score"), [(0.0, 0.5), (2.0, 0.8), (-2.0, 0.2), (1e9, 1.0), (-1e9, 0.0)])
def test_bits_are_odds(bits: float, score: float) -> None:
    assert isclose(Bill((Item("words", bits, ""),)).score, score, abs_tol=1e-9)


@given(piles())
def test_the_order_of_two_propositions_means_nothing(pile: list[Proposition]) -> None:
    score = WordScorer(Collection(pile))
    assert score(pile[0], pile[1]) == score(pile[1], pile[0])


def test_every_comparison_has_a_weight_and_every_weight_a_comparison() -> None:
    assert [weight.comparison for weight in WEIGHTS] == list(COMPARISONS)


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.comparison)
def test_the_points_of_a_weight_rise(weight: Weight) -> None:
    values = [value for value, _ in weight.points]
    assert values == sorted(set(values))


def test_bits_between_two_points_are_interpolated() -> None:
    weight = Weight("words", "", ((0.0, -2.0), (1.0, 2.0)))
    assert [weight.bits(value) for value in (-1.0, 0.0, 0.25, 1.0, 7.0)] == [-2.0, -2.0, -1.0, 2.0, 2.0]


def test_a_table_of_ones_own_changes_the_bill() -> None:
    doubled = [attrs.evolve(each, points=tuple((value, 2 * bits) for value, bits in each.points)) for each in WEIGHTS]
    own = WordScorer(Collection([ONE, OTHER, FAR]), doubled)(ONE, OTHER)
    assert isclose(own.bits - own.items[0].bits, 2 * (SCORE(ONE, OTHER).bits - own.items[0].bits), abs_tol=0.05)


@given(piles(), st.floats(-12, 8))
def test_the_bits_of_a_pair_are_those_of_its_bill_or_fall_short(pile: list[Proposition], least: float) -> None:
    score = WordScorer(Collection(pile))
    for one, other in combinations(pile, 2):
        bits = score(one, other).bits
        assert score.bits(one, other, least) == (bits if bits >= least else None)


@given(piles())
def test_the_bits_of_a_pair_are_told_where_more_of_a_thing_counts_for_less(pile: list[Proposition]) -> None:
    falling = WordScorer(Collection(pile), (Weight("story", "farther is better", ((0.0, 3.0), (1.0, -3.0))),))
    for one, other in combinations(pile, 2):
        bits = falling(one, other).bits
        assert falling.bits(one, other, bits) == bits


def test_a_pair_that_has_hardly_a_word_in_common_reaches_nothing_that_counts() -> None:
    assert SCORE.bits(ONE, FAR, -2.0) is None
    assert SCORE.bits(ONE, OTHER, -2.0) == SCORE(ONE, OTHER).bits


@given(piles())
def test_there_is_an_objection_to_a_pair_where_its_bill_names_one(pile: list[Proposition]) -> None:
    score = WordScorer(Collection(pile))
    for one, other in combinations(pile, 2):
        assert score.objected(score.pair(one, other)) == bool(score(one, other).objections)
