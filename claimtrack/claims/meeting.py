"""Which articles meet: those that share most of their rarest stems, the rarer the more, and of a crowd those of the same weeks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from heapq import nlargest, nsmallest
from itertools import chain, islice

from claimtrack.claims.likeness import weight
from claimtrack.claims.standings import Standing
from claimtrack.model.values import Period

FEW = 8
"""Step of a sign, by how many articles have it, up to which all of these meet by it: 255 articles."""
CROWD = 400
"""The most articles of one week that a sign may still bring."""
MET = 20
"""Articles whose nearness is worked out for one, those that share most."""
WHOLE = 100
"""What a sign counts that hardly any other article has; what counts is added up in whole numbers, whose order means nothing."""
TOGETHER = 20_000
"""Articles for which it is held at once who has their signs."""
SIGN_BITS, DAYS = 32, 7
"""Bits of a sign, and days of a week."""

Key = int
"""A sign, or a sign of one week."""
Met = tuple[tuple[str, ...], int]
"""The articles that one meets, and what another must share with it, at the least, to take the place of one of these."""


def met(article: str, groups: Iterable[tuple[int, Sequence[str]]]) -> Met:
    """The articles that share most with one, which is left out itself.

    Args:
        article: the one.
        groups: for each of its keys what it counts, and the articles that have it.
    """
    counted: dict[str, int] = defaultdict(int)
    for counts, group in groups:
        for other in group:
            counted[other] += counts
    counted.pop(article, None)
    least = min(nlargest(MET, counted.values()), default=0)  # most share less, and need not be set in order
    sharing = [other for other, many in counted.items() if many >= least]
    found = nsmallest(MET, sharing, key=lambda other: (-counted[other], other))
    return tuple(sorted(found)), least if len(found) == MET else 0


class Meetings:
    """Who has which sign now, among articles of which some are new, changed or gone.

    A sign that a crowd has leads an article to those alone that appeared in the same week as itself, the week before or the week after:
    what is reported of an event is mostly reported within days (Allan, Papka and Lavrenko 1998 let the threshold rise with the days
    between two reports). An article whose week is not known meets nobody by such signs.

    Args:
        standings: the articles.
        dirty: those that are new, changed or gone.
        more: by how many articles more each key is had than before.
    """

    def __init__(self, standings: Mapping[str, Standing], dirty: Set[str], more: Mapping[Key, int]) -> None:
        self._standings = standings
        self._dirty = dirty
        self._more = more
        self._many = Counter(chain.from_iterable(known.signs for known in standings.values()))

    def asked(self) -> set[str]:
        """The articles that may meet others than before."""
        present = {article for article in self._dirty if article in self._standings}
        others = [article for article in self._standings if article not in self._dirty]
        if not others:
            return present
        arrived = _Arrived(self._dirty, self._turned(), self._shown(present), self._many)
        return present | {article for article in others if arrived.stirs(self._standings[article])}

    def of(self, articles: Set[str]) -> Iterator[tuple[str, Met]]:
        """Each of some articles with those that it meets, those of a week soon after each other."""
        ordered = iter(sorted(articles, key=lambda article: (self._standings[article].week, article)))
        while some := tuple(islice(ordered, TOGETHER)):
            holders = self._holders({key for article in some for key, _ in self._asking(article)})
            for article in some:
                groups = ((counts, holders[key]) for key, counts in self._asking(article))
                yield article, met(article, ((counts, group) for counts, group in groups if len(group) <= CROWD))

    def _asking(self, article: str) -> Iterator[tuple[Key, int]]:
        known = self._standings[article]
        return asking(known.signs, known.week, self._many)

    def _having(self, wanted: Set[Key]) -> Iterator[tuple[Key, str]]:
        """The articles by those of some keys by which they are met."""
        signs = frozenset(map(sign_of, wanted))
        for article, known in self._standings.items():
            for key in shown(signs.intersection(known.signs), known.week, self._many):
                if key in wanted:
                    yield key, article

    def _holders(self, wanted: Set[Key]) -> Mapping[Key, Sequence[str]]:
        """The articles that have some keys, for each as many as make a crowd."""
        holders: dict[Key, list[str]] = {key: [] for key in wanted}
        for key, article in self._having(wanted):
            if len(holders[key]) <= CROWD:
                holders[key].append(article)
        return holders

    def _turned(self) -> frozenset[Key]:
        """The signs that count another much than before, and those of a week that are a crowd's now or no longer."""
        signs = ((sign, self._many[sign], self._many[sign] - more) for sign, more in self._more.items() if sign == sign_of(sign))
        turned = {sign for sign, now, before in signs if now.bit_length() != before.bit_length()}
        weekly = {key for key, more in self._more.items() if more and key != sign_of(key)}
        now = Counter(key for key, _ in self._having(weekly))
        return frozenset(turned | {key for key in weekly if (now[key] > CROWD) != (now[key] - self._more[key] > CROWD)})

    def _shown(self, present: Set[str]) -> Mapping[Key, Sequence[str]]:
        """Those of some articles that are met by a key."""
        found: dict[Key, list[str]] = defaultdict(list)
        for article in sorted(present):
            known = self._standings[article]
            for key in shown(known.signs, known.week, self._many):
                found[key].append(article)
        return dict(found)


