"""Tests of looking propositions up among others."""

from __future__ import annotations

from claimtrack.claims import look_up
from claimtrack.model.matching import Proposition

AMONG = [
    Proposition(key="a", text="The council of Ferrow may close the bridge in June", article="post"),
    Proposition(key="b", text="The fire at the toll house killed 12 people in Ferrow", article="wire"),
    Proposition(key="c", text="The harbour of Saltmere has a new crane", article="wire"),
]


def test_the_nearest_comes_first_whether_it_is_planned_or_done() -> None:
    found = look_up([Proposition(key="q", text="The council of Ferrow will close the bridge in June")], AMONG)["q"]
    assert found[0].other.key == "a"
    assert found[0].free
    assert not found[0].clash


def test_a_figure_that_differs_is_told_and_stands_against_nothing_else() -> None:
    found = look_up([Proposition(key="q", text="The fire at the toll house killed 21 people in Ferrow")], AMONG)["q"]
    assert (found[0].other.key, found[0].clash) == ("b", "different figures: 21 and 12")
    assert found[0].free


def test_among_nothing_nothing_is_found() -> None:
    assert look_up([Proposition(key="q", text="The harbour of Saltmere has a new crane")], []) == {"q": ()}
