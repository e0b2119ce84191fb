"""Whether a text may be another in other words, told from the codes of its terms: sentences beside each other without the texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from math import log, sqrt
from operator import itemgetter

from claimtrack.provenance.copies.rewrites import (
    CLOSE,
    CLOSER,
    DAYS,
    LEAST_SENTENCES,
    LEAST_STEMS,
    ORDERED,
    RESPOKEN,
    SAME,
    TOLD,
    longest_ascent,
)
from claimtrack.provenance.copies.sentences import NAME_WEIGHT
from claimtrack.provenance.copies.traces import SIZE, UNDATED, Traces, unpacked

Cell = tuple[int, int, float]
"""A sentence of one text and one of another, by their numbers, and how alike they are, from 0 to 1."""
Rarity = tuple[float, ...]
"""For so many sentences that have a term how much it tells them apart."""
Counted = tuple[int, float]
"""A number, and what terms count."""
Having = Mapping[int, Sequence[Counted]]
"""For each term the sentences that have it, by their numbers, with what it counts there."""
ROUNDING = 1e-9
"""By how much a sum may differ for the order in which it is taken."""


class Retold:
    """What a text tells, to be put beside others.

    Args:
        traces: what is kept of it.
    """

    def __init__(self, traces: Traces) -> None:
        self._traces = traces
        self._day = traces.day if traces.exact else UNDATED
        self._many = len(traces.cuts) // SIZE
        self._squares: dict[int, Sequence[float]] = {}

    @cached_property
    def _stems(self) -> frozenset[int]:
        """The terms, whatever they count."""
        return frozenset([code | 1 for code in unpacked(self._traces.terms)])

    @cached_property
    def _having(self) -> Having:
        """For each term the sentences that have it, with what it counts there; most stand in one alone and share its row."""
        found: dict[int, tuple[Counted, ...]] = {}
        for number, each in enumerate(self._traces.sentences):
            rows = ((number, 1.0),), ((number, NAME_WEIGHT),)
            for code in each:
                found[code | 1] = found.get(code | 1, ()) + rows[code & 1]
        return found

    @cached_property
    def _counted(self) -> Sequence[Sequence[Counted]]:
        """For each sentence in how many its terms stand, and what those that stand in so many count together."""
        found: list[dict[int, float]] = [defaultdict(float) for _ in range(self._many)]
        for held in self._having.values():
            for number, counts in held:
                found[number][len(held)] += counts
        return [tuple(each.items()) for each in found]

    def may_be(self, other: Retold) -> bool:
        """Whether `rewrites.aligned` could tell a rewrite, whichever text came first and whatever their quotations say."""
        if min(self._many, other._many) < LEAST_SENTENCES or self._far(other):
            return False
        shared = self._stems & other._stems
        if len(shared) < LEAST_STEMS * min(len(self._stems), len(other._stems)):
            return False
        found = self._alike(other, shared)
        if len(found) <= RESPOKEN:
            return False
        return self._enough(other, found) or self._enough(other, sorted((i, j, likeness) for j, i, likeness in found))

    def _far(self, other: Retold) -> bool:
        return UNDATED not in (self._day, other._day) and abs(self._day - other._day) > DAYS

    def _alike(self, other: Retold, shared: Iterable[int]) -> list[Cell]:
        """The sentences that tell the same, in the order of the other text's."""
        ours, theirs = self._having, other._having
        rarity = _rarity(self._many + other._many)
        left, right = list(self._alone(rarity)), list(other._alone(rarity))
        rows = [[0.0] * self._many for _ in right]
        for term in shared:
            here, there = ours[term], theirs[term]
            rare = rarity[len(here) + len(there)]
            more = rare - rarity[len(here)]
            for i, counts in here:
                left[i] += counts * more
            more = rare - rarity[len(there)]
            for j, count in there:
                right[j] += count * more
                row = rows[j]
                for i, counts in here:
                    row[i] += (counts if counts > count else count) * rare
        return list(_like(rows, [sqrt(each) for each in left], [sqrt(each) for each in right]))

    def _alone(self, rarity: Rarity) -> Sequence[float]:
        """The squares of how long each sentence is, taken as an arrow, where both texts have as many sentences but share no term."""
        many = len(rarity)
        if many not in self._squares:
            self._squares[many] = [sum([counts * rarity[held] for held, counts in each]) for each in self._counted]
        return self._squares[many]

    def _enough(self, other: Retold, found: Sequence[Cell]) -> bool:
        """Whether enough sentences tell the same, as `Alignment.rewrite` has it; the first of each two are of the derived text."""
        matched = _matched(found)
        several = len({i for i, _ in matched})
        in_order = longest_ascent([i for i, _ in matched])
        quotations = sorted((self._traces.quotations, other._traces.quotations))
        if several > RESPOKEN and in_order == len(matched) and quotations[0] and quotations[1] >= RESPOKEN:
            return True
        least = TOLD * min(self._many, other._many)
        if several < LEAST_SENTENCES or len(matched) < least or in_order < ORDERED * len(matched):
            return False
        likeness = sum([each for _, each in matched]) / len(matched)
        return in_order / len(matched) * likeness >= (CLOSE if quotations[0] else CLOSER) - ROUNDING


def _like(rows: Iterable[Sequence[float]], norms: Sequence[float], others: Sequence[float]) -> Iterator[Cell]:
    """The cells that are like enough, where all are still to be divided by how long their sentences are."""
    shortest = min(norms)
    for j, (row, norm) in enumerate(zip(rows, others, strict=True)):
        least = (SAME - ROUNDING) * norm
        if max(row) >= least * shortest:
            yield from ((j, i, both / (norms[i] * norm)) for i, both in enumerate(row) if both and both >= least * norms[i])


def _matched(found: Iterable[Cell]) -> list[tuple[int, float]]:
    """For each sentence of the derived text the likest of the source that is not taken twice, as `rewrites` does it."""
    used: Counter[int] = Counter()
    matched = []
    for _, group in groupby(found, key=itemgetter(0)):
        likeness, i = max(((likeness, -i) for _, i, likeness in group if used[i] < 2), default=(0.0, 0))
        if likeness:
            used[-i] += 1
            matched.append((-i, likeness))
    return matched


@lru_cache(256)
def _rarity(many: int) -> Rarity:
    """The rarity of terms among so many sentences, as `rewrites` has it."""
    return (0.0, *(log(1 + many / held) for held in range(1, many + 1)))
