"""Tests of copying: its formula against plain dictionaries, who is found in made worlds, and who is not."""

from __future__ import annotations

from itertools import combinations
from math import exp, log

import numpy as np
import pytest

from claimtrack.reliability.discovery import Discovery, Observations, Settings, discover
from claimtrack.reliability.discovery.accu_copy import accu_copy, copying
from claimtrack.reliability.discovery.pairs import pairs
from tests.reliability.discovery.worlds import Fact, Row, Scores, Trust, World, assert_agrees, copied_world, mean, world

Pair = tuple[str, str]


def probabilities(world: World, accuracy: Trust, chance: Scores) -> dict[Pair, float]:
    """For all pairs of sources the probability that they are not independent, by the formula."""
    return {
        (one, other): forth + back
        for one, other in combinations(sorted(world.facts_of), 2)
        for forth, back in [both_ways(world, accuracy, chance, one, other)]
    }


def both_ways(world: World, accuracy: Trust, chance: Scores, one: str, other: str) -> tuple[float, float]:
    ours, theirs = set(world.facts_of[one]), set(world.facts_of[other])
    differ = len({fact[0] for fact in ours} & {fact[0] for fact in theirs}) - len({fact[0] for fact in ours & theirs})
    prior = 0.2 / (len(world.facts_of) - 1)

    def odds(origin: float) -> float:
        found = differ * log(0.2)
        for fact in sorted(ours & theirs):
            right, rivals = chance[fact], max(len(world.rivals_of[fact[0]]) - 1, 1)
            apart = right * accuracy[one] * accuracy[other] + (1 - right) * (1 - accuracy[one]) * (1 - accuracy[other]) / rivals
            found += log(0.2 + 0.8 * (right * origin + (1 - right) * (1 - origin)) / apart)
        return exp(min(found, 300.0)) * prior

    forth, back = odds(accuracy[other]), odds(accuracy[one])
    whole = 1 - 2 * prior + forth + back
    return forth / whole, back / whole


def copied(world: World, rounds: int) -> tuple[Scores, Trust]:
    sources = world.sources_of
    accuracy = dict.fromkeys(world.facts_of, 0.8)
    chance = {fact: len(names) / sum(len(sources[rival]) for rival in world.rivals_of[fact[0]]) for fact, names in sources.items()}
    for _ in range(rounds):
        found = probabilities(world, accuracy, chance)
        dependent = found | {(other, one): amount for (one, other), amount in found.items()}
        scores = {
            fact: sum(
                log(100 * accuracy[name] / (1 - accuracy[name]))
                / (1 + 0.8 * sum(dependent[name, other] for other in names if other != name))
                for name in names
            )
            for fact, names in sources.items()
        }
        whole = {subject: sum(exp(scores[fact]) for fact in facts) + 101 - len(facts) for subject, facts in world.rivals_of.items()}
        chance = {fact: exp(score) / whole[fact[0]] for fact, score in scores.items()}
        accuracy = {name: min(max(mean(chance[fact] for fact in facts), 0.01), 0.99) for name, facts in world.facts_of.items()}
    return scores, accuracy


def few(seed: int) -> list[Row]:
    """A made world of few objects, in which every pair shares enough for its probability to be looked at."""
    return copied_world(seed, copiers=2, objects=25)


@pytest.mark.parametrize("seed", range(3))
def test_copying_is_its_formula_for_every_pair_looked_at(seed: int) -> None:
    rows = few(seed)
    made, plain = Observations.of(rows), world(rows)
    met = pairs(made)
    accuracy = np.linspace(0.3, 0.9, len(made.sources))
    chance = made.supporters / made.voters[made.fact_object]
    facts: list[Fact] = [(made.objects[at], value) for at, value in zip(made.fact_object, made.fact_value, strict=True)]
    trust, scores = dict(zip(made.sources, accuracy.tolist(), strict=True)), dict(zip(facts, chance.tolist(), strict=True))
    forth, back = copying(met, made, accuracy, chance)
    for one, other, there, again in zip(met.one, met.other, forth, back, strict=True):
        assert (there, again) == pytest.approx(both_ways(plain, trust, scores, made.sources[one], made.sources[other]), rel=1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_accu_with_copying_is_its_formula_where_all_pairs_are_looked_at(seed: int) -> None:
    rows = few(seed)
    made = Observations.of(rows)
    assert len(pairs(made).one) == len(made.sources) * (len(made.sources) - 1) // 2
    assert_agrees("accu-copy", rows, copied)


def pairs_told(found: Discovery) -> dict[Pair, float]:
    return {(min(row.copier, row.source), max(row.copier, row.source)): row.probability for row in found.copying}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("share", [1.0, 0.9])
def test_copiers_of_false_values_are_found_and_independent_sources_are_not(seed: int, share: float) -> None:
    told = pairs_told(discover(Observations.of(copied_world(seed, copied=share)), "accu-copy"))
    assert all(told[pair] > 0.9 for pair in combinations(sorted(["model", *(f"copier-{at}" for at in range(5))]), 2))
    assert not any("independent" in name for pair in told for name in pair)


@pytest.mark.parametrize("seed", range(5))
def test_no_independent_sources_come_near_to_copying(seed: int) -> None:
    made = Observations.of(copied_world(seed, copiers=0))
    met = pairs(made)
    found = accu_copy(made, Settings())
    assert found.confidence is not None
    forth, back = copying(met, made, found.trust, found.confidence)
    assert max(forth + back) < 0.1


def test_values_that_are_copied_do_not_win_by_number() -> None:
    rows = copied_world(1, copiers=14)
    found = {method: discover(Observations.of(rows), method) for method in ("majority", "accu", "accu-copy")}
    right = {method: sum(truth.value == "true" for truth in one.truths) for method, one in found.items()}
    assert right["majority"] < 70
    assert right["accu"] < 70
    assert right["accu-copy"] > 115


def test_a_pair_is_told_once_with_the_one_that_asserts_less_as_the_copier_where_both_ways_are_alike() -> None:
    rows = [(name, f"x{at}", f"odd {at}") for at in range(30) for name in ("model", "mirror") if at or name == "model"]
    rows += [(f"source-{number}", f"x{at}", "plain") for at in range(30) for number in range(4)]
    rows += [(f"voice-{number}", f"x{at}", f"said by {number}") for at in range(30) for number in range(4)]
    (row,) = [row for row in discover(Observations.of(rows), "accu-copy").copying if row.copier.startswith("m")]
    assert (row.copier, row.source) == ("mirror", "model")


def test_sources_that_agree_on_all_that_is_undisputed_are_not_taken_for_copies() -> None:
    rows = [(f"source-{number}", f"x{at}", "true") for at in range(20) for number in range(6)]
    assert discover(Observations.of(rows), "accu-copy").copying == ()
