from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

import numpy as np
import pytest

from claimtrack.reliability.discovery import DEFAULT, METHODS, Observations, Settings
from tests.accuracy.truth_table import REGIMES, Table, accuracy, behind, lines, table
from tests.accuracy.worlds import World

CLOSE = 0.02
"""How far the default may be behind the best method, in any regime but those of `KNOWN`."""
KNOWN = {"weather": 0.08}
"""Where more is allowed: Dawid-Skene learns that a service is a degree too warm, and puts it right; the default only trusts it less."""
COLLAPSE = 0.10
"""How far behind the best method of a regime a method has collapsed."""

pytestmark = pytest.mark.xdist_group("truth table")  # with --dist loadgroup one process makes the table, not each
regimes = pytest.mark.parametrize("made", REGIMES.values(), ids=REGIMES)


@pytest.fixture(scope="module")
def measured() -> Table:
    return table()


@regimes
def test_a_seed_makes_the_same_world_again(made: Callable[[Random], World]) -> None:
    assert made(Random(4)) == made(Random(4)) != made(Random(5))


@regimes
def test_a_source_speaks_once_of_an_object_and_most_objects_have_their_truth_told(made: Callable[[Random], World]) -> None:
    world = made(Random(3))
    assert max(Counter((source, name) for source, name, _ in world.rows).values()) == 1
    told = {(name, value) for _, name, value in world.rows}
    assert sum(pair in told for pair in world.truth.items()) > 0.7 * len(world.truth)


def test_where_values_tie_the_truth_counts_its_share() -> None:
    seen = Observations.of([("p", "x", "a"), ("q", "x", "b"), ("p", "y", "c")])
    assert accuracy(seen, METHODS["majority"](seen, Settings()), {"x": "b", "y": "c"}) == 0.75


def test_a_row_tells_means_worst_and_the_most_a_method_is_behind() -> None:
    made: Table = {"one": {"calm": [0.5, 1.0], "wild": [0.4]}, "two": {"calm": [0.25], "wild": [0.5]}}
    assert lines(made)[2:] == ["| one | 75 (50) | 40 (40) | 10.0 |", "| two | 25 (25) | 50 (50) | 50.0 |"]


@pytest.mark.slow
@pytest.mark.parametrize("regime", REGIMES)
def test_the_default_is_close_to_the_best_method_of_each_regime(measured: Table, regime: str) -> None:
    assert behind(measured)[DEFAULT][regime] <= KNOWN.get(regime, CLOSE)


@pytest.mark.slow
def test_only_the_default_is_close_to_the_best_everywhere(measured: Table) -> None:
    near = {method for method, gaps in behind(measured).items() if all(gap <= KNOWN.get(regime, CLOSE) for regime, gap in gaps.items())}
    assert near == {DEFAULT}


@pytest.mark.slow
def test_of_all_methods_only_those_that_look_for_copying_never_collapse(measured: Table) -> None:
    assert {method for method, gaps in behind(measured).items() if max(gaps.values()) <= COLLAPSE} == {DEFAULT, "accu-copy"}


@pytest.mark.slow
def test_the_default_is_better_than_votes_in_the_mean_of_every_regime(measured: Table) -> None:
    assert all(np.mean(measured[DEFAULT][regime]) > np.mean(measured["majority"][regime]) for regime in REGIMES)
