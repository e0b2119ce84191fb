"""Matters: statements that are about one thing, each with all that comparing them depends on, so that it can be done anywhere."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from heapq import nsmallest
from itertools import chain, combinations

import attrs

from claimtrack.claims.collection import Collection
from claimtrack.claims.comparing import Comparing, Over, benches
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.portraits import code
from claimtrack.claims.profiles import Profile
from claimtrack.claims.spread import Spread
from claimtrack.claims.stories import Standing, Stories
from claimtrack.claims.ties import Desk, Said, Spot, Tie, Ties, around, beside, together
from claimtrack.model.matching import Proposition
from claimtrack.words import words

RAREST, MOST_STEP = 6, 9
"""Rarest stems of a claim by which its like is looked for, and the highest step of these: some five hundred texts."""
FEW_STEP = 2
"""Two stems must be shared, but one will do that is of this step at most, which three texts hold."""
BEST = 50
"""Statements that a claim is compared with, those that share most."""

UNPLACED = "\n"
"""Goes before the key of a claim that stands in no article, where articles and such claims stand side by side."""
WHOLE = 0.2
"""Statements concerned, for each article, from which what hangs together is found in one pass over all ties."""
Edge = tuple[str, str, float]
Names = tuple[str, ...]


@attrs.frozen(kw_only=True)
class Matter:
    """Some statements that are about one matter, perhaps with claims that stand in no article.

    Attributes:
        propositions: what they say, in the order of articles and keys.
        near: the pairs of their articles that are near each other, with their nearness, 0 to 1.
        tied: the pairs that are about one matter, as the places of both among the propositions and their bits in hundredths.
        spread: how many texts hold each stem of these propositions, at the least, as far as it matters.
    """

    propositions: tuple[Proposition, ...]
    near: tuple[Edge, ...] = ()
    tied: array[int] = attrs.field(factory=lambda: array("i"))
    spread: Mapping[str, int]

    @property
    def rarity(self) -> Rarity:
        """How much each stem tells."""
        return Rarity.counted(self.spread)

    @property
    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """The pairs that are about one matter: the places of both, and their bits."""
        marks = iter(self.tied)
        return ((one, other, bits / 100) for one, other, bits in zip(marks, marks, marks, strict=True))


class Table:
    """The nearness of a few pairs of articles, as `Stories` found it."""

    def __init__(self, near: Iterable[Edge]) -> None:
        self._near = {pair: nearness for one, other, nearness in near for pair in ((one, other), (other, one))}

    def near(self, one: str, other: str) -> float | None:
        """From 0 to 1: 1 for an article and itself, 0 for articles that are not near; None for what stands in no article."""
        if not one or not other:
            return None
        return 1.0 if one == other else self._near.get((one, other), 0.0)


def loose_pairs(claims: Sequence[Proposition], standings: Mapping[str, Standing], said: Said, rarity: Rarity) -> Iterator[tuple[str, Spot]]:
    """The statements worth comparing with claims that stand in no article, and such claims with each other.

    Args:
        claims: the claims.
        standings: the articles, by whose stems the statements are looked for.
        said: what the statements of an article say.
        rarity: how much each stem tells.

    Returns:
        The key of the claim, and where the other is; `UNPLACED` before its key for a claim.
    """
    asked = {each.key: _rare(Profile(each), rarity) for each in claims}
    holders = _turned(asked)
    fit: dict[str, list[tuple[int, Spot]]] = defaultdict(list)
    beside = [(UNPLACED + each.key, 0, each) for each in claims]
    told = ((article, number, each) for article in _holding(standings, holders) for number, each in enumerate(said(article)))
    for article, number, other in chain(beside, told):
        for key, many in _sharing(Profile(other), holders, asked):
            if article != UNPLACED + key:
                fit[key].append((-many, (article, number)))
    return ((key, spot) for key, found in fit.items() for _, spot in nsmallest(BEST, found))


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


class Matters:
    """Which statements make up which matter, kept up to date as articles come, change and go.

    What comes out depends on the statements alone, not on the order or the portions in which they came. Whoever calls keeps the mappings,
    which are empty at first.

    Args:
        spread: how many texts hold each stem.
        stories: how near the articles are to each other.
        ties: the ties of the statements of each article.
        names: for the statements of each article the matters that they are in, empty for those that stand alone.
    """

    def __init__(
        self,
        spread: Spread | None = None,
        stories: Stories | None = None,
        ties: MutableMapping[str, Ties] | None = None,
        names: MutableMapping[str, Names] | None = None,
    ) -> None:
        self._spread = spread or Spread()
        self._stories = stories or Stories()
        self._ties: MutableMapping[str, Ties] = {} if ties is None else ties
        self._names: MutableMapping[str, Names] = {} if names is None else names

    def update(self, changed: Iterable[str], said: Said, before: Said = lambda _: (), over: Over = map) -> Changes:
        """Take in articles that are new, changed or gone, and claims that stand in no article.

        Args:
            changed: the keys of the articles; an empty one if there is anything new about such claims.
            said: what the statements of an article say now, and for an empty key the claims that stand in none.
            before: the same as it was at the last update.
            over: what has the articles compared, bench by bench; by several processes, perhaps.
        """
        changed = sorted(set(changed))
        stepped = self._spread.update(_texts(changed, before), _texts(changed, said))
        articles = [article for article in changed if article]
        dirty = self._stories.update(articles, lambda article: [words(each.text) for each in said(article)], self._rarity, stepped)
        claims = {UNPLACED + each.key: each for each in said("")}

        def told(article: str) -> Sequence[Proposition]:
            return (claims[article],) if article in claims else () if article.startswith(UNPLACED) else said(article)

        anew = {*dirty, *claims, *(article for article in self._ties if article.startswith(UNPLACED))}
        gone = {name for article in anew for name in self._names.get(article, ()) if name}
        return self._named(self._tied(anew, claims, told, over), gone, told)

    @property
    def _rarity(self) -> Rarity:
        return self._spread.rarity

    def _tied(self, anew: Set[str], claims: Mapping[str, Proposition], told: Said, over: Over) -> set[Spot]:
        """Compare the statements of articles anew, and all claims that stand in no article; the statements concerned."""
        standings = self._stories.standings
        near = _near(standings, anew)
        touched, others = self._loosened(anew)
        found: dict[str, list[Tie]] = defaultdict(list)
        work = benches(_in_reach(near, anew & standings.keys()), near, told)
        for one, other, ties in chain.from_iterable(over(Comparing(self._spread.counts), work)):
            for mine, theirs, bits in ties:
                found[one].append((mine, (other, theirs), bits))
                found[other].append((theirs, (one, mine), bits))
        desk = Desk(Collection((), self._rarity, Table(())), told)
        for key, spots in _grouped(loose_pairs(tuple(claims.values()), standings, told, self._rarity)):
            for spot, bits in desk.apart(UNPLACED + key, spots):
                found[UNPLACED + key].append((0, spot, bits))
                found[spot[0]].append((spot[1], (UNPLACED + key, 0), bits))
        for article in sorted({*anew, *others, *found}):
            self._keep(article, len(told(article)), chain(others.get(article, ()), found.get(article, ())))
            touched |= {(article, tie[0]) for tie in found.get(article, ())}
        return touched | {(article, number) for article in anew for number in range(len(told(article)))}

    def _loosened(self, anew: Set[str]) -> tuple[set[Spot], dict[str, list[Tie]]]:
        """The statements that have had ties to these articles, and for the other articles among these the ties that stay."""
        touched: set[Spot] = set()
        kept: dict[str, list[Tie]] = {}
        for article in anew:
            for mine, (partner, number), _ in self._ties.get(article, Ties()):
                touched |= {(article, mine), (partner, number)}
                if partner not in anew and partner not in kept:
                    kept[partner] = [tie for tie in self._ties[partner] if tie[1][0] not in anew]
        return touched, kept

    def _keep(self, article: str, many: int, found: Iterable[Tie]) -> None:
        if many:
            self._ties[article] = Ties.of(many, found)
        else:
            self._ties.pop(article, None)

    def _named(self, touched: Set[Spot], gone: Set[str], told: Said) -> Changes:
        """Put together anew what the statements concerned belong to."""
        gone = gone | {name for spot in touched if (name := self._name(spot))}
        if len(touched) > WHOLE * len(self._ties):
            groups = [group for group in together(self._ties) if not touched.isdisjoint(group)]
        else:
            groups = around(self._ties, touched)
        fresh: dict[str, dict[int, str]] = defaultdict(dict)
        for article, number in touched:
            fresh[article][number] = ""
        for group in groups:
            gone |= {name for spot in group if (name := self._name(spot))}
            for article, number in group:
                fresh[article][number] = told(group[0][0])[group[0][1]].key
        for article, names in fresh.items():
            self._rename(article, names)
        return Changes(frozenset(gone), tuple(map(tuple, groups)), self._maker(groups, told))

    def _name(self, spot: Spot) -> str:
        names = self._names.get(spot[0], ())
        return names[spot[1]] if spot[1] < len(names) else ""

    def _rename(self, article: str, fresh: Mapping[int, str]) -> None:
        """Keep the names of the matters of an article's statements."""
        many = self._ties[article].many if article in self._ties else 0
        before = self._names.get(article, ())
        names = tuple(fresh.get(number, before[number] if number < len(before) else "") for number in range(many))
        if any(names):
            self._names[article] = names
        else:
            self._names.pop(article, None)

    def _maker(self, groups: Sequence[Sequence[Spot]], told: Said) -> Callable[[Sequence[Spot]], Matter]:
        """What makes the matter of a group."""
        near = _near(self._stories.standings, {article for group in groups for article, _ in group})
        rarity, tied = self._rarity, beside(self._ties)

        def made(group: Sequence[Spot]) -> Matter:
            propositions = [told(article)[number] for article, number in group]
            articles = sorted({article for article, _ in group})
            return Matter(
                propositions=tuple(propositions),
                near=tuple((*pair, near[pair]) for pair in combinations(articles, 2) if pair in near),
                tied=_numbered(group, tied),
                spread={
                    word: 1 << rarity.step(word) >> 1 for word in sorted({word for each in propositions for word in Profile(each).stems})
                },
            )

        return made


