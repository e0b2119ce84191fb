"""Small worlds of sources that disagree, and the plain dictionaries on which slow references of the methods are written."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import attrs
import pytest
from hypothesis import strategies as st

from claimtrack.reliability.discovery import METHODS, Estimate, Observations, Settings

Key = TypeVar("Key")
Row = tuple[str, str, str]
Fact = tuple[str, str]
Scores = Mapping[Fact, float]
Trust = Mapping[str, float]

ROWS: st.SearchStrategy[list[Row]] = st.lists(
    st.tuples(st.sampled_from("pqrst"), st.sampled_from("uvwxyz"), st.sampled_from(("1", "2", "4", "10"))), min_size=1, max_size=40
)
"""Rows of five sources at most, on six objects; a source may contradict itself."""


@attrs.frozen
class World:
    """Rows as dictionaries: who asserts which facts, and which facts an object has."""

    rows: frozenset[Row]

    @cached_property
    def facts_of(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for source, *fact in sorted(self.rows):
            found.setdefault(source, []).append((fact[0], fact[1]))
        return found

    @cached_property
    def sources_of(self) -> dict[Fact, list[str]]:
        found: dict[Fact, list[str]] = {}
        for source, *fact in sorted(self.rows):
            found.setdefault((fact[0], fact[1]), []).append(source)
        return found

    @cached_property
    def rivals_of(self) -> dict[str, list[Fact]]:
        """For each object its facts."""
        found: dict[str, list[Fact]] = {}
        for fact in sorted({row[1:] for row in self.rows}):
            found.setdefault(fact[0], []).append(fact)
        return found


def world(rows: Iterable[Row]) -> World:
    return World(frozenset(rows))


def estimated(method: str, rows: Iterable[Row], settings: Settings) -> tuple[Estimate, dict[Fact, float], dict[str, float]]:
    """The estimate of a method, its scores by fact, and its trust by source."""
    made = Observations.of(rows)
    estimate = METHODS[method](made, settings)
    facts = zip((made.objects[at] for at in made.fact_object.tolist()), made.fact_value, strict=True)
    scores = dict(zip(facts, estimate.scores.tolist(), strict=True))
    return estimate, scores, dict(zip(made.sources, estimate.trust.tolist(), strict=True))


def assert_agrees(
    method: str, rows: Iterable[Row], reference: Callable[[World, int], tuple[Scores, Trust]], rounds: int = 4, **options: object
) -> None:
    """The method has the scores and the trust of its slow reference after so many rounds."""
    rows = list(rows)
    settings = Settings(rounds=rounds, change=-1.0, **options)  # type: ignore[arg-type]
    _, scores, trust = estimated(method, rows, settings)
    expected_scores, expected_trust = reference(world(rows), rounds)
    assert trust == pytest.approx(dict(expected_trust), rel=1e-6, abs=1e-9)
    assert scores == pytest.approx(dict(expected_scores), rel=1e-6, abs=1e-9)


def mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found)


def highest_is_one(amounts: Mapping[Key, float]) -> dict[Key, float]:
    top = max(amounts.values())
    return {key: amount / top if top else amount for key, amount in amounts.items()}


def copied_world(seed: int, copiers: int = 5, copied: float = 1.0, objects: int = 120) -> list[Row]:
    """Twelve independent sources of accuracies .7 to .95, one of .4, and copiers of that one."""
    rng = random.Random(seed)
    accuracy = {f"independent-{at:02}": rng.uniform(0.7, 0.95) for at in range(12)} | {"model": 0.4}
    said: dict[tuple[str, str], str] = {}
    for at in range(objects):
        for source, right in accuracy.items():
            if rng.random() < 0.8:
                said[source, f"object-{at}"] = "true" if rng.random() < right else f"false-{rng.randrange(8)}"
    for number in range(copiers):
        for at in range(objects):
            if ("model", f"object-{at}") in said and rng.random() < copied:
                said[f"copier-{number}", f"object-{at}"] = said["model", f"object-{at}"]
    return [(source, subject, value) for (source, subject), value in said.items()]
