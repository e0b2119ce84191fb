"""Whether a text may be another in other words, told from the codes of its terms: sentences beside each other without the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
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
from claimtrack.provenance.copies.traces import UNDATED, Traces

Rows = Sequence[Sequence[float]]
"""How alike the sentences of one text, a row each, are to those of another, from 0 to 1."""
ROUNDING = 1e-9
"""By how much a sum may differ for the order in which it is taken."""


class Retold:
    """What a text tells, to be put beside others.

    Args:
        traces: what is kept of it.
    """

    def __init__(self, traces: Traces) -> None:
        self._day = traces.day if traces.exact else UNDATED
        self._quotations = traces.quotations
        self._sentences = [{code | 1: NAME_WEIGHT if code & 1 else 1.0 for code in each} for each in traces.sentences]

    @cached_property
    def _having(self) -> Mapping[int, Sequence[tuple[int, float]]]:
        """For each term the sentences that have it, with what it counts there."""
        found: dict[int, list[tuple[int, float]]] = {}
        for number, each in enumerate(self._sentences):
            for term, counts in each.items():
                found.setdefault(term, []).append((number, counts))
        return found

    def may_be(self, other: Retold) -> bool:
        """Whether `rewrites.aligned` could tell a rewrite, whichever text came first and whatever their quotations say."""
        if min(len(self._sentences), len(other._sentences)) < LEAST_SENTENCES or self._far(other) or self._few(other):
            return False
        rows = self._likenesses(other)
        return self._enough(other, rows) or self._enough(other, list(zip(*rows, strict=True)))

    def _far(self, other: Retold) -> bool:
        return UNDATED not in (self._day, other._day) and abs(self._day - other._day) > DAYS

    def _few(self, other: Retold) -> bool:
        both = self._having.keys() & other._having.keys()
        return len(both) < LEAST_STEMS * min(len(self._having), len(other._having))

    def _likenesses(self, other: Retold) -> Rows:
        many = len(self._sentences) + len(other._sentences)
        ours, theirs = self._having, other._having
        rows = [[0.0] * len(other._sentences) for _ in self._sentences]
        for term in ours.keys() & theirs.keys():
            rarity = log(1 + many / (len(ours[term]) + len(theirs[term])))
            for i, counts in ours[term]:
                for j, count in theirs[term]:
                    rows[i][j] += max(counts, count) * rarity
        left, right = self._norms(theirs, many), other._norms(ours, many)
        return [[shared and shared / sqrt(left[i] * right[j]) for j, shared in enumerate(row)] for i, row in enumerate(rows)]

    def _norms(self, others: Mapping[int, Sequence[object]], many: int) -> list[float]:
        rarity = {term: log(1 + many / (len(held) + len(others.get(term, ())))) for term, held in self._having.items()}
        return [sum([counts * rarity[term] for term, counts in each.items()]) for each in self._sentences]

    def _enough(self, other: Retold, rows: Rows) -> bool:
        """Whether enough sentences tell the same, where the rows are those of the source; as `Alignment.rewrite` has it."""
        found = _matched(rows)
        several = len({i for i, _ in found})
        in_order = longest_ascent([i for i, _ in found])
        quotations = sorted((self._quotations, other._quotations))
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
        likeness, i = max(((likeness, -i) for i, likeness in enumerate(column) if used[i] < 2), default=(0.0, 0))
        if likeness >= SAME - ROUNDING:
            used[-i] += 1
            found.append((-i, likeness))
    return found
