"""What a text more or less changes among the others that share a code with it: only where these are a crowd, and there only a few pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import attrs

from claimtrack.provenance.copies.families import Couple
from claimtrack.provenance.copies.sketches import CROWD, paired
from claimtrack.provenance.copies.traces import Age


@attrs.frozen
class Shifts:
    """Pairs of texts that did not change themselves, but are paired by a code since others did, or are so no more.

    Attributes:
        gained: those that are paired now.
        lost: those that were before.
    """

    gained: frozenset[Couple] = frozenset()
    lost: frozenset[Couple] = frozenset()

    @classmethod
    def together(cls, some: Iterable[Shifts]) -> Shifts:
        """Those of several codes; a pair may be lost by one and gained by another."""
        some = list(some)
        return cls(frozenset().union(*(each.gained for each in some)), frozenset().union(*(each.lost for each in some)))


def shifts(now: Sequence[Age], before: Sequence[Age], changed: Collection[str], crowd: int = CROWD) -> Shifts:
    """How the pairs of one code shift.

    Args:
        now: the texts that have the code, in any order.
        before: those that had it.
        changed: the keys of the texts that changed, came or went; pairs of these are left out.
        crowd: texts beyond which each is paired with the first and with its neighbour, not with all.
    """
    if max(len(now), len(before)) <= crowd:
        return Shifts()
    pairs = frozenset(_settled(now, changed, crowd))
    were = frozenset(_settled(before, changed, crowd))
    return Shifts(pairs - were, were - pairs)


def _settled(bucket: Iterable[Age], changed: Collection[str], crowd: int) -> Iterable[Couple]:
    """The pairs of a bucket in which nothing changed."""
    keys = [key for _, key in sorted(bucket)]
    return (couple for couple in paired(keys, crowd) if couple[0] not in changed and couple[1] not in changed)
