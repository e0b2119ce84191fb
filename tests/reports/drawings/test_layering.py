"""Tests of what is drawn, and in which column."""

from __future__ import annotations

from hypothesis import given, settings

from claimtrack import Lineage, Sourcing
from claimtrack.model import Certificate, Edge, Node
from claimtrack.model.lineage import NodeKind
from claimtrack.reports.drawings.layering import CLAIM, MOST, MOST_EDGES, layers
from tests.reports.drawings.sourcings import LARGE, SOURCINGS, sourced, wide


@given(SOURCINGS)
def test_a_small_lineage_is_drawn_whole_articles_side_by_side_and_the_claim_after_them(sourcing: Sourcing) -> None:
    lineage = sourcing.lineage
    drawn = layers(lineage, sourcing.certificate)
    columns = {drawn.column[node.key] for node in lineage.carriers}
    assert drawn.column.keys() == lineage.node.keys() | {CLAIM}
    assert (drawn.left_out, drawn.untold) == ((), 0)
    assert drawn.column[CLAIM] == columns.pop() + 1 == max(drawn.column.values())
    assert not columns
    assert _circular(lineage) == any(step.back for step in drawn.steps)


@settings(max_examples=10)
@given(LARGE)
def test_every_node_and_edge_is_drawn_or_counted_and_leads_to_the_right_or_back(sourcing: Sourcing) -> None:
    drawn = layers(sourcing.lineage, sourcing.certificate)
    assert len(drawn.column) - 1 <= MOST
    assert (drawn.column.keys() - {CLAIM}) | {node.key for node in drawn.left_out} == sourcing.lineage.node.keys()
    told = {(step.source, step.target) for step in drawn.steps if step.target != CLAIM}
    assert len(told) + drawn.untold == len(sourcing.lineage.edges)
    assert all(step.back or drawn.column[step.source] < drawn.column[step.target] for step in drawn.steps)


def _circular(lineage: Lineage) -> bool:
    """Whether some node leads back to itself, found by striking what nothing leads to."""
    left = {*lineage.node}
    while ends := {key for key in left if not any(edge.target == key and edge.source in left for edge in lineage.edges)}:
        left -= ends
    return bool(left)


@given(SOURCINGS)
def test_each_line_has_its_number_on_every_step_to_the_claim(sourcing: Sourcing) -> None:
    drawn = layers(sourcing.lineage, sourcing.certificate)
    for number, line in enumerate(sourcing.certificate.lines, 1):
        ends = zip(line, (*line[1:], CLAIM), strict=True)
        assert {(step.source, step.target) for step in drawn.steps if step.line == number} == {*ends}


def test_what_proves_the_bounds_is_drawn_first() -> None:
    sourcing = sourced(wide(30))
    drawn = layers(sourcing.lineage, sourcing.certificate)
    lines = [line for line in sourcing.certificate.lines if drawn.column.keys() >= {*line}]
    assert len(lines) == MOST // 2


def test_edges_beyond_what_a_reader_follows_are_counted() -> None:
    outlets = [Node(key=f"p{n:02}", name="", kind=NodeKind.OUTLET, actors=(f"p{n}",), origin=True) for n in range(20)]
    carrier = Node(key="carrier:a", name="Harbour Post", kind=NodeKind.CARRIER)
    edges = sorted(Edge(one.key, other.key) for one in outlets for other in (*outlets, carrier) if one != other)
    lineage = Lineage(claim="c", nodes=(*outlets, carrier), edges=tuple(edges))
    drawn = layers(lineage, Certificate(1, 1, (("p19", "p18", "carrier:a"),), ()))
    assert drawn.untold == len(edges) - MOST_EDGES
    assert [step.source for step in drawn.steps if step.line] == ["p18", "p19", "carrier:a"]


def test_a_circle_has_a_step_back() -> None:
    papers = [Node(key=key, name=key, kind=NodeKind.OUTLET, actors=(key,), origin=key == "p") for key in ("p", "q")]
    carrier = Node(key="carrier:a", name="Harbour Post", kind=NodeKind.CARRIER)
    edges = (Edge("p", "q"), Edge("q", "carrier:a"), Edge("q", "p"))
    drawn = layers(Lineage(claim="c", nodes=(*papers, carrier), edges=edges), sourced(wide(1)).certificate)
    assert [(step.source, step.target) for step in drawn.steps if step.back] == [("q", "p")]
