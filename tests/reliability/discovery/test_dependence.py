"""Tests of dependence: what speaks for one origin of two sources, and what against."""

from __future__ import annotations

import numpy as np
import pytest

from claimtrack.reliability.discovery import Observations
from claimtrack.reliability.discovery.dependence import COPIED, RARE, Meetings, linked
from tests.reliability.discovery.worlds import Row


def world(shared: int, differing: int = 0) -> list[Row]:
    """Two sources that agree on some contested objects, two others that agree on the contrary, and objects on which all differ."""
    rows = [(source, f"o{at}", "false" if source in "pq" else "true") for source in "pqrs" for at in range(shared)]
    return rows + [(source, f"d{at}", source) for source in "pqrs" for at in range(differing)]


def probability(rows: list[Row], right: float, believed: float) -> float:
    """How likely p and q are linked, when what they share is believed so far."""
    seen = Observations.of(rows)
    met = Meetings.of(seen)
    belief = np.array([believed if value == "false" else 1 - believed for value in seen.fact_value])
    found = linked(met, seen, np.full(len(met.differ), right), belief)
    names = [(seen.sources[one], seen.sources[other]) for one, other in zip(met.left, met.right, strict=True)]
    return float(found[names.index(("p", "q"))])


def test_the_odds_are_those_of_the_formula() -> None:
    common = (0 + 3 * 1) / (2 + 3)
    alone = 0.1 * 0.7 + 0.9 * 0.3 * common
    odds = RARE / (1 - RARE) * (1 - COPIED + COPIED / alone) ** 10
    assert probability(world(10), 0.7, 0.1) == pytest.approx(odds / (1 + odds))


def test_to_share_what_is_false_tells_more_than_to_share_what_is_true() -> None:
    assert probability(world(10), 0.8, 0.01) > 0.9 > 0.1 > probability(world(10), 0.8, 0.99)


def test_to_differ_tells_against() -> None:
    assert probability(world(10, 10), 0.8, 0.01) < probability(world(10, 2), 0.8, 0.01) < probability(world(10), 0.8, 0.01)


def test_the_better_both_are_the_less_it_tells_that_they_agree_on_what_is_believed() -> None:
    assert probability(world(30), 0.95, 0.9) < probability(world(30), 0.5, 0.9)


def test_what_nobody_contests_tells_nothing() -> None:
    rows = world(10)
    agreed = [(source, f"a{at}", "same") for source in "pq" for at in range(20)]
    assert probability(rows + agreed, 0.8, 0.01) == probability(rows, 0.8, 0.01)


def test_amounts_of_those_that_agree_are_summed_by_how_likely_they_are_linked() -> None:
    seen = Observations.of(world(5))
    met = Meetings.of(seen)
    ties = np.where(met.left == 0, 0.5, 0.0)
    sums = met.summed(np.arange(len(seen), dtype=np.float64), ties)
    for at in range(0, len(seen), 4):
        assert sums[at : at + 4].tolist() == [0.5 * (at + 1), 0.5 * at, 0.0, 0.0]
