"""Tests of the likeness of values: asked once a pair, and checked."""

from __future__ import annotations

import pytest

from claimtrack.errors import RecordError
from claimtrack.reliability.discovery import Observations, discover
from claimtrack.reliability.discovery.likeness import likeness


def test_each_pair_of_rivals_is_asked_for_once() -> None:
    asked = []

    def similarity(one: str, other: str) -> float:
        asked.append((one, other))
        return 0.5

    found = likeness(Observations.of([("p", "x", "1"), ("q", "x", "2"), ("r", "x", "3"), ("p", "y", "4")]), similarity)
    assert asked == [("1", "2"), ("1", "3"), ("2", "3")]
    assert sorted(zip(found.one.tolist(), found.other.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]


@pytest.mark.parametrize("degree", [-0.1, 1.1, float("nan")])
def test_a_likeness_off_its_scale_is_refused(degree: float) -> None:
    with pytest.raises(RecordError, match="a likeness is a number from 0 to 1"):
        discover(Observations.of([("p", "x", "1"), ("q", "x", "2")]), "truthfinder", similarity=lambda one, other: degree)
