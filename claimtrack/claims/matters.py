"""Which statements make up which matter, kept up to date as articles come, change and go."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from functools import lru_cache
from itertools import chain
from operator import itemgetter

import attrs

from claimtrack.claims.comparing import NOBODY, Bench, Comparing, Listener, Met, Over, benches
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.loose import UNPLACED, loose_pairs
from claimtrack.claims.matter import Matter
from claimtrack.claims.meeting import week
from claimtrack.claims.portraits import stems
from claimtrack.claims.questions import Names, Questions, askable
from claimtrack.claims.reach import edges, in_reach, nearness, walk
from claimtrack.claims.spread import Spread
from claimtrack.claims.stories import Page, Stories
from claimtrack.claims.ties import SURE, Said, Spot, Ties, around, beside, together
from claimtrack.claims.tray import Touched, Tray
from claimtrack.model.matching import Proposition
from claimtrack.words import words

WHOLE = 0.2
"""Statements concerned, for each article, from which what hangs together is found in one pass over all ties."""
QUESTIONS = "? "
"""Goes before the key of an article in the name of the matter that holds the questions about its statements."""
Pairs = Iterable[tuple[Spot, Spot, float, int]]


class Matters:
    """Which statements make up which matter, kept up to date as articles come, change and go.

    What is tied by bits enough to be joined without asking makes one matter, with all that hangs together by such ties. Weaker ties are
    judged pair by pair: they never join anything, and a chain of them may lead through half of an archive. What comes out depends on the
    statements alone, not on the order or the portions in which they came. Whoever calls keeps the mappings, which are empty at first.

    Args:
        spread: how many texts hold each stem.
        stories: how near the articles are to each other.
        ties: the ties of the statements of each article.
        names: for the statements of each article the matters that they are in, empty for those that stand alone.
        lasting: whether more updates than one may come; otherwise what only later ones need is let go before articles are compared.
    """

    def __init__(
        self,
        spread: Spread | None = None,
        stories: Stories | None = None,
        ties: MutableMapping[str, Ties] | None = None,
        names: MutableMapping[str, Names] | None = None,
        *,
        lasting: bool = True,
    ) -> None:
        self._lasting = lasting
        self._spread = spread or Spread()
        self._stories = stories or Stories()
        self._ties: MutableMapping[str, Ties] = {} if ties is None else ties
        self._names: MutableMapping[str, Names] = {} if names is None else names

    def update(
        self,
        changed: Iterable[str],
        said: Said,
        before: Said = lambda _: (),
        *,
        listener: Listener = NOBODY,
        over: Over = map,
    ) -> Changes:
        """Take in articles that are new, changed or gone, and claims that stand in no article.

        Args:
            changed: the keys of the articles; an empty one if there is anything new about such claims.
            said: what the statements of an article say now, and for an empty key the claims that stand in none.
            before: the same as it was at the last update.
            listener: what wants to know how statements bear on each other; told of what is compared anew, in any order.
            over: what has the articles compared, bench by bench; by several processes, perhaps.
        """
        changed = sorted(set(changed))
        stepped = self._spread.update(_texts(changed, before), _texts(changed, said))
        articles = [article for article in changed if article]
        dirty = self._stories.update(articles, lambda article: _page(said(article)), self._rarity, stepped)
        if not self._lasting:
            self._spread.settle()
            self._stories.settle()
        told = _Told(said)
        anew = {*dirty, *told.claims, *(article for article in self._ties if article.startswith(UNPLACED))}
        touched = self._tied(anew, told, listener, over)
        return self._named(touched, told)

    @property
    def _rarity(self) -> Rarity:
        return self._spread.rarity

    def whole(self, said: Said) -> Matter:
        """All statements that are tied to others as one matter."""
        group = sorted({(article, mine) for article, ties in self._ties.items() for mine, *_ in ties})
        told, rarity = _Told(said), self._rarity
        return Matter(
            propositions=tuple(told(article)[number] for article, number in group),
            near=edges(self._stories.standings, {article for article, _ in group}),
            tied=_numbered(group, _within(group, beside(self._ties))),
            spread={word: 1 << rarity.step(word) >> 1 for word in sorted(self._spread.counts)},
        )

    def _tied(self, anew: Set[str], told: _Told, listener: Listener, over: Over) -> Touched:
        """Compare the statements of articles anew, and all claims that stand in no article; the statements concerned."""
        touched = self._loosened(anew, told, listener)
        tray = Tray(self._ties)
        for met in chain(self._compared(anew, told, listener, over), self._loose(told, listener)):
            listener.take(met)
            for mine, theirs, bits, against in met.ties:
                one, other = (met.one, mine), (met.other, theirs)
                tray.put(one, other, bits, against)
                touched.meet(one, other, bits, against)
        tray.empty()
        return touched

    def _loosened(self, anew: Set[str], told: _Told, listener: Listener) -> Touched:
        """Undo the ties of articles; the statements concerned, all of these articles' among them."""
        touched = Touched()
        couples: set[tuple[str, str]] = set()
        for article in sorted(anew):
            for mine, other, bits, against in self._ties.get(article, Ties()):
                couples.add((article, other[0]) if article < other[0] else (other[0], article))
                touched.meet((article, mine), other, bits, against)
        for partner in sorted({article for couple in couples for article in couple} - anew):
            ties = self._ties[partner]
            self._ties[partner] = Ties.of(ties.many, (tie for tie in ties if tie[1][0] not in anew))
        for article in sorted(anew):
            self._keep(article, len(told(article)))
            touched.whole(article, len(told(article)))
        for couple in sorted(couples):
            listener.take(Met(*couple, ()))
        return touched

    def _keep(self, article: str, many: int) -> None:
        """Note how many statements an article has, none of them tied yet."""
        if many:
            self._ties[article] = Ties(many)
        else:
            self._ties.pop(article, None)

    def _compared(self, anew: Set[str], told: _Told, listener: Listener, over: Over) -> Iterator[Met]:
        """What comes of comparing articles with themselves and those near them."""
        standings = self._stories.standings
        pairs = in_reach(standings, anew & standings.keys())
        work = benches(pairs, lambda one, other: nearness(standings, one, other), told, listener.heard)
        return chain.from_iterable(over(Comparing(self._spread.counts, listener.inference), work))

    def _loose(self, told: _Told, listener: Listener) -> Iterator[Met]:
        """What comes of comparing claims that stand in no article."""
        comparing = Comparing(self._spread.counts, listener.inference)
        claims = tuple(claim for (claim,) in told.claims.values())
        for key, spots in _grouped(loose_pairs(claims, self._stories.standings, told, self._rarity)):
            articles = sorted({UNPLACED + key, *(article for article, _ in spots)})
            heard = {key: each for article in articles for key, each in listener.heard(article).items()}
            yield from comparing.apart(UNPLACED + key, spots, Bench({}, {article: tuple(told(article)) for article in articles}, heard))

    def _named(self, touched: Touched, told: _Told) -> Changes:
        """Put together anew what the statements concerned belong to; little is held twice, since it may be all statements."""
        whole = len(touched) > WHOLE * len(self._ties)
        found = together(self._ties, SURE) if whole else around(self._ties, touched, SURE)
        groups = [tuple(group) for group in found if any(spot in touched for spot in group)]
        gone: set[str] = set()
        askers = touched.askers | self._asking(self._renamed(_fresh(groups, touched, told), gone))
        gone |= {QUESTIONS + article for article in askers}
        places = self._places() if whole else {}
        groups.sort(key=itemgetter(0))
        groups.sort(key=lambda group: places.get(group[0][0], -1))
        asking = sorted(askers, key=lambda article: (places.get(article, -1), article))
        return Changes(frozenset(gone - {""}), tuple(groups), tuple(asking), self._judged(told), self._asked(told))

    def _places(self) -> Mapping[str, int]:
        """Places of the articles in an order in which those near each other come soon after each other."""
        return {article: place for place, article in enumerate(walk(self._stories.standings))}

    def _renamed(self, fresh: dict[str, dict[int, str]], gone: set[str]) -> Iterator[Spot]:
        """Keep the names of the matters of statements, and tell the statements that have others now.

        Args:
            fresh: the names by article and number; each article is taken out when it is done.
            gone: the names that these had are put here.
        """
        for article in sorted(fresh):
            found = fresh.pop(article)
            many = self._ties[article].many if article in self._ties else 0
            before = (*self._names.get(article, ()), *[""] * many)
            names = tuple(found.get(number, before[number]) for number in range(many))
            gone.update(before[number] for number in found if number < len(before))
            if any(names):
                self._names[article] = names
            else:
                self._names.pop(article, None)
            yield from ((article, number) for number in range(many) if names[number] != before[number])

    def _asking(self, moved: Iterable[Spot]) -> set[str]:
        """The articles that hold the questions about statements."""
        near = beside(self._ties)
        return {min(spot, other)[0] for spot in moved for other, bits, against in near(spot) if askable(bits, against)}

    def _judged(self, told: _Told) -> Callable[[Sequence[Spot]], Matter]:
        """What makes the matter of a group."""
        made, tied = self._maker(told), beside(self._ties)
        return lambda group: made(group, _within(group, tied))

    def _asked(self, told: _Told) -> Callable[[str], Matter | None]:
        """What makes the matter of the questions about the statements of an article, if there are any."""
        made, tied, questions = self._maker(told), beside(self._ties), Questions(self._ties, self._names)

        def asked(article: str) -> Matter | None:
            pairs = set(questions.of(article))
            group = sorted({spot for pair in pairs for spot in pair})
            return made(group, (pair for pair in _within(group, tied) if pair[:2] in pairs)) if pairs else None

        return asked

    def _maker(self, told: _Told) -> Callable[[Sequence[Spot], Pairs], Matter]:
        """What makes a matter of statements and their ties."""
        standings, rarity = self._stories.standings, self._rarity

        def made(group: Sequence[Spot], pairs: Pairs) -> Matter:
            propositions = tuple(told(article)[number] for article, number in group)
            return Matter(
                propositions=propositions,
                near=edges(standings, {article for article, _ in group}),
                tied=_numbered(group, pairs),
                spread={word: 1 << rarity.step(word) >> 1 for word in _all_stems(propositions)},
            )

        return made


