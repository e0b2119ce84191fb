"""Near-duplicates among many texts: bottom-k sketches find the candidates, exact overlap of shingles decides."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from zlib import crc32

import attrs

from claimtrack.provenance.copies.shingles import shingles, spelled, wide

KEPT = 8
"""Hashes that a sketch keeps: two sets that share three fifths of their union have none of the eight in common once in 1,500 pairs."""
CROWD = 50
"""Texts in a bucket beyond which each is paired with the bucket's first and with its neighbour, not with all."""


def least_hashes(hashes: Iterable[int], size: int = KEPT) -> tuple[int, ...]:
    """The smallest of some hashes, once each, in order."""
    return tuple(sorted(set(hashes))[:size])


@attrs.frozen
class Sketch:
    """The few smallest hashes of a set of shingles (bottom-k; Cohen and Kaplan 2007).

    `a | b` is the sketch of the union of both sets: an associative, commutative and idempotent join, with the empty sketch as identity.
    """

    hashes: tuple[int, ...] = attrs.field(default=(), converter=least_hashes)

    @classmethod
    def of(cls, text: str) -> Sketch:
        """The sketch of a text."""
        found = shingles(spelled(text))
        return cls(wide(crc32(shingle), shingle) for shingle in found)

    def __or__(self, other: Sketch) -> Sketch:
        return Sketch((*self.hashes, *other.hashes))

    def jaccard(self, other: Sketch) -> float:
        """About how much of their union two sets share: the share of the union's sketch that stands in both."""
        union = (self | other).hashes
        both = set(self.hashes) & set(other.hashes)
        return sum(each in both for each in union) / len(union) if union else 0.0


@attrs.frozen(order=True)
class Near:
    """Two texts, by their places among those given, and the share of all their shingles that both have (Jaccard)."""

    left: int
    right: int
    jaccard: float


def near_duplicates(texts: Sequence[str], least: float = 0.5) -> tuple[Near, ...]:
    """The pairs of texts that have at least such a share of their shingles in common.

    Where more than `CROWD` texts are alike, each is paired with the first of them and with its neighbour only.

    Args:
        texts: any number; those of fewer than five words are like none.
        least: the share of the union from which a pair is told, from 0.4; below that, some pairs are missed.
    """
    sets: list[array[int]] = []
    buckets: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        found = shingles(spelled(text))
        named = dict(zip(map(crc32, found), found, strict=True))
        ordered = sorted(named)
        sets.append(array("L", ordered))
        for code in islice(ordered, KEPT):
            buckets.setdefault(wide(code, named[code]), []).append(number)
    candidates = {pair for bucket in buckets.values() if len(bucket) > 1 for pair in paired(bucket)}
    compared = (Near(left, right, _jaccard(sets[left], sets[right])) for left, right in sorted(candidates))
    return tuple(near for near in compared if near.jaccard >= least)


def paired(bucket: Sequence[int], crowd: int = CROWD) -> Iterator[tuple[int, int]]:
    """The pairs of a bucket: all of them, or in a crowd each with the first and with its neighbour."""
    if len(bucket) <= crowd:
        yield from ((left, right) for place, left in enumerate(bucket) for right in bucket[place + 1 :])
    else:
        yield from pairwise(bucket)
        yield from ((bucket[0], right) for right in bucket[1:])


def _jaccard(left: array[int], right: array[int]) -> float:
    shared = len(set(left).intersection(right))
    return shared / (len(left) + len(right) - shared) if shared else 0.0
