"""How often words and stories come: two laws with sources, and the plan's formulas that follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import comb, exp, log

import attrs

from claimtrack.claims.portraits import CROWD, MET, SIGNS

WORDS = 17
"""Words of a statement."""
BREAK, STEEP = 7_873, 1.77
"""Up to this rank a word is as frequent as one over its rank, beyond it as its rank to minus this power (Gerlach and Altmann 2013)."""
SHARE = 1 / (log(BREAK) + 0.5772 + 1 / (STEEP - 1))
"""Share of all words that the commonest word has, so that all shares add up to one."""
TAIL = 1.5
"""A story is told by more than m articles with a chance of m to minus this power: most by one or two, a few by thousands."""
CLAIMS, TOLD, OWN = 6, 4, 6
"""Claims of a story, how many of them an article tells again, and the statements that are its own."""
STATEMENTS = TOLD + OWN
"""Statements of an article."""
AN_ARTICLE = WORDS * STATEMENTS
"""Words of an article."""
PARTITIONS = 64


def share(rank: float) -> float:
    """How many of all words are the word of a rank, 0 to 1."""
    return SHARE / rank if rank <= BREAK else SHARE / BREAK * (rank / BREAK) ** -STEEP


def _steps(most: float = 1e13) -> Iterator[tuple[float, float]]:
    """Ranks in steps: one by one at first, then by a hundredth; the middle of each step and its width."""
    edges = [at + 0.5 for at in range(200)]
    while edges[-1] < most:
        edges.append(edges[-1] * 1.01)
    yield from (((low + high) / 2, high - low) for low, high in pairwise(edges))


STEPS = tuple(_steps())


@attrs.frozen
class Plan:
    """What the plan expects of linking so many articles.

    Attributes:
        articles: how many there are.
        words: different words, the rows of the rarity table.
        hot: words that too many articles hold to bring any two of them together.
        keys: words by which the like of an article is looked for, too common ones not counted, on average.
        rows: pairs of articles that an equi-join of these words makes before any choice, an article.
        edges: pairs of statements that tell one claim in articles that meet, an article, if none of its story were missed.
        largest: articles of the largest story.
        skew: articles of the fullest of so many partitions to the mean, stories kept together.
    """

    articles: int
    words: float
    hot: float
    keys: float
    rows: float
    edges: float
    largest: float
    skew: float


def plan(articles: int) -> Plan:
    """The formulas at a size."""
    many = AN_ARTICLE * articles
    keys, rows = _meeting(articles)
    largest = (articles / mean_story()) ** (1 / TAIL)
    return Plan(
        articles=articles,
        words=sum(width * (1 - exp(-many * share(rank))) for rank, width in STEPS),
        hot=sum(width for rank, width in STEPS if articles * held(rank) > CROWD),
        keys=keys,
        rows=rows,
        edges=sum(_chance(size) * _edges(size) for size in range(1, 2_000)) / mean_story(),
        largest=largest,
        skew=1 + PARTITIONS * largest / articles,
    )


def held(rank: float) -> float:
    """How many of the articles hold the word of a rank, 0 to 1."""
    return 1 - exp(-AN_ARTICLE * share(rank))


def _meeting(articles: int) -> tuple[float, float]:
    """The keys of an article, and the pairs that meet by them: from the rarest words on, those that another holds and not too many."""
    keys = rows = 0.0
    for rank, width in reversed(STEPS):
        others = articles * held(rank)
        if others > CROWD or keys >= SIGNS:
            break
        found = held(rank) * width * (1 - exp(-others))
        keys += found
        rows += held(rank) * width * others / 2
    return min(keys, float(SIGNS)), rows


@cache
def mean_story() -> float:
    """Articles of a story, on average."""
    return sum(size * _chance(size) for size in range(1, 20_000)) + float(3 * 20_000 ** (1 - TAIL))


def _chance(size: int) -> float:
    """How likely it is that a story is told by so many articles."""
    return float(size**-TAIL - (size + 1) ** -TAIL)


def _edges(size: int) -> float:
    """Pairs of statements that tell one claim of a story again, no article meeting more others than it may."""
    return CLAIMS * (TOLD / CLAIMS) ** 2 * min(comb(size, 2), MET * size / 2)
