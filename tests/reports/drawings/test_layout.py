"""Tests of where boxes stand and strokes run."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from claimtrack import Lineage, Sourcing
from claimtrack.model import Certificate, Edge, Node
from claimtrack.model.lineage import NodeKind
from claimtrack.reports.drawings.layering import CLAIM, layers
from claimtrack.reports.drawings.layout import Box, Layout, lay_out
from tests.reports.drawings.sourcings import LARGE, SOURCINGS, sourced, wide

NO_PROOF = Certificate(0, 0, (), ())


def placed(sourcing: Sourcing) -> Layout:
    drawn = layers(sourcing.lineage, sourcing.certificate)
    return lay_out(drawn, {key: 40 + len(key) for key in drawn.column})


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


@settings(max_examples=12)
@given(LARGE)
def test_no_two_boxes_overlap_and_all_lies_inside_the_drawing(sourcing: Sourcing) -> None:
    found = placed(sourcing)
    assert all(apart(one, other) for one, other in combinations(found.boxes.values(), 2))
    for box in found.boxes.values():
        assert 0 <= box.x < box.right <= found.width
        assert 0 <= box.y < box.bottom <= found.height
    for stroke in found.strokes:
        assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in stroke.points)
    assert found == placed(sourcing)


@given(SOURCINGS)
def test_strokes_join_the_sides_of_boxes_and_pass_columns_between_them(sourcing: Sourcing) -> None:
    found = placed(sourcing)
    for stroke in found.strokes:
        source, target = found.boxes[stroke.step.source], found.boxes[stroke.step.target]
        (x, y), (end_x, end_y) = stroke.points[0], stroke.points[-1]
        assert (x, end_x) == (source.right, target.x)
        assert source.y < y < source.bottom
        assert target.y < end_y < target.bottom
        for x, y in stroke.points[1:-1:2] if not stroke.step.back else ():
            assert not any(box.x == x and box.y <= y <= box.bottom for box in found.boxes.values())


def test_lines_that_share_nothing_run_straight_and_do_not_cross() -> None:
    found = placed(sourced(wide(5)))
    for stroke in found.strokes[:5]:
        (_, y), (_, end_y) = stroke.points
        assert y == end_y


def test_a_source_stands_at_the_height_of_what_it_leads_to() -> None:
    found = placed(sourced(wide(1)))
    assert len({box.y + box.height // 2 for box in found.boxes.values()}) == 1


def test_a_crossing_that_can_be_avoided_is_avoided() -> None:
    def node(key: str, kind: NodeKind = NodeKind.OUTLET) -> Node:
        return Node(key=key, name=key, kind=kind, actors=(key,), origin=key in "ab")

    nodes = (*map(node, ("a", "b", "x", "y")), node("carrier:m", NodeKind.CARRIER), node("carrier:n", NodeKind.CARRIER))
    edges = (Edge("a", "y"), Edge("b", "x"), Edge("x", "carrier:n"), Edge("y", "carrier:m"))
    lineage = Lineage(claim="c", nodes=nodes, edges=edges)
    boxes = lay_out(layers(lineage, NO_PROOF), dict.fromkeys((*lineage.node, CLAIM), 40)).boxes
    assert (boxes["a"].y < boxes["b"].y) == (boxes["y"].y < boxes["x"].y) == (boxes["carrier:m"].y < boxes["carrier:n"].y)
