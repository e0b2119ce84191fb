"""Which pairs of statements are worth comparing: those that share rare words, and those of one story that share a few."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain

from claimtrack.claims.collection import Collection
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.profiles import Profile
from claimtrack.claims.stories import Stories
from claimtrack.model.matching import Proposition

RAREST, CROWD = 6, 400
"""Rarest stems of a statement by which its like is looked for, and the most statements that one of these may bring."""
BEST = 50
"""Statements of other stories that one is compared with, those that share most."""
FEW = 4
"""Statements of different stories must share two rare stems; one will do where no more than a few statements hold it."""
AT_HOME = 2
"""Stems that statements of one story must share."""

Places = Mapping[str, Sequence[int]]


def rare_word_pairs(collection: Collection) -> Iterator[tuple[Proposition, Proposition]]:
    """The packaged blocker: pairs that share rare stems, and pairs of one story that share some; each pair once, in order."""
    found, rarity = collection.profiles, collection.rarity
    rare = [_rare(each, rarity) for each in found]
    many = len(found)
    wanted = {one * many + other for pairs in (_across(rare, rarity), _within(found, collection.stories)) for one, other in pairs}
    for one, other in (divmod(pair, many) for pair in sorted(wanted)):
        yield found[one].proposition, found[other].proposition


def _rare(each: Profile, rarity: Rarity) -> tuple[str, ...]:
    """The rarest stems of a statement that another holds too."""
    spread = ((rarity.texts(word), word) for word in each.stems)
    return tuple(word for _, word in sorted(pair for pair in spread if 2 <= pair[0] <= CROWD)[:RAREST])


def _across(rare: Sequence[tuple[str, ...]], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """The pairs that share rare stems, the best few of each statement."""
    holders = _indexed(rare)
    for place, stems in enumerate(rare):
        groups = [holders[word] for word in stems]
        fit = {other for word in stems if rarity.texts(word) <= FEW for other in holders[word]} | _shared(groups)
        fit.discard(place)
        for other in fit if len(fit) <= BEST else _best(fit, groups):
            yield (place, other) if place < other else (other, place)


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


def _within(found: Sequence[Profile], stories: Stories) -> Iterator[tuple[int, int]]:
    """The pairs of one article, and of articles near each other, that share a few stems."""
    at_home = _indexed([(each.article,) if each.article else () for each in found])
    for article, places in at_home.items():
        for other in (article, *stories.companions(article)):
            if article <= other:
                yield from _sharing(found, places, at_home[other])


def _sharing(found: Sequence[Profile], ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of two groups that share a few stems."""
    for one in ones:
        stems = found[one].stems.keys()
        for other in others:
            if one < other and len(stems & found[other].stems.keys()) >= AT_HOME:
                yield one, other


def _indexed(marks: Sequence[Iterable[str]]) -> Mapping[str, list[int]]:
    """For each mark, the places that bear it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(marks):
        for mark in each:
            places[mark].append(place)
    return places
