"""The search for pairs worth comparing: among all texts, or only for what changed, with the same outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain

import attrs

from claimtrack.provenance.copies.boilerplate import common_among
from claimtrack.provenance.copies.buckets import Bucket, having
from claimtrack.provenance.copies.crowds import Shifts, shifts
from claimtrack.provenance.copies.families import Couple, families
from claimtrack.provenance.copies.shelf import Place, Shelf
from claimtrack.provenance.copies.traces import Age, Rows, carrier
from claimtrack.provenance.copies.worth import Worth

Cut = Callable[[Rows], Sequence[int]]
"""Some of the codes of a text."""


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
    """The codes of the texts that changed, as they were and as they are, the keys of these texts, and what was kept of them."""

    keys: frozenset[str]
    codes: frozenset[int]
    sketch: frozenset[int]
    marks: frozenset[int]
    were: Mapping[str, bytes]

    @classmethod
    def by(cls, keys: Iterable[str], were: Mapping[str, bytes], now: Mapping[str, bytes]) -> Touched:
        """The codes in the bytes of some texts, each of them as it was and as it is."""
        rows = [Rows(each) for each in (*were.values(), *now.values())]
        codes = frozenset(code for each in rows for code in chain(each.prints, each.rest))
        sketch = frozenset(code for each in rows for code in each.sketch)
        return cls(frozenset(keys), codes, sketch, frozenset(mark for each in rows for mark in each.marks), were)

    def had(self, cut: Cut, wanted: Collection[int]) -> Mapping[int, Sequence[Age]]:
        """For each of some codes the texts that had it and changed."""
        ages = [(carrier(each)[0], key) for key, each in self.were.items()]
        kept = list(self.were.values())
        buckets = having(range(len(kept)), lambda place: cut(Rows(kept[place])), wanted)
        return {code: [ages[place] for place in bucket] for code, bucket in buckets.items()}


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
        before: what was found before.
    """

    def __init__(self, shelf: Shelf, worth: Worth, touched: Touched, before: Found) -> None:
        self._shelf = shelf
        self._worth = worth
        self._touched = touched
        self._before = before
        self._changed = shelf.places(touched.keys)
        self._near = shelf.related(touched.codes, touched.marks)
        self._having = having(self._near, shelf.codes, touched.codes)

    def found(self) -> Found:
        """What is found."""
        by_sketch = self._shifts(self._touched.sketch, lambda row: row.sketch)
        alike = self._alike(by_sketch)
        common, shaken = self._commons(alike)
        by_print = self._shifts(self._touched.codes - common - self._before.common, lambda row: row.prints)
        shifted = Shifts.together((by_sketch, by_print))
        anew = self._changed.union(shaken, self._by_marks(), self._left(shifted.lost & self._before.pairs))
        met = self._met(anew, common) | self._shelf.paired(shifted.gained - self._before.pairs)
        return Found(
            pairs=self._shelf.named(self._shelf.worthy(met, self._worth, common)),
            alike=alike,
            common=common,
            anew=self._keys(anew),
            shaken=self._keys(shaken),
        )

    def _met(self, anew: frozenset[int], common: frozenset[int]) -> set[Place]:
        """The pairs that meet, one of some texts in each."""
        near, shelf = self._over(anew), self._shelf
        close = self._close(common) if near is self._near else near
        return shelf.sketched(close, anew) | shelf.printed(close, anew, common) | shelf.stories(near, anew)

    def _keys(self, places: Iterable[int]) -> frozenset[str]:
        return frozenset(self._shelf.keys[place] for place in places)

    def _over(self, places: Collection[int]) -> Collection[int]:
        """The texts that may share a code with some: the related ones if these are those that changed, for others all."""
        return self._near if self._changed.issuperset(places) else self._shelf.all

    def _close(self, common: frozenset[int]) -> Collection[int]:
        """The texts, in order, that share with what changed one of its least codes or one that is no boilerplate."""
        codes = (self._touched.codes - common) | self._touched.sketch
        return sorted({place for code in codes for place in self._having[code]})

    def _shifts(self, codes: Collection[int], cut: Cut) -> Shifts:
        """The pairs of other texts that meet by some codes of what changed, or do so no more, since a crowd has or had these."""
        shelf, crowd = self._shelf, self._shelf.limits.crowd
        had = self._touched.had(cut, codes)
        crowded = {code for code in codes if len(self._having[code]) + len(had[code]) > crowd}
        now = having(self._near, lambda place: cut(shelf.rows(place)), crowded)
        found = [self._shift(now[code], had[code]) for code in crowded]
        return Shifts.together(found)

    def _shift(self, now: Bucket, had: Sequence[Age]) -> Shifts:
        """The same of one code: of the texts that have it, and those that had it and changed."""
        have = list(map(self._shelf.age, now))
        before = [*(age for age in have if age[1] not in self._touched.keys), *had]
        return shifts(have, before, self._touched.keys, self._shelf.limits.crowd)

    def _left(self, couples: Collection[Couple]) -> frozenset[int]:
        """The older texts of some pairs, whose pairs are looked for again since these may meet otherwise."""
        return self._shelf.places(older for older, _ in couples)

    def _alike(self, shifted: Shifts) -> frozenset[Couple]:
        """The near-duplicates as they are."""
        anew = self._changed | self._left(shifted.lost & self._before.alike)
        pairs = self._shelf.sketched(self._over(anew), anew) | self._shelf.paired(shifted.gained)
        left = frozenset(_without(self._before.alike, self._keys(anew) | self._touched.keys))
        return left | self._shelf.named(self._shelf.alike(pairs))

    def _commons(self, alike: frozenset[Couple]) -> tuple[frozenset[int], frozenset[int]]:
        """The boilerplate as it is, and the texts in which that makes a difference."""
        shelf, regrouped = self._shelf, self._shelf.places(_regrouped(self._before.alike, alike, self._touched.keys))
        more = frozenset().union(*map(shelf.codes, regrouped)) - self._touched.codes
        buckets = {**self._having, **having(shelf.all, shelf.codes, more)}
        codes = self._touched.codes | more
        common = (self._before.common - codes) | common_among(buckets, shelf.outlets, shelf.groups(alike), shelf.limits)
        shaken = frozenset(place for code in common ^ self._before.common for place in buckets[code])
        return common, shaken

    def _by_marks(self) -> Collection[int]:
        """The texts with a name or number that was of many and no longer is; of those where it is the other way round, who had pairs."""
        limit, near = self._shelf.limits.marked, range(-len(self._touched.keys), len(self._touched.keys) + 1)
        buckets = having(self._near, lambda place: self._shelf.rows(place).marks, self._touched.marks)
        close = {mark: bucket for mark, bucket in buckets.items() if len(bucket) - limit in near}
        had = self._touched.had(lambda row: row.marks, close)
        whole: set[int] = set()
        parted: set[Couple] = set()
        for mark, bucket in close.items():
            before = len(bucket) - len(self._changed.intersection(bucket)) + len(had[mark])
            if len(bucket) <= limit < before:
                whole.update(bucket)
            elif before <= limit < len(bucket):
                keys = self._keys(bucket)
                parted.update(couple for couple in self._before.pairs if keys.issuperset(couple))
        return whole | self._left(parted)


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
