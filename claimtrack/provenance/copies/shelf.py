"""Texts by their traces, in the order of their ages, and the pairs that are found among them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter

import attrs

from claimtrack.provenance.copies.boilerplate import LIMITS, Groups, Limits, common_among
from claimtrack.provenance.copies.buckets import Bucket, crowded, having, portions, within
from claimtrack.provenance.copies.families import families
from claimtrack.provenance.copies.sketches import paired
from claimtrack.provenance.copies.traces import Rows, Traces, carrier
from claimtrack.provenance.copies.worth import Worth

ALIKE = 0.5
"""Share of all shingles in common (Jaccard) from which texts are near-duplicates."""
MARKS = 3
"""Names and numbers in common from which two texts may tell one story."""
SKETCH_PORTIONS = 4
Place = tuple[int, int]
"""Two texts by their places on the shelf, the older first."""
Some = Collection[int] | None
"""Some places, or all."""


@attrs.frozen
class Shelf:
    """Texts in the order of their ages.

    Attributes:
        keys: their keys.
        kept: what `Traces.to_bytes` made of each.
        outlets: the publisher of each, empty where unknown.
        limits: how many texts are many.
    """

    keys: Sequence[str]
    kept: Sequence[bytes]
    outlets: Sequence[str]
    limits: Limits = LIMITS

    @classmethod
    def of(cls, kept: Mapping[str, bytes], limits: Limits = LIMITS) -> Shelf:
        """The texts of some traces."""
        carriers = {key: carrier(each) for key, each in kept.items()}
        keys = sorted(kept, key=lambda key: (carriers[key][0], key))
        return cls(keys, [kept[key] for key in keys], [carriers[key][1] for key in keys], limits)

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def all(self) -> range:
        """The places of all."""
        return range(len(self))

    def places(self, keys: Iterable[str]) -> frozenset[int]:
        """Where some keys stand, those that are not there left out."""
        wanted = frozenset(keys)
        return frozenset(place for place, key in enumerate(self.keys) if key in wanted)

    def named(self, pairs: Iterable[Place]) -> frozenset[tuple[str, str]]:
        """Some pairs by their keys."""
        return frozenset((self.keys[left], self.keys[right]) for left, right in pairs)

    def groups(self, alike: Iterable[tuple[str, str]]) -> Groups:
        """For each text with near-duplicates what stands for all of them."""
        place = {key: at for at, key in enumerate(self.keys)}
        return families(sorted((place[left], place[right]) for left, right in alike))

    def traces(self, place: int) -> Traces:
        """The traces at a place."""
        return _opened(self.kept[place])

    def rows(self, place: int) -> Rows:
        """The codes at a place."""
        return Rows.of(self.kept[place])

    def codes(self, place: int) -> Iterator[int]:
        """All codes of the text at a place."""
        rows = self.rows(place)
        yield from rows.prints
        yield from rows.rest

    def sketched(self, places: Iterable[int], some: Some) -> set[Place]:
        """The pairs of texts that share one of their least codes, at least one of them among some."""
        if some is None:
            return {pair for part in range(SKETCH_PORTIONS) for pair in self._pairs(crowded(places, partial(self._sketch, part)))}
        wanted = {code for place in some for code in self.rows(place).sketch}
        buckets = having(places, lambda place: self.rows(place).sketch, wanted)
        return {pair for pair in self._pairs(buckets) if not _neither(pair, some)}

    def _sketch(self, part: int, place: int) -> Iterable[int]:
        return [code for code in self.rows(place).sketch if code % SKETCH_PORTIONS == part]

    def alike(self, pairs: Iterable[Place]) -> Iterator[Place]:
        """Of some pairs the near-duplicates."""
        for left, group in groupby(sorted(pairs), key=itemgetter(0)):
            ours = self.traces(left).codes
            yield from (pair for pair in group if _jaccard(ours, self.traces(pair[1]).codes) >= ALIKE)

    def common(self, groups: Groups) -> frozenset[int]:
        """The codes that are boilerplate, of all texts."""
        found: set[int] = set()
        for low, high in portions(sum(len(each) for each in self.kept) // 4):
            found |= common_among(crowded(self.all, partial(self._codes, low, high)), self.outlets, groups, self.limits)
        return frozenset(found)

    def _codes(self, low: int, high: int, place: int) -> Iterable[int]:
        rows = self.rows(place)
        yield from within(rows.prints, low, high)
        yield from within(rows.rest, low, high)

    def printed(self, places: Iterable[int], some: Some, common: Collection[int]) -> Iterator[set[Place]]:
        """The pairs of texts that share a fingerprint, in portions, at least one of them among some."""
        if some is None:
            for low, high in portions(sum(len(each) for each in self.kept) // 10):
                yield set(self._pairs(crowded(places, partial(self._prints, low, high)), common))
            return
        wanted = {code for place in some for code in self.rows(place).prints if code not in common}
        yield {pair for pair in self._pairs(having(places, lambda place: self.rows(place).prints, wanted)) if not _neither(pair, some)}

    def _prints(self, low: int, high: int, place: int) -> Sequence[int]:
        return within(self.rows(place).prints, low, high)

    def stories(self, places: Collection[int], some: Some) -> Iterator[set[Place]]:
        """The pairs of texts that share several names and numbers, in portions, at least one of them among some."""
        wanted = None if some is None else {mark for place in some for mark in self.rows(place).marks}
        index: dict[int, array[int]] = {}
        for place in places:
            for mark in self.rows(place).marks:
                if wanted is None or mark in wanted:
                    held = index.setdefault(mark, array("I"))
                    if len(held) <= self.limits.marked:
                        held.append(place)
        for place in places if some is None else some:
            told = [held for mark in self.rows(place).marks if len(held := index[mark]) <= self.limits.marked]
            shared: Counter[int] = Counter()
            for held in told:
                shared.update(held[bisect_right(held, place) :] if some is None else held)
            yield {(min(place, other), max(place, other)) for other, many in shared.items() if many >= MARKS and other != place}

    def _pairs(self, buckets: Mapping[int, Bucket], common: Collection[int] = ()) -> Iterator[Place]:
        crowd = self.limits.crowd
        return (pair for code, bucket in buckets.items() if code not in common for pair in paired(bucket, crowd))

    def worthy(self, pairs: Iterable[Place], worth: Worth, common: frozenset[int]) -> Iterator[Place]:
        """Of some pairs those worth comparing."""
        for left, group in groupby(sorted(pairs), key=itemgetter(0)):
            test = worth(self.traces(left), common)
            yield from (pair for pair in group if test(self.traces(pair[1])))


def _neither(pair: Place, some: Collection[int]) -> bool:
    return pair[0] not in some and pair[1] not in some


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


_opened = lru_cache(1024)(Traces.from_bytes)
"""Traces that were looked at not long ago."""
