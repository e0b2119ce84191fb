"""How alike two values are, for methods of truth discovery in which a value lends weight to those like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from math import isfinite
from types import MappingProxyType


def letters(one: str, other: str) -> float:
    """The share of pairs of neighbouring letters that two texts have in common, 0 to 1, whatever their capitals.

    Source: the coefficient, here over bigrams, of L. R. Dice, "Measures of the amount of ecologic association between species",
    Ecology 26 (1945).
    """
    pairs = [Counter(map("".join, zip(f"^{text}", f"{text}$", strict=True))) for text in (one.casefold(), other.casefold())]
    return 2 * (pairs[0] & pairs[1]).total() / (pairs[0].total() + pairs[1].total())


def numbers(one: str, other: str) -> float:
    """How near two numbers are: 1 less their difference over the larger size, not below 0; for other values 1 if the same, else 0."""
    try:
        low, high = sorted((float(one), float(other)))
    except ValueError:
        return float(one == other)
    size = max(abs(low), abs(high))
    if not isfinite(size):
        return float(one == other)
    return 1.0 if low == high else max(0.0, 1.0 - (high / size - low / size))


SIMILARITIES: Mapping[str, Callable[[str, str], float]] = MappingProxyType({"letters": letters, "numbers": numbers})
"""The likenesses that `discover --similarity` offers."""
