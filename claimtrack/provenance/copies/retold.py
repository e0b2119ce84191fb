"""Whether a text may be another in other words, told from the codes of its terms: sentences beside each other without the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from math import log, sqrt

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

Rows = Sequence[Sequence[float]]
"""How alike the sentences of one text, a row each, are to those of another, from 0 to 1."""
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
        if min(len(self._traces.cuts), len(other._traces.cuts)) < SIZE * LEAST_SENTENCES or self._far(other) or self._few(other):
            return False
        rows = self._likenesses(other)
        return self._enough(other, rows) or self._enough(other, list(zip(*rows, strict=True)))

    def _far(self, other: Retold) -> bool:
        return UNDATED not in (self._day, other._day) and abs(self._day - other._day) > DAYS

    def _few(self, other: Retold) -> bool:
        return len(self._stems & other._stems) < LEAST_STEMS * min(len(self._stems), len(other._stems))

    def _likenesses(self, other: Retold) -> Rows:
        ours, theirs = self._having, other._having
        rarity = _rarity(len(self._sentences) + len(other._sentences))
        rows = [[0.0] * len(other._sentences) for _ in self._sentences]
        shared = self._stems & other._stems
        for term in shared:
            rare = rarity[len(ours[term]) + len(theirs[term])]
            for i, counts in ours[term]:
                for j, count in theirs[term]:
                    rows[i][j] += (counts if counts > count else count) * rare
        left, right = self._norms(shared, theirs, rarity), other._norms(shared, ours, rarity)
        return [[both and both / (left[i] * right[j]) for j, both in enumerate(row)] for i, row in enumerate(rows)]

    def _norms(self, shared: Iterable[int], others: Having, rarity: Rarity) -> list[float]:
        """How long each sentence is, taken as an arrow: as if no term stood in the other text, then put right for those that do."""
        squares = list(self._alone(rarity))
        for term in shared:
            held = self._having[term]
            more = rarity[len(held) + len(others[term])] - rarity[len(held)]
            for number, counts in held:
                squares[number] += counts * more
        return [sqrt(each) for each in squares]

    def _alone(self, rarity: Rarity) -> Sequence[float]:
        """The squares of these lengths where the other text has as many sentences but no term in common."""
        many = len(rarity)
        if many not in self._squares:
            weights = ({term: counts * rarity[len(self._having[term])] for term, counts in each.items()} for each in self._sentences)
            self._squares[many] = [sum(each.values()) for each in weights]
        return self._squares[many]

    def _enough(self, other: Retold, rows: Rows) -> bool:
        """Whether enough sentences tell the same, where the rows are those of the source; as `Alignment.rewrite` has it."""
        found = _matched(rows)
        several = len({i for i, _ in found})
        in_order = longest_ascent([i for i, _ in found])
        quotations = sorted((self._traces.quotations, other._traces.quotations))
        if several > RESPOKEN and in_order == len(found) and quotations[0] and quotations[1] >= RESPOKEN:
            return True
        if several < LEAST_SENTENCES or len(found) < TOLD * min(len(rows), len(rows[0])) or in_order < ORDERED * len(found):
            return False
        likeness = sum([each for _, each in found]) / len(found)
        return in_order / len(found) * likeness >= (CLOSE if quotations[0] else CLOSER) - ROUNDING


def _matched(rows: Rows) -> list[tuple[int, float]]:
    """For each column the row that is likest and not taken twice, if it is like enough, as `rewrites` does it."""
    used: Counter[int] = Counter()
    found = []
    for column in zip(*rows, strict=True):
        if max(column) >= SAME - ROUNDING:
            likeness, i = max([(likeness, -i) for i, likeness in enumerate(column) if used[i] < 2], default=(0.0, 0))
            if likeness >= SAME - ROUNDING:
                used[-i] += 1
                found.append((-i, likeness))
    return found


@lru_cache(256)
def _rarity(many: int) -> Rarity:
    """The rarity of terms among so many sentences, as `rewrites` has it."""
    return (0.0, *(log(1 + many / held) for held in range(1, many + 1)))
