"""Tests of CRH and CATD, with words and with numbers, against their formulas in plain dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from math import log, sqrt

import pytest
from hypothesis import given
from scipy.special import chdtri  # type: ignore[import-untyped]  # it ships no types

from claimtrack.reliability.discovery import Observations, discover
from tests.reliability.discovery.worlds import ROWS, Fact, Row, Scores, Trust, World, assert_agrees, highest_is_one, mean

Chosen = tuple[dict[Fact, float], dict[Fact, float]]
"""Scores, and losses."""


def voted(world: World, weight: dict[Fact, float]) -> Chosen:
    top = {subject: max(weight[fact] for fact in facts) for subject, facts in world.rivals_of.items()}
    return weight, {fact: float(amount < top[fact[0]] * (1 - 1e-9)) for fact, amount in weight.items()}


def spread(world: World, subject: str) -> float:
    said = [float(value) for _, of, value in world.rows if of == subject]
    return sqrt(mean((number - mean(said)) ** 2 for number in said))


def median(world: World, weight: dict[Fact, float]) -> Chosen:
    scores: dict[Fact, float] = {}
    losses: dict[Fact, float] = {}
    for subject, facts in world.rivals_of.items():
        whole = sum(weight[fact] for fact in facts)
        for fact in facts:
            below = sum(weight[rival] for rival in facts if float(rival[1]) < float(fact[1]))
            above = sum(weight[rival] for rival in facts if float(rival[1]) > float(fact[1]))
            beyond = max(below, above) / whole - 0.5 if whole else 0.0
            scores[fact] = -beyond if beyond > 1e-6 else 0.0
        middle = mean(float(fact[1]) for fact in facts if scores[fact] == 0.0)
        losses |= {fact: abs(float(fact[1]) - middle) / (spread(world, subject) or 1.0) for fact in facts}
    return scores, losses


def weighted_mean(world: World, weight: dict[Fact, float]) -> Chosen:
    losses: dict[Fact, float] = {}
    for subject, facts in world.rivals_of.items():
        middle = sum(weight[fact] * float(fact[1]) for fact in facts) / sum(weight[fact] for fact in facts)
        losses |= {fact: (float(fact[1]) - middle) ** 2 / (spread(world, subject) or 1.0) ** 2 for fact in facts}
    return {fact: -loss for fact, loss in losses.items()}, losses


def in_turns(
    choose: Callable[[World, dict[Fact, float]], Chosen], weigh: Callable[[World, dict[str, float]], dict[str, float]]
) -> Callable[[World, int], tuple[Scores, Trust]]:
    def reference(world: World, rounds: int) -> tuple[Scores, Trust]:
        trust = dict.fromkeys(world.facts_of, 1.0)
        for _ in range(rounds):
            scores, losses = choose(world, {fact: sum(trust[name] for name in names) for fact, names in world.sources_of.items()})
            trust = weigh(world, {name: max(sum(losses[fact] for fact in facts), 0.5) for name, facts in world.facts_of.items()})
        return scores, trust

    return reference


def logarithms(world: World, losses: dict[str, float]) -> dict[str, float]:
    means = {name: loss / len(world.facts_of[name]) for name, loss in losses.items()}
    return {name: -log(loss / sum(means.values())) for name, loss in means.items()}


def upper_ends(world: World, losses: dict[str, float]) -> dict[str, float]:
    return highest_is_one({name: float(chdtri(len(world.facts_of[name]), 0.975)) / loss for name, loss in losses.items()})


@given(ROWS)
def test_crh_of_words_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("crh", rows, in_turns(voted, logarithms))


@given(ROWS)
def test_crh_of_numbers_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("crh", rows, in_turns(median, logarithms), numeric=True)


@given(ROWS)
def test_catd_of_words_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("catd", rows, in_turns(voted, upper_ends))


@given(ROWS)
def test_catd_of_numbers_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("catd", rows, in_turns(weighted_mean, upper_ends), numeric=True)


def test_catd_trusts_a_source_with_little_to_its_name_less_than_one_with_much() -> None:
    rows = [(name, f"x{at}", "right") for at in range(60) for name in ("much", "too") if at or name == "too"] + [("little", "x0", "right")]
    found = discover(Observations.of(rows), "catd").reliabilities
    assert found["little"] < 0.01 < found["much"]


@pytest.mark.parametrize("method", ["crh", "catd"])
def test_numbers_are_weighed_by_degree_when_there_is_a_tolerance(method: str) -> None:
    rows = [("p", "x", "10"), ("q", "x", "11"), ("r", "x", "12"), ("s", "x", "500"), ("t", "x", "500")]
    assert discover(Observations.of(rows), method).truths[0].value == "500"
    assert discover(Observations.of(rows), method, tolerance=0.0).truths[0].value in {"10", "11", "12"}


def test_an_object_with_a_word_among_its_values_is_one_of_words() -> None:
    rows = [("p", "x", "10"), ("q", "x", "11"), ("r", "x", "12"), ("s", "x", "unknown"), ("t", "x", "unknown")]
    assert discover(Observations.of(rows), "crh", tolerance=0.0).truths[0].value == "unknown"