@attrs.frozen
class Changes:
    """What an update of the matters comes to.

    Attributes:
        gone: the names of matters that are no more, unless they are among those that are new or changed.
        groups: where the statements of those stand.
        askers: the articles whose questions may have changed.
        matter: makes the matter of a group.
        asked: makes the matter of the questions of an article, if there are any.
    """

    gone: frozenset[str]
    groups: tuple[tuple[Spot, ...], ...]
    askers: tuple[str, ...]
    matter: Callable[[Sequence[Spot]], Matter]
    asked: Callable[[str], Matter | None]

    def __iter__(self) -> Iterator[tuple[str, Matter]]:
        """The new and changed matters with their names, each made when it is asked for."""
        for matter in map(self.matter, self.groups):
            yield matter.propositions[0].key, matter
        for article in self.askers:
            if questions := self.asked(article):
                yield QUESTIONS + article, questions


class _Told:
    """What articles say, and claims that stand in none, each as if it were an article's only statement."""

    def __init__(self, said: Said) -> None:
        self.claims = {UNPLACED + each.key: (each,) for each in said("")}
        self._said = said

    def __call__(self, article: str) -> Sequence[Proposition]:
        return self.claims.get(article, ()) if article.startswith(UNPLACED) else self._said(article)


def _fresh(groups: Iterable[Sequence[Spot]], touched: Touched, told: _Told) -> dict[str, dict[int, str]]:
    """The names of the matters of statements, by article and number; empty for a statement that stands alone."""
    fresh: dict[str, dict[int, str]] = defaultdict(dict)
    for article, number in touched:
        fresh[article][number] = ""
    for group in groups:
        name = told(group[0][0])[group[0][1]].key
        for article, number in group:
            fresh[article][number] = name
    return dict(fresh)


