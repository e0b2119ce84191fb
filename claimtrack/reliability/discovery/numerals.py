"""Values that are numbers: read, and taken together where they are as good as one."""

from __future__ import annotations

import re

import numpy as np

from claimtrack.reliability.discovery.arrays import Flags, Floats, Ints, distinct
from claimtrack.reliability.discovery.observations import Observations

NUMERAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
LARGEST = 1e100
"""Numbers beyond this are taken for words, so that no sum runs over."""
ROUNDING = 1e-9
"""The share of a tolerance by which it may be passed, since 1.1 - 1.0 is more than 0.1 to a computer."""


def numbers(observations: Observations) -> Floats:
    """For each fact its value as a number; not-a-number where it is none."""
    read = (float(value) if NUMERAL.fullmatch(value) else np.nan for value in observations.fact_value)
    found = np.fromiter(read, np.float64, len(observations.fact_value))
    return np.where(np.abs(found) <= LARGEST, found, np.nan)


def merged(observations: Observations, tolerance: float) -> Observations:
    """The observations with numbers that differ by no more than the tolerance taken for one value.

    The value of an object that most sources assert (of several, the smallest number) stands for all within the tolerance of it;
    beyond, the line is cut into stretches twice the tolerance wide, and the value with most sources stands for its stretch.
    Values that are no numbers are left as they are.

    Args:
        observations: who says what.
        tolerance: in the unit of the values, 0 or more; 0 joins spellings of one number.

    Source: buckets about the dominant value, as in X. Li, X. L. Dong, K. Lyons, W. Meng and D. Srivastava,
    "Truth finding on the deep web: is the problem solved?", PVLDB 6 (2012).
    """
    found = numbers(observations)
    which = np.flatnonzero(~np.isnan(found))
    if not len(which):
        return observations
    subject, votes = observations.fact_object[which], observations.supporters[which]
    stretch = _stretches(found[which], _first_by(subject, -votes, found[which]), tolerance)
    order = np.lexsort((which, found[which], -votes, stretch, subject))
    new = np.flatnonzero(_changes(subject[order], stretch[order]))
    stand_in = np.arange(len(observations.fact_value))
    stand_in[which[order]] = np.repeat(which[order][new], np.diff(np.append(new, len(order))))
    return _replaced(observations, stand_in)


def _first_by(groups: Ints, *keys: Ints | Floats) -> Ints:
    """For each member the place of the member of its group that sorts first by the keys."""
    order = np.lexsort((*reversed(keys), groups))
    new = np.flatnonzero(_changes(groups[order]))
    first = np.empty_like(order)
    first[order] = np.repeat(order[new], np.diff(np.append(new, len(order))))
    return first


def _changes(*sorted_keys: Ints | Floats) -> Flags:
    """Where a new run of equal keys begins."""
    new = np.ones(len(sorted_keys[0]), np.bool_)
    new[1:] = np.logical_or.reduce([key[1:] != key[:-1] for key in sorted_keys])
    return new


def _stretches(found: Floats, dominant: Ints, tolerance: float) -> Floats:
    """For each number which stretch of its object's line it lies in, 0 about the dominant one; the number itself without a tolerance."""
    away = found - found[dominant]
    if tolerance <= 0:
        return found
    with np.errstate(over="ignore"):
        steps = np.ceil((np.abs(away) / tolerance - 1.0) / 2.0 - ROUNDING)
    return np.sign(away) * np.maximum(steps, 0.0)


def _replaced(observations: Observations, stand_in: Ints) -> Observations:
    """The observations with each fact replaced by the one that stands for it, and facts that nobody asserts any more left out."""
    kept = np.flatnonzero(stand_in == np.arange(len(stand_in)))
    number = np.empty_like(stand_in)
    number[kept] = np.arange(len(kept))
    many = len(observations.sources)
    keys = distinct(number[stand_in[observations.fact]] * many + observations.source)
    values = tuple(observations.fact_value[at] for at in kept.tolist())
    return Observations(
        observations.sources, observations.objects, observations.fact_object[kept], values, source=keys % many, fact=keys // many
    )
