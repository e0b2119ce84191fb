"""Whether a text may be another in other words, told from the codes of its terms: sentences beside each other without the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
Having = Mapping[int, Sequence[tuple[int, float]]]
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
        self._squares: dict[int, Sequence[float]] = {}

    @cached_property
    def _stems(self) -> frozenset[int]:
        """The terms, whatever they count."""
        return frozenset([code | 1 for code in unpacked(self._traces.terms)])

    @cached_property
    def _sentences(self) -> Sequence[Mapping[int, float]]:
        """What the terms of each sentence count."""
        return [{code | 1: NAME_WEIGHT if code & 1 else 1.0 for code in each} for each in self._traces.sentences]

    @cached_property
    def _having(self) -> Having:
        """For each term the sentences that have it, with what it counts there."""
        found: dict[int, list[tuple[int, float]]] = {}
        for number, each in enumerate(self._sentences):
            for term, counts in each.items():
                found.setdefault(term, []).append((number, counts))
        return found

    def may_be(self, other: Retold) -> bool:
        """Whether `rewrites.aligned` could tell a rewrite, whichever text came first and whatever their quotations say."""
        if min(len(self._traces.cuts), len(other._traces.cuts)) < SIZE * LEAST_SENTENCES or self._far(other):
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
        rarity = _rarity(len(self._sentences) + len(other._sentences))
        left, right = list(self._alone(rarity)), list(other._alone(rarity))
        both: dict[tuple[int, int], float] = {}
        for term in shared:
            here, there = ours[term], theirs[term]
            rare = rarity[len(here) + len(there)]
            _put_right(left, here, rare - rarity[len(here)])
            _put_right(right, there, rare - rarity[len(there)])
            for i, counts in here:
                for j, count in there:
                    both[j, i] = both.get((j, i), 0.0) + (counts if counts > count else count) * rare
        norms, others = list(map(sqrt, left)), list(map(sqrt, right))
        rated = ((j, i, weight / (norms[i] * others[j])) for (j, i), weight in both.items())
        return sorted(each for each in rated if each[2] >= SAME - ROUNDING)

    def _alone(self, rarity: Rarity) -> Sequence[float]:
        """The squares of these lengths where the other text has as many sentences but no term in common."""
        many = len(rarity)
        if many not in self._squares:
            weights = ({term: counts * rarity[len(self._having[term])] for term, counts in each.items()} for each in self._sentences)
            self._squares[many] = [sum(each.values()) for each in weights]
        return self._squares[many]

    def _enough(self, other: Retold, found: Sequence[Cell]) -> bool:
        """Whether enough sentences tell the same, as `Alignment.rewrite` has it; the first of each two are of the derived text."""
        matched = _matched(found)
        several = len({i for i, _ in matched})
        in_order = longest_ascent([i for i, _ in matched])
        quotations = sorted((self._traces.quotations, other._traces.quotations))
        if several > RESPOKEN and in_order == len(matched) and quotations[0] and quotations[1] >= RESPOKEN:
            return True
        least = TOLD * min(len(self._sentences), len(other._sentences))
        if several < LEAST_SENTENCES or len(matched) < least or in_order < ORDERED * len(matched):
            return False
        likeness = sum([each for _, each in matched]) / len(matched)
        return in_order / len(matched) * likeness >= (CLOSE if quotations[0] else CLOSER) - ROUNDING


def _put_right(squares: list[float], having: Iterable[tuple[int, float]], more: float) -> None:
    """Make good that a term stands in the other text too."""
    for number, counts in having:
        squares[number] += counts * more


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