@attrs.frozen
class Changes:
    """What an update of the matters comes to.

    Attributes:
        gone: the names of matters that are no more.
        groups: where the statements of those stand that are new or changed.
        matter: makes the matter of such a group.
    """

    gone: frozenset[str]
    groups: tuple[tuple[Spot, ...], ...]
    matter: Callable[[Sequence[Spot]], Matter]

    def __iter__(self) -> Iterator[tuple[str, Matter]]:
        """The new and changed matters with their names, each made when it is asked for."""
        made = map(self.matter, self.groups)
        return ((matter.propositions[0].key, matter) for matter in made)


def _near(standings: Mapping[str, Standing], articles: Set[str]) -> dict[tuple[str, str], float]:
    """The pairs of near articles of which one is among these, each in order, with their nearness."""
    return {
        (article, other) if article < other else (other, article): nearness
        for article, known in standings.items()
        for other, nearness in known.near
        if article in articles or other in articles
    }


def _in_reach(near: Iterable[tuple[str, str]], articles: Set[str]) -> Iterator[tuple[str, str]]:
    """The pairs to compare, each article with itself and with those near it, articles near each other soon after each other."""
    beside: dict[str, list[str]] = defaultdict(list)
    for one, other in near:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[str] = set()
    done: set[str] = set()
    for first in sorted(articles):
        todo = [] if first in seen else [first]
        seen.add(first)
        for article in todo:  # which grows meanwhile
            done.add(article)
            others = [other for other in (article, *beside.get(article, ())) if other == article or other not in done]
            yield from ((article, other) if article < other else (other, article) for other in others)
            fresh = [other for other in beside.get(article, ()) if other in articles and other not in seen]
            seen.update(fresh)
            todo += fresh


def _stems(propositions: Iterable[Proposition]) -> list[str]:
    return sorted({word for each in propositions for word in Profile(each).stems})


def _numbered(group: Sequence[Spot], tied: Callable[[Spot], Sequence[tuple[Spot, float]]]) -> array[int]:
    """The ties within a group, by the places of its statements there."""
    places = {spot: place for place, spot in enumerate(group)}
    found = ((place, places[other], round(100 * bits)) for spot, place in places.items() for other, bits in tied(spot) if spot < other)
    return array("i", chain.from_iterable(found))


def _grouped(pairs: Iterable[tuple[str, Spot]]) -> Iterator[tuple[str, list[Spot]]]:
    """What each claim is to be compared with."""
    found: dict[str, list[Spot]] = defaultdict(list)
    for key, spot in pairs:
        found[key].append(spot)
    return iter(sorted(found.items()))


def _texts(articles: Iterable[str], said: Said) -> Iterator[str]:
    return (each.text for article in articles for each in said(article))