@lru_cache(1 << 13)
def _stems(text: str) -> Sequence[str]:
    """The stems of a text, each once."""
    return tuple(stems([words(text)]))


def _all_stems(propositions: Iterable[Proposition]) -> list[str]:
    return sorted({word for each in propositions for word in _stems(each.text)})


def _within(group: Sequence[Spot], tied: Callable[[Spot], Sequence[tuple[Spot, float, int]]]) -> Pairs:
    """The ties between the statements of a group."""
    among = frozenset(group)
    return ((one, *other) for one in group for other in tied(one) if one < other[0] and other[0] in among)


def _numbered(group: Sequence[Spot], pairs: Pairs) -> array[int]:
    """Ties by the places of their statements in a group."""
    places = {spot: place for place, spot in enumerate(group)}
    found = ((places[one], places[other], round(100 * bits), against) for one, other, bits, against in pairs)
    return array("i", chain.from_iterable(found))


def _grouped(pairs: Iterable[tuple[str, Spot]]) -> Iterator[tuple[str, list[Spot]]]:
    """What each claim is to be compared with."""
    found: dict[str, list[Spot]] = defaultdict(list)
    for key, spot in pairs:
        found[key].append(spot)
    return iter(sorted(found.items()))


def _page(propositions: Sequence[Proposition]) -> Page:
    """What an article with these statements is placed by."""
    return Page([words(each.text) for each in propositions], week(propositions[-1].published) if propositions else 0)


def _texts(articles: Iterable[str], said: Said) -> Iterator[str]:
    return (each.text for article in articles for each in said(article))
