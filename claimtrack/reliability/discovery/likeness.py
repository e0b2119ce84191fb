"""How alike the values of one object are, told by a function of the caller's, as a sparse table."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.errors import RecordError
from claimtrack.reliability.discovery.arrays import Floats, Ints, totals
from claimtrack.reliability.discovery.estimate import Similarity
from claimtrack.reliability.discovery.observations import Observations


@attrs.frozen(eq=False)
class Likeness:
    """Pairs of facts of one object, each pair both ways, and how alike they are.

    Args:
        one: the fact that lends.
        other: the fact that is lent to.
        degree: 0 to 1.
    """

    one: Ints
    other: Ints
    degree: Floats

    def lent(self, scores: Floats, base: float = 0.0) -> Floats:
        """For each fact what its rivals lend: the sum of their scores, each times how far the likeness is above a base."""
        return totals(self.other, scores[self.one] * (self.degree - base), len(scores))


def likeness(observations: Observations, similarity: Similarity) -> Likeness:
    """The likeness of all pairs of rival values; it is asked for once a pair, so the work grows with the square of an object's values.

    Raises:
        RecordError: when a likeness is not a number from 0 to 1.
    """
    ones: list[int] = []
    others: list[int] = []
    degrees: list[float] = []
    values = observations.fact_value
    for start, many in zip(observations.starts.tolist(), observations.rivals.tolist(), strict=True):
        for one in range(start, start + many):
            for other in range(one + 1, start + many):
                degree = _checked(similarity(values[one], values[other]), values[one], values[other])
                ones += (one, other)
                others += (other, one)
                degrees += (degree, degree)
    return Likeness(np.array(ones, np.int64), np.array(others, np.int64), np.array(degrees, np.float64))


def _checked(degree: float, one: str, other: str) -> float:
    if not 0.0 <= degree <= 1.0:
        raise RecordError(f"the likeness of {one!r} and {other!r} is {degree}; a likeness is a number from 0 to 1", "similarity")
    return degree
