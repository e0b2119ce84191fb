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
from claimtrack.claims.gates import elsewhere
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.profiles import Profile
from claimtrack.claims.scoring import WordScorer
from claimtrack.model.matching import Proposition

ONE_MATTER = -1.0
"""Bits from which two propositions are about one matter: a denial shares most words with what it denies."""
SURE, ASKABLE = 2.0, -0.58
"""Bits from which two propositions are taken for one claim without asking, a chance of .8; and from which a person is asked, .4."""
ASKED = 3
"""Pairs that a proposition may be asked about, the likeliest first; a queue that nobody works through proposes nothing."""
SHARED, RARE_STEP = 2, 2
"""Stems that two propositions must share to be compared; one will do that is of this step at most, which three texts hold."""
CLEAR, DOUBTED, FORBIDDEN = 0, 1, 2
"""What stands against joining two propositions: nothing, what a person may overrule, what makes them different."""
HELD = 300
"""Articles whose profiles are held at once."""

Said = Callable[[str], Sequence[Proposition]]
"""What the statements of an article say, in the order of their keys."""
Spot = tuple[str, int]
"""An article and the number of one of its statements."""
Tied = tuple[int, int, float, int]
"""The numbers of two statements of two known articles, their bits, and what stands against joining them."""
Tie = tuple[int, Spot, float, int]
"""The number of a statement, where the other is, the bits of the two, and whether it is clear, doubted or forbidden to join them."""


@attrs.frozen
class Ties:
    """The ties of the statements of one article.

    Attributes:
        many: how many statements it has.
        partners: the articles to whose statements there are ties, itself perhaps among them, in order.
        marks: for each tie the number of the statement, of the partner, and of the statement there, and four times its bits from
            `ONE_MATTER` on, in hundredths, with what stands against it added.
    """

    many: int = 0
    partners: tuple[str, ...] = ()
    marks: array[int] = attrs.field(factory=lambda: array("H"))

    @classmethod
    def of(cls, many: int, found: Iterable[Tie]) -> Ties:
        """The ties of an article with so many statements."""
        ties = sorted(set(found), key=lambda each: (each[1], each[0]))
        partners = tuple(dict.fromkeys(partner for _, (partner, _), *_ in ties))
        numbers = {partner: number for number, partner in enumerate(partners)}
        marks = ((mine, numbers[partner], other, 4 * round(100 * (bits - ONE_MATTER)) + no) for mine, (partner, other), bits, no in ties)
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
        """Each tie, in the order of the partners and their statements."""
        marks = iter(self.marks)
        found = zip(marks, marks, marks, marks, strict=True)
        return ((mine, (self.partners[partner], other), *_weighed(weight)) for mine, partner, other, weight in found)

    def sure(self, least: float) -> Iterator[tuple[int, Spot]]:
        """The ties of so many bits at least, without these."""
        bound = 4 * round(100 * (least - ONE_MATTER))
        marks = iter(self.marks)
        found = zip(marks, marks, marks, marks, strict=True)
        return ((mine, (self.partners[partner], other)) for mine, partner, other, weight in found if weight >= bound)


def _weighed(weight: int) -> tuple[float, int]:
    """The bits of a tie, and what stands against it."""
    bits, against = divmod(weight, 4)
    return round(ONE_MATTER + bits / 100, 2), against


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

    def tied(self, one: str, other: str) -> Iterator[Tied]:
        """The numbers of the statements of two articles, or of one, that are about one matter, with their bits and what is against it."""
        mine, theirs = self._spread(one), self._spread(other)
        for place, profile in enumerate(mine.profiles):
            for number in theirs.sharing(profile, self._collection.rarity):
                if one != other or place < number:
                    yield from self._tied(place, profile, number, theirs.profiles[number])

    def apart(self, claim: str, article: str, numbers: Iterable[int]) -> Iterator[Tied]:
        """The same for a claim that stands in no article and some statements of one."""
        (mine,), theirs = self._spread(claim).profiles, self._spread(article).profiles
        return (tied for number in numbers for tied in self._tied(0, mine, number, theirs[number]))

    def proposition(self, article: str, number: int) -> Proposition:
        """What a statement of an article says."""
        return self._spread(article).profiles[number].proposition

    def elsewhere(self, one: str, mine: int, other: str, theirs: int) -> bool:
        """Whether two statements tell of other things, figures, days or places, so that to deny the one leaves the other as it is."""
        pair = Pair(self._spread(one).profiles[mine], self._spread(other).profiles[theirs], self._collection)
        return elsewhere(pair)

    def _tied(self, place: int, one: Profile, number: int, other: Profile) -> Iterator[Tied]:
        if one.proposition.by_hand and other.proposition.by_hand:
            return
        first, second = (one, other) if one.key <= other.key else (other, one)
        pair = Pair(first, second, self._collection)
        bits = self._score.pair_bits(pair, ONE_MATTER)
        if bits is not None:
            yield place, number, bits, self._against(pair)

    def _against(self, pair: Pair) -> int:
        return FORBIDDEN if self._score.different(pair) else DOUBTED if self._score.objected(pair) else CLEAR

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

    def sharing(self, profile: Profile, rarity: Rarity) -> list[int]:
        """The numbers of those that share enough stems with a statement."""
        both = self._places.keys() & profile.stems.keys()
        shared = Counter(chain.from_iterable([self._places[word] for word in both]))
        rare = {number for word in both if rarity.step(word) <= RARE_STEP for number in self._places[word]}
        return sorted([number for number, many in shared.items() if many >= SHARED or number in rare])


Beside = Callable[[Spot], Sequence[tuple[Spot, float, int]]]
"""Tells where the statements are that one is tied to, each with the bits of the two and what stands against it."""


def beside(ties: Mapping[str, Ties]) -> Beside:
    """What tells what a statement is tied to; the ties of a few articles are held at once."""

    @lru_cache(HELD)
    def opened(article: str) -> Mapping[int, Sequence[tuple[Spot, float, int]]]:
        found: dict[int, list[tuple[Spot, float, int]]] = defaultdict(list)
        for mine, other, bits, against in ties.get(article, Ties()):
            found[mine].append((other, bits, against))
        return dict(found)

    return lambda spot: opened(spot[0]).get(spot[1], ())


def around(ties: Mapping[str, Ties], spots: Iterable[Spot], least: float) -> list[list[Spot]]:
    """What hangs together with some statements by ties of so many bits; those that stand alone are left out."""
    near = beside(ties)
    seen: set[Spot] = set()
    groups = []
    for first in sorted(spots):
        if first in seen:
            continue
        seen.add(first)
        group = [first]
        for spot in group:  # which grows meanwhile
            for other, bits, _ in near(spot):
                if bits >= least and other not in seen:
                    seen.add(other)
                    group.append(other)
        if len(group) > 1:
            groups.append(sorted(group))
    return groups


def together(ties: Mapping[str, Ties], least: float) -> Iterator[list[Spot]]:
    """All that hangs together by ties of so many bits, in one pass; statements that stand alone are left out."""
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
        for mine, (partner, other) in ties[article].sure(least):
            if partner >= article:
                one, two = root(start + mine), root(first[partner] + other)
                parent[max(one, two)] = min(one, two)
    groups: dict[int, list[Spot]] = defaultdict(list)
    for article, start in first.items():
        for number in sorted({mine for mine, _ in ties[article].sure(least)}):
            groups[root(start + number)].append((article, number))
    for number in list(groups):
        yield sorted(groups.pop(number))