class _Arrived:
    """What some new, changed or gone articles mean to the others.

    Args:
        dirty: these articles.
        turned: the keys that count another much than before.
        shown: those of the articles that are met by a key.
        many: how many articles have each sign.
    """

    def __init__(self, dirty: Set[str], turned: frozenset[Key], shown: Mapping[Key, Sequence[str]], many: Mapping[int, int]) -> None:
        self._dirty = dirty
        self._turned = turned
        self._shown = shown
        self._many = many
        self._signs = frozenset(map(sign_of, chain(turned, shown)))

    def stirs(self, known: Standing) -> bool:
        """Whether an article lost a neighbour, counts otherwise than before, or may share more with one that came than with its last."""
        if not self._dirty.isdisjoint(known.neighbours):
            return True
        shared: dict[str, int] = defaultdict(int)
        signs = self._signs.intersection(known.signs)
        if not self._turned.isdisjoint(signs):
            return True
        for key, counts in asking(signs, known.week, self._many) if signs else ():
            if key in self._turned:
                return True
            for other in self._shown.get(key, ()):
                shared[other] += counts
        return bool(shared) and max(shared.values()) >= known.least


def asking(signs: Iterable[int], week: int, many: Mapping[int, int]) -> Iterator[tuple[Key, int]]:
    """The keys by which an article meets others, with what each counts, up to `WHOLE`.

    Args:
        signs: its signs.
        week: in which it appeared, 0 where that is not known.
        many: how many articles have each sign.
    """
    for sign in signs:
        step = many[sign].bit_length()
        if step <= FEW:
            yield sign, _counts(step)
        elif week:
            yield from ((dated(sign, each), _counts(step)) for each in (week - 1, week, week + 1))


def shown(signs: Iterable[int], week: int, many: Mapping[int, int]) -> Iterator[Key]:
    """The keys by which an article is met; they are told as `asking` is told."""
    return (sign if many[sign].bit_length() <= FEW else dated(sign, week) for sign in signs)


def keys(signs: Iterable[int], week: int) -> Iterator[Key]:
    """All keys by which an article may be met."""
    return (key for sign in signs for key in ((sign, dated(sign, week)) if week else (sign,)))


def dated(sign: int, week: int) -> Key:
    """A sign of one week; the sign itself where the week is not known."""
    return week << SIGN_BITS | sign


def sign_of(key: Key) -> int:
    """The sign that a key is of."""
    return key & (1 << SIGN_BITS) - 1


def week(published: Period | None) -> int:
    """The week in which an article appeared, counted from the beginning of the calendar; 0 where it is not known to the week."""
    if published is None or (published.end - published.start).days >= DAYS:
        return 0
    return published.start.toordinal() // DAYS


@cache
def _counts(step: int) -> int:
    """What a sign counts, by the step of how many articles have it."""
    return round(WHOLE * weight(step))
