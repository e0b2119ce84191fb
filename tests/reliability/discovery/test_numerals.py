"""Tests of values that are numbers: what counts as one, and which of them are taken together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reliability.discovery import METHODS, Observations, discover
from claimtrack.reliability.discovery.numerals import merged, numbers
from tests.reliability.discovery.worlds import ROWS, Row


def values(rows: list[Row], tolerance: float) -> list[tuple[str, str]]:
    """Who asserts what, once numbers are taken together."""
    found = merged(Observations.of(rows), tolerance)
    return sorted((found.sources[source], found.fact_value[fact]) for source, fact in zip(found.source, found.fact, strict=True))


@pytest.mark.parametrize("value", ["0", "-12", "+3.5", ".5", "7.", "1e3", "2E-4"])
def test_a_numeral_is_a_number(value: str) -> None:
    assert numbers(Observations.of([("p", "x", value)])).tolist() == [float(value)]


@pytest.mark.parametrize("value", ["", "nan", "inf", "1_000", "1,000", " 1", "1 km", "0x1", "1e999", "٣", "-"])
def test_anything_else_is_a_word(value: str) -> None:
    found = numbers(Observations.of([("p", "x", value)]))
    assert str(found.tolist()) == "[nan]"


def test_numbers_within_the_tolerance_of_the_most_asserted_are_taken_for_it() -> None:
    rows = [("p", "x", "10.1"), ("q", "x", "10.2"), ("r", "x", "10.2"), ("s", "x", "10.3"), ("t", "x", "10.4")]
    assert values(rows, 0.1) == [("p", "10.2"), ("q", "10.2"), ("r", "10.2"), ("s", "10.2"), ("t", "10.4")]


def test_a_chain_of_near_numbers_is_not_one_value() -> None:
    rows = [(f"source-{at}", "x", str(at)) for at in range(7)]
    assert {value for _, value in values(rows, 1.0)} == {"0", "2", "4", "6"}


def test_a_tolerance_of_nothing_joins_spellings_of_one_number() -> None:
    assert values([("p", "x", "1.0"), ("q", "x", "1"), ("r", "x", "1.01")], 0.0) == [("p", "1"), ("q", "1"), ("r", "1.01")]


def test_words_are_left_as_they_are_and_objects_apart() -> None:
    rows = [("p", "x", "1"), ("q", "x", "one"), ("r", "y", "1.2"), ("s", "x", "1.2"), ("t", "x", "1")]
    assert values(rows, 0.5) == [("p", "1"), ("q", "one"), ("r", "1.2"), ("s", "1"), ("t", "1")]


def test_a_source_whose_two_values_become_one_is_counted_once() -> None:
    assert values([("p", "x", "1"), ("p", "x", "1.1"), ("q", "x", "1")], 0.2) == [("p", "1"), ("q", "1")]


@given(ROWS, st.sampled_from((0.0, 0.5, 1.0, 2.0, 1e-300, 1e300)))
def test_merging_keeps_every_source_and_object_and_ends_after_one_round_of_a_tolerance_of_nothing(
    rows: list[Row], tolerance: float
) -> None:
    before = Observations.of(rows)
    after = merged(before, tolerance)
    assert (after.sources, after.objects) == (before.sources, before.objects)
    assert {(source, after.fact_object[fact]) for source, fact in zip(after.source.tolist(), after.fact.tolist(), strict=True)} == {
        (source, before.fact_object[fact]) for source, fact in zip(before.source.tolist(), before.fact.tolist(), strict=True)
    }
    assert merged(after, 0.0).fact_value == after.fact_value


@pytest.mark.parametrize("method", METHODS)
def test_every_method_takes_a_tolerance(method: str) -> None:
    rows = [("p", "x", "1"), ("q", "x", "1.05"), ("r", "x", "9"), ("r", "y", "3"), ("p", "y", "3"), ("q", "y", "3")]
    assert discover(Observations.of(rows), method, tolerance=0.1, rounds=200).truths[0].value == "1"


@pytest.mark.parametrize("method", ["crh", "catd"])
def test_huge_numbers_are_no_trouble(method: str) -> None:
    rows = [("p", "x", "1e99"), ("q", "x", "-1e99"), ("r", "x", "1e300"), ("p", "y", "1e99"), ("q", "y", "-1e99"), ("r", "y", "0")]
    assert len(discover(Observations.of(rows), method, tolerance=0.0).truths) == 2
