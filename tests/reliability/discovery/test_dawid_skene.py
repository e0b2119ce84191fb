"""Tests of Dawid-Skene against its formula in plain dictionaries, and of what habits are good for."""

from __future__ import annotations

import random
from collections import Counter
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reliability.discovery import Observations, discover
from tests.reliability.discovery.worlds import ROWS, Fact, Row, Scores, Trust, World, assert_agrees, mean

LABELS = st.lists(
    st.tuples(st.sampled_from("pqr"), st.sampled_from([f"x{at}" for at in range(14)]), st.sampled_from(("1", "2", "3"))),
    min_size=20,
    max_size=60,
)
"""Rows in which values recur often enough for habits."""


def labelled(world: World, rounds: int) -> tuple[Scores, Trust]:
    rivals, sources = world.rivals_of, world.sources_of
    said = {subject: [(name, fact[1]) for fact in facts for name in sources[fact]] for subject, facts in rivals.items()}
    recurring = {value for value, many in Counter(value for _, value in sources).items() if many >= 5}
    met = Counter((name, value) for subject, value in sources for name, _ in said[subject] if value in recurring)

    def normal(amounts: dict[Fact, float]) -> dict[Fact, float]:
        return {fact: amount / sum(amounts[rival] for rival in rivals[fact[0]]) for fact, amount in amounts.items()}

    def accuracies() -> dict[str, float]:
        return {name: (sum(chance[fact] for fact in facts) + 1) / (len(facts) + 2) for name, facts in world.facts_of.items()}

    def prior(value: str) -> float:
        if value in recurring:
            return 1 + sum(chance[fact] for fact in sources if fact[1] == value)
        return 1 + mean(chance[fact] for fact in sources if fact[1] not in recurring)

    def probability(name: str, truth: Fact, asserted: str) -> float:
        plain = accuracy[name] if asserted == truth[1] else (1 - accuracy[name]) / max(len(rivals[truth[0]]) - 1, 1)
        if met[name, truth[1]] < 5:
            return plain
        alike = [fact for fact in sources if fact[1] == truth[1]]
        if asserted != truth[1]:
            cells = [fact for fact in alike for who, value in said[fact[0]] if (who, value) == (name, asserted)]
            plain = (1 - accuracy[name]) * mean(1 / max(len(rivals[fact[0]]) - 1, 1) for fact in cells)
        row = sum(chance[fact] for fact in alike for who, _ in said[fact[0]] if who == name)
        cell = sum(chance[fact] for fact in alike for who, value in said[fact[0]] if who == name and value == asserted)
        return (cell + 5 * plain) / (row + 5)

    def likelihood(fact: Fact) -> float:
        return log(prior(fact[1])) + sum(log(probability(name, fact, value)) for name, value in said[fact[0]])

    scores: dict[Fact, float] = {}
    chance = normal({fact: float(len(names)) for fact, names in sources.items()})
    accuracy = accuracies()
    for _ in range(rounds):
        scores = {fact: likelihood(fact) for fact in sources}
        chance = normal({fact: exp(score) for fact, score in scores.items()})
        accuracy = accuracies()
    return scores, accuracy


@given(ROWS | LABELS)
def test_dawid_skene_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("dawid-skene", rows, labelled, rounds=2)


def habitual(seed: int) -> list[Row]:
    """Of "yes" and "no": two good sources, and three that say "no" of most that are "yes", each by itself."""
    rng = random.Random(seed)
    rows = []
    for at in range(150):
        truth = "yes" if at % 2 else "no"
        rows += [(name, f"{truth}-{at}", truth if rng.random() < 0.9 else "no" if truth == "yes" else "yes") for name in ("p", "q", "r")]
        rows += [(name, f"{truth}-{at}", "no" if truth == "no" or rng.random() < 0.6 else "yes") for name in ("s", "t")]
    return rows


def right(method: str, rows: list[Row]) -> int:
    return sum(truth.object.startswith(truth.value) for truth in discover(Observations.of(rows), method).truths)


@pytest.mark.parametrize("seed", range(5))
def test_a_habit_of_saying_no_is_learnt_and_allowed_for(seed: int) -> None:
    rows = habitual(seed)
    assert right("dawid-skene", rows) > right("majority", rows)


def test_an_object_of_very_many_values_is_no_trouble() -> None:
    rows = [(f"source-{at}", subject, str(at)) for at in range(60) for subject in ("x", "y", "z", "u", "v", "w")]
    assert len(discover(Observations.of(rows), "dawid-skene").truths[0].tied) == 60
