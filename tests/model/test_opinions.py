"""Tests of opinions: exact numbers in, the shares they give, and what is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from claimtrack.errors import RecordError
from claimtrack.model.opinions import Opinion, W, exact
from claimtrack.testing import opinions


@given(opinions())
def test_belief_disbelief_and_uncertainty_are_shares_of_one(opinion: Opinion) -> None:
    assert opinion.belief + opinion.disbelief + opinion.uncertainty == 1
    assert min(opinion.belief, opinion.disbelief) >= 0
    assert 0 < opinion.uncertainty <= 1
    assert 0 <= opinion.projected <= 1


@given(opinions())
def test_evidence_and_shares_tell_the_same(opinion: Opinion) -> None:
    assert Opinion.of(opinion.belief, opinion.disbelief, opinion.uncertainty, opinion.base_rate) == opinion
    assert opinion.positive == W * opinion.belief / opinion.uncertainty
    assert opinion.negative == W * opinion.disbelief / opinion.uncertainty


@given(opinions())
def test_the_projected_probability_is_belief_and_the_base_rate_of_what_is_uncertain(opinion: Opinion) -> None:
    assert opinion.projected == opinion.belief + opinion.base_rate * opinion.uncertainty
    assert opinion.projected * (opinion.positive + opinion.negative + W) == opinion.positive + opinion.base_rate * W


@pytest.mark.parametrize("value", [1, "1", 1.0, "1.0", "2/2", Fraction(1), " 1 "])
def test_one_number_may_be_spelled_in_many_ways(value: Any) -> None:
    assert exact(value) == 1


def test_a_float_is_taken_as_it_is_spelled() -> None:
    assert exact(0.1) == Fraction(1, 10) != Fraction.from_float(0.1)
    assert exact(1e-7) == Fraction(1, 10_000_000)


@pytest.mark.parametrize(
    "value", [True, None, "", "much", "1/0", "1e9", "1e999999999", "1_0", "9" * 41, float("nan"), float("inf"), 1j, "٣"]
)
def test_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(RecordError, match=r"is no number; write it as 4/5 or 0\.8"):
        exact(value)


def test_an_error_names_the_field() -> None:
    with pytest.raises(RecordError, match="below 0") as caught:
        Opinion(negative=-1)
    assert caught.value.field == "negative"
    with pytest.raises(RecordError, match="above 1") as caught:
        Opinion(base_rate="1.01")
    assert caught.value.field == "base_rate"


@pytest.mark.parametrize("given_shares", [("0.3", "0.3", "0.3"), (0.5, 0.5, 0.5), ("1/3", "1/3", "0.33")])
def test_shares_that_do_not_make_one_are_refused(given_shares: tuple[Any, Any, Any]) -> None:
    with pytest.raises(RecordError, match="must make 1 exactly"):
        Opinion.of(*given_shares)


@pytest.mark.parametrize("given_shares", [(1, 0, 0), ("1/2", "1/2", 0), (0, 1, 0)])
def test_a_dogmatic_opinion_is_refused(given_shares: tuple[Any, Any, Any]) -> None:
    with pytest.raises(RecordError, match="would silence all others"):
        Opinion.of(*given_shares)


@pytest.mark.parametrize("given_shares", [("-0.2", "0.2", 1), (0, "-1", 2), (2, 0, -1)])
def test_shares_out_of_range_are_refused(given_shares: tuple[Any, Any, Any]) -> None:
    with pytest.raises(RecordError, match=r"below 0|above 1"):
        Opinion.of(*given_shares)


def test_without_evidence_nothing_is_told_as_a_probability() -> None:
    nothing = Opinion()
    assert not nothing.assessable
    assert str(nothing) == "not assessable"
    assert nothing.uncertainty == 1


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ("1.6", "P 0.72, uncertainty 0.56"),
        ("3.2", "P 0.81, uncertainty 0.38"),
        ("4.8", "P 0.85, uncertainty 0.29"),
        ("0.7", "P 0.63, uncertainty 0.74"),
        ("0.2", "P 0.55, uncertainty 0.91"),
    ],
)
def test_origins_by_letter_give_the_known_figures(evidence: str, told: str) -> None:
    assert str(Opinion(positive=exact(evidence))) == told
