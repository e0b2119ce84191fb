"""Tests of Investment and PooledInvestment against their formulas in plain dictionaries."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given

from tests.reliability.discovery.worlds import ROWS, Fact, Row, Scores, Trust, World, assert_agrees, highest_is_one

Grow = Callable[[World, dict[Fact, float]], dict[Fact, float]]


def invested(grow: Grow, first: Callable[[World, Fact], float]) -> Callable[[World, int], tuple[Scores, Trust]]:
    def reference(world: World, rounds: int) -> tuple[Scores, Trust]:
        def placed() -> dict[Fact, float]:
            return {fact: sum(trust[name] / len(world.facts_of[name]) for name in names) for fact, names in world.sources_of.items()}

        def paid() -> dict[str, float]:
            whole = placed()
            return highest_is_one(
                {
                    name: sum(belief[fact] * trust[name] / len(facts) / whole[fact] if whole[fact] else 0.0 for fact in facts)
                    for name, facts in world.facts_of.items()
                }
            )

        trust = dict.fromkeys(world.facts_of, 1.0)
        belief = {fact: first(world, fact) for fact in world.sources_of}
        trust = paid()
        for _ in range(rounds):
            belief = grow(world, placed())
            trust = paid()
        return belief, trust

    return reference


def pooled(world: World, placed: dict[Fact, float]) -> dict[Fact, float]:
    whole = {fact: sum(placed[rival] ** 1.4 for rival in world.rivals_of[fact[0]]) for fact in placed}
    return {fact: amount * amount**1.4 / whole[fact] if whole[fact] else 0.0 for fact, amount in placed.items()}


@given(ROWS)
def test_investment_is_its_formula(rows: list[Row]) -> None:
    def votes(world: World, fact: Fact) -> float:
        return len(world.sources_of[fact]) / sum(len(world.sources_of[rival]) for rival in world.rivals_of[fact[0]])

    def grow(world: World, placed: dict[Fact, float]) -> dict[Fact, float]:
        return {fact: amount**1.2 for fact, amount in highest_is_one(placed).items()}

    assert_agrees("investment", rows, invested(grow, votes))


@given(ROWS)
def test_pooled_investment_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("pooled-investment", rows, invested(pooled, lambda world, fact: 1.0 / len(world.rivals_of[fact[0]])))
