"""What an article is about: the direction of its words, and that direction blended with those of the articles nearest to it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import chain, repeat
from math import sqrt
from operator import mul
from zlib import crc32

import attrs

from claimtrack.claims.likeness import Rarity, features
from claimtrack.words import SMALL, stem

KEPT = 100
"""Features of an article that are kept, the heaviest; twice as many of a blend."""
SIGNS = 40
"""Stems by which neighbours are looked for, the rarest."""
NEAREST = 5
"""Articles that an article is blended with."""
LEAST = 0.25
"""Cosine below which an article is no neighbour."""


@attrs.frozen
class Direction:
    """What weighs how much in an article: codes of features in rising order, and their weights, at length one.

    A feature is known by the 32 bits of its CRC, and weights are kept to single precision, so that a hundred thousand articles find
    room. In a vocabulary of a hundred thousand, one pair of features is expected to share a code.
    """

    codes: array[int]
    weights: array[float]

    @classmethod
    def of(cls, weights: Mapping[int, float]) -> Direction:
        """The direction of some weights, by the codes of their features."""
        length = sqrt(sum(weights[code] * weights[code] for code in sorted(weights))) or 1.0
        codes = array("I", sorted(weights))
        return cls(codes, array("f", [weights[code] / length for code in codes]))

    @classmethod
    def read(cls, data: bytes) -> Direction:
        """The direction that gave these bytes."""
        half = len(data) // 2
        return cls(array("I", data[:half]), array("f", data[half:]))

    @property
    def data(self) -> bytes:
        """The direction as bytes."""
        return self.codes.tobytes() + self.weights.tobytes()

    @property
    def by_code(self) -> dict[int, float]:
        """The weights by their codes."""
        return dict(zip(self.codes.tolist(), self.weights.tolist(), strict=True))


def code(feature: str) -> int:
    """What a feature is known by."""
    return crc32(feature.encode())


def cosine(one: Mapping[int, float], other: Direction) -> float:
    """The cosine of two directions, of which one is given by its codes, 0 to 1; the same whichever of the two that is."""
    return float(sum(map(mul, map(one.get, other.codes, repeat(0.0)), other.weights)))


def portrait(texts: Iterable[Sequence[str]], rarity: Rarity) -> Direction:
    """The direction of an article.

    Args:
        texts: the words of each of its statements, in the order of these.
        rarity: how much each stem tells.
    """
    found = features(chain.from_iterable([word for word in words if word not in SMALL] for words in texts), rarity)
    least = min(sorted(found.values())[-KEPT:], default=0.0)
    heavy = [feature for feature, weight in found.items() if weight >= least]
    weights = _coded(heavy, found)
    if len(weights) < len(heavy):  # of two features with one code the heavier counts
        weights = _coded(sorted(heavy, key=found.__getitem__), found)
    return Direction.of(_kept(weights, KEPT))


def _coded(some: Iterable[str], found: Mapping[str, float]) -> dict[int, float]:
    """What some features weigh, by their codes; of those that share one the last counts."""
    return {_code(feature): found[feature] for feature in some}


def stems(texts: Iterable[Sequence[str]]) -> list[str]:
    """The stems of an article's words that say something, each once, in the order of the alphabet."""
    return sorted({stem(word) for words in texts for word in words if word not in SMALL})


def signs(found: Iterable[str], rarity: Rarity) -> list[int]:
    """The codes of the rarest stems of an article that more than one text holds, and if these are few, of others.

    What one text alone holds may stand in several articles, since a text that is said twice counts once.

    Args:
        found: its stems.
        rarity: how much each tells.
    """
    steps = ((step == 1, step, word) for word in found if (step := rarity.step(word)))
    return sorted({code(word) for _, _, word in nsmallest(SIGNS, steps)})


def blend(own: Direction, others: Iterable[tuple[str, float, Direction]]) -> Direction:
    """Half an article's own direction, half that of its nearest, each by how near it is; its own where none is near.

    Args:
        own: its direction.
        others: its neighbours with their nearness, 0 to 1, and their directions.
    """
    near = nsmallest(NEAREST, (each for each in others if each[1] >= LEAST), key=lambda each: (-each[1], each[0]))
    if not near:
        return own
    total = sum(nearness for _, nearness, _ in near)
    blended = {feature: weight / 2 for feature, weight in zip(own.codes, own.weights, strict=True)}
    for _, nearness, direction in near:
        share = nearness / total / 2
        for feature, weight in zip(direction.codes, direction.weights, strict=True):
            blended[feature] = blended.get(feature, 0.0) + weight * share
    return Direction.of(_kept(blended, 2 * KEPT))


def _kept(weights: Mapping[int, float], many: int) -> Mapping[int, float]:
    """The heaviest features; of those that weigh the same, the first by their codes."""
    if len(weights) <= many:
        return weights
    least = sorted(weights.values(), reverse=True)[many - 1]
    heavier = {code: weight for code, weight in weights.items() if weight > least}
    same = sorted(code for code, weight in weights.items() if weight == least)
    return heavier | dict.fromkeys(same[: many - len(heavier)], least)


@lru_cache(maxsize=1 << 17)
def _code(feature: str) -> int:
    return code(feature)
