"""The search for pairs worth comparing: among all texts, or only for what changed, with the same outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain

import attrs

from claimtrack.provenance.copies.boilerplate import common_among
from claimtrack.provenance.copies.buckets import Bucket, having
from claimtrack.provenance.copies.families import families
from claimtrack.provenance.copies.shelf import Shelf
from claimtrack.provenance.copies.traces import Rows
from claimtrack.provenance.copies.worth import Worth

Couple = tuple[str, str]
"""The keys of two texts, the older first."""


@attrs.frozen(kw_only=True)
class Found:
    """What a search found.

    Attributes:
        pairs: the pairs worth comparing that have one of `anew` among them.
        alike: near-duplicates, all of them.
        common: the codes of boilerplate, all of them.
        anew: the texts whose pairs were looked for; None for all.
        shaken: the texts in which other codes than before are boilerplate.
    """

    pairs: frozenset[Couple]
    alike: frozenset[Couple]
    common: frozenset[int]
    anew: frozenset[str] | None
    shaken: frozenset[str] = frozenset()


@attrs.frozen
class Touched:
    """The codes of the texts that changed, as they were and as they are, and the keys of these texts."""

    keys: frozenset[str]
    codes: frozenset[int]
    sketch: frozenset[int]
    marks: frozenset[int]

    @classmethod
    def by(cls, keys: Iterable[str], kept: Iterable[bytes]) -> Touched:
        """The codes in the bytes of some texts, each of them as it was or as it is."""
        rows = [Rows(each) for each in kept]
        codes = frozenset(code for each in rows for code in chain(each.prints, each.rest))
        sketch = frozenset(code for each in rows for code in each.sketch)
        return cls(frozenset(keys), codes, sketch, frozenset(mark for each in rows for mark in each.marks))


def whole(shelf: Shelf, worth: Worth) -> Found:
    """Search among all texts."""
    alike = frozenset(pair for part in shelf.sketches() for pair in shelf.alike(part))
    common = shelf.common(families(sorted(alike)))
    pairs = {pair for left, rights in shelf.met(common) for pair in shelf.worthy([(left, right) for right in rights], worth, common)}
    return Found(pairs=shelf.named(pairs), alike=shelf.named(alike), common=common, anew=None)


class Part:
    """A search for what changed.

    Args:
        shelf: the texts as they are.
        worth: the test of pairs.
        touched: the codes of what changed.
        alike: the near-duplicates before.
        common: the boilerplate before.
    """

    def __init__(self, shelf: Shelf, worth: Worth, touched: Touched, alike: Collection[Couple], common: frozenset[int]) -> None:
        self._shelf = shelf
        self._worth = worth
        self._touched = touched
        self._before = alike
        self._common = common
        self._changed = shelf.places(touched.keys)
        self._near = shelf.related(touched.codes, touched.marks)
        self._having = having(self._near, shelf.codes, touched.codes)

    def found(self) -> Found:
        """What is found."""
        likened = self._likened()
        alike = self._alike(likened)
        common, shaken = self._commons(alike)
        anew = likened.union(shaken, self._in_crowds(common), self._by_marks())
        near = self._over(anew)
        close = self._close(common) if near is self._near else near
        shelf = self._shelf
        met = shelf.sketched(close, anew) | shelf.printed(close, anew, common) | shelf.stories(near, anew)
        return Found(
            pairs=shelf.named(shelf.worthy(met, self._worth, common)),
            alike=alike,
            common=common,
            anew=self._keys(anew),
            shaken=self._keys(shaken),
        )

    def _keys(self, places: Iterable[int]) -> frozenset[str]:
        return frozenset(self._shelf.keys[place] for place in places)

    def _over(self, places: Collection[int]) -> Collection[int]:
        """The texts that may share a code with some: the related ones if these are those that changed."""
        if self._changed.issuperset(places):
            return self._near
        rows = [self._shelf.rows(place) for place in places]
        codes = frozenset().union(*map(self._shelf.codes, places))
        return self._shelf.related(codes, frozenset(mark for each in rows for mark in each.marks))

    def _close(self, common: frozenset[int]) -> Collection[int]:
        """The texts, in order, that share with what changed one of its least codes or one that is no boilerplate."""
        codes = (self._touched.codes - common) | self._touched.sketch
        return sorted({place for code in codes for place in self._having[code]})

    def _likened(self) -> frozenset[int]:
        """The texts whose near-duplicates are looked for: those that changed, and crowds that have one of their least codes."""
        buckets = having(self._near, lambda place: self._shelf.rows(place).sketch, self._crowded(self._touched.sketch))
        return self._changed.union(*(bucket for bucket in buckets.values() if self._crowd(bucket)))

    def _alike(self, anew: frozenset[int]) -> frozenset[Couple]:
        """The near-duplicates as they are."""
        found = self._shelf.alike(self._shelf.sketched(self._over(anew), anew))
        return frozenset(_without(self._before, self._keys(anew) | self._touched.keys)) | self._shelf.named(found)

    def _crowded(self, codes: Iterable[int]) -> frozenset[int]:
        """Of some codes of what changed those that a crowd has."""
        return frozenset(code for code in codes if self._crowd(self._having[code]))

    def _crowd(self, bucket: Bucket) -> bool:
        """Whether a bucket is or was a crowd, in which a text less or more changes the pairs of others."""
        return len(bucket) + len(self._touched.keys) > self._shelf.limits.crowd

    def _commons(self, alike: frozenset[Couple]) -> tuple[frozenset[int], frozenset[int]]:
        """The boilerplate as it is, and the texts in which that makes a difference."""
        shelf, regrouped = self._shelf, self._shelf.places(_regrouped(self._before, alike, self._touched.keys))
        more = frozenset().union(*map(shelf.codes, regrouped)) - self._touched.codes
        buckets = {**self._having, **having(shelf.all, shelf.codes, more)}
        codes = self._touched.codes | more
        common = (self._common - codes) | common_among(buckets, shelf.outlets, shelf.groups(alike), shelf.limits)
        shaken = frozenset(place for code in common ^ self._common for place in buckets[code])
        return common, shaken

    def _in_crowds(self, common: frozenset[int]) -> Iterable[int]:
        """The texts that share a fingerprint with so many that their pairs depend on who these are."""
        buckets = having(self._near, lambda place: self._shelf.rows(place).prints, self._crowded(self._touched.codes - common))
        return (place for bucket in buckets.values() if self._crowd(bucket) for place in bucket)

    def _by_marks(self) -> Iterable[int]:
        """The texts with a name or number that was rare and is not, or the other way round."""
        many, limit = len(self._touched.keys), self._shelf.limits.marked
        buckets = having(self._near, lambda place: self._shelf.rows(place).marks, self._touched.marks)
        return (place for bucket in buckets.values() if limit - many < len(bucket) <= limit + many for place in bucket)


def _without(couples: Iterable[Couple], keys: Collection[str]) -> Iterable[Couple]:
    return (couple for couple in couples if couple[0] not in keys and couple[1] not in keys)


def _regrouped(before: Iterable[Couple], after: Iterable[Couple], changed: Collection[str]) -> set[str]:
    """The texts, other than those that changed, that have other near-duplicates among such texts than before."""
    was, now = _groups(before, changed), _groups(after, changed)
    return {key for group in was ^ now for key in group}


def _groups(couples: Iterable[Couple], changed: Collection[str]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, least in families(sorted(couples)).items():
        if key not in changed:
            groups[least].add(key)
    return {frozenset(group) for group in groups.values() if len(group) > 1}
