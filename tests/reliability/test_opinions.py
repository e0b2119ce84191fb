"""The laws of opinions in exact arithmetic, against the formulas in b, d and u; and what is no law, each with its smallest witness."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import RecordError
from claimtrack.model.opinions import Opinion
from claimtrack.reliability import averaged, discounted, fused, negated, strongest, vacuous, weighted
from claimtrack.testing import opinions
from tests.reliability.formulas import (
    IGNORANCE,
    Shares,
    averaging,
    constraint,
    cumulative,
    grid,
    joint_rate,
    shares,
    through,
    trusted,
    weighing,
)

HALF = Fraction(1, 2)
ONE_RATE = st.shared(st.integers(0, 10), key="base rate").map(lambda tenths: Fraction(tenths, 10))
OPINION = opinions(base_rate=ONE_RATE)
SEVERAL = st.lists(OPINION, min_size=1, max_size=5)
TRUST = st.integers(0, 12).map(lambda twelfths: Fraction(twelfths, 12))
Operator = Callable[[Iterable[Opinion]], Opinion]
EVERY: list[Operator] = [fused, averaged, weighted, strongest]


@pytest.mark.parametrize("operator", EVERY)
class TestOfEveryOperator:
    @given(data=st.data())
    def test_order_does_not_matter(self, operator: Operator, data: st.DataObject) -> None:
        several = data.draw(SEVERAL)
        assert operator(data.draw(st.permutations(several))) == operator(several)

    @given(data=st.data())
    def test_negation_commutes(self, operator: Operator, data: st.DataObject) -> None:
        several = data.draw(SEVERAL)
        assert negated(operator(several)) == operator(map(negated, several))

    @given(data=st.data())
    def test_one_opinion_alone_is_itself(self, operator: Operator, data: st.DataObject) -> None:
        opinion = data.draw(OPINION)
        assert operator([opinion]) == opinion

    def test_base_rates_that_differ_are_refused(self, operator: Operator) -> None:
        with pytest.raises(RecordError, match="base rates 1/2 and 3/5 on one claim") as caught:
            operator([vacuous(), vacuous("0.6")])
        assert caught.value.field == "base_rate"

    def test_nothing_to_combine_is_refused(self, operator: Operator) -> None:
        with pytest.raises(RecordError, match="no opinion to combine"):
            operator([])


class TestCumulativeFusion:
    @given(SEVERAL)
    def test_adding_evidence_is_the_formula(self, several: list[Opinion]) -> None:
        assert shares(fused(several)) == cumulative(*map(shares, several))

    @given(OPINION, OPINION, OPINION)
    def test_it_is_associative(self, a: Opinion, b: Opinion, c: Opinion) -> None:
        assert fused([fused([a, b]), c]) == fused([a, fused([b, c])]) == fused([a, b, c])

    @given(OPINION)
    def test_one_who_knows_nothing_changes_nothing(self, a: Opinion) -> None:
        assert fused([a, vacuous(a.base_rate)]) == a

    @given(SEVERAL)
    def test_uncertainty_is_at_most_the_least(self, several: list[Opinion]) -> None:
        assert fused(several).uncertainty <= min(each.uncertainty for each in several)

    @given(OPINION, OPINION)
    def test_support_never_lowers_the_projected_probability(self, a: Opinion, b: Opinion) -> None:
        assert fused([a, attrs.evolve(b, negative=0)]).projected >= a.projected


class TestAveragingFusion:
    @given(SEVERAL)
    def test_the_mean_of_evidence_is_the_formula(self, several: list[Opinion]) -> None:
        assert shares(averaged(several)) == averaging(*map(shares, several))

    @given(OPINION, st.integers(1, 5))
    def test_it_is_idempotent(self, a: Opinion, times: int) -> None:
        assert averaged([a] * times) == a

    @given(SEVERAL)
    def test_uncertainty_lies_between_the_least_and_the_greatest(self, several: list[Opinion]) -> None:
        uncertain = [each.uncertainty for each in several]
        assert min(uncertain) <= averaged(several).uncertainty <= max(uncertain)


class TestWeightedFusion:
    @given(SEVERAL)
    def test_the_mean_by_confidence_is_the_formula(self, several: list[Opinion]) -> None:
        assert shares(weighted(several)) == weighing(*map(shares, several))

    @given(OPINION, st.integers(1, 5))
    def test_it_is_idempotent(self, a: Opinion, times: int) -> None:
        assert weighted([a] * times) == a

    @given(SEVERAL)
    def test_one_who_knows_nothing_changes_nothing(self, several: list[Opinion]) -> None:
        assert weighted([*several, vacuous(several[0].base_rate)]) == weighted(several)


class TestDiscount:
    """Laws of the discount that scales evidence, which is why it is the one in use."""

    @given(SEVERAL, TRUST)
    def test_it_distributes_over_cumulative_fusion(self, several: list[Opinion], g: Fraction) -> None:
        assert discounted(fused(several), g) == fused(discounted(each, g) for each in several)

    @given(SEVERAL, TRUST)
    def test_it_passes_through_the_pointwise_maximum(self, several: list[Opinion], g: Fraction) -> None:
        assert discounted(strongest(several), g) == strongest(discounted(each, g) for each in several)

    @given(SEVERAL, TRUST)
    def test_it_distributes_over_averaging_fusion(self, several: list[Opinion], g: Fraction) -> None:
        assert discounted(averaged(several), g) == averaged(discounted(each, g) for each in several)

    @given(OPINION, TRUST, TRUST)
    def test_twice_is_once_by_the_product_in_either_order(self, a: Opinion, g: Fraction, h: Fraction) -> None:
        assert discounted(discounted(a, g), h) == discounted(discounted(a, h), g) == discounted(a, g * h)

    @given(OPINION)
    def test_full_trust_changes_nothing_and_none_leaves_nothing(self, a: Opinion) -> None:
        assert discounted(a, 1) == a
        assert discounted(a, 0) == vacuous(a.base_rate)

    @given(OPINION, TRUST)
    def test_it_keeps_belief_to_disbelief_and_commutes_with_negation(self, a: Opinion, g: Fraction) -> None:
        less = discounted(a, g)
        assert less.belief * a.disbelief == less.disbelief * a.belief
        assert negated(less) == discounted(negated(a), g)

    @given(OPINION, TRUST, TRUST)
    def test_less_trust_never_lowers_uncertainty(self, a: Opinion, g: Fraction, h: Fraction) -> None:
        assert discounted(a, min(g, h)).uncertainty >= discounted(a, max(g, h)).uncertainty

    @pytest.mark.parametrize("trust", [-1, "1.01", 2, "most"])
    def test_a_trust_that_is_no_share_is_refused(self, trust: int | str) -> None:
        with pytest.raises(RecordError, match=r"below 0|above 1|is no number"):
            discounted(vacuous(), trust)


class TestNegation:
    @given(opinions())
    def test_twice_is_not_at_all(self, a: Opinion) -> None:
        assert negated(negated(a)) == a

    @given(opinions())
    def test_the_probabilities_of_both_make_one(self, a: Opinion) -> None:
        assert a.projected + negated(a).projected == 1


class TestStrongest:
    @given(OPINION, OPINION, OPINION)
    def test_it_is_a_join_with_ignorance_at_the_bottom(self, a: Opinion, b: Opinion, c: Opinion) -> None:
        assert strongest([strongest([a, b]), c]) == strongest([a, strongest([b, c])]) == strongest([a, b, c])
        assert strongest([a, a]) == a == strongest([a, vacuous(a.base_rate)])


class TestWhatTheRefusedOperatorsDoHold:
    """So that they are refused for their faults and not for slips in how we wrote them."""

    @given(OPINION, OPINION, TRUST, TRUST)
    def test_the_trust_discount(self, one: Opinion, other: Opinion, p: Fraction, q: Fraction) -> None:
        a, b = shares(one), shares(other)
        assert trusted(Fraction(1), a) == a
        assert trusted(Fraction(0), a) == IGNORANCE
        assert trusted(p, a)[2] >= a[2]
        assert contrary(trusted(p, a)) == trusted(p, contrary(a))
        assert trusted(p, trusted(q, a)) == trusted(q, trusted(p, a)) == trusted(p * q, a)
        assert through(b, trusted(p, a), HALF) == trusted(p, through(b, a, HALF))

    @given(OPINION, OPINION, OPINION)
    def test_constraint_fusion(self, one: Opinion, other: Opinion, third: Opinion) -> None:
        a, b, c = shares(one), shares(other), shares(third)
        assert constraint(a, b) == constraint(b, a)
        assert constraint(constraint(a, b), c) == constraint(a, constraint(b, c))
        assert constraint(a, IGNORANCE) == a


def contrary(opinion: Shares) -> Shares:
    """Belief and disbelief in each other's place."""
    return opinion[1], opinion[0], opinion[2]


