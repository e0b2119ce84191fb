"""What each comparison of two statements weighs for and against their being one claim: a table to read and to change."""

from __future__ import annotations

from itertools import pairwise

import attrs


@attrs.frozen
class Weight:
    """What a comparison weighs, in bits: +1 doubles the odds that two statements are one claim, -1 halves them (Fellegi and Sunter 1969).

    Attributes:
        points: (value found, bits), rising in the value; between two points the bits are interpolated, since steps cost automatic recall.
    """

    comparison: str
    about: str
    points: tuple[tuple[float, float], ...]

    def bits(self, value: float) -> float:
        """The bits for a value; beyond the last points, theirs."""
        if value <= self.points[0][0]:
            return self.points[0][1]
        for (low, before), (high, after) in pairwise(self.points):
            if value <= high:
                return before + (after - before) * (value - low) / (high - low)
        return self.points[-1][1]


WEIGHTS: tuple[Weight, ...] = (
    Weight("story", "how near the two articles are to each other", ((0.0, -10.0), (0.8, 2.8))),
    Weight("words", "cosine of their words and letters, rare ones counting more", ((0.0, -2.5), (0.6, 0.4), (0.75, 1.2), (1.0, 5.0))),
    Weight("events", "share of the kinds of event that both name", ((0.0, -1.4), (0.2, 0.0), (0.5, 0.7), (1.0, 1.5))),
    Weight("polarity", "one is negated, the other is not", ((0.0, 0.0), (1.0, -1.0))),
    Weight("figures", "figures of one slot: 1 agree, -1 clash", ((-1.0, -2.0), (0.0, 0.0), (1.0, 0.5))),
    Weight("days", "days they name: 1 agree, -1 clash", ((-1.0, -0.4), (0.0, 0.0), (1.0, 0.0))),
    Weight("names", "share of names that both hold", ((0.0, -0.2), (0.5, 0.0))),
    Weight("utterance", "the same words between quotation marks", ((0.0, 0.0), (1.0, 5.0))),
)
"""Set by hand from general considerations; no weight is fitted to a collection.

The first three carry most; they overlap in what they see, so each weighs less than it would alone."""
PRIOR = -3.0
"""Bits before anything is compared: of the pairs worth comparing, about one in nine is one claim."""
