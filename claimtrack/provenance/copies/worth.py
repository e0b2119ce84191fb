"""Which pairs of texts cannot descend from each other, told from their traces alone: a cheap test that loses none that can."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.provenance.copies.relations import LEAST_SHINGLES
from claimtrack.provenance.copies.rewrites import DAYS, LEAST_SENTENCES, LEAST_STEMS
from claimtrack.provenance.copies.traces import UNDATED, Traces, unpacked

Worth = Callable[[Traces, frozenset[int]], Callable[[Traces], bool]]
"""For one text, and the codes that are boilerplate: whether another is worth comparing with it."""


def any_relation(_: Traces, __: frozenset[int]) -> Callable[[Traces], bool]:
    """Every pair is worth comparing, for quotations and boilerplate too."""
    return bool


def descent(one: Traces, common: frozenset[int]) -> Callable[[Traces], bool]:
    """Whether a record could come of two texts.

    Texts of one outlet give none, a text in another's words shares `LEAST_SHINGLES` with it that are no boilerplate, and a rewrite tells
    much of the same in sentences of its own within `DAYS`.
    """
    own = one.codes - common

    def worth(other: Traces) -> bool:
        if one.outlet and one.outlet == other.outlet:
            return False
        return rewritten(one, other) or len(own.intersection(unpacked(other.prints + other.rest))) >= LEAST_SHINGLES

    return worth


def rewritten(left: Traces, right: Traces) -> bool:
    """Whether two texts may have enough stems in common for the one to be the other in other words."""
    if min(left.sentences, right.sentences) < LEAST_SENTENCES or _far(left, right):
        return False
    return _most_in_common(left, right) >= LEAST_STEMS * min(left.stems, right.stems)


def _far(left: Traces, right: Traces) -> bool:
    """Whether two days are too far apart."""
    return left.exact and right.exact and UNDATED not in (left.day, right.day) and abs(left.day - right.day) > DAYS


def _most_in_common(left: Traces, right: Traces) -> int:
    """How many stems two texts have in common at most: the bits that both have, and those stems that fell on a bit of their own text."""
    one, other = int.from_bytes(left.stemmed, "little"), int.from_bytes(right.stemmed, "little")
    both = (one & other).bit_count()
    return both + min(left.stems - one.bit_count(), right.stems - other.bit_count())
