"""How well bearings are told on pairs of our own: floors one part that rules were tried on, one not looked at, one long."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import attrs
import pytest

from claimtrack.claims.stance import bearing, said

FOLDER = Path(__file__).parent / "denials"
PARTS = ("tried", "held", "long")
RULES = {
    "explicit-denial": "denies",
    "bare-denial": "bare",
    "negation": "flip",
    "opposites": "antonym",
    "attack-on-source": "source",
}
"""Rules whose kind of pair has another name; the others have their own."""
DENIALS = {"precision": 0.95, "recall": 0.85}
OTHERS = {"precision": 0.75, "recall": 0.75}
"""For kinds with few pairs each, where one pair is a sixth or more."""


@attrs.frozen
class Count:
    """How many pairs of a kind there are, were told, and were told right."""

    pairs: int
    told: int
    right: int

    @property
    def shares(self) -> dict[str, float]:
        """Precision and recall."""
        return {"precision": self.right / self.told if self.told else 0.0, "recall": self.right / self.pairs}


def pairs(part: str) -> list[tuple[str, str, str]]:
    """The pairs of a part, each with its kind."""
    table = tomllib.loads((FOLDER / f"{part}.toml").read_text("utf-8"))
    return [(kind, one, other) for kind, each in table.items() for one, other in each["pairs"]]


def kind(one: str, other: str) -> str:
    """The kind of pair that two sentences are, by the table."""
    found = bearing(said(one), said(other))
    return RULES.get(found.rule, found.rule) if found else "none"


def counts(part: str) -> dict[str, Count]:
    """The counts of a part by kind."""
    wanted = pairs(part)
    got = [kind(one, other) for _, one, other in wanted]
    right = Counter(want for (want, _, _), had in zip(wanted, got, strict=True) if want == had)
    many = Counter(want for want, _, _ in wanted)
    return {each: Count(many[each], got.count(each), right[each]) for each in many}


@pytest.mark.parametrize("part", PARTS)
def test_explicit_denials_are_told_no_worse_than_before(part: str) -> None:
    shares = counts(part)["denies"].shares
    assert all(shares[name] >= floor for name, floor in DENIALS.items()), shares


@pytest.mark.parametrize("part", PARTS)
def test_other_kinds_are_told_no_worse_than_before(part: str) -> None:
    for name, count in counts(part).items():
        assert name == "denies" or all(count.shares[which] >= floor for which, floor in OTHERS.items()), (name, count)


def test_nothing_is_told_of_pairs_that_bear_nothing() -> None:
    for part in PARTS:
        shares = counts(part)["none"].shares
        assert shares["recall"] >= 0.95, part


def test_the_set_is_large_and_no_pair_stands_in_it_twice() -> None:
    every = [pair for part in PARTS for pair in pairs(part)]
    assert len(every) >= 120
    assert sum(which == "denies" for which, _, _ in every) >= 40
    assert len({(one, other) for _, one, other in every}) == len(every)
