"""Which pairs of texts are worth comparing: those that share a fingerprint, the least hashes, a quotation, or several names and numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import attrs

from claimtrack.provenance.copies.boilerplate import boilerplate
from claimtrack.provenance.copies.shingles import fingerprints
from claimtrack.provenance.copies.sketches import KEPT, paired
from claimtrack.provenance.copies.texts import Reading

ALIKE = 0.5
"""Share of all shingles in common (Jaccard) from which texts are near-duplicates."""
MARKS = 3
"""Names and numbers in common from which two texts may tell one story."""
MARK_LIMIT = 100
"""Texts beyond which a name or number tells no story from another."""
Place = tuple[int, int]


@attrs.frozen
class Candidates:
    """The pairs to compare, by the places of the texts, and the codes of boilerplate."""

    pairs: tuple[Place, ...]
    common: frozenset[int]


def candidates(readings: Sequence[Reading]) -> Candidates:
    """The pairs of texts worth comparing.

    Texts that share eight words in a row are always among them, unless more than `sketches.CROWD` share these; then each of the crowd is
    paired with the first and with its neighbour in the order given.
    """
    sketched = _index(sorted(set(reading.codes))[:KEPT] for reading in readings)
    found = _pairs(sketched)
    alike = _grouped(len(readings), (pair for pair in sorted(found) if _jaccard(readings, pair) >= ALIKE))
    printed = _index(_prints(reading) for reading in readings)
    common = boilerplate(readings, printed.values(), alike)
    found |= _pairs({code: bucket for code, bucket in printed.items() if code not in common})
    return Candidates(tuple(sorted(found | _stories(readings))), common)


def _prints(reading: Reading) -> frozenset[int]:
    """What a text is found by: its fingerprints, and every shingle that it quotes, since quotations are short."""
    return fingerprints(reading.codes) | reading.quotes


def _index(found: Iterable[Iterable[int]]) -> Mapping[int, Sequence[int]]:
    """For each code the places of the texts that have it, where it is more than one."""
    index: dict[int, list[int]] = defaultdict(list)
    for place, codes in enumerate(found):
        for code in codes:
            index[code].append(place)
    return {code: places for code, places in index.items() if len(places) > 1}


def _pairs(index: Mapping[int, Sequence[int]]) -> set[Place]:
    return {pair for bucket in index.values() for pair in paired(bucket)}


def _jaccard(readings: Sequence[Reading], pair: Place) -> float:
    left, right = readings[pair[0]].all, readings[pair[1]].all
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def _stories(readings: Sequence[Reading]) -> set[Place]:
    """Pairs of texts that share several names and numbers."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        for mark in reading.marks:
            index[mark].append(place)
    shared = Counter(pair for places in index.values() if len(places) <= MARK_LIMIT for pair in combinations(places, 2))
    return {pair for pair, many in shared.items() if many >= MARKS}


def _grouped(many: int, pairs: Iterable[Place]) -> dict[int, int]:
    """For each place what stands for its group."""
    parent = list(range(many))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for left, right in pairs:
        parent[root(right)] = root(left)
    return {place: root(place) for place in range(many)}
