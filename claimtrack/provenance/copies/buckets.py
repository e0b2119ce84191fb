"""Which texts share a code: found a portion of the codes at a time, so that memory holds few of them at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

Bucket = Sequence[int]
"""The places of the texts that have a code, in order."""
Cut = Callable[[int, int, int], Iterable[int]]
"""The codes of the text at a place, from one code on and below another."""
PORTION = 800_000
"""Codes looked at together, not counting how often each stands."""
ALL = 1 << 32
"""All codes are below this."""


def portions(many: int, most: int = PORTION) -> Iterator[tuple[int, int]]:
    """Stretches of codes, in each of which about as many of them stand as may be looked at together."""
    steps = max(1, -(-many // most))
    bounds = [ALL * step // steps for step in range(steps + 1)]
    yield from pairwise(bounds)


def within(row: Sequence[int], low: int, high: int) -> Sequence[int]:
    """The codes of a row, which is in order, from one on and below another."""
    if low == 0 and high == ALL:
        return row
    return row[bisect_left(row, low) : bisect_left(row, high)]


def crowded(places: Iterable[int], cut: Callable[[int], Iterable[int]]) -> Mapping[int, Bucket]:
    """For each code that several texts have their places.

    Args:
        places: the texts, in the order in which buckets are to have them.
        cut: the codes of a text, each once.
    """
    first: dict[int, int] = {}
    shared: dict[int, list[int]] = {}
    for place in places:
        for code in cut(place):
            before = first.setdefault(code, place)
            if before != place:  # most codes stand in one text only and need no list
                shared.setdefault(code, [before]).append(place)
    return shared


def having(places: Iterable[int], cut: Callable[[int], Iterable[int]], wanted: Collection[int]) -> Mapping[int, Bucket]:
    """For each of some codes the texts that have it, also where it is one text or none."""
    found: dict[int, list[int]] = {code: [] for code in wanted}
    looked_for = frozenset(wanted)
    for place in places if looked_for else ():
        for code in looked_for.intersection(cut(place)):
            found[code].append(place)
    return found
