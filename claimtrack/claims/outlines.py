"""How near two directions can be at most, told from their outlines alone, in a fraction of the time that a cosine takes."""

from __future__ import annotations

from array import array
from itertools import accumulate
from math import sqrt

import attrs

from claimtrack.claims.likeness import Vector

BITS = 4096
"""Bits of an outline; features that share one by chance only loosen the limit."""
ROUNDING = 1e-9


@attrs.frozen(eq=False)
class Outline:
    """Which features a direction of length one has, as bits, and how much of it the lightest of them make up."""

    bits: int
    lightest: array[float]

    def apart(self, other: Outline) -> float:
        """The least share of its squared length that lies in features which the other has not."""
        return self.lightest[(self.bits & ~other.bits).bit_count()]


class Outlines:
    """Makes outlines that can be compared with each other, numbering the features as they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, direction: Vector) -> Outline:
        """The outline of a direction."""
        bits = 0
        for feature in direction:
            bits |= 1 << self._numbers.setdefault(feature, len(self._numbers)) % BITS
        squares = sorted(weight * weight for weight in direction.values())
        return Outline(bits, array("d", accumulate(squares, initial=0.0)))


def limit(one: Outline, other: Outline) -> float:
    """A number that the cosine of two directions does not pass.

    What the two share is part of each; by Cauchy and Schwarz the cosine is at most the root of the product of their shared shares.
    """
    return sqrt(max(0.0, 1 - one.apart(other)) * max(0.0, 1 - other.apart(one))) + ROUNDING
