"""Made-up statements in articles of ten, a quarter of them light rewordings of earlier ones, as many as are asked for."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate

import attrs

from claimtrack.model.matching import Proposition
from claimtrack.words import SMALL

VOCABULARY = 40_000
FLATTER = 2.7
"""Ranks that are added before the frequency of a word is taken as one over its rank (Mandelbrot 1953)."""
WORDS = (13, 21)
AN_ARTICLE = 10
REWORDED, REPLACED = 0.25, 0.25
"""Share of the statements that are rewordings, and share of their words that are other words."""


@attrs.frozen
class Rewordings:
    """Statements, and the keys of those of which one is a rewording of the other."""

    statements: tuple[Proposition, ...]
    mates: tuple[tuple[str, str], ...]


def rewordings(many: int, seed: int = 7) -> Rewordings:
    """So many statements of some seventeen words; the commonest words are English ones that say nothing by themselves."""
    rng = random.Random(seed)
    words = vocabulary(rng)
    heights = list(accumulate(1 / (rank + FLATTER) for rank in range(1, len(words) + 1)))
    told: list[list[str]] = []
    mates: list[tuple[str, str]] = []
    for place in range(many):
        earlier = place - place % AN_ARTICLE
        if earlier and rng.random() < REWORDED:
            mate = rng.randrange(earlier)
            told.append(_reworded(told[mate], rng.choices(words, cum_weights=heights, k=len(told[mate])), rng))
            mates.append((_key(mate), _key(place)))
        else:
            told.append(rng.choices(words, cum_weights=heights, k=rng.randint(*WORDS)))
    made = (Proposition(key=_key(at), text=" ".join(each), article=f"article:{at // AN_ARTICLE:06}") for at, each in enumerate(told))
    return Rewordings(tuple(made), tuple(mates))


def vocabulary(rng: random.Random) -> list[str]:
    """The words, commonest first: small English ones, then made-up ones."""
    letters = "abcdefghijklmnoprstuvw"
    made = ("".join(rng.choices(letters, k=rng.randint(3, 9))) for _ in range(2 * VOCABULARY))
    small = sorted(SMALL)
    rng.shuffle(small)
    return list(dict.fromkeys([*small, *made]))[:VOCABULARY]


def _reworded(told: Sequence[str], others: Sequence[str], rng: random.Random) -> list[str]:
    """A statement with some of its words replaced."""
    changed = set(rng.sample(range(len(told)), round(REPLACED * len(told))))
    return [other if at in changed else word for at, (word, other) in enumerate(zip(told, others, strict=True))]


def _key(place: int) -> str:
    return f"S{place:07}"
