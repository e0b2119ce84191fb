"""Tests of the lineage as a value, and of the verifier of certificates."""

from typing import Any

import attrs
import pytest
from hypothesis import given

from claimtrack.errors import RecordError
from claimtrack.model import Certificate, Edge, Lineage, Node, NodeKind
from claimtrack.testing import lineages


def node(key: str, *actors: str, kind: NodeKind = NodeKind.SPEAKER, recorded: bool = True) -> Node:
    return Node(key=key, name=key.title(), kind=kind, actors=actors, origin=bool(actors), recorded=recorded)


PAPER = node("paper", kind=NodeKind.CARRIER)
TWO = Lineage(
    claim="c",
    nodes=(node("ilse", "ilse"), node("vesna", "vesna"), node("report", kind=NodeKind.DOCUMENT), PAPER),
    edges=(Edge("ilse", "report"), Edge("report", "paper"), Edge("vesna", "paper")),
)
SOUND = Certificate(2, 2, (("ilse", "report", "paper"), ("vesna", "paper")), ("report", "vesna"))


@pytest.mark.parametrize("edge", [Edge("paper", "ilse"), Edge("ilse", "ilse"), Edge("ilse", "else"), Edge("else", "ilse")])
def test_edges_join_known_nodes_and_end_at_carriers(edge: Edge) -> None:
    with pytest.raises(RecordError, match="cannot lead to") as caught:
        attrs.evolve(TWO, edges=(edge,))
    assert caught.value.field == "edges"


def test_origins_and_carriers_are_found() -> None:
    assert [found.key for found in TWO.origins] == ["ilse", "vesna"]
    assert TWO.carriers == (PAPER,)
    assert TWO.onward["ilse"] == ("report",)
    assert TWO.reached() == {"ilse", "vesna", "report", "paper"}


def test_what_is_on_record_leaves_out_the_rest() -> None:
    mixed = attrs.evolve(TWO, nodes=(node("ilse", "ilse", recorded=False), *TWO.nodes[1:]))
    assert [found.key for found in mixed.on_record.nodes] == ["vesna", "report", "paper"]
    assert mixed.on_record.edges == TWO.edges[1:]
    assert attrs.evolve(TWO, edges=(Edge("ilse", "paper", recorded=False),)).on_record.edges == ()


def test_without_its_nodes_or_actors_nothing_arrives() -> None:
    assert TWO.arrives()
    assert TWO.without(["report"]).arrives()
    assert not TWO.without(["report", "vesna"]).arrives()
    assert not TWO.without([], ["ilse", "vesna"]).arrives()


def test_an_origin_that_keeps_an_actor_stays_one() -> None:
    both = attrs.evolve(TWO, nodes=(node("ilse", "a", "b"), *TWO.nodes[1:]))
    assert both.without([], ["a"]).node["ilse"].actors == ("b",)
    assert both.without([], ["a"]).node["ilse"].origin


@given(lineages())
def test_the_origins_that_arrive_are_those_that_reach_a_carrier(lineage: Lineage) -> None:
    alone = [o for o in lineage.origins if lineage.without([other.key for other in lineage.origins if other != o]).arrives()]
    assert set(alone) <= set(lineage.arriving) <= set(lineage.origins)
    assert bool(lineage.arriving) == lineage.arrives()


def test_a_sound_certificate_has_no_objections() -> None:
    assert SOUND.objections(TWO) == ()
    assert SOUND.verify(TWO)


@pytest.mark.parametrize(
    ("change", "objection"),
    [
        ({"lower": 1}, "counts"),
        ({"upper": 3}, "counts"),
        ({"cut": ("report", "report")}, "counts"),
        ({"lines": (("ilse", "paper"), ("vesna", "paper"))}, "not on record"),
        ({"lines": (("report", "paper"), ("vesna", "paper"))}, "not on record"),
        ({"lines": (("ilse", "report"), ("vesna", "paper"))}, "not on record"),
        ({"lines": (("nobody", "paper"), ("vesna", "paper"))}, "not on record"),
        ({"lines": (("vesna", "paper"), ("vesna", "paper"))}, "share a node"),
        ({"cut": ("report", "paper")}, "takes out a carrier"),
        ({"cut": ("report", "ilse")}, "gets past the cut"),
    ],
)
def test_a_certificate_that_proves_nothing_is_objected_to(change: dict[str, Any], objection: str) -> None:
    forged = attrs.evolve(SOUND, **change)
    assert any(objection in told for told in forged.objections(TWO))
    assert not forged.verify(TWO)


def test_two_lines_whose_origins_share_an_actor_are_objected_to() -> None:
    shared = attrs.evolve(TWO, nodes=(node("ilse", "state"), node("vesna", "state"), *TWO.nodes[2:]))
    assert "two origins share an actor" in SOUND.objections(shared)


def test_a_bottleneck_that_two_lines_pass_is_objected_to() -> None:
    through = attrs.evolve(TWO, edges=(*TWO.edges, Edge("vesna", "report")))
    forged = attrs.evolve(SOUND, lines=(("ilse", "report", "paper"), ("vesna", "report", "paper")))
    assert "two lines share a node" in forged.objections(through)


def test_a_shared_actor_stands_above_its_origins_in_numbers() -> None:
    shared = attrs.evolve(TWO, nodes=(node("ilse", "state"), node("vesna", "state"), *TWO.nodes[2:])).numbered
    assert shared.names[shared.actors_from :] == ["state"]
    assert shared.onward[shared.actors_from] == [0, 1]
    assert shared.starts == [shared.actors_from]
    assert TWO.numbered.actors_from == len(TWO.numbered.names)
