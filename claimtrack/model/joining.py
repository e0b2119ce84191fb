"""Which things are the same: components under "same" judgements, with every "different" respected.

The rule is that of the weakest link. Where a path of "same" judgements connects two things that are judged different, the path loses
its weakest judgements; a person's word is stronger than any program's, and a higher score stronger than a lower. Each edge is weighed
against the judgements as recorded, never against what an earlier cut left, so the outcome depends on the set alone, and one more
"different" can only split, never join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from claimtrack.model.blocks import Blocks
from claimtrack.model.records import Judgement
from claimtrack.model.terms import MakerKind, Verdict
from claimtrack.model.view import Conflict

Strength = tuple[bool, float]
MOST_TOLD = 1_000
"""Links that a conflict names; whoever has to mend more than that is helped by the strongest of them."""


@attrs.frozen
class Joining:
    """The outcome: groups of two or more keys, each sorted, and the contradictions met on the way."""

    groups: tuple[tuple[str, ...], ...]
    conflicts: tuple[Conflict, ...]


@attrs.frozen(eq=False)
class _Edge:
    left: str
    right: str
    strength: Strength
    judgement: Judgement


def join(judgements: Iterable[Judgement]) -> Joining:
    """Group what is judged the same, and keep apart what is judged different."""
    judgements = list(judgements)
    edges = _strongest(_edge(judgement) for judgement in judgements if judgement.verdict is Verdict.SAME)
    reach = _groups(edges)
    different = (_edge(judgement) for judgement in judgements if judgement.verdict is Verdict.DIFFERENT)
    refused = list({edge.judgement.id: edge for edge in different if _together(reach, edge)}.values())
    if not refused:
        return Joining(_listed(reach), ())
    firm = _groups(edge for edge in edges if edge.strength[0])
    idle = [edge for edge in refused if not edge.strength[0] and _together(firm, edge)]
    apart = [edge for edge in refused if edge.strength[0] or not _together(firm, edge)]
    tangled = {reach[edge.left] for edge in apart}
    weak, told = _weakest_links([edge for edge in edges if reach[edge.left] in tangled], apart)
    conflicts = {_kept(edge) for edge in idle} | {_set_aside(edge, links) for edge, links in zip(apart, told, strict=True)}
    return Joining(_listed(_groups(edge for edge in edges if edge not in weak)), tuple(sorted(conflicts)))


def _kept(refusal: _Edge) -> Conflict:
    detail = f"a program holds it different from {refusal.right}; people joined them, and they stay joined"
    return Conflict.of("judgement", refusal.left, detail, [refusal.judgement.id])


def _set_aside(refusal: _Edge, links: Iterable[_Edge]) -> Conflict:
    detail = f"judged different from {refusal.right}, yet joined to it by other judgements; their weakest links are set aside"
    return Conflict.of("judgement", refusal.left, detail, [refusal.judgement.id, *(link.judgement.id for link in links)])


def _edge(judgement: Judgement) -> _Edge:
    person = judgement.maker is not None and judgement.maker.kind is MakerKind.PERSON
    strength = 1.0 if judgement.score is None else judgement.score
    return _Edge(judgement.left, judgement.right, (person, strength), judgement)


def _strongest(edges: Iterable[_Edge]) -> list[_Edge]:
    """One edge a pair, the strongest; of equally strong ones that whose record comes first."""
    best: dict[tuple[str, str], _Edge] = {}
    for edge in edges:
        held = best.get((edge.left, edge.right))
        if held is None or edge.strength > held.strength or (edge.strength == held.strength and edge.judgement < held.judgement):
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


def _listed(groups: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    """The groups, each sorted."""
    members: dict[str, list[str]] = defaultdict(list)
    for key, root in groups.items():
        members[root].append(key)
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def _together(groups: dict[str, str], edge: _Edge) -> bool:
    return edge.left in groups and groups[edge.left] == groups.get(edge.right)


def _weakest_links(edges: Iterable[_Edge], apart: Sequence[_Edge]) -> tuple[set[_Edge], list[list[_Edge]]]:
    """The edges that are weakest on some simple path between two things to be kept apart.

    Edges are drawn the strongest first. Whatever lies on a path when those of its own strength have been drawn is weakest on it.

    Returns:
        All of them; and for each refusal those between its two, `MOST_TOLD` at most.
    """
    ordered = sorted(edges, key=lambda edge: (edge.strength, edge.left, edge.right), reverse=True)
    numbers = {key: number for number, key in enumerate(dict.fromkeys(key for edge in ordered for key in (edge.left, edge.right)))}
    blocks = Blocks(len(numbers), [(numbers[edge.left], numbers[edge.right]) for edge in apart])
    weak: set[_Edge] = set()
    told: list[list[_Edge]] = [[] for _ in apart]
    for _, level in groupby(ordered, key=lambda edge: edge.strength):
        drawn = [(edge, blocks.add(numbers[edge.left], numbers[edge.right])) for edge in level]
        blocks.settle()
        for edge, block in drawn:
            if blocks.lies_between(block):
                weak.add(edge)
                _tell(edge, blocks.between(block), told)
    return weak, told


def _tell(edge: _Edge, between: set[int], told: list[list[_Edge]]) -> None:
    """Note an edge with each refusal that it lies between, until a refusal has enough."""
    for refusal in sorted(between):
        if len(told[refusal]) < MOST_TOLD:
            told[refusal].append(edge)
        else:
            between.discard(refusal)
