"""Which pairs of statements are worth comparing: those that share rare words, and those of one matter that share a few."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import nsmallest
from itertools import chain

from claimtrack.claims.collection import Collection, Nearness
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.profiles import Profile
from claimtrack.model.matching import Proposition

RAREST, MOST_STEP = 6, 9
"""Rarest stems of a statement by which its like is looked for, and the highest step of these: some five hundred texts."""
BEST = 50
"""Statements of other stories that one is compared with, those that share most."""
FEW_STEP = 2
"""Statements of different stories must share two rare stems; one will do that is of this step at most, which three texts hold."""
AT_HOME = 2
"""Stems that statements of one story must share."""

Places = Mapping[str, Sequence[int]]


def rare_word_pairs(collection: Collection) -> Iterator[tuple[Proposition, Proposition]]:
    """The packaged blocker: pairs that share rare stems, and pairs of one matter that share some; each pair once, in order."""
    across = _across([_rare(each, collection.rarity) for each in collection.profiles], collection.rarity)
    return _each(collection, chain(across, _within(collection.profiles, _near(collection))))


class Candidates:
    """Which propositions of a matter are worth comparing.

    Args:
        profiles: those of its propositions.
        rarity: how much each stem tells.
        near: tells how near two articles are, 0 where they are not.
    """

    def __init__(self, profiles: Sequence[Profile], rarity: Rarity, near: Nearness) -> None:
        self._profiles = profiles
        self._near = near
        self._rarity = rarity
        self._rare = [_rare(each, rarity) for each in profiles]
        self._holders = _indexed(self._rare)
        self._found: dict[int, Set[int]] = {}

    def __contains__(self, pair: tuple[int, int]) -> bool:
        """Whether two are, by their places."""
        one, other = pair
        mine, theirs = self._profiles[one], self._profiles[other]
        if self._near.near(mine.article, theirs.article) and len(mine.stems.keys() & theirs.stems.keys()) >= AT_HOME:
            return True
        return other in self._across(one) or one in self._across(other)

    def _across(self, one: int) -> Set[int]:
        """Those that share rare stems with one, the best few."""
        if one not in self._found:
            fit = self._fit(one)
            self._found[one] = fit if len(fit) <= BEST else {*_best(fit, [self._holders[word] for word in self._rare[one]])}
        return self._found[one]

    def _fit(self, one: int) -> set[int]:
        return _fitting(one, self._rare[one], self._holders, self._rarity)


def _each(collection: Collection, pairs: Iterable[tuple[int, ...]]) -> Iterator[tuple[Proposition, Proposition]]:
    """Pairs by their places, each once, in order."""
    many = len(collection.profiles)
    for pair in sorted({one * many + other for one, other in pairs}):
        one, other = divmod(pair, many)
        yield collection.profiles[one].proposition, collection.profiles[other].proposition


def _near(collection: Collection) -> Iterator[tuple[str, str]]:
    """The pairs of articles of a collection that tell of one matter."""
    return ((article, other) for article, known in collection.told.standings.items() for other, _ in known.near)


def _rare(each: Profile, rarity: Rarity) -> tuple[str, ...]:
    """The rarest stems of a statement that another holds too."""
    steps = ((rarity.step(word), word) for word in each.stems)
    return tuple(word for _, word in nsmallest(RAREST, (pair for pair in steps if 2 <= pair[0] <= MOST_STEP)))


def _across(rare: Sequence[tuple[str, ...]], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """The pairs that share rare stems, the best few of each statement."""
    holders = _indexed(rare)
    for place, stems in enumerate(rare):
        fit = _fitting(place, stems, holders, rarity)
        for other in fit if len(fit) <= BEST else _best(fit, [holders[word] for word in stems]):
            yield (place, other) if place < other else (other, place)


def _fitting(place: int, stems: Iterable[str], holders: Places, rarity: Rarity) -> set[int]:
    """The others that share two rare stems with a statement, or one that few hold."""
    few = {other for word in stems if rarity.step(word) <= FEW_STEP for other in holders[word]}
    return (few | _shared([holders[word] for word in stems])) - {place}


def _shared(groups: Iterable[Sequence[int]]) -> set[int]:
    """What stands in two of the groups or more."""
    met: set[int] = set()
    again: set[int] = set()
    for group in groups:
        again |= met.intersection(group)
        met.update(group)
    return again


def _best(fit: Iterable[int], groups: Iterable[Sequence[int]]) -> Iterable[int]:
    """The statements that stand in most of the groups."""
    met = Counter(chain.from_iterable(groups))
    return nsmallest(BEST, fit, key=lambda other: (-met[other], other))


def _within(found: Sequence[Profile], near: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """The pairs of one article, and of articles near each other, that share a few stems."""
    at_home = _indexed([(each.article,) if each.article else () for each in found])
    for one, other in chain(zip(at_home, at_home, strict=True), near):
        yield from _sharing(found, at_home[one], at_home[other])


def _sharing(found: Sequence[Profile], ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of two groups that share a few stems."""
    for one in ones:
        stems = found[one].stems.keys()
        for other in others:
            if one != other and len(stems & found[other].stems.keys()) >= AT_HOME:
                yield (one, other) if one < other else (other, one)


def _indexed(marks: Sequence[Iterable[str]]) -> Mapping[str, list[int]]:
    """For each mark, the places that bear it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(marks):
        for mark in each:
            places[mark].append(place)
    return places
