"""Ties between statements: which pairs are about one matter, article by article, and what hangs together by them."""

from __future__ import annotations

import json
from array import array
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

import attrs

from claimtrack.claims.collection import Collection
from claimtrack.claims.comparisons import Pair
from claimtrack.claims.profiles import Profile
from claimtrack.claims.scoring import WordScorer
from claimtrack.model.matching import Proposition

ONE_MATTER = -1.0
"""Bits from which two propositions are about one matter: a denial shares most words with what it denies."""
SHARED = 2
"""Stems that two propositions must share to be compared."""
HELD = 300
"""Articles whose profiles are held at once."""

Said = Callable[[str], Sequence[Proposition]]
"""What the statements of an article say, in the order of their keys."""
Spot = tuple[str, int]
"""An article and the number of one of its statements."""
Tie = tuple[int, Spot, float]
"""The number of a statement, where the other is, and the bits of the two."""


@attrs.frozen
class Ties:
    """The ties of the statements of one article.

    Attributes:
        many: how many statements it has.
        partners: the articles to whose statements there are ties, itself perhaps among them, in order.
        marks: for each tie the number of the statement, of the partner, and of the statement there, and its bits from `ONE_MATTER` on,
            in hundredths.
    """

    many: int = 0
    partners: tuple[str, ...] = ()
    marks: array[int] = attrs.field(factory=lambda: array("H"))

    @classmethod
    def of(cls, many: int, found: Iterable[Tie]) -> Ties:
        """The ties of an article with so many statements."""
        ties = sorted(set(found), key=lambda each: (each[1], each[0]))
        partners = tuple(dict.fromkeys(partner for _, (partner, _), _ in ties))
        numbers = {partner: number for number, partner in enumerate(partners)}
        marks = ((mine, numbers[partner], other, round(100 * (bits - ONE_MATTER))) for mine, (partner, other), bits in ties)
        return cls(many, partners, array("H", chain.from_iterable(marks)))

    @property
    def data(self) -> bytes:
        """The same as bytes."""
        return json.dumps([self.many, self.partners], ensure_ascii=False).encode() + b"\n" + self.marks.tobytes()

    @classmethod
    def read(cls, data: bytes) -> Ties:
        """What gave these bytes."""
        told, _, marks = data.partition(b"\n")
        many, partners = json.loads(told)
        return cls(many, tuple(partners), array("H", marks))

    def __iter__(self) -> Iterator[Tie]:
        """Each tie: the number of the statement, where the other is, and the bits of the two."""
        marks = iter(self.marks)
        found = zip(marks, marks, marks, marks, strict=True)
        return ((mine, (self.partners[partner], other), round(ONE_MATTER + bits / 100, 2)) for mine, partner, other, bits in found)


class Desk:
    """Compares the statements of articles with each other, a few articles being spread out at a time.

    Args:
        collection: the rarity of words and the nearness of articles.
        said: what the statements of an article say.
    """

    def __init__(self, collection: Collection, said: Said) -> None:
        self._score = WordScorer(collection)
        self._collection = collection
        self._said = said
        self._open: OrderedDict[str, _Spread] = OrderedDict()

    def many(self, article: str) -> int:
        """How many statements an article has."""
        return len(self._spread(article).profiles)

    def tied(self, one: str, other: str) -> Iterator[tuple[int, int, float]]:
        """The numbers of the statements of two articles, or of one, that are about one matter, with their bits."""
        mine, theirs = self._spread(one), self._spread(other)
        for place, profile in enumerate(mine.profiles):
            for number in theirs.sharing(profile):
                if one != other or place < number:
                    bits = self._bits(profile, theirs.profiles[number])
                    if bits is not None:
                        yield place, number, bits

    def apart(self, claim: str, spots: Iterable[Spot]) -> Iterator[tuple[Spot, float]]:
        """Those of some statements that are about one matter with a claim that stands in no article, with their bits."""
        (mine,) = self._spread(claim).profiles
        found = ((spot, self._bits(mine, self._spread(spot[0]).profiles[spot[1]])) for spot in spots)
        return ((spot, bits) for spot, bits in found if bits is not None)

    def _bits(self, one: Profile, other: Profile) -> float | None:
        first, second = (one, other) if one.key <= other.key else (other, one)
        return self._score.pair_bits(Pair(first, second, self._collection), ONE_MATTER)

    def _spread(self, article: str) -> _Spread:
        if article in self._open:
            self._open.move_to_end(article)
        else:
            self._open[article] = _Spread(Profile(each) for each in self._said(article))
            if len(self._open) > HELD:
                self._open.popitem(last=False)
        return self._open[article]


class _Spread:
    """The statements of an article, spread out: their profiles, and where each stem stands."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self.profiles = tuple(profiles)
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self.profiles):
            for word in each.stems:
                self._places[word].append(number)

    def sharing(self, profile: Profile) -> list[int]:
        """The numbers of those that share enough stems with a statement."""
        shared = Counter(chain.from_iterable([self._places[word] for word in self._places.keys() & profile.stems.keys()]))
        return sorted([number for number, many in shared.items() if many >= SHARED])


def beside(ties: Mapping[str, Ties]) -> Callable[[Spot], Sequence[tuple[Spot, float]]]:
    """What tells where the statements are that one is tied to, with the bits of the two; the ties of a few articles are held at once."""

    @lru_cache(HELD)
    def opened(article: str) -> Mapping[int, Sequence[tuple[Spot, float]]]:
        found: dict[int, list[tuple[Spot, float]]] = defaultdict(list)
        for mine, other, bits in ties.get(article, Ties()):
            found[mine].append((other, bits))
        return dict(found)

    return lambda spot: opened(spot[0]).get(spot[1], ())


def around(ties: Mapping[str, Ties], spots: Iterable[Spot]) -> list[list[Spot]]:
    """What hangs together with some statements: found by going from each to all it is tied to. Those that stand alone are left out."""
    near = beside(ties)
    seen: set[Spot] = set()
    groups = []
    for first in sorted(spots):
        if first in seen:
            continue
        seen.add(first)
        group = [first]
        for spot in group:  # which grows meanwhile
            for other, _ in near(spot):
                if other not in seen:
                    seen.add(other)
                    group.append(other)
        if len(group) > 1:
            groups.append(sorted(group))
    return groups


def together(ties: Mapping[str, Ties]) -> Iterator[list[Spot]]:
    """All that hangs together, in one pass over all ties; statements that stand alone are left out."""
    first: dict[str, int] = {}
    many = 0
    for article in sorted(ties):
        first[article] = many
        many += ties[article].many
    parent = array("I", range(many))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    for article, start in first.items():
        for mine, (partner, other), _ in ties[article]:
            if partner >= article:
                one, two = root(start + mine), root(first[partner] + other)
                parent[max(one, two)] = min(one, two)
    groups: dict[int, list[Spot]] = defaultdict(list)
    for article, start in first.items():
        for number in {mine for mine, _, _ in ties[article]}:
            groups[root(start + number)].append((article, number))
    for found in groups.values():
        yield sorted(found)
