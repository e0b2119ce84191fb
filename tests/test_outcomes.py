"""Tests of outcomes by shape: they are those of each lineage by itself, whoever stands there and whatever was asked before."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.codec import default_policy
from claimtrack.model import Edge, Letter, Lineage, Node, NodeKind, View
from claimtrack.model.marks import UNRATED, Reach
from claimtrack.outcomes import Outcomes
from claimtrack.reliability import Heard
from claimtrack.testing import lineages

POLICY = default_policy()
NOBODY = View(())
OUTCOMES = Outcomes(POLICY)
"""Kept over all examples, so that later ones meet the shapes of earlier ones."""
REACHES = st.sampled_from([UNRATED, Reach(Letter.A, Letter.A), Reach(Letter.B, Letter.D), Reach(Letter.E, Letter.E)])


@st.composite
def heard(draw: st.DrawFn, lineage: Lineage) -> Heard:
    """Letters for all places, and some origins on record that hedge."""
    letters = {node.key: tuple(draw(st.lists(REACHES, min_size=1, max_size=2))) for node in lineage.nodes}
    origins = [node.key for node in lineage.on_record.origins]
    return Heard(letters, frozenset(draw(st.sets(st.sampled_from(origins)))) if origins else frozenset())


def renamed(lineage: Lineage, names: dict[str, str]) -> Lineage:
    """The lineage with other keys for its nodes and actors."""
    nodes = [attrs.evolve(node, key=names[node.key], actors=tuple(names[each] for each in node.actors)) for node in lineage.nodes]
    return attrs.evolve(
        lineage, nodes=tuple(nodes), edges=tuple(Edge(names[each.source], names[each.target], each.recorded) for each in lineage.edges)
    )


@given(lineages(most=8), st.data())
def test_the_outcome_by_shape_is_that_of_the_lineage_by_itself(lineage: Lineage, data: st.DataObject) -> None:
    found = data.draw(heard(lineage))
    assert OUTCOMES.sourcing(lineage, found, NOBODY) == OUTCOMES._summed(lineage, found, NOBODY)


@given(lineages(most=8), st.data())
def test_keys_in_the_same_order_have_the_same_outcome(lineage: Lineage, data: st.DataObject) -> None:
    found = data.draw(heard(lineage))
    keys = sorted({key for node in lineage.nodes for key in (node.key, *node.actors)})
    names = {key: f"ferry-{place:03}" for place, key in enumerate(keys)}
    other = renamed(lineage, names)
    expected = OUTCOMES._summed(other, found.renamed(names), NOBODY)
    OUTCOMES.sourcing(lineage, found, NOBODY)
    assert OUTCOMES.sourcing(other, found.renamed(names), NOBODY) == expected


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.outcomes.KEPT", 2)
    outcomes = Outcomes(POLICY)
    for many in (1, 2, 3):
        nodes = tuple(Node(key=f"person:{place}", name="", kind=NodeKind.SPEAKER, actors=("a",), origin=True) for place in range(many))
        lineage = Lineage(claim="claim:ferry", nodes=nodes)
        outcomes.sourcing(lineage, Heard({node.key: (UNRATED,) for node in nodes}, frozenset()), NOBODY)
    assert len(outcomes._known) == 1
