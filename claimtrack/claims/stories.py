"""Which articles tell of one matter, kept up to date as articles come, change and go."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from functools import lru_cache
from itertools import chain, pairwise

from claimtrack.claims import portraits
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.portraits import Direction, blend, code, cosine, met, portrait, signs, stems
from claimtrack.claims.standings import Placed, Standings
from claimtrack.claims.standings import Standing as Standing  # which goes by this place too

ONE_STORY = 0.5
"""Nearness from which two articles are taken to tell of one matter: from farther, no pair of statements comes near a judgement."""

SPREAD = 250
"""Directions that are spread out by their codes at once, each of some twenty thousand bytes."""

PLACES = 2
"""Decimals of a nearness, so that one more article seldom changes any."""
Directions = MutableMapping[str, Direction]
Words = Callable[[str], Sequence[Sequence[str]]]
"""The words of each statement of an article, in the order of these; none where there is no such article."""


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
        return 1.0 if one == other else round(cosine(self._last[one].by_code, self._last[other].by_code), PLACES)

    def companions(self, article: str) -> dict[str, float]:
        """The articles that tell of the same matter as one, with their nearness, as far as it found them among its neighbours."""
        return dict(self.standings[article].near) if article in self.standings else {}

    def update(self, changed: Iterable[str], words: Words, rarity: Rarity, stepped: Set[int] = frozenset()) -> frozenset[str]:
        """Take in articles that are new, changed or gone.

        Args:
            changed: their keys.
            words: the words of any article.
            rarity: how much each stem tells now.
            stepped: the codes of stems that tell another much than before.

        Returns:
            The articles whose statements are to be compared anew, by themselves and with those near them.
        """
        dirty = set(changed)
        if stepped:
            dirty |= {article for article, known in self.standings.items() if not stepped.isdisjoint(known.stems)}
        signed, redrawn = self._drawn(dirty, words, rarity)
        moved = self._moved(dirty, signed)
        shifted = redrawn
        for before, after in pairwise(self._rounds):
            shifted = self._blended(moved | shifted | self._beside(shifted), before, after)
        return frozenset(dirty | self._compared(moved | shifted | self._beside(shifted)))

    def _drawn(self, dirty: Set[str], words: Words, rarity: Rarity) -> tuple[Counter[int], set[str]]:
        """Draw the articles themselves; the signs that came or went, each with how many more have it, and those drawn otherwise now."""
        signed: Counter[int] = Counter()
        redrawn: set[str] = set()
        first = self._rounds[0]
        for article in sorted(dirty):
            before = self.standings.get(article)
            texts = words(article)
            if texts:
                found, direction = stems(texts), portrait(texts, rarity)
                now = array("I", signs(found, rarity))
                told = array("I", sorted(map(code, found)))
                kept = (before.neighbours, before.near) if before else ((), ())
                self.standings[article] = Placed(told, now, *kept)
                if before is None or first[article] != direction:
                    first[article] = direction
                    redrawn.add(article)
            else:
                now = array("I")
                self._forget(article)
            had = set(before.signs if before else ())
            signed.update(set(now) - had)
            signed.subtract(had.difference(now))
        return signed, redrawn

    def _forget(self, article: str) -> None:
        self.standings.pop(article, None)
        for directions in self._rounds:
            directions.pop(article, None)

    def _moved(self, dirty: Set[str], signed: Mapping[int, int]) -> set[str]:
        """Find the neighbours of the articles that may get others by those signs; the ones whose neighbours changed."""
        asked = self._asked(dirty, signed)
        holders = self._holders({sign for article in asked for sign in self.standings[article].signs})
        moved = set()
        for article in asked:
            known = self.standings[article]
            neighbours = met(article, [holders[sign] for sign in known.signs])
            if neighbours != known.neighbours:
                self.standings[article] = Placed(known.stems, known.signs, neighbours, known.near)
                moved.add(article)
        return moved

    def _asked(self, dirty: Set[str], signed: Mapping[int, int]) -> set[str]:
        """The articles that are new or changed, and others as far as these, or signs that are of a crowd now or no longer, concern them.

        A sign that is of a crowd now and was before brings nobody to anybody.
        """
        many = Counter(chain.from_iterable(known.signs for known in self.standings.values()))
        crowds = {sign: (many[sign] > portraits.CROWD, many[sign] - more > portraits.CROWD) for sign, more in signed.items()}
        telling = frozenset(sign for sign, known in crowds.items() if not all(known))
        turned = frozenset(sign for sign, (now, before) in crowds.items() if now != before)
        new = self._bringing(dirty, many)
        others = ((article, known) for article, known in self.standings.items() if article not in dirty)
        concerned = ((article, known) for article, known in others if not telling.isdisjoint(known.signs))
        stirred = (article for article, known in concerned if not turned.isdisjoint(known.signs) or self._stirred(known, dirty, new, many))
        return {*(article for article in dirty if article in self.standings), *stirred}

    def _bringing(self, articles: Iterable[str], many: Mapping[int, int]) -> Mapping[int, Sequence[str]]:
        """Some articles by those of their signs that are of no crowd."""
        found: dict[int, list[str]] = defaultdict(list)
        for article in articles:
            for sign in self.standings[article].signs if article in self.standings else ():
                if many[sign] <= portraits.CROWD:
                    found[sign].append(article)
        return dict(found)

    def _stirred(self, known: Standing, dirty: Set[str], new: Mapping[int, Sequence[str]], many: Mapping[int, int]) -> bool:
        """Whether an article loses a neighbour among those that changed, or one of these shares more with it than a neighbour does."""
        neighbours, signs = known.neighbours, known.signs
        if not dirty.isdisjoint(neighbours):
            return True
        shared = Counter(chain.from_iterable(new.get(sign, ()) for sign in signs))
        if not shared or len(neighbours) < portraits.MET:
            return bool(shared)
        nearest = min((-times, other) for other, times in shared.items())
        bringing = {sign for sign in signs if many[sign] <= portraits.CROWD}
        return any(nearest < (-len(bringing.intersection(self.standings[other].signs)), other) for other in neighbours)

    def _holders(self, wanted: set[int]) -> Mapping[int, Sequence[str]]:
        """The articles that have some signs, for each as many as make a crowd."""
        holders: dict[int, list[str]] = {sign: [] for sign in wanted}
        for article, known in self.standings.items():
            for sign in wanted.intersection(known.signs):
                if len(holders[sign]) <= portraits.CROWD:
                    holders[sign].append(article)
        return holders

    def _beside(self, articles: Set[str]) -> set[str]:
        """The articles that have one of these among their neighbours."""
        if not articles:
            return set()
        return {article for article, known in self.standings.items() if not articles.isdisjoint(known.neighbours)}

    def _blended(self, articles: Set[str], before: Directions, after: Directions) -> set[str]:
        """Blend articles with their neighbours; those whose direction changed."""
        shifted = set()
        nearness = _Nearness(before)
        for article in self._in_turn(articles):
            around = self.standings[article].neighbours
            direction = blend(before[article], [(other, nearness(article, other), before[other]) for other in around])
            if after.get(article) != direction:
                after[article] = direction
                shifted.add(article)
        return shifted

    def _compared(self, articles: Set[str]) -> set[str]:
        """Compare articles with their neighbours; those that are near others, or no longer, than before."""
        changed: set[str] = set()
        nearness = _Nearness(self._last)
        for article in self._in_turn(articles):
            known = self.standings[article]
            reached = ((other, nearness(article, other)) for other in known.neighbours)
            near = tuple((other, found) for other, found in reached if found >= ONE_STORY)
            if near != known.near:
                self.standings[article] = Placed(known.stems, known.signs, known.neighbours, near)
                changed |= {article, *(other for other, _ in {*near} ^ {*known.near})}
        return changed

    def _in_turn(self, articles: Set[str]) -> Iterator[str]:
        """Articles in an order in which neighbours stand soon after each other."""
        seen: set[str] = set()
        for first in sorted(articles):
            todo = [] if first in seen else [first]
            seen.add(first)
            for article in todo:  # which grows meanwhile
                yield article
                fresh = [other for other in self.standings[article].neighbours if other in articles and other not in seen]
                seen.update(fresh)
                todo += fresh


class _Nearness:
    """How near articles are by some of their directions, of which a few are spread out at a time."""

    def __init__(self, directions: Directions) -> None:
        self._spread = lru_cache(SPREAD)(lambda article: directions[article].by_code)
        self._found = lru_cache(SPREAD * 10)(lambda one, other: round(cosine(self._spread(one), self._spread(other)), PLACES))

    def __call__(self, one: str, other: str) -> float:
        """From 0 to 1; most pairs are asked for from both sides, but found once."""
        return self._found(one, other) if one < other else self._found(other, one)
