"""Which articles tell of one matter, kept up to date as articles come, change and go."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

import attrs

from claimtrack.claims.likeness import Rarity
from claimtrack.claims.meeting import Key, Meetings, keys
from claimtrack.claims.portraits import Direction, blend, code, cosine, portrait, signs, stems
from claimtrack.claims.standings import Placed, Standings
from claimtrack.claims.standings import Standing as Standing  # which goes by this place too
from claimtrack.claims.turns import in_turn

ONE_STORY = 0.5
"""Nearness from which two articles are taken to tell of one matter: from farther, no pair of statements comes near a judgement."""

OPEN, FOUND = 1 << 10, 1 << 14
"""Directions that are open at once, each of some two thousand bytes, and pairs whose nearness is held, each of some two hundred."""

PLACES = 2
"""Decimals of a nearness, so that one more article seldom changes any."""
Directions = MutableMapping[str, Direction]


@attrs.frozen
class Page:
    """What an article is placed by.

    Attributes:
        texts: the words of each of its statements, in the order of these; none where there is no such article.
        week: in which it appeared, as `meeting.week` counts; 0 where that is not known.
    """

    texts: Sequence[Sequence[str]] = ()
    week: int = 0


Pages = Callable[[str], Page]
"""What each article is placed by."""


class Stories:
    """How near articles are to each other, 0 to 1.

    Each article's direction is blended with those of its nearest, twice, so that two reports of one event meet through a third
    (a random walk on the graph of neighbours; Zhou and others 2004 spread labels in the same way). Articles that share no telling word
    are never neighbours, so one about something else changes nothing. What comes out depends on the articles alone, not on the order or
    the portions in which they came.

    Args:
        standings: where each article stands; kept by whoever calls, empty at first.
        rounds: the directions of the articles by themselves, after one round of blending, and after two; kept likewise.
    """

    def __init__(self, standings: MutableMapping[str, Standing] | None = None, rounds: Sequence[Directions] | None = None) -> None:
        self.standings: MutableMapping[str, Standing] = Standings() if standings is None else standings
        self._rounds: Sequence[Directions] = rounds or ({}, {}, {})
        self._last = self._rounds[-1]

    def near(self, one: str, other: str) -> float | None:
        """How near two articles are: 1 for the same one, None where one is not known."""
        if one not in self.standings or other not in self.standings:
            return None
        return 1.0 if one == other else round(cosine(self._last[one].by_code, self._last[other]), PLACES)

    def companions(self, article: str) -> dict[str, float]:
        """The articles that tell of the same matter as one, with their nearness, as far as it found them among its neighbours."""
        return dict(self.standings[article].near) if article in self.standings else {}

    def update(self, changed: Iterable[str], pages: Pages, rarity: Rarity, stepped: Set[int] = frozenset()) -> frozenset[str]:
        """Take in articles that are new, changed or gone.

        Args:
            changed: their keys.
            pages: what any article is placed by.
            rarity: how much each stem tells now.
            stepped: the codes of stems that tell another much than before.

        Returns:
            The articles whose statements are to be compared anew, by themselves and with those near them.
        """
        dirty = set(changed)
        if stepped:
            dirty |= {article for article, known in self.standings.items() if not stepped.isdisjoint(known.stems)}
        more, redrawn = self._drawn(dirty, pages, rarity)
        moved = self._moved(dirty, more)
        shifted = redrawn
        for before, after in pairwise(self._rounds):
            shifted = self._blended(moved | shifted | self._beside(shifted), before, after)
        return frozenset(dirty | self._compared(moved | shifted | self._beside(shifted)))

    def settle(self) -> None:
        """Let go what only an update needs, and what tells how near articles are that are no neighbours; none may come any more."""
        self._rounds = ({}, {}, {})
        self._last = self._rounds[-1]

    def _drawn(self, dirty: Set[str], pages: Pages, rarity: Rarity) -> tuple[Counter[Key], set[str]]:
        """Draw the articles themselves; by how many more articles each key is had now, and those drawn otherwise now."""
        more: Counter[Key] = Counter()
        redrawn: set[str] = set()
        for article in sorted(dirty):
            before, page = self.standings.get(article), pages(article)
            if before:
                more.subtract(keys(before.signs, before.week))
            if page.texts:
                redrawn |= self._redrawn(article, page, rarity)
                now = self.standings[article]
                more.update(keys(now.signs, now.week))
            else:
                self._forget(article)
        return more, redrawn

    def _redrawn(self, article: str, page: Page, rarity: Rarity) -> set[str]:
        """Draw an article; itself, if it comes out otherwise than before."""
        before, first = self.standings.get(article), self._rounds[0]
        found, direction = stems(page.texts), portrait(page.texts, rarity)
        placed = Placed(array("I", sorted(map(code, found))), array("I", signs(found, rarity)), week=page.week)
        kept = attrs.evolve(placed, neighbours=before.neighbours, near=before.near, least=before.least) if before else placed
        self.standings[article] = kept
        if before and first[article] == direction:
            return set()
        first[article] = direction
        return {article}

    def _forget(self, article: str) -> None:
        self.standings.pop(article, None)
        for directions in self._rounds:
            directions.pop(article, None)

    def _moved(self, dirty: Set[str], more: Mapping[Key, int]) -> set[str]:
        """Find the neighbours of the articles that may get others by those keys; the ones whose neighbours changed."""
        meetings, moved = Meetings(self.standings, dirty, more), set()
        for article, (neighbours, least) in meetings.of(meetings.asked()):
            known = self.standings[article]
            if (neighbours, least) != (known.neighbours, known.least):
                self.standings[article] = Placed(known.stems, known.signs, neighbours, known.near, known.week, least)
                moved.add(article)
        return moved

    def _beside(self, articles: Set[str]) -> set[str]:
        """The articles that have one of these among their neighbours."""
        if not articles:
            return set()
        return {article for article, known in self.standings.items() if not articles.isdisjoint(known.neighbours)}

    def _blended(self, articles: Set[str], before: Directions, after: Directions) -> set[str]:
        """Blend articles with their neighbours; those whose direction changed."""
        shifted = set()
        earlier = _Round(before)
        for article in self._in_turn(articles):
            around = [(other, earlier.near(article, other), earlier.direction(other)) for other in self.standings[article].neighbours]
            direction = blend(earlier.direction(article), around)
            if after.get(article) != direction:
                after[article] = direction
                shifted.add(article)
        return shifted

    def _compared(self, articles: Set[str]) -> set[str]:
        """Compare articles with their neighbours; those that are near others, or no longer, than before."""
        changed: set[str] = set()
        last = _Round(self._last)
        for article in self._in_turn(articles):
            known = self.standings[article]
            reached = ((other, last.near(article, other)) for other in known.neighbours)
            near = tuple((other, found) for other, found in reached if found >= ONE_STORY)
            if near != known.near:
                self.standings[article] = Placed(known.stems, known.signs, known.neighbours, near, known.week, known.least)
                changed |= {article, *(other for other, _ in {*near} ^ {*known.near})}
        return changed

    def _in_turn(self, articles: Set[str]) -> Iterator[str]:
        """Articles, neighbours soon after each other."""
        return in_turn(articles, lambda article: self.standings[article].neighbours)


class _Round:
    """Directions as some blending left them, of which a few are open at a time and one is spread out."""

    def __init__(self, directions: Directions) -> None:
        self.direction = lru_cache(OPEN)(directions.__getitem__)
        self._article, self._spread = "", dict[int, float]()
        self._found = lru_cache(FOUND)(self._cosine)

    def near(self, article: str, other: str) -> float:
        """How near two articles are, 0 to 1; most pairs are asked for from both sides, but found once."""
        if article != self._article:
            self._article, self._spread = article, self.direction(article).by_code
        return self._found(article, other) if article < other else self._found(other, article)

    def _cosine(self, one: str, other: str) -> float:
        """That of the article spread out and the other of the two."""
        return round(cosine(self._spread, self.direction(other if one == self._article else one)), PLACES)
