"""How many independent origins a claim has at least and at most, with the proof of each end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.model.lineage import Certificate, Lineage, Numbered
from claimtrack.provenance.flow import Flow

BUDGET = 20_000
"""How many partial choices of origins are tried before the search gives what it has found; reached only past some thirty
origins that overlap in a tangle, far beyond what one claim has."""


def certify(lineage: Lineage) -> Certificate:
    """The bounds on the claim's independent origins, with lines and cut as proof.

    The upper bound is the largest flow of the relaxation, in which a group may speak through any one of its members and what has no
    known lineage counts for itself; its minimum cut proves it (Menger 1927). The lower bound is the largest set of origins on record
    whose actors are pairwise disjoint and that lines sharing no node link to the reader.
    """
    whole = lineage.numbered
    flow = linked(whole)
    cut = whole.starts if flow.size == len(whole.starts) else flow.cut(whole.starts)
    lines, exhaustive = _largest(lineage, whole, flow)
    return Certificate(len(lines), flow.size, lines, *named_cut(cut, whole), exhaustive)


def named_cut(cut: Iterable[int], part: Numbered) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the nodes and of the actors in a cut."""
    nodes: list[str] = []
    actors: list[str] = []
    for number in cut:
        (nodes if number < part.actors_from else actors).append(part.names[number])
    return tuple(sorted(nodes)), tuple(sorted(actors))


def named_lines(lines: Iterable[Sequence[int]], part: Numbered) -> tuple[tuple[str, ...], ...]:
    """The keys of lines, each from its origin to a carrier."""
    names, carriers = part.names, part.carriers
    return tuple(sorted([(*[names[number] for number in line], carriers[line[-1]]) for line in lines]))


def linked(whole: Numbered) -> Flow:
    """The largest flow of the relaxation."""
    flow = Flow(whole.onward)
    for start in whole.starts:
        flow.add(start)
    return flow


def _largest(lineage: Lineage, whole: Numbered, flow: Flow) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """The largest set of lines on record from origins that share no actor, and whether it is surely the largest.

    Often the relaxation's own lines will do. Otherwise the part on record is solved by itself, and only where groups overlap in a way
    that the relaxation glosses over are sets of origins tried out.
    """
    if not whole.recorded:
        whole = lineage.on_record.numbered
        flow = linked(whole)
    chosen, exhaustive = flow.lines(), True
    if not whole.apart:
        chosen = [line[1:] if line[0] >= whole.actors_from else line for line in chosen]
        if not _apart([whole.origins[line[0]] for line in chosen]):
            flow, exhaustive = _search(whole, flow.size)
            chosen = flow.lines()
    return named_lines(chosen, whole), exhaustive


def _apart(groups: Sequence[tuple[str, ...]]) -> bool:
    """Whether no actor is in two of the groups."""
    together = [actor for actors in groups for actor in actors]
    return len(together) == len(set(together))


def _search(part: Numbered, most: int) -> tuple[Flow, bool]:
    """Try sets of origins, fewest actors first, until the best is as large as any could be or the budget is spent."""
    origins = sorted(part.origins.items(), key=lambda origin: (len(origin[1]), part.names[origin[0]]))
    best = Flow(part.onward)
    tries = 0
    todo: list[tuple[int, Flow, frozenset[str]]] = [(0, best, frozenset())]
    while todo and best.size < most:
        tries += 1
        if tries > BUDGET:
            return best, False
        place, flow, taken = todo.pop()
        if flow.size > best.size:
            best = flow
        if place == len(origins) or flow.size + _room(origins[place:], taken) <= best.size:
            continue
        number, actors = origins[place]
        todo.append((place + 1, flow, taken))
        if taken.isdisjoint(actors):
            longer = flow.copy()
            if longer.add(number):
                todo.append((place + 1, longer, taken.union(actors)))
    return best, True


def _room(origins: Sequence[tuple[int, tuple[str, ...]]], taken: frozenset[str]) -> int:
    """How many of the origins could still be taken at most: those whose actors are free, and no more than there are free actors."""
    free = [actors for _, actors in origins if taken.isdisjoint(actors)]
    return min(len(free), len({actor for actors in free for actor in actors}))
