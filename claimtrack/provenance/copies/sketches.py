"""Near-duplicates among many texts: bottom-k sketches find the candidates, exact overlap of shingles decides."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar
from zlib import crc32

import attrs

from claimtrack.provenance.copies.shingles import encoded, shingles, wide

T = TypeVar("T")
KEPT = 8
"""Hashes that a sketch keeps: two sets that share three fifths of their union have none of the eight in common once in 1,500 pairs."""
CROWD = 50
"""Texts in a bucket beyond which each is paired with the bucket's first and with its neighbour, not with all."""
AMPLE = 3
"""Times as many codes as a sketch keeps are looked at; of shingles enough, fewer than that many are seldom small."""


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
        return cls(wide(crc32(shingle), shingle) for shingle in shingles(encoded(text)))

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
    held: list[array[int]] = []
    first: dict[int, int] = {}
    buckets: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        found = shingles(encoded(text))
        named = list(map(crc32, found))
        held.append(array("L", named))
        for hashed in _least(named, found):
            before = first.setdefault(hashed, number)
            if before != number:  # most hashes stand in one text only and need no list
                buckets.setdefault(hashed, [before]).append(number)
    candidates = {pair for bucket in buckets.values() for pair in paired(bucket)}
    compared = (Near(left, right, _jaccard(held[left], held[right])) for left, right in sorted(candidates))
    return tuple(near for near in compared if near.jaccard >= least)


def paired(bucket: Sequence[T], crowd: int = CROWD) -> Iterator[tuple[T, T]]:
    """The pairs of a bucket: all of them, or in a crowd each with the first and with its neighbour."""
    if len(bucket) <= crowd:
        yield from ((left, right) for place, left in enumerate(bucket) for right in bucket[place + 1 :])
    else:
        yield from pairwise(bucket)
        yield from ((bucket[0], right) for right in bucket[1:])


def _least(named: Sequence[int], found: Sequence[bytes]) -> list[int]:
    """The hashes of a sketch, from the codes of some shingles; most codes are too large to come into it, which saves sorting them."""
    most = (AMPLE * KEPT << 32) // (len(named) or 1)
    few = {code: shingle for code, shingle in zip(named, found, strict=True) if code < most}
    if len(few) < KEPT:
        few = dict(zip(named, found, strict=True))
    return [wide(code, few[code]) for code in sorted(few)[:KEPT]]


def _jaccard(left: array[int], right: array[int]) -> float:
    one, other = set(left), set(right)
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0
