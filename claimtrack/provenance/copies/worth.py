"""Which pairs of texts cannot descend from each other, told from their traces alone: a cheap test that loses none that can."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter

from claimtrack.provenance.copies.relations import LEAST_SHARE, LEAST_SHINGLES
from claimtrack.provenance.copies.retold import Retold
from claimtrack.provenance.copies.traces import Traces, unpacked

HELD = 1024
"""Texts that are held ready to be put beside others."""
Worth = Callable[[Traces, frozenset[int]], Callable[[Traces], bool]]
"""For one text, and the codes that are boilerplate: whether another is worth comparing with it."""


def any_relation(_: Traces, __: frozenset[int]) -> Callable[[Traces], bool]:
    """Every pair is worth comparing, for quotations and boilerplate too."""
    return bool


def descent(one: Traces, common: frozenset[int]) -> Callable[[Traces], bool]:
    """Whether a record could come of two texts.

    Texts of one outlet give none. Else either enough shingles of their own are in both, boilerplate left out, as `relations` has it, or
    enough of what the one tells is told by the other as well, as `rewrites` has it.
    """
    own = one.owned - common
    told = _retold(one)

    def verbatim(other: Traces) -> bool:
        if len(own.intersection(unpacked(other.prints))) + len(own.intersection(unpacked(other.rest))) < LEAST_SHINGLES:
            return False
        theirs = _owned(other) - common
        return len(own & theirs) >= max(LEAST_SHINGLES, LEAST_SHARE * min(len(own), len(theirs)))

    def worth(other: Traces) -> bool:
        if one.outlet and one.outlet == other.outlet:
            return False
        return verbatim(other) or told.may_be(_retold(other))

    return worth


_retold = lru_cache(HELD)(Retold)
"""Texts that were put beside others not long ago."""
_owned = lru_cache(HELD)(attrgetter("owned"))
