"""Accuracy of each method of truth discovery in each made world: `python -m tests.accuracy.truth_table [SEEDS] [FIRST]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from random import Random

import numpy as np

from claimtrack.reliability.discovery import METHODS, Estimate, Observations, Settings
from claimtrack.reliability.discovery.arrays import near_top
from tests.accuracy import likenesses, worlds

Table = Mapping[str, Mapping[str, Sequence[float]]]
"""For each method and regime the accuracy with each seed, 0 to 1."""
REGIMES: Mapping[str, Callable[[Random], worlds.World]] = {
    "honest": worlds.honest_majority,
    "copied": worlds.copied_majority,
    "followed": worlds.copied_minority,
    "tail": worlds.long_tail,
    "open": worlds.open_vocabulary,
    "numbers": worlds.numeric,
    "ties": worlds.heavy_ties,
    "books": likenesses.books,
    "flights": likenesses.flights,
    "people": likenesses.populations,
    "sites": likenesses.heritages,
    "births": likenesses.birthplaces,
    "weather": likenesses.weather,
}
"""The regimes by a short name."""
SEEDS = 10
ROUNDS = 20


def accuracy(observations: Observations, estimate: Estimate, truth: Mapping[str, str]) -> float:
    """The share of objects whose truth is at the top; where k values tie there, the truth counts 1/k, so that no order helps."""
    top = near_top(estimate.scores, observations.starts, observations.fact_object)
    names = observations.objects
    right = [truth[names[at]] == value for at, value in zip(observations.fact_object.tolist(), observations.fact_value, strict=True)]
    share = np.add.reduceat(top & np.array(right), observations.starts, dtype=np.float64) / observations.by_object(top.astype(np.float64))
    return float(share.mean())


def table(methods: Sequence[str] = tuple(METHODS), seeds: Sequence[int] = range(SEEDS)) -> Table:
    """The accuracy of methods in all regimes."""
    found: dict[str, dict[str, list[float]]] = {method: {regime: [] for regime in REGIMES} for method in methods}
    for regime, made in REGIMES.items():
        for seed in seeds:
            world = made(Random(seed))
            observations = Observations.of(world.rows)
            for method in methods:
                estimate = METHODS[method](observations, Settings(rounds=ROUNDS))
                found[method][regime].append(accuracy(observations, estimate, world.truth))
    return found


def behind(accuracies: Table) -> dict[str, dict[str, float]]:
    """For each method and regime how far its mean is behind the best one's, 0 to 1."""
    means = {method: {regime: float(np.mean(each)) for regime, each in row.items()} for method, row in accuracies.items()}
    return {
        method: {regime: max(means[each][regime] for each in means) - mean for regime, mean in row.items()} for method, row in means.items()
    }


def lines(accuracies: Table) -> list[str]:
    """A table in Markdown, a method a row: in each regime the mean of the seeds and the worst, in percent, then the most it is behind."""
    gaps = behind(accuracies)
    head = ["method", *REGIMES, "most behind"]
    rows = [
        [
            method,
            *(f"{100 * np.mean(each):.0f} ({100 * min(each):.0f})" for each in row.values()),
            f"{100 * max(gaps[method].values()):.1f}",
        ]
        for method, row in accuracies.items()
    ]
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


if __name__ == "__main__":
    many, first = (*map(int, sys.argv[1:]), *(SEEDS, 0)[len(sys.argv) - 1 :])
    sys.stdout.writelines(f"{line}\n" for line in lines(table(seeds=range(first, first + many))))
