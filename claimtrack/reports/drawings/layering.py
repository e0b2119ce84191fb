"""Which nodes of a lineage are drawn, and in which column: origins first, then what they came through, then articles, then the claim."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain, pairwise

import attrs

from claimtrack.model.lineage import Certificate, Edge, Lineage, Node, NodeKind

CLAIM = ""
"""Stands for the claim among the keys of nodes, none of which is empty."""
MOST = 40
MOST_EDGES = 160
"""Nodes beside the claim, and edges among them; a reader follows no more in one drawing."""


@attrs.frozen
class Step:
    """One stroke of a drawing: from a node to the next.

    Attributes:
        line: the number of the independent line that it is part of, from 1; 0 for none.
        recorded: whether it is on record.
        back: whether it leads back, which makes a circle.
    """

    source: str
    target: str
    line: int = 0
    recorded: bool = True
    back: bool = False


@attrs.frozen(kw_only=True)
class Layers:
    """A lineage as far as it is drawn.

    Attributes:
        column: for each node, and for the claim, its column from the left, from 0.
        steps: what joins them, in order.
        left_out: the nodes that there is no room for.
        untold: how many edges are not drawn, for want of an end.
    """

    column: Mapping[str, int]
    steps: tuple[Step, ...]
    left_out: tuple[Node, ...]
    untold: int


def layers(lineage: Lineage, proof: Certificate, most: int = MOST) -> Layers:
    """Choose what is drawn, where.

    Args:
        lineage: what flows to the claim.
        proof: whose lines and cut are drawn first.
        most: nodes.
    """
    kept = _kept(lineage, proof, most)
    number = {step: place for place, line in enumerate(proof.lines, 1) for step in pairwise(line)}
    edges = _edges(lineage, kept, number)
    back = _back(lineage, kept)
    steps = [
        Step(edge.source, edge.target, number.get((edge.source, edge.target), 0), edge.recorded, (edge.source, edge.target) in back)
        for edge in edges
    ]
    return Layers(
        column=_columns(kept, [step for step in steps if not step.back]),
        steps=(*steps, *_last(lineage, proof, kept)),
        left_out=tuple(node for node in lineage.nodes if node.key not in kept),
        untold=len(lineage.edges) - len(edges),
    )


def _edges(lineage: Lineage, kept: Container[str], number: Container[tuple[str, str]]) -> list[Edge]:
    """The edges that are drawn, those of the proof before those on record before the rest."""
    ends = [edge for edge in lineage.edges if edge.source in kept and edge.target in kept]
    ranked = sorted(ends, key=lambda edge: ((edge.source, edge.target) not in number, not edge.recorded, edge))
    return sorted(ranked[:MOST_EDGES])


def _last(lineage: Lineage, proof: Certificate, kept: Mapping[str, Node]) -> Iterator[Step]:
    """The steps from carriers to the claim, one for each line that ends there."""
    for node in lineage.carriers:
        if node.key in kept:
            lines = [place for place, line in enumerate(proof.lines, 1) if line and line[-1] == node.key and kept.keys() >= {*line}]
            yield from (Step(node.key, CLAIM, line) for line in lines or [0])


def _kept(lineage: Lineage, proof: Certificate, most: int) -> Mapping[str, Node]:
    """The nodes that are drawn: those of the proof before those on record before the rest, each with its way to a carrier."""
    if len(lineage.nodes) <= most:
        return lineage.node
    kept: dict[str, Node] = {}
    rest = sorted(lineage.nodes, key=lambda node: (node.key not in proof.cut, not node.recorded, not node.origin, node.key))
    for way in chain(proof.lines, (_way(node.key, lineage) for node in rest)):
        new = {key: lineage.node[key] for key in way if key in lineage.node and key not in kept}
        if len(kept) + len(new) <= most:
            kept |= new
        if len(kept) == most:
            break
    return kept


def _way(key: str, lineage: Lineage) -> list[str]:
    """The shortest way from a node to a carrier; the node alone where there is none."""
    before: dict[str, str] = {key: key}
    todo = deque([key])
    while todo:
        current = todo.popleft()
        if lineage.node[current].kind is NodeKind.CARRIER:
            way = [current]
            while way[-1] != key:
                way.append(before[way[-1]])
            return way[::-1]
        for target in lineage.onward.get(current, ()):
            if target not in before:
                before[target] = current
                todo.append(target)
    return [key]


def _back(lineage: Lineage, kept: Mapping[str, Node]) -> frozenset[tuple[str, str]]:
    """The edges that lead back to where one has come from, walking from the origins in order."""
    back: set[tuple[str, str]] = set()
    done: set[str] = set()
    for start in sorted(kept, key=lambda key: (not kept[key].origin, key)):
        path = [start]
        todo = [iter(lineage.onward.get(start, ()))] if start not in done else []
        while todo:
            target = next(todo[-1], None)
            if target is None:
                done.add(path.pop())
                todo.pop()
            elif target in path:
                back.add((path[-1], target))
            elif target in kept and target not in done:
                path.append(target)
                todo.append(iter(lineage.onward.get(target, ())))
    return frozenset(back)


def _columns(kept: Mapping[str, Node], forward: Iterable[Step]) -> dict[str, int]:
    """The column of each node: as far right as the longest way to it, articles side by side, the claim last."""
    sources = defaultdict(list)
    for step in forward:
        sources[step.target].append(step.source)
    found: dict[str, int] = {}

    def column(key: str) -> int:
        if key not in found:
            found[key] = max((1 + column(source) for source in sources[key]), default=0)
        return found[key]

    passed = [column(key) for key, node in kept.items() if node.capped]
    last = max(passed, default=-1) + 1
    drawn = {key: found[key] if node.capped else last for key, node in kept.items()}
    return drawn | {CLAIM: max(drawn.values(), default=-1) + 1}