def smallest(law: Callable[..., bool], *over: Iterable[Shares]) -> tuple[Shares, ...]:
    """The first arguments that break the law, in the order given: coarse fractions before fine ones."""
    return next(given for given in product(*over) if not law(*given))


def told(b: str, d: str, u: str) -> Shares:
    return Fraction(b), Fraction(d), Fraction(u)


COARSE = grid(3)
DOGMATIC = grid(1, least=0)
SURE, SURELY_NOT = told("1", "0", "0"), told("0", "1", "0")
HALF_SURE, HALF_DENIED = told("1/2", "0", "1/2"), told("0", "1/2", "1/2")


class TestDeliberateNonLaws:
    """What does not hold, with the smallest witness among halves and thirds; docs/explanation/evidence.md lists them."""

    def test_cumulative_fusion_is_not_idempotent_so_the_same_source_twice_must_be_found_before(self) -> None:
        assert smallest(lambda a: cumulative(a, a) == a, COARSE) == (HALF_SURE,)
        assert cumulative(HALF_SURE, HALF_SURE) == told("2/3", "0", "1/3")

    def test_the_base_rate_of_cumulative_fusion_is_not_associative_so_a_claim_has_one(self) -> None:
        rates = (Fraction(0), Fraction(0), Fraction(1))

        def left(a: Shares, b: Shares, c: Shares) -> Fraction:
            return joint_rate(cumulative(a, b), joint_rate(a, rates[0], b, rates[1]), c, rates[2])

        def right(a: Shares, b: Shares, c: Shares) -> Fraction:
            return joint_rate(a, rates[0], cumulative(b, c), joint_rate(b, rates[1], c, rates[2]))

        found = smallest(lambda a, b, c: left(a, b, c) == right(a, b, c), COARSE, COARSE, COARSE)
        assert found == (IGNORANCE, IGNORANCE, IGNORANCE)
        assert (left(*found), right(*found)) == (Fraction(1, 2), Fraction(1, 4))

    def test_a_dogmatic_opinion_absorbs_all_others_so_none_is_let_in(self) -> None:
        assert all(cumulative(SURE, other) == SURE for other in COARSE)
        assert cumulative(SURE, *[told("0", "3/4", "1/4")] * 99) == SURE

    def test_cumulative_fusion_is_not_associative_with_dogmatic_opinions(self) -> None:
        found = smallest(lambda a, b, c: cumulative(cumulative(a, b), c) == cumulative(a, cumulative(b, c)), *[DOGMATIC] * 3)
        assert found == (SURE, SURE, SURELY_NOT)
        assert cumulative(cumulative(*found[:2]), found[2])[0] == HALF
        assert cumulative(found[0], cumulative(*found[1:]))[0] == Fraction(3, 4)

    def test_averaging_two_by_two_is_not_associative_so_it_is_n_ary(self) -> None:
        found = smallest(lambda a, b, c: averaging(averaging(a, b), c) == averaging(a, averaging(b, c)), *[COARSE] * 3)
        assert found == (IGNORANCE, IGNORANCE, HALF_SURE)
        assert averaging(averaging(*found[:2]), found[2])[0] == Fraction(1, 3)
        assert averaging(found[0], averaging(*found[1:]))[0] == Fraction(1, 5)

    def test_one_who_knows_nothing_dilutes_an_average(self) -> None:
        assert smallest(lambda a: averaging(a, IGNORANCE) == a, COARSE) == (HALF_SURE,)
        assert averaging(HALF_SURE, IGNORANCE) == told("1/3", "0", "2/3")

    def test_weighting_two_by_two_is_not_associative_so_it_is_n_ary(self) -> None:
        found = smallest(lambda a, b, c: weighing(weighing(a, b), c) == weighing(a, weighing(b, c)), *[COARSE] * 3)
        assert found == (HALF_SURE, HALF_SURE, HALF_DENIED)
        assert weighing(weighing(*found[:2]), found[2]) == told("1/4", "1/4", "1/2")
        assert weighing(found[0], weighing(*found[1:])) == told("3/8", "1/8", "1/2")

    def test_the_trust_discount_does_not_distribute_over_cumulative_fusion(self) -> None:
        def duplicated(a: Shares) -> bool:
            return trusted(HALF, cumulative(a, a)) == cumulative(trusted(HALF, a), trusted(HALF, a))

        assert smallest(duplicated, COARSE) == (HALF_SURE,)
        assert trusted(HALF, cumulative(HALF_SURE, HALF_SURE)) == told("1/3", "0", "2/3")
        assert cumulative(*[trusted(HALF, HALF_SURE)] * 2) == told("2/5", "0", "3/5")

    def test_under_the_trust_discount_duplicates_always_gain_certainty_over_discounting_once(self) -> None:
        known = [a for a in COARSE if a != IGNORANCE]
        assert all(cumulative(*[trusted(HALF, a)] * 2)[2] < trusted(HALF, cumulative(a, a))[2] for a in known)

    def test_the_trust_discount_is_not_associative_to_the_left(self) -> None:
        def associative(a: Shares, b: Shares, c: Shares) -> bool:
            return through(through(a, b, HALF), c, HALF) == through(a, through(b, c, HALF), HALF)

        found = smallest(associative, *[COARSE] * 3)
        assert found == (IGNORANCE, IGNORANCE, HALF_SURE)
        assert through(through(*found[:2], HALF), found[2], HALF)[0] == Fraction(1, 4)
        assert through(found[0], through(*found[1:], HALF), HALF)[0] == Fraction(1, 8)

    def test_scaling_by_an_opinion_in_place_of_a_number_is_not_associative_so_factors_are_numbers(self) -> None:
        def through_belief(source: Opinion, opinion: Opinion) -> Opinion:
            return discounted(opinion, source.belief)

        a = Opinion.of(*HALF_SURE)
        left, right = through_belief(through_belief(a, a), a), through_belief(a, through_belief(a, a))
        assert (left.positive, right.positive) == (Fraction(2, 3), Fraction(1, 2))

    def test_dempsters_rule_is_not_idempotent(self) -> None:
        assert smallest(lambda a: constraint(a, a) == a, COARSE) == (HALF_SURE,)
        assert constraint(HALF_SURE, HALF_SURE) == told("3/4", "0", "1/4")

    def test_dempsters_rule_is_undefined_where_two_contradict_each_other_outright(self) -> None:
        with pytest.raises(ZeroDivisionError):
            constraint(SURE, SURELY_NOT)
