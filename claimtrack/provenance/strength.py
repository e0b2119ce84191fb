"""How much evidence reaches the reader along independent lines: best paths, then the heaviest origins that lines can link at once.

All is exact. It is done in whole numbers, since sorting and adding fractions takes many times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from math import lcm

from claimtrack.errors import RecordError
from claimtrack.model.lineage import Lineage, Numbered
from claimtrack.model.opinions import amount, share
from claimtrack.model.strength import NONE, Evidence, Factors, Level, Strength, Token
from claimtrack.provenance.bounds import BUDGET, named_cut, named_lines
from claimtrack.provenance.flow import Flow
from claimtrack.provenance.paths import Path, best_paths

Weights = Mapping[int, int]
"""For the numbers of origins, how many parts they weigh; those that weigh nothing are left out."""
Cuts = list[tuple[int, list[int]]]
"""For each weight that occurs, the heaviest first, the numbers of nodes and actors that no more lines get past than were found."""


def weigh(lineage: Lineage, factors: Factors, evidence: Evidence) -> Strength:
    """The most evidence that origins on record bring along lines that share no capped node, from origins that share no actor.

    An origin weighs its evidence times the best product of factors on any of its paths. Where no two origins share an actor, the sets
    of origins that lines can link form a gammoid (Perfect 1968, Mason 1972), so that taking the heaviest first is exact. Elsewhere sets
    are tried out, and after `BUDGET` tries the best found is given, with `exhaustive` false.

    Args:
        lineage: what flows to a claim, or to its denial; only what is on record counts.
        factors: for the keys of nodes, carriers and origins among them, the share of evidence kept, from 0 to 1; 1 if missing.
        evidence: for the keys of origins, what their word is worth at first hand, from 0; 0 if missing.

    Raises:
        RecordError: for a factor that is not between 0 and 1, or evidence below 0; its field names the node.
    """
    record = lineage if lineage.numbered.recorded else lineage.on_record
    if not record.origins:
        return Strength()
    part = record.numbered
    names = sorted([(part.names[number], number) for number in part.origins])
    worth = _read("evidence", evidence, amount, [key for key, _ in names])
    best = best_paths(record, _read("factors", factors, share, [node.key for node in record.nodes]))
    offers = {number: _offer(key, worth, best) for key, number in names}
    counts, parts = _in_parts({number: word * factor for number, (_, word, factor, _) in offers.items() if word and factor})
    flow, cuts = _levelled(part, counts)
    exhaustive = True
    if not part.apart:
        flow, exhaustive = _search(part, counts, _bound(cuts))
    lines = flow.lines()
    linked = {line[0] for line in lines}
    return Strength(
        tokens=tuple([Token(*offer, chosen=number in linked) for number, offer in offers.items()]),
        lines=named_lines(lines, part),
        total=Fraction(sum([counts[number] for number in linked]), parts),
        levels=tuple([Level(Fraction(count, parts), *named_cut(cut, part)) for count, cut in cuts]),
        exhaustive=exhaustive,
    )


def total(lineage: Lineage, factors: Factors, evidence: Evidence) -> Fraction:
    """What `weigh` gives as the total, without its proof; of one origin, what it weighs on its best path.

    Args:
        lineage: as for `weigh`.
        factors: as for `weigh`.
        evidence: as for `weigh`.

    Raises:
        RecordError: as `weigh` does.
    """
    record = lineage if lineage.numbered.recorded else lineage.on_record
    if len(record.origins) != 1:
        return weigh(lineage, factors, evidence).total
    key = record.origins[0].key
    best = best_paths(record, _read("factors", factors, share, [node.key for node in record.nodes])).get(key)
    return _read("evidence", evidence, amount, [key]).get(key, NONE) * best.factor if best else NONE


def _read(what: str, given: Mapping[str, Fraction], convert: Callable[[Fraction], Fraction], keys: Iterable[str]) -> dict[str, Fraction]:
    """The numbers given for these keys, made sure of."""
    read = {}
    for key in keys:
        if key in given:
            try:
                read[key] = convert(given[key])
            except RecordError as error:
                raise RecordError(f"{what} of {key}: {error}", f"{what}.{key}") from error
    return read


def _in_parts(weights: Mapping[int, Fraction]) -> tuple[dict[int, int], int]:
    """The weights as counts of a common part, and how many parts make one."""
    parts = lcm(*[weight.denominator for weight in weights.values()])
    return {number: weight.numerator * (parts // weight.denominator) for number, weight in weights.items()}, parts


def _offer(key: str, worth: Evidence, best: Mapping[str, Path]) -> tuple[str, Fraction, Fraction, tuple[str, ...]]:
    """What an origin could bring: its key, its evidence, its best factor and the path of that."""
    path = best.get(key)
    return key, worth.get(key, NONE), path.factor if path else NONE, path.keys if path else ()


def _levelled(part: Numbered, weights: Weights) -> tuple[Flow, Cuts]:
    """Lines from the heaviest origins first, with the cut at each weight.

    Actors that several origins share stand above these; each lets one line through, to an origin whose turn has come.
    """
    above = _above(part)
    onward = [*part.onward[: part.actors_from], *[[] for _ in part.onward[part.actors_from :]]]
    flow = Flow(onward)
    starts: dict[int, None] = {}
    waiting: list[int] = []
    cuts: Cuts = []
    for weight, group in groupby(_heaviest(part, weights), key=weights.__getitem__):
        for origin in group:
            for start in above.get(origin, (origin,)):
                if start != origin:
                    onward[start].append(origin)
                if start not in starts:
                    starts[start] = None
                    waiting.append(start)
        waiting = [start for start in waiting if not flow.add(start)]
        cuts.append((weight, flow.cut(starts) if waiting else list(starts)))
    return flow, cuts


def _above(part: Numbered) -> dict[int, list[int]]:
    """For each origin that only shared actors stand behind, the numbers of these."""
    above: dict[int, list[int]] = {}
    for actor in range(part.actors_from, len(part.onward)):
        for origin in part.onward[actor]:
            above.setdefault(origin, []).append(actor)
    return above


def _heaviest(part: Numbered, weights: Weights) -> list[int]:
    """The origins, the heaviest first, ties by key."""
    return sorted(weights, key=lambda origin: (-weights[origin], part.names[origin]))


def _bound(cuts: Cuts) -> int:
    """What no choice can exceed: at each cut, the step down to the next weight, times the size of the cut."""
    return sum((weight - below) * len(cut) for (weight, cut), (below, _) in pairwise([*cuts, (0, [])]))


def _search(part: Numbered, weights: Weights, most: int) -> tuple[Flow, bool]:
    """Try sets of origins, the heaviest first, until the best weighs as much as any could or the budget is spent."""
    origins = [(number, weights[number], part.origins[number]) for number in _heaviest(part, weights)]
    best, heaviest = Flow(part.onward), 0
    tries = 0
    todo: list[tuple[int, Flow, int, frozenset[str]]] = [(0, best, 0, frozenset())]
    while todo and heaviest < most:
        tries += 1
        if tries > BUDGET:
            return best, False
        place, flow, weight, taken = todo.pop()
        if weight > heaviest:
            best, heaviest = flow, weight
        if weight + _room(origins[place:], taken) <= heaviest:
            continue
        number, more, actors = origins[place]
        todo.append((place + 1, flow, weight, taken))
        if taken.isdisjoint(actors):
            longer = flow.copy()
            if longer.add(number):
                todo.append((place + 1, longer, weight + more, taken.union(actors)))
    return best, True


def _room(origins: Sequence[tuple[int, int, tuple[str, ...]]], taken: frozenset[str]) -> int:
    """What the origins could still add at most: all whose actors are free, and no more than the heaviest of each free actor."""
    free = [(weight, actors) for _, weight, actors in origins if taken.isdisjoint(actors)]
    heaviest: dict[str, int] = {}
    for weight, actors in free:
        for actor in actors:
            heaviest.setdefault(actor, weight)
    return min(sum(weight for weight, _ in free), sum(heaviest.values()))
