"""Tests of nearness: what numbers and lists lend one another."""

from __future__ import annotations

import math

import pytest

from claimtrack.reliability.discovery import Observations
from claimtrack.reliability.discovery.nearness import COMPARED, nearness


def lent(*values: str) -> dict[tuple[str, str], float]:
    seen = Observations.of([(f"s{at}", "x", value) for at, value in enumerate(values)])
    found = nearness(seen)
    names = seen.fact_value
    rows = zip(found.one.tolist(), found.other.tolist(), found.degree.tolist(), strict=True)
    return {(names[one], names[other]): degree for one, other, degree in rows}


def test_numbers_lend_by_their_distance_measured_by_the_median_distance() -> None:
    found = lent("10", "12", "20")
    assert found["10", "12"] == found["12", "10"] == pytest.approx(math.exp(-2 / 8))
    assert found["10", "20"] == pytest.approx(math.exp(-10 / 8))


def test_a_list_bears_out_a_longer_one_and_not_the_other_way() -> None:
    assert lent("Ada Moss", "Ben Reed; ada moss") == {("Ada Moss", "Ben Reed; ada moss"): 1.0}


def test_a_land_bears_out_a_town_in_it() -> None:
    assert lent("Osk, Velm", "Velm", "Murr") == {("Velm", "Osk, Velm"): 1.0}


@pytest.mark.parametrize("values", [("1,200", "1"), ("3/4", "3"), ("oak", "oak tree"), ("a; b", "b; a"), ("a; b", "a; c"), ("", "a; b")])
def test_what_is_no_list_within_a_list_lends_nothing(values: tuple[str, ...]) -> None:
    assert lent(*values) == {}


def test_words_and_numbers_lend_each_other_nothing() -> None:
    assert lent("10", "ten") == {}


def test_two_spellings_of_a_number_bear_each_other_out_wholly() -> None:
    assert lent("10", "10.0") == {("10", "10.0"): 1.0, ("10.0", "10"): 1.0}


def test_an_object_with_very_many_values_is_left_alone() -> None:
    assert lent(*(str(at) for at in range(COMPARED + 1))) == {}
