"""What a method of truth discovery is given and what it gives back, as arrays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs

from claimtrack.reliability.discovery.arrays import Floats
from claimtrack.reliability.discovery.observations import Observations

Similarity: TypeAlias = Callable[[str, str], float]
"""How alike two values of one object are, 0 to 1, and the same both ways."""


@attrs.frozen(kw_only=True)
class Settings:
    """How to run a method.

    Args:
        rounds: how many rounds at most, at least 1.
        change: the rounds end when no source's trust changes by more than this share of the highest trust.
        similarity: for methods in which a value lends weight to those like it.
        numeric: whether values that are numbers are errors by degree, for methods that know such.
    """

    rounds: int = 20
    change: float = 1e-3
    similarity: Similarity | None = None
    numeric: bool = False


@attrs.frozen(eq=False)
class Estimate:
    """What a method found.

    Args:
        scores: for each fact; the highest of an object is its truth. Finite.
        trust: for each source. Finite.
        iterations: how many rounds were run.
        converged: whether trust had settled when the rounds ended.
        confidence: for each fact 0 to 1; without it, the score as a share of the scores of its object.
        copying: numbers of copier and source with the probability, for methods that look for copiers.
    """

    scores: Floats
    trust: Floats
    iterations: int = 1
    converged: bool = True
    confidence: Floats | None = None
    copying: tuple[tuple[int, int, float], ...] = ()


Method: TypeAlias = Callable[[Observations, Settings], Estimate]
