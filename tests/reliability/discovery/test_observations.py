"""Tests of the flat arrays of observations: the order of rows and repetition leave no trace, and everything is where it is said to be."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reliability.discovery import Observations

Row = tuple[str, str, str]
ROWS = st.lists(st.tuples(st.sampled_from("pqrs"), st.sampled_from("xyz"), st.sampled_from(("1", "2", "10", ""))), max_size=20)


def spelled(observations: Observations) -> list[Row]:
    """The observations as rows again, in their own order."""
    facts = zip(observations.source.tolist(), observations.fact.tolist(), strict=True)
    named = ((observations.sources[source], observations.fact_object[fact], observations.fact_value[fact]) for source, fact in facts)
    return [(source, observations.objects[subject], value) for source, subject, value in named]


@given(ROWS)
def test_the_rows_come_back_each_once_sorted_by_object_value_and_source(rows: list[Row]) -> None:
    assert spelled(Observations.of(rows)) == sorted(set(rows), key=lambda row: (row[1], row[2], row[0]))


@given(ROWS, st.randoms())
def test_the_order_of_rows_and_repetition_leave_no_trace(rows: list[Row], rng: random.Random) -> None:
    other = [*rows, *rows[:3]]
    rng.shuffle(other)
    one, two = Observations.of(rows), Observations.of(other)
    assert (one.sources, one.objects, one.fact_value) == (two.sources, two.objects, two.fact_value)
    assert all((getattr(one, name) == getattr(two, name)).all() for name in ("fact_object", "source", "fact"))


@given(ROWS.filter(bool))
def test_the_counts_are_those_of_the_rows(rows: list[Row]) -> None:
    said, made = set(rows), Observations.of(rows)
    facts = sorted({row[1:] for row in rows})
    assert len(made) == len(said)
    assert made.supporters.tolist() == [sum(row[1:] == fact for row in said) for fact in facts]
    assert made.asserted.tolist() == [sum(row[0] == name for row in said) for name in made.sources]
    assert made.voters.tolist() == [sum(row[1] == name for row in said) for name in made.objects]
    assert made.rivals.tolist() == [sum(fact[0] == name for fact in facts) for name in made.objects]
    assert made.starts.tolist() == [next(at for at, fact in enumerate(facts) if fact[0] == name) for name in made.objects]


def test_a_source_that_gives_two_values_asserts_both() -> None:
    assert spelled(Observations.of([("p", "x", "2"), ("p", "x", "1")])) == [("p", "x", "1"), ("p", "x", "2")]


def test_sums_by_fact_source_and_object_add_the_amounts_of_the_observations() -> None:
    made = Observations.of([("p", "x", "1"), ("q", "x", "1"), ("q", "x", "2"), ("q", "y", "1")])
    amounts = (made.source + 1).astype(np.float64)
    assert made.by_fact(amounts).tolist() == [3.0, 2.0, 2.0]
    assert made.by_source(amounts).tolist() == [1.0, 6.0]
    assert made.by_object(made.by_fact(amounts)).tolist() == [5.0, 2.0]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Observations.of([("p", "x")])  # type: ignore[list-item]
