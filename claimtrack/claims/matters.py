"""Matters: articles that tell of one thing, each with all that comparing their statements depends on, so that it can be done anywhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from heapq import nsmallest
from itertools import chain

import attrs

from claimtrack.claims.likeness import Rarity
from claimtrack.claims.portraits import code
from claimtrack.claims.profiles import Profile
from claimtrack.claims.spread import Spread
from claimtrack.claims.stories import Standing, Stories
from claimtrack.model.matching import Proposition
from claimtrack.words import words

RAREST, MOST_STEP = 6, 9
"""Rarest stems of a claim by which its like is looked for, and the highest step of these: some five hundred texts."""
FEW_STEP = 2
"""Two stems must be shared, but one will do that is of this step at most, which three texts hold."""
BEST = 50
"""Statements that a claim is compared with, those that share most."""

Said = Callable[[str], Sequence[Proposition]]
"""What the statements of an article say, in the order of their keys."""
Edge = tuple[str, str, float]
Loose = tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Matter:
    """Some articles that tell of one matter, perhaps with claims that stand in no article.

    Attributes:
        propositions: what they say, in the order of articles and keys.
        near: the pairs of articles whose statements are compared, with their nearness, 0 to 1.
        loose: the pairs of which one stands in no article.
        spread: how many texts hold each stem of these propositions, at the least, as far as it matters.
    """

    propositions: tuple[Proposition, ...]
    near: tuple[Edge, ...] = ()
    loose: tuple[tuple[str, str], ...] = ()
    spread: Mapping[str, int]

    @property
    def rarity(self) -> Rarity:
        """How much each stem tells."""
        return Rarity.counted(self.spread)


class Table:
    """The nearness of a few pairs of articles, as `Stories` found it."""

    def __init__(self, near: Iterable[Edge]) -> None:
        self._near = {pair: nearness for one, other, nearness in near for pair in ((one, other), (other, one))}

    def near(self, one: str, other: str) -> float | None:
        """From 0 to 1: 1 for an article and itself, 0 for articles that are not near; None for what stands in no article."""
        if not one or not other:
            return None
        return 1.0 if one == other else self._near.get((one, other), 0.0)


def edges(standings: Mapping[str, Standing], among: Iterable[str]) -> Iterator[Edge]:
    """The pairs of near articles that some of them found among their neighbours, each with the smaller key first; some come twice."""
    for article in among:
        for other, nearness in standings[article].near:
            yield (article, other, nearness) if article < other else (other, article, nearness)


def loose_pairs(claims: Sequence[Proposition], standings: Mapping[str, Standing], said: Said, rarity: Rarity) -> set[tuple[str, str, str]]:
    """The statements worth comparing with claims that stand in no article, and such claims with each other.

    Args:
        claims: the claims.
        standings: the articles, by whose stems the statements are looked for.
        said: what the statements of an article say.
        rarity: how much each stem tells.

    Returns:
        The key of the claim, that of the other, and the article of the other, empty for a claim.
    """
    asked = {each.key: _rare(Profile(each), rarity) for each in claims}
    holders = _turned(asked)
    fit: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    groups = [*(("", claims) for _ in claims[:1]), *((article, said(article)) for article in _holding(standings, holders))]
    for article, propositions in groups:
        for other in propositions:
            for key, many in _sharing(Profile(other), holders, asked):
                if key != other.key:
                    fit[key].append((-many, other.key, article))
    return {(key, other, article) for key, found in fit.items() for _, other, article in nsmallest(BEST, found)}


def _rare(each: Profile, rarity: Rarity) -> frozenset[tuple[int, str]]:
    """The rarest stems of a claim that another text holds too, with their steps."""
    steps = ((step, word) for word in each.stems if 2 <= (step := rarity.step(word)) <= MOST_STEP)
    return frozenset(nsmallest(RAREST, steps))


def _turned(asked: Mapping[str, Set[tuple[int, str]]]) -> dict[str, list[str]]:
    """For each stem the claims that ask for it."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, found in sorted(asked.items()):
        for _, word in found:
            holders[word].append(key)
    return holders


def _holding(standings: Mapping[str, Standing], wanted: Iterable[str]) -> list[str]:
    """The articles that hold any of some stems."""
    codes = frozenset(map(code, wanted))
    return sorted(article for article, known in standings.items() if not codes.isdisjoint(known.stems)) if codes else []


def _sharing(each: Profile, holders: Mapping[str, Sequence[str]], asked: Mapping[str, Set[tuple[int, str]]]) -> Iterator[tuple[str, int]]:
    """The claims that a proposition shares enough of their rare stems with, and how many."""
    shared = each.stems.keys() & holders.keys()
    counted = Counter(key for word in shared for key in holders[word])
    for key, many in counted.items():
        if many > 1 or any(step <= FEW_STEP and word in shared for step, word in asked[key]):
            yield key, many


