"""The search for pairs worth comparing: among all texts, or only for what changed, with the same outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain

import attrs

from claimtrack.provenance.copies.boilerplate import common_among
from claimtrack.provenance.copies.buckets import Bucket, having
from claimtrack.provenance.copies.families import families
from claimtrack.provenance.copies.shelf import Place, Shelf
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
        rows = [Rows.of(each) for each in kept]
        codes = frozenset(code for each in rows for code in chain(each.prints, each.rest))
        sketch = frozenset(code for each in rows for code in each.sketch)
        return cls(frozenset(keys), codes, sketch, frozenset(mark for each in rows for mark in each.marks))


def whole(shelf: Shelf, worth: Worth) -> Found:
    """Search among all texts."""
    sketched = shelf.sketched(shelf.all, None)
    alike = frozenset(shelf.alike(sketched))
    common = shelf.common(families(sorted(alike)))
    portions = chain([sketched], shelf.printed(shelf.all, None, common), shelf.stories(shelf.all, None))
    return Found(pairs=shelf.named(_worthy(shelf, portions, worth, common)), alike=shelf.named(alike), common=common, anew=None)


def _worthy(shelf: Shelf, portions: Iterable[set[Place]], worth: Worth, common: frozenset[int]) -> set[Place]:
    """The pairs that are worth it; one that stands in several portions is tested until it passes."""
    found: set[Place] = set()
    for portion in portions:
        found.update(shelf.worthy(portion - found, worth, common))
    return found


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
        self._near = [place for place in shelf.all if self._related(shelf.rows(place))]

    def _related(self, rows: Rows) -> bool:
        """Whether a text shares any code with what changed."""
        touched = self._touched
        return not (touched.codes.isdisjoint(rows.prints) and touched.codes.isdisjoint(rows.rest) and touched.marks.isdisjoint(rows.marks))

    def found(self) -> Found:
        """What is found."""
        likened = self._likened()
        alike = self._alike(likened)
        common, shaken = self._commons(alike)
        anew = likened.union(shaken, self._in_crowds(common), self._by_marks())
        near = self._over(anew)
        portions = chain([self._shelf.sketched(near, anew)], self._shelf.printed(near, anew, common), self._shelf.stories(near, anew))
        return Found(
            pairs=self._shelf.named(_worthy(self._shelf, portions, self._worth, common)),
            alike=alike,
            common=common,
            anew=self._keys(anew),
            shaken=self._keys(shaken),
        )

    def _keys(self, places: Iterable[int]) -> frozenset[str]:
        return frozenset(self._shelf.keys[place] for place in places)

    def _over(self, places: Collection[int]) -> Collection[int]:
        """The texts that may share a code with some: the related ones if these are those that changed, else all."""
        return self._near if self._changed.issuperset(places) else self._shelf.all

    def _likened(self) -> frozenset[int]:
        """The texts whose near-duplicates are looked for: those that changed, and crowds that have one of their least codes."""
        buckets = having(self._near, lambda place: self._shelf.rows(place).sketch, self._touched.sketch)
        return self._changed.union(*(bucket for bucket in buckets.values() if self._crowd(bucket)))

    def _alike(self, anew: frozenset[int]) -> frozenset[Couple]:
        """The near-duplicates as they are."""
        found = self._shelf.alike(self._shelf.sketched(self._over(anew), anew))
        return frozenset(_without(self._before, self._keys(anew) | self._touched.keys)) | self._shelf.named(found)

    def _crowd(self, bucket: Bucket) -> bool:
        """Whether a bucket is or was a crowd, in which a text less or more changes the pairs of others."""
        return len(bucket) + len(self._touched.keys) > self._shelf.limits.crowd

    def _commons(self, alike: frozenset[Couple]) -> tuple[frozenset[int], frozenset[int]]:
        """The boilerplate as it is, and the texts in which that makes a difference."""
        shelf, regrouped = self._shelf, self._shelf.places(_regrouped(self._before, alike, self._touched.keys))
        codes = self._touched.codes.union(*map(shelf.codes, regrouped))
        buckets = having(self._over(regrouped), shelf.codes, codes)
        common = (self._common - codes) | common_among(buckets, shelf.outlets, shelf.groups(alike), shelf.limits)
        shaken = frozenset(place for code in common ^ self._common for place in buckets[code])
        return common, shaken

    def _in_crowds(self, common: frozenset[int]) -> Iterable[int]:
        """The texts that share a fingerprint with so many that their pairs depend on who these are."""
        buckets = having(self._near, lambda place: self._shelf.rows(place).prints, self._touched.codes - common)
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
