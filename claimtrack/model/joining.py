"""Which things are the same: components under "same" judgements, with every "different" respected.

The rule is that of the weakest link. Where a path of "same" judgements connects two things that are judged different, the path loses
its weakest judgements; a person's word is stronger than any program's, and a higher score stronger than a lower. Each edge is weighed
against the judgements as recorded, never against what an earlier cut left, so the outcome depends on the set alone, and one more
"different" can only split, never join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from claimtrack.model.records import Judgement
from claimtrack.model.terms import MakerKind, Verdict
from claimtrack.model.view import Conflict

Strength = tuple[bool, float]


@attrs.frozen
class Joining:
    """The outcome: groups of two or more keys, each sorted, and the contradictions met on the way."""

    groups: tuple[tuple[str, ...], ...]
    conflicts: tuple[Conflict, ...]


@attrs.frozen
class _Edge:
    left: str
    right: str
    strength: Strength
    record: str


def join(judgements: Iterable[Judgement]) -> Joining:
    """Group what is judged the same, and keep apart what is judged different."""
    judgements = sorted(judgements)
    edges = _strongest([_edge(j) for j in judgements if j.verdict is Verdict.SAME])
    apart = [_edge(j) for j in judgements if j.verdict is Verdict.DIFFERENT]
    firm = _groups([edge for edge in edges if edge.strength[0]])
    reach = _groups(edges)
    cut: set[str] = set()
    conflicts: set[Conflict] = set()
    for refusal in apart:
        if not _together(reach, refusal):
            continue
        if not refusal.strength[0] and _together(firm, refusal):
            detail = f"a program holds it different from {refusal.right}; people joined them, and they stay joined"
            conflicts.add(Conflict.of("judgement", refusal.left, detail, [refusal.record]))
            continue
        component = [edge for edge in edges if reach[edge.left] == reach[refusal.left]]
        weak = _weakest_links(component, refusal.left, refusal.right)
        cut |= {edge.record for edge in weak}
        detail = f"judged different from {refusal.right}, yet joined to it by other judgements; their weakest links are set aside"
        conflicts.add(Conflict.of("judgement", refusal.left, detail, [refusal.record, *(edge.record for edge in weak)]))
    kept = _groups([edge for edge in edges if edge.record not in cut])
    members: dict[str, list[str]] = defaultdict(list)
    for key, root in kept.items():
        members[root].append(key)
    return Joining(tuple(sorted(tuple(sorted(group)) for group in members.values())), tuple(sorted(conflicts)))


def _edge(judgement: Judgement) -> _Edge:
    person = judgement.maker is not None and judgement.maker.kind is MakerKind.PERSON
    strength = 1.0 if judgement.score is None else judgement.score
    return _Edge(judgement.left, judgement.right, (person, strength), judgement.id)


def _strongest(edges: Sequence[_Edge]) -> list[_Edge]:
    """One edge a pair, the strongest."""
    best: dict[tuple[str, str], _Edge] = {}
    for edge in edges:
        held = best.get((edge.left, edge.right))
        if held is None or edge.strength > held.strength:
            best[edge.left, edge.right] = edge
    return list(best.values())


def _groups(edges: Iterable[_Edge]) -> dict[str, str]:
    """For each key an edge touches, the key that stands for its component."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for edge in edges:
        parent[root(edge.left)] = root(edge.right)
    return {key: root(key) for key in list(parent)}


def _together(groups: dict[str, str], edge: _Edge) -> bool:
    return edge.left in groups and groups[edge.left] == groups.get(edge.right)


def _weakest_links(edges: Sequence[_Edge], left: str, right: str) -> list[_Edge]:
    """The edges that are weakest on some simple path between two keys."""
    weak = []
    for strength in sorted({edge.strength for edge in edges}):
        strong = [edge for edge in edges if edge.strength >= strength]
        weak += [edge for edge in _on_simple_paths(strong, left, right) if edge.strength == strength]
    return weak


def _on_simple_paths(edges: Sequence[_Edge], left: str, right: str) -> list[_Edge]:
    """The edges that lie on a simple path between two keys.

    With one more edge drawn between the two, these are the others of its biconnected component (Tarjan 1972).
    """
    beside: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, edge in enumerate(edges):
        beside[edge.left].append((edge.right, number))
        beside[edge.right].append((edge.left, number))
    beside[left].append((right, -1))
    beside[right].append((left, -1))
    depth, low = {left: 0}, {left: 0}
    path: list[int] = []
    walk = [(left, -2, iter(beside[left]))]
    while walk:
        here, came, onward = walk[-1]
        for there, number in onward:
            if number == came:
                continue
            if there in depth:
                if depth[there] < depth[here]:
                    path.append(number)
                    low[here] = min(low[here], depth[there])
                continue
            path.append(number)
            depth[there] = low[there] = len(walk)
            walk.append((there, number, iter(beside[there])))
            break
        else:
            walk.pop()
            if walk:
                before = walk[-1][0]
                low[before] = min(low[before], low[here])
                if low[here] >= depth[before]:
                    block = _popped(path, came)
                    if -1 in block:
                        return [edges[number] for number in block if number >= 0]
    return []


def _popped(path: list[int], first: int) -> list[int]:
    """Take from the end of the path down to `first`, which is taken too."""
    start = len(path) - 1 - path[::-1].index(first)
    block = path[start:]
    del path[start:]
    return block
