"""Values that bear one another out in part, as far as the values themselves show it: numbers that are near, lists that lack an entry."""

from __future__ import annotations

import re

import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, Ints, ratio
from claimtrack.reliability.discovery.likeness import Likeness
from claimtrack.reliability.discovery.numerals import numbers
from claimtrack.reliability.discovery.observations import Observations

COMPARED = 64
"""Objects with more values than this are left alone, so that the work stays in proportion to the observations."""
ENTRY = re.compile(r"[;|]|[,/](?![0-9])")
"""What stands between the entries of a list, or between a place and what it lies in; 1,200 and 3/4 are no lists."""


def nearness(observations: Observations) -> Likeness:
    """Which facts bear which others out in part, 0 to 1.

    Two numbers do so by e^(-d/m), both ways, where d is their distance and m the median distance between numbers told of the object.
    A list bears out wholly a longer one that has all its entries: what lacks an entry does not contradict it.
    The longer one does not bear out the shorter.
    """
    one, other = _rivals(observations)
    degree = np.concatenate([_numeric(observations, one, other)] * 2)
    first, second = np.concatenate([one, other]), np.concatenate([other, one])
    degree = np.maximum(degree, _listed(observations.fact_value, first, second))
    kept = degree > 0
    return Likeness(first[kept], second[kept], degree[kept])


def _rivals(observations: Observations) -> tuple[Ints, Ints]:
    """All pairs of values of one object, the later in spelling first; pairs of one object lie side by side."""
    place = np.arange(len(observations.fact_object)) - observations.starts[observations.fact_object]
    many = np.where(observations.rivals[observations.fact_object] > COMPARED, 0, place)
    later = np.repeat(np.arange(len(place)), many)
    back = np.arange(len(later)) - np.repeat(np.cumsum(many) - many, many)
    return later, later - 1 - back


def _numeric(observations: Observations, one: Ints, other: Ints) -> Floats:
    """For each pair how near its numbers are; 0 where one is no number."""
    found = numbers(observations)
    distance = np.abs(found[one] - found[other])
    which = np.flatnonzero(~np.isnan(distance))
    degree = np.zeros(len(one))
    degree[which] = np.exp(-ratio(distance[which], _medians(observations.fact_object[one[which]], distance[which])))
    return degree


def _medians(groups: Ints, amounts: Floats) -> Floats:
    """For each amount the median of its group, the lower of two; groups are sorted."""
    ordered = amounts[np.lexsort((amounts, groups))]
    first, last = np.searchsorted(groups, groups), np.searchsorted(groups, groups, side="right") - 1
    middle: Floats = ordered[(first + last) // 2]
    return middle


def _listed(values: tuple[str, ...], first: Ints, second: Ints) -> Floats:
    """For each pair 1 where the second value has all entries of the first and more, else 0."""
    entries = [frozenset(filter(None, (part.strip().casefold() for part in ENTRY.split(value)))) for value in values]
    longer = np.fromiter(map(len, entries), np.int64, len(entries))
    degree = np.zeros(len(first))
    for at in np.flatnonzero((longer[second] > longer[first]) & (longer[first] > 0)).tolist():
        degree[at] = float(entries[first[at]] < entries[second[at]])
    return degree
