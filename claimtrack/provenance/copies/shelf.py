"""Texts by their traces, in the order of their ages, and the pairs that are found among them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain, groupby
from operator import itemgetter
from sys import intern

import attrs

from claimtrack.provenance.copies.boilerplate import LIMITS, Groups, Limits, common_among
from claimtrack.provenance.copies.buckets import Bucket, crowded, having, portions, within
from claimtrack.provenance.copies.families import Couple, families
from claimtrack.provenance.copies.sketches import paired
from claimtrack.provenance.copies.traces import Age, Rows, Traces, carrier
from claimtrack.provenance.copies.worth import Worth

ALIKE = 0.5
"""Share of all shingles in common (Jaccard) from which texts are near-duplicates."""
MARKS = 3
"""Names and numbers in common from which two texts may tell one story."""
SKETCH_PORTIONS = 4
BLOCK = 4_000
"""Texts that are paired with all others at a time; more of them take more memory, fewer more looks at all."""
Place = tuple[int, int]
"""Two texts by their places on the shelf, the older first."""


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
        rows = sorted((day, key, intern(outlet)) for key, each in kept.items() for day, outlet in [carrier(each)])
        keys = [key for _, key, _ in rows]
        return cls(keys, [kept[key] for key in keys], [outlet for _, _, outlet in rows], limits)

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

    def named(self, pairs: Iterable[Place]) -> frozenset[Couple]:
        """Some pairs by their keys."""
        return frozenset((self.keys[left], self.keys[right]) for left, right in pairs)

    def groups(self, alike: Iterable[Couple]) -> Groups:
        """For each text with near-duplicates what stands for all of them."""
        place = {key: at for at, key in enumerate(self.keys)}
        return families(sorted((place[left], place[right]) for left, right in alike))

    def paired(self, couples: Collection[Couple]) -> set[Place]:
        """Some pairs by their places, those left out of which one is not there."""
        there = {self.keys[place]: place for place in self.places(chain.from_iterable(couples))} if couples else {}
        return {(there[older], there[key]) for older, key in couples if older in there and key in there}

    def age(self, place: int) -> Age:
        """The age of the text at a place."""
        return carrier(self.kept[place])[0], self.keys[place]

    def traces(self, place: int) -> Traces:
        """The traces at a place."""
        return _opened(self.kept[place])

    def rows(self, place: int) -> Rows:
        """The codes at a place."""
        return Rows(self.kept[place])

    def codes(self, place: int) -> Sequence[int]:
        """All codes of the text at a place."""
        return self.rows(place).codes

    def related(self, codes: frozenset[int], marks: frozenset[int]) -> list[int]:
        """The texts that have one of some codes, or one of some names and numbers."""
        rows = enumerate(map(Rows, self.kept))
        return [place for place, row in rows if not (codes.isdisjoint(row.codes) and marks.isdisjoint(row.marks))]

    def sketches(self) -> Iterator[set[Place]]:
        """The pairs of texts that share one of their least codes, in portions."""
        for part in range(SKETCH_PORTIONS):
            yield set(self._pairs(crowded(self.all, partial(self._sketch, part))))

    def _sketch(self, part: int, place: int) -> Iterable[int]:
        return [code for code in self.rows(place).sketch if code % SKETCH_PORTIONS == part]

    def sketched(self, places: Iterable[int], some: Collection[int]) -> set[Place]:
        """The same where at least one text is among some."""
        wanted = {code for place in some for code in self.rows(place).sketch}
        buckets = having(places, lambda place: self.rows(place).sketch, wanted)
        return {pair for pair in self._pairs(buckets) if not _neither(pair, some)}

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

    def met(self, common: frozenset[int]) -> Iterator[tuple[int, set[int]]]:
        """For each text all younger ones that it shares a fingerprint with, one of the least codes, or several names and numbers."""
        for start in range(0, len(self), BLOCK):
            block = self.all[start : start + BLOCK]
            yield from Block(self, block, common).met()

    def printed(self, places: Iterable[int], some: Collection[int], common: Collection[int]) -> set[Place]:
        """The pairs of texts that share a fingerprint, at least one of them among some."""
        wanted = {code for place in some for code in self.rows(place).prints if code not in common}
        buckets = having(places, lambda place: self.rows(place).prints, wanted)
        return {pair for pair in self._pairs(buckets) if not _neither(pair, some)}

    def stories(self, places: Iterable[int], some: Collection[int]) -> set[Place]:
        """The pairs of texts that share several names and numbers, at least one of them among some."""
        wanted = {mark for place in some for mark in self.rows(place).marks}
        index = having(places, lambda place: self.rows(place).marks, wanted)
        found: set[Place] = set()
        for place in some:
            shared = Counter(chain.from_iterable(held for mark in self.rows(place).marks if len(held := index[mark]) <= self.limits.marked))
            found |= {(min(place, other), max(place, other)) for other, many in shared.items() if many >= MARKS and other != place}
        return found

    def _pairs(self, buckets: Mapping[int, Bucket]) -> Iterator[Place]:
        crowd = self.limits.crowd
        return (pair for bucket in buckets.values() for pair in paired(bucket, crowd))

    def worthy(self, pairs: Iterable[Place], worth: Worth, common: frozenset[int]) -> Iterator[Place]:
        """Of some pairs those worth comparing."""
        for left, group in groupby(sorted(pairs), key=itemgetter(0)):
            test = worth(self.traces(left), common)
            yield from (pair for pair in group if test(self.traces(pair[1])))


class Block:
    """Some texts of a shelf, to be paired with all younger ones.

    Args:
        shelf: all texts.
        places: these texts.
        common: the codes of boilerplate.
    """

    def __init__(self, shelf: Shelf, places: Sequence[int], common: frozenset[int]) -> None:
        self._places = places
        self._shelf = shelf
        self._prints = self._shared(lambda row: row.prints, common)
        self._sketch = self._shared(lambda row: row.sketch)
        self._marks = self._shared(lambda row: row.marks)

    def _shared(self, cut: Callable[[Rows], Sequence[int]], common: frozenset[int] = frozenset()) -> Mapping[int, Bucket]:
        """For each code of these texts that stands in several texts all of those."""
        rows = self._shelf.rows
        wanted = frozenset(chain.from_iterable(cut(rows(place)) for place in self._places)) - common
        return crowded(self._shelf.all, lambda place: wanted.intersection(cut(rows(place))))

    def met(self) -> Iterator[tuple[int, set[int]]]:
        """For each of them the younger texts that it is paired with."""
        for place in self._places:
            rows = self._shelf.rows(place)
            found = set(self._telling(place, rows.marks))
            for codes, buckets in ((rows.prints, self._prints), (rows.sketch, self._sketch)):
                for code in codes:
                    if bucket := buckets.get(code):
                        found.update(self._younger(place, bucket))
            yield place, found

    def _younger(self, place: int, bucket: Bucket) -> Sequence[int]:
        """The younger ones of a bucket that a text is paired with; as `sketches.paired` has it."""
        after = bisect_right(bucket, place)
        if len(bucket) <= self._shelf.limits.crowd or after == 1:
            return bucket[after:]
        return bucket[after : after + 1]

    def _telling(self, place: int, marks: Iterable[int]) -> Iterator[int]:
        """The younger texts that may tell the same story."""
        shared: Counter[int] = Counter()
        for mark in marks:
            bucket = self._marks.get(mark, ())
            if len(bucket) <= self._shelf.limits.marked:
                shared.update(bucket[bisect_right(bucket, place) :])
        return (other for other, many in shared.items() if many >= MARKS)


def _neither(pair: Place, some: Collection[int]) -> bool:
    return pair[0] not in some and pair[1] not in some


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


_opened = lru_cache(1024)(Traces.from_bytes)
"""Traces that were looked at not long ago."""
