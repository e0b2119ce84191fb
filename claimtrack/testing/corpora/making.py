"""A synthetic corpus: articles one after the other, the case that a user would have, and the truth."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import attrs

from claimtrack.model.ledger import Ledger
from claimtrack.testing.corpora.stories import ARTICLES_A_DAY, Story, story
from claimtrack.testing.corpora.truth import Truth, joined
from claimtrack.testing.corpora.world import World, world

MOST = 20
"""Articles that tell one story at most."""


@attrs.frozen
class Corpus:
    """Articles with known truth, made as they are asked for; nothing is held.

    Attributes:
        size: how many articles there are.
        seed: of all chance; the same seed gives the same bytes.
    """

    size: int
    seed: int
    _world: World = attrs.field(repr=False, eq=False)

    @property
    def case(self) -> Ledger:
        """The outlets, and the speakers with whom they act for, as a user has them before any article is read."""
        return self._world.case

    @property
    def stories(self) -> Iterator[Story]:
        """The stories, each with its articles and the truth about them."""
        random, left, number = Random(f"sizes {self.seed}"), self.size, 0
        days = max(20, self.size // ARTICLES_A_DAY)
        while left:
            many = min(_size(random), left, len(self._world.outlets))
            yield story(self._world, number, many, days, self.seed)
            left, number = left - many, number + 1

    @property
    def articles(self) -> Iterator[tuple[str, str]]:
        """The name and the text of each article."""
        return (article for each in self.stories for article in each.articles)

    @property
    def truth(self) -> Truth:
        """All that was planted; some 700 bytes an article and statement, so made anew each time it is asked for."""
        return joined(each.truth for each in self.stories)


_CHANCES = tuple(1 / many for many in range(1, MOST + 1))


def _size(random: Random) -> int:
    """How many articles tell a story: few most often, by Zipf's law."""
    return random.choices(range(1, MOST + 1), _CHANCES)[0]


def corpus(articles: int = 1_000, seed: int = 0) -> Corpus:
    """A corpus of invented news with known truth.

    Stories are told by one to twenty articles of different outlets; claims are put in other words from article to article, beside near
    misses, denials, and copies declared and undeclared.

    Args:
        articles: how many, 1 or more.
        seed: another seed gives another corpus of the same kind.

    Raises:
        ValueError: when fewer than one article is asked for.
    """
    if articles < 1:
        raise ValueError(f"expected 1 article or more, found {articles}")
    return Corpus(articles, seed, world(articles, seed))
