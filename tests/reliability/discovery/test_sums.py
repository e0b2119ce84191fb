"""Tests of Sums and Average.Log against their formulas in plain dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from math import log

from hypothesis import given

from claimtrack.reliability.discovery import Observations, discover
from tests.reliability.discovery.worlds import ROWS, Row, Scores, Trust, World, assert_agrees, highest_is_one


def summed(factor: Callable[[int], float]) -> Callable[[World, int], tuple[Scores, Trust]]:
    def reference(world: World, rounds: int) -> tuple[Scores, Trust]:
        def trusted() -> dict[str, float]:
            return highest_is_one(
                {name: factor(len(facts)) * sum(belief[fact] for fact in facts) for name, facts in world.facts_of.items()}
            )

        belief = dict.fromkeys(world.sources_of, 1.0)
        trust = trusted()
        for _ in range(rounds):
            belief = highest_is_one({fact: sum(trust[name] for name in names) for fact, names in world.sources_of.items()})
            trust = trusted()
        return belief, trust

    return reference


@given(ROWS)
def test_sums_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("sums", rows, summed(lambda many: 1.0))


@given(ROWS)
def test_average_log_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("average-log", rows, summed(lambda many: log(many) / many))


def test_a_source_of_one_fact_has_no_trust_by_average_log() -> None:
    rows = [("p", "x", "1"), ("q", "x", "2"), ("q", "y", "1")]
    assert discover(Observations.of(rows), "average-log").reliabilities == {"p": 0.0, "q": 1.0}
