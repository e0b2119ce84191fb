"""Ties between statements: which pairs are about one matter, article by article, and what hangs together by them."""

from __future__ import annotations

import json
from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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


@attrs.frozen
class Ties:
    """The ties of the statements of one article.

    Attributes:
        many: how many statements it has.
        partners: the articles to whose statements there are ties, itself perhaps among them, in order.
        marks: for each tie the number of the statement, of the partner, and of the statement there.
    """

    many: int = 0
    partners: tuple[str, ...] = ()
    marks: array[int] = attrs.field(factory=lambda: array("H"))

    @classmethod
    def of(cls, many: int, found: Iterable[tuple[int, Spot]]) -> Ties:
        """The ties of an article with so many statements."""
        pairs = sorted(set(found), key=lambda each: (each[1], each[0]))
        partners = tuple(dict.fromkeys(partner for _, (partner, _) in pairs))
        numbers = {partner: number for number, partner in enumerate(partners)}
        return cls(many, partners, array("H", [each for mine, (partner, other) in pairs for each in (mine, numbers[partner], other)]))

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

    def __iter__(self) -> Iterator[tuple[int, Spot]]:
        """Each tie: the number of the statement, and where the other is."""
        marks = iter(self.marks)
        return ((mine, (self.partners[partner], other)) for mine, partner, other in zip(marks, marks, marks, strict=True))


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
        self._open: OrderedDict[str, list[Profile]] = OrderedDict()

    def many(self, article: str) -> int:
        """How many statements an article has."""
        return len(self._profiles(article))

    def tied(self, one: str, other: str) -> Iterator[tuple[int, int]]:
        """The numbers of the statements of two articles, or of one, that are about one matter."""
        others = self._profiles(other)
        for place, mine in enumerate(self._profiles(one)):
            stems = mine.stems.keys()
            for number, theirs in enumerate(others):
                if (one != other or place < number) and len(stems & theirs.stems.keys()) >= SHARED and self._one_matter(mine, theirs):
                    yield place, number

    def apart(self, claim: str, spots: Iterable[Spot]) -> Iterator[Spot]:
        """Those of some statements that are about one matter with a claim that stands in no article."""
        (mine,) = self._profiles(claim)
        return ((article, number) for article, number in spots if self._one_matter(mine, self._profiles(article)[number]))

    def _one_matter(self, one: Profile, other: Profile) -> bool:
        first, second = sorted((one, other), key=lambda each: (each.key, each.article, each.text))
        return self._score.pair_reaches(Pair(first, second, self._collection), ONE_MATTER)

    def _profiles(self, article: str) -> list[Profile]:
        if article in self._open:
            self._open.move_to_end(article)
        else:
            self._open[article] = [Profile(each) for each in self._said(article)]
            if len(self._open) > HELD:
                self._open.popitem(last=False)
        return self._open[article]


def around(ties: Mapping[str, Ties], spots: Iterable[Spot]) -> list[list[Spot]]:
    """What hangs together with some statements: found by going from each to all it is tied to. Those that stand alone are left out."""
    opened: dict[str, dict[int, list[Spot]]] = {}

    def beside(spot: Spot) -> Sequence[Spot]:
        article, number = spot
        if article not in opened:
            found: dict[int, list[Spot]] = defaultdict(list)
            for mine, other in ties.get(article, Ties()):
                found[mine].append(other)
            opened[article] = dict(found)
        return opened[article].get(number, ())

    seen: set[Spot] = set()
    groups = []
    for first in sorted(spots):
        if first in seen:
            continue
        seen.add(first)
        group = [first]
        for spot in group:  # which grows meanwhile
            for other in beside(spot):
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
        for mine, (partner, other) in ties[article]:
            if partner >= article:
                one, two = root(start + mine), root(first[partner] + other)
                parent[max(one, two)] = min(one, two)
    groups: dict[int, list[Spot]] = defaultdict(list)
    for article, start in first.items():
        for number in {mine for mine, _ in ties[article]}:
            groups[root(start + number)].append((article, number))
    for found in groups.values():
        yield sorted(found)
