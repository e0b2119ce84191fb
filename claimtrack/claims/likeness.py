"""How alike two texts are in their words and in the letters of these, rare words counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain
from math import log, sqrt
from operator import mul
from sys import intern

from claimtrack.lexicon import lexicon
from claimtrack.words import SMALL, stem

RARE_UNTIL = 3
"""Texts that may hold a word before its weight has sunk much."""
SMALL_WEIGHT = 0.5
"""What a small word counts for, against a rare one's 1."""
KNOWN = 1 << 17
"""Words whose features are held."""
Vector = Mapping[str, float]


class Rarity:
    """How much a stem tells, by how many texts hold it, in steps: one text, two or three, four to seven, and so on.

    The weight is 1 / (1 + ln(1 + n / 3)) for n texts, n being the least of its step. Unlike the usual inverse document frequency it does
    not ask how many texts there are, so that a text about something else changes no weight; and since it goes in steps, one more text
    seldom changes any.

    Args:
        texts: the stems of each text.
    """

    def __init__(self, texts: Iterable[Iterable[str]] = ()) -> None:
        self._spread: Mapping[str, int] = Counter(chain.from_iterable(map(set, texts)))

    @classmethod
    def counted(cls, spread: Mapping[str, int]) -> Rarity:
        """The rarity of stems whose texts are counted already."""
        rarity = cls()
        rarity._spread = spread
        return rarity

    def __getitem__(self, word: str) -> float:
        return weight(self._spread.get(word, 0).bit_length())

    def texts(self, word: str) -> int:
        """How many texts hold a stem."""
        return self._spread.get(word, 0)

    def step(self, word: str) -> int:
        """The step of a stem: 0 where no text holds it, 1 for one text, 2 for two or three, 3 for four to seven."""
        return self._spread.get(word, 0).bit_length()


@cache
def weight(step: int) -> float:
    """What a stem weighs, 0 to 1, by its step."""
    return 1 / (1 + log(1 + (1 << step >> 1) / RARE_UNTIL))


def vector(found: Iterable[str], rarity: Rarity) -> dict[str, float]:
    """The direction of a text among all texts, at length one; `features` tells what it is made of."""
    return unit(features(found, rarity))


def features(found: Iterable[str], rarity: Rarity) -> dict[str, float]:
    """What a text weighs in each direction: stems by their rarity, runs of three letters by theirs in English.

    Args:
        found: the words of the text in small letters.
        rarity: how much each stem tells.
    """
    found = tuple(found)
    large = [word for word in found if word not in SMALL]
    small = Counter(word for word in found if word in SMALL) if len(large) < len(found) else {}
    runs = Counter(chain.from_iterable(map(_runs, large)))
    known = _known_runs()
    weights = {_sign(word): _repeated(many) * rarity[word] for word, many in Counter(map(stem, large)).items()}
    weights |= {run: known.get(run, 1.0) if many == 1 else _repeated(many) * known.get(run, 1.0) for run, many in runs.items()}
    weights |= {_sign(word): _repeated(many) * SMALL_WEIGHT for word, many in small.items()}
    return weights


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The same direction at length one."""
    length = sqrt(sum(map(mul, weights.values(), weights.values()))) or 1.0
    return {feature: weight / length for feature, weight in weights.items()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two directions of length one, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    shared = list(filter(other.__contains__, one))
    return float(sum(map(mul, map(one.__getitem__, shared), map(other.__getitem__, shared))))


@lru_cache(maxsize=KNOWN)
def _sign(word: str) -> str:
    """How a word is told from a run of letters."""
    return f"={word}"


@lru_cache(maxsize=KNOWN)
def _runs(word: str) -> tuple[str, ...]:
    """The runs of three letters of a word with its edges."""
    edged = f"_{word}_"
    return tuple(intern(edged[at : at + 3]) for at in range(len(edged) - 2))


@cache
def _known_runs() -> Mapping[str, float]:
    """How much the runs of letters tell that many English words have; any other tells 1."""
    return {run: each.weight / 100 for each in lexicon("runs").classes for run in each.words}


@cache
def _repeated(many: int) -> float:
    """What a word or run counts for that stands in a text so many times."""
    return 1 + log(many)
