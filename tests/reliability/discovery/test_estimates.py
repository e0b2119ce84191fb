"""Tests of 2-Estimates and 3-Estimates against their formulas, with every denial written out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from hypothesis import given

from tests.reliability.discovery.worlds import ROWS, Fact, Row, Scores, Trust, World, assert_agrees, mean

Key = TypeVar("Key")
Views = list[tuple[str, Fact, bool]]


def views(world: World) -> Views:
    """Who says of which fact that it is so, or that it is not."""
    spoken = {(name, fact[0]) for name, facts in world.facts_of.items() for fact in facts}
    return [(name, fact, (name, *fact) in world.rows) for name, subject in sorted(spoken) for fact in world.rivals_of[subject]]


def spread(amounts: Mapping[Key, float]) -> dict[Key, float]:
    least, most = min(amounts.values()), max(amounts.values())
    stretched = {key: (amount - least) / (most - least) if most - least > 1e-9 else min(amount, 1.0) for key, amount in amounts.items()}
    return {key: 0.5 * stretched[key] + 0.5 * (amount > 0.5 + 1e-9) for key, amount in amounts.items()}


def average(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return mean(found) if found else 0.0


def two_estimates(world: World, rounds: int) -> tuple[Scores, Trust]:
    error = dict.fromkeys(world.facts_of, 0.0)
    for _ in range(rounds):
        truth = spread(
            {
                fact: mean(1.0 - error[name] if agrees else error[name] for name, of, agrees in views(world) if of == fact)
                for fact in world.sources_of
            }
        )
        error = spread(
            {name: mean(1.0 - truth[of] if agrees else truth[of] for who, of, agrees in views(world) if who == name) for name in error}
        )
    return truth, {name: 1.0 - amount for name, amount in error.items()}


def three_estimates(world: World, rounds: int) -> tuple[Scores, Trust]:
    all_views = views(world)
    error = dict.fromkeys(world.facts_of, 0.1)
    hard = dict.fromkeys(world.sources_of, 0.1)
    for _ in range(rounds):
        wrong = {(name, of): error[name] * hard[of] for name, of, _ in all_views}
        truth = spread(
            {
                fact: mean(1.0 - wrong[name, of] if agrees else wrong[name, of] for name, of, agrees in all_views if of == fact)
                for fact in hard
            }
        )
        missed = {(name, of): 1.0 - truth[of] if agrees else truth[of] for name, of, agrees in all_views}
        hard = spread(
            {
                fact: average(missed[name, of] / error[name] for name, of, _ in all_views if of == fact and error[name] > 1e-6)
                for fact in hard
            }
        )
        error = spread(
            {name: average(missed[who, of] / hard[of] for who, of, _ in all_views if who == name and hard[of] > 1e-6) for name in error}
        )
    return truth, {name: 1.0 - amount for name, amount in error.items()}


@given(ROWS)
def test_two_estimates_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("2-estimates", rows, two_estimates)


@given(ROWS)
def test_three_estimates_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("3-estimates", rows, three_estimates)
