"""How often words and stories come: two laws with sources, and the plan's formulas that follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import comb, exp, log

import attrs

from claimtrack.claims import meeting, portraits
from claimtrack.testing.corpora.stories import ARTICLES_A_DAY

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
REPLACED = 0.25
"""Share of the words of a claim that a telling replaces."""
LEAST_DAYS, MOST_DAYS = 20, 3_650
"""Days over which stories begin: one for fifty articles, as in `claimtrack.testing.corpora`, but twenty at least and ten years at most."""
WINDOW = 3
"""Weeks whose articles a word leads to that many have: that of the article, the one before and the one after."""
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
        hot: words that so many articles are looked for by that they lead to those of three weeks alone.
        keys: words, or words of a week, by which the like of an article is looked for, those of a crowd not counted, on average.
        rows: what an equi-join of these makes before any choice, an article; with itself, once a word.
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
    hot, keys, rows = _meeting(articles)
    largest = (articles / mean_story()) ** (1 / TAIL)
    return Plan(
        articles=articles,
        words=sum(width * (1 - exp(-many * share(rank))) for rank, width in STEPS),
        hot=hot,
        keys=keys,
        rows=rows,
        edges=sum(_chance(size) * _edges(size) for size in range(1, 2_000)) / mean_story(),
        largest=largest,
        skew=1 + PARTITIONS * largest / articles,
    )


def held(rank: float) -> float:
    """How many of the articles hold the word of a rank, 0 to 1."""
    return 1 - exp(-AN_ARTICLE * share(rank))


def days(articles: int) -> int:
    """Over how many days the stories of so many articles begin."""
    return min(max(LEAST_DAYS, articles // ARTICLES_A_DAY), MOST_DAYS)


def _meeting(articles: int) -> tuple[float, float, float]:
    """The hot words, the keys of an article and what these bring: from the rarest words on, those that another holds and no crowd."""
    weeks = max(WINDOW, days(articles) / meeting.DAYS)
    hot = keys = rows = taken = 0.0
    for rank, width in reversed(STEPS):
        having = held(rank)
        others = articles * having
        dated = others >= 1 << meeting.FEW
        bucket, asked = (others / weeks, WINDOW) if dated else (others, 1)
        found = min(having * width * (1 - exp(-others)), portraits.SIGNS - taken)
        if bucket > meeting.CROWD or taken >= portraits.SIGNS:
            break
        taken, keys, hot = taken + found, keys + found * asked, hot + width * dated
        rows += found + having * width * bucket * asked
    return hot, keys, rows


@cache
def mean_story() -> float:
    """Articles of a story, on average."""
    return sum(size * _chance(size) for size in range(1, 20_000)) + float(3 * 20_000 ** (1 - TAIL))


def _chance(size: int) -> float:
    """How likely it is that a story is told by so many articles."""
    return float(size**-TAIL - (size + 1) ** -TAIL)


def _edges(size: int) -> float:
    """Pairs of statements that tell one claim of a story again, no article meeting more others than it may."""
    return CLAIMS * (TOLD / CLAIMS) ** 2 * min(comb(size, 2), meeting.MET * size / 2)
