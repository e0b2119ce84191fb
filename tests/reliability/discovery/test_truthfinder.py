"""Tests of TruthFinder against its formula in plain dictionaries, with a likeness and without."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

from hypothesis import given

from claimtrack.reliability.discovery import Observations, discover
from tests.reliability.discovery.worlds import ROWS, Row, Scores, Trust, World, assert_agrees, mean


def alike(one: str, other: str) -> float:
    return 1.0 / (1.0 + abs(float(one) - float(other)))


def nothing_lent(one: str, other: str) -> float:
    return 0.5


def truthfinder(similarity: Callable[[str, str], float]) -> Callable[[World, int], tuple[Scores, Trust]]:
    def reference(world: World, rounds: int) -> tuple[Scores, Trust]:
        trust = dict.fromkeys(world.facts_of, 0.9)
        for _ in range(rounds):
            sigma = {fact: sum(-log(1.0 - min(trust[name], 1 - 1e-12)) for name in names) for fact, names in world.sources_of.items()}
            adjusted = {
                fact: own
                + 0.5 * sum(sigma[rival] * (similarity(rival[1], fact[1]) - 0.5) for rival in world.rivals_of[fact[0]] if rival != fact)
                for fact, own in sigma.items()
            }
            trust = {name: mean(1.0 / (1.0 + exp(-0.3 * adjusted[fact])) for fact in facts) for name, facts in world.facts_of.items()}
        return adjusted, trust

    return reference


@given(ROWS)
def test_truthfinder_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("truthfinder", rows, truthfinder(nothing_lent))


@given(ROWS)
def test_truthfinder_with_a_likeness_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("truthfinder", rows, truthfinder(alike), similarity=alike)


def test_values_near_each_other_win_over_one_that_stands_alone() -> None:
    rows = [("p", "x", "100"), ("q", "x", "101"), ("r", "x", "7"), ("s", "x", "7"), ("t", "x", "102"), ("u", "x", "99"), ("v", "x", "98.5")]
    near = discover(Observations.of(rows), "truthfinder", similarity=lambda one, other: float(abs(float(one) - float(other)) < 3))
    assert discover(Observations.of(rows), "truthfinder").truths[0].value == "7"
    assert near.truths[0].value in {"100", "101"}
