"""Tests of Accu, with likeness and with popularity, against their formulas in plain dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

from hypothesis import given

from claimtrack.reliability.discovery import Observations, discover
from tests.reliability.discovery.test_truthfinder import alike
from tests.reliability.discovery.worlds import ROWS, Fact, Row, Scores, Trust, World, assert_agrees, mean

Count = Callable[[World, dict[str, float]], dict[Fact, float]]


def in_turns(count: Count, possible: int) -> Callable[[World, int], tuple[Scores, Trust]]:
    def reference(world: World, rounds: int) -> tuple[Scores, Trust]:
        accuracy = dict.fromkeys(world.facts_of, 0.8)
        for _ in range(rounds):
            counted = count(world, accuracy)
            chance: dict[Fact, float] = {}
            for facts in world.rivals_of.values():
                whole = sum(exp(counted[fact]) for fact in facts) + max(possible - len(facts), 0)
                chance |= {fact: exp(counted[fact]) / whole for fact in facts}
            accuracy = {name: min(max(mean(chance[fact] for fact in facts), 0.01), 0.99) for name, facts in world.facts_of.items()}
        return counted, accuracy

    return reference


def plain(world: World, accuracy: dict[str, float]) -> dict[Fact, float]:
    return {fact: sum(log(100 * accuracy[name] / (1.0 - accuracy[name])) for name in names) for fact, names in world.sources_of.items()}


def similar(world: World, accuracy: dict[str, float]) -> dict[Fact, float]:
    own = plain(world, accuracy)
    return {
        fact: own[fact] + 0.5 * sum(own[rival] * alike(rival[1], fact[1]) for rival in world.rivals_of[fact[0]] if rival != fact)
        for fact in own
    }


def popular(world: World, accuracy: dict[str, float]) -> dict[Fact, float]:
    """From the likelihood of all that is said of an object, should the fact be right, less what is the same for each."""
    counted = {}
    many = {fact: len(names) for fact, names in world.sources_of.items()}
    for facts in world.rivals_of.values():
        whole = sum(many[fact] for fact in facts)
        each_wrong = sum(log(1.0 - accuracy[name]) for fact in facts for name in world.sources_of[fact])
        popularity = sum(many[fact] * log(many[fact]) for fact in facts)
        for fact in facts:
            likelihood = sum(log(accuracy[name]) for name in world.sources_of[fact])
            for rival in facts:
                if rival != fact:
                    likelihood += sum(log((1.0 - accuracy[name]) * many[rival] / (whole - many[fact])) for name in world.sources_of[rival])
            counted[fact] = likelihood - each_wrong - popularity
    return counted


@given(ROWS)
def test_accu_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("accu", rows, in_turns(plain, 101))


@given(ROWS)
def test_accu_with_likeness_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("accu-sim", rows, in_turns(similar, 101), similarity=alike)


@given(ROWS)
def test_accu_without_likeness_is_accu(rows: list[Row]) -> None:
    assert_agrees("accu-sim", rows, in_turns(plain, 101))


@given(ROWS)
def test_accu_with_popularity_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("accu-pr", rows, in_turns(popular, 0))


def test_an_object_of_more_values_than_accu_thinks_there_are_is_no_trouble() -> None:
    rows = [(f"source-{at}", "x", str(at)) for at in range(150)] + [("source-150", "x", "7")]
    (truth,) = discover(Observations.of(rows), "accu").truths
    assert truth.value == "7"
    assert 0.0 < truth.confidence < 1.0