def groups(articles: Iterable[str], joined: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The articles in groups that pairs of them connect, each in order, by their first ones."""
    numbers = {article: number for number, article in enumerate(sorted(articles))}
    parent = list(range(len(numbers)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    for one, other in joined:
        first, second = root(numbers[one]), root(numbers[other])
        if first != second:
            parent[max(first, second)] = min(first, second)
    found: dict[int, list[str]] = defaultdict(list)
    for article, number in numbers.items():
        found[root(number)].append(article)
    return list(found.values())


UNPLACED = "\n"
"""Goes before the key of a claim that stands in no article, where articles and such claims stand side by side."""


class Matters:
    """Which articles and claims make up which matter, kept up to date as they come, change and go.

    What comes out depends on them alone, not on the order or the portions in which they came.

    Args:
        spread: how many texts hold each stem.
        stories: how near the articles are to each other.
        loose: for each claim that stands in no article, what it is compared with, as key and article; kept by whoever calls.
        names: for each article and claim the matter that it is in, by its first member; kept likewise.
    """

    def __init__(
        self,
        spread: Spread | None = None,
        stories: Stories | None = None,
        loose: MutableMapping[str, Loose] | None = None,
        names: MutableMapping[str, str] | None = None,
    ) -> None:
        self._spread = spread or Spread()
        self._stories = stories or Stories()
        self._loose: MutableMapping[str, Loose] = {} if loose is None else loose
        self._names: MutableMapping[str, str] = {} if names is None else names

    def update(self, changed: Iterable[str], said: Said, before: Said = lambda _: ()) -> Changes:
        """Take in articles that are new, changed or gone, and claims that stand in no article.

        Args:
            changed: the keys of the articles; an empty one if there is anything new about such claims.
            said: what the statements of an article say now, and for an empty key the claims that stand in none.
            before: the same as it was at the last update.
        """
        changed = sorted(set(changed))
        stepped = self._spread.update(_texts(changed, before), _texts(changed, said))
        dirty = set(
            self._stories.update(filter(None, changed), lambda article: [words(each.text) for each in said(article)], self._rarity, stepped)
        )
        claims = tuple(said(""))
        dirty |= self._bound(claims, said, stepped if changed else frozenset())
        return self._regrouped(dirty | set(filter(None, changed)), {UNPLACED + each.key: each for each in claims}, said)

    @property
    def _rarity(self) -> Rarity:
        return self._spread.rarity

    def _bound(self, claims: Sequence[Proposition], said: Said, stepped: Set[int]) -> set[str]:
        """Look for what the claims that stand in no article are compared with; the articles and claims concerned by a change."""
        found: dict[str, set[tuple[str, str]]] = {each.key: set() for each in claims}
        for key, other, article in loose_pairs(claims, self._stories.standings, said, self._rarity):
            found[key].add((other, article))
        dirty = {UNPLACED + each.key for each in claims if not stepped.isdisjoint(map(code, Profile(each).stems))}
        for key in sorted({*found, *self._loose}):
            before, now = self._loose.get(key, ()), tuple(sorted(found.get(key, ())))
            if key not in found:
                del self._loose[key]
            elif before != now or key not in self._loose:
                self._loose[key] = now
            if before != now or (key in found) != (UNPLACED + key in self._names):
                dirty |= {UNPLACED + key, *(article or UNPLACED + other for other, article in {*before} ^ {*now})}
        return dirty

    def _regrouped(self, dirty: Set[str], claims: Mapping[str, Proposition], said: Said) -> Changes:
        """The matters that are to be weighed anew, and the names of those that they take the place of."""
        standings = self._stories.standings
        tied = [(UNPLACED + key, article or UNPLACED + other) for key, found in self._loose.items() for other, article in found]
        near = ((one, other) for one, other, _ in edges(standings, standings))
        found = groups([*standings, *claims], chain(near, tied))
        gone = {self._names[each] for each in dirty if each in self._names}
        fresh = [group for group in found if any(each in dirty or self._names.get(each) in gone for each in group)]
        gone |= {name for group in fresh for each in group if (name := self._names.get(each)) is not None}
        for each in sorted(dirty):
            self._names.pop(each, None)
        for group in fresh:
            self._names.update(dict.fromkeys(group, group[0]))
        return Changes(frozenset(gone), tuple(map(tuple, fresh)), lambda group: self._matter(group, claims, said))

    def _matter(self, group: Sequence[str], claims: Mapping[str, Proposition], said: Said) -> Matter:
        told = [each for member in group for each in ((claims[member],) if member in claims else said(member))]
        loose = [
            (member.removeprefix(UNPLACED), other)
            for member in group
            if member in claims
            for other, _ in self._loose[member.removeprefix(UNPLACED)]
        ]
        placed = [member for member in group if member not in claims]
        rarity = self._rarity
        return Matter(
            propositions=tuple(told),
            near=tuple(sorted(set(edges(self._stories.standings, placed)))),
            loose=tuple(sorted({(one, other) if one < other else (other, one) for one, other in loose})),
            spread={word: 1 << rarity.step(word) >> 1 for word in sorted({word for each in told for word in Profile(each).stems})},
        )


@attrs.frozen
class Changes:
    """What an update of the matters comes to.

    Attributes:
        gone: the names of matters that are no more.
        groups: the articles and claims of those that are new or changed; the first member names the matter.
        matter: makes the matter of such a group.
    """

    gone: frozenset[str]
    groups: tuple[tuple[str, ...], ...]
    matter: Callable[[Sequence[str]], Matter]

    def __iter__(self) -> Iterator[tuple[str, Matter]]:
        """The new and changed matters with their names, each made when it is asked for."""
        return ((group[0], self.matter(group)) for group in self.groups)


def _texts(articles: Iterable[str], said: Said) -> Iterator[str]:
    return (each.text for article in articles for each in said(article))
