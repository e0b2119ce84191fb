"""Tests of majority: votes are counted, a source is trusted by how often it is not outnumbered."""

from __future__ import annotations

from hypothesis import given

from claimtrack.reliability.discovery import Observations, discover
from tests.reliability.discovery.worlds import ROWS, Row, Scores, Trust, World, assert_agrees, mean


def majority(world: World, rounds: int) -> tuple[Scores, Trust]:
    votes = {fact: float(len(names)) for fact, names in world.sources_of.items()}
    top = {subject: max(votes[fact] for fact in facts) for subject, facts in world.rivals_of.items()}
    return votes, {name: mean(float(votes[fact] == top[fact[0]]) for fact in facts) for name, facts in world.facts_of.items()}


@given(ROWS)
def test_majority_is_its_formula(rows: list[Row]) -> None:
    assert_agrees("majority", rows, majority)


def test_the_confidence_of_majority_is_the_share_of_the_votes() -> None:
    rows = [("p", "x", "1"), ("q", "x", "1"), ("r", "x", "2"), ("s", "x", "1")]
    (truth,) = discover(Observations.of(rows), "majority").truths
    assert (truth.value, truth.confidence, truth.tied) == ("1", 0.75, ())
