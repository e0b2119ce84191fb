"""From propositions to weighed pairs: what is compared with what, how surely the two are one claim, and what forbids to join them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import attrs

from claimtrack.claims.candidates import Candidates, rare_word_pairs
from claimtrack.claims.collection import Collection
from claimtrack.claims.comparisons import Pair
from claimtrack.claims.matter import Matter, Table
from claimtrack.claims.matters import Matters
from claimtrack.claims.scoring import Against, WordScorer
from claimtrack.claims.ties import CLEAR, DOUBTED, FORBIDDEN, Said
from claimtrack.claims.weights import WEIGHTS
from claimtrack.model.matching import Bill, Item, Proposition, chance
from claimtrack.seams import Blocker, Scorer

CHAINED = -2.0
"""Bits below which two propositions are not brought together through a third that is like both."""
Apart = Callable[[str, str], int]
"""Tells of two propositions, by their keys, what keeps them apart: nothing, that they are hardly alike or doubted, or that they differ."""


@attrs.frozen(slots=False, eq=False)
class Weighed:
    """A pair of propositions with what it weighs; why is worked out when it is first asked for.

    Attributes:
        bits: how surely the two are one claim.
    """

    one: Proposition
    other: Proposition
    bits: float
    _items: Callable[[], tuple[Item, ...]]
    _against: Callable[[], Against]

    @classmethod
    def billed(cls, one: Proposition, other: Proposition, bill: Bill) -> Weighed:
        """A pair whose bill is made."""
        return cls(one, other, bill.bits, lambda: bill.items, lambda: (bill.gates, bill.doubts))

    @property
    def keys(self) -> tuple[str, str]:
        """The keys of the two."""
        return self.one.key, self.other.key

    @property
    def score(self) -> float:
        """The bits as a chance."""
        return chance(self.bits)

    @cached_property
    def against(self) -> Against:
        """What makes the two different, and what forbids to join them without asking a person."""
        return self._against()

    @cached_property
    def bill(self) -> Bill:
        """Why the two are held to be one claim, or not."""
        return Bill(self._items(), *self.against)


@attrs.frozen
class Weighing:
    """Pairs of propositions, weighed.

    Attributes:
        pairs: the likeliest first.
        apart: tells of any two of the propositions what speaks against bringing them together by way of others: `CLEAR`, `DOUBTED` or
            `FORBIDDEN`.
    """

    pairs: tuple[Weighed, ...]
    apart: Apart

    @classmethod
    def of(cls, weighed: Iterable[Weighed]) -> Weighing:
        """Pairs of which each is weighed that was worth comparing."""
        pairs = _in_order(weighed)
        apart = {keys: _kept_apart(each) for each in pairs for keys in (each.keys, each.keys[::-1])}
        return cls(pairs, lambda one, other: apart.get((one, other), CLEAR))

    def __iter__(self) -> Iterator[Weighed]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)


def weigh(propositions: Iterable[Proposition], *, scorer: Scorer | None = None, blocker: Blocker | None = None) -> Weighing:
    """Compare the propositions that are worth comparing.

    Args:
        propositions: what to compare; their order means nothing.
        scorer: what weighs a pair, in place of the packaged comparisons.
        blocker: what finds the pairs worth comparing, in place of shared rare words.

    Returns:
        The packaged comparisons leave out pairs of fewer than -1 bits, a chance of one in three, which nothing is judged by but whether
        likelier pairs may bring the two together. With another scorer every pair is there.
    """
    given = tuple(dict.fromkeys(sorted(propositions, key=lambda each: (each.key, each.article, each.text))))
    if scorer is None and blocker is None:
        pile, matters = _by_article(given), Matters(lasting=False)
        said: Said = lambda article: pile.get(article, ())  # noqa: E731
        matters.update(pile, said)
        return weigh_matter(matters.whole(said))
    collection = Collection(given)
    found = rare_word_pairs(collection) if blocker is None else blocker(given)
    score = scorer(given) if scorer else WordScorer(collection)
    return Weighing.of(Weighed.billed(one, other, score(one, other)) for one, other in found if one.key != other.key)


def _by_article(propositions: Iterable[Proposition]) -> dict[str, list[Proposition]]:
    """What each article says."""
    said: dict[str, list[Proposition]] = defaultdict(list)
    for each in sorted(propositions, key=lambda each: (each.article, each.key, each.text)):
        said[each.article].append(each)
    return said


def weigh_matter(matter: Matter) -> Weighing:
    """Compare the propositions of one matter, as `weigh` does."""
    table = _Table(matter)
    return Weighing(_in_order(table.weighed()), table.apart)


class _Table:
    """The propositions of a matter side by side."""

    def __init__(self, matter: Matter) -> None:
        self._collection = Collection(matter.propositions, matter.rarity, Table(matter.near))
        self._score = WordScorer(self._collection)
        self._told = WordScorer(self._collection, [weight for weight in WEIGHTS if weight.comparison != "story"])
        self._profiles = [self._collection.profile(each) for each in matter.propositions]
        self._candidates = Candidates(self._profiles, matter.rarity, self._collection.stories)
        self._places = {each.key: place for place, each in enumerate(matter.propositions)}
        self._tied = {(one, other): (bits, against) for one, other, bits, against in matter.pairs}
        self._known: dict[tuple[int, int], int] = {}

    def weighed(self) -> Iterator[Weighed]:
        """The pairs that judgements can rest on."""
        return (self._weighed(self._pair(*places), bits, against) for places, (bits, against) in self._tied.items())

    def apart(self, one: str, other: str) -> int:
        """What keeps two propositions apart, as far as they are worth comparing."""
        mine, theirs = self._places[one], self._places[other]
        pair = (mine, theirs) if mine < theirs else (theirs, mine)
        if pair in self._tied:
            return self._tied[pair][1]
        if pair not in self._known:
            self._known[pair] = self._kept_apart(self._pair(*pair)) if pair in self._candidates else CLEAR
        return self._known[pair]

    def _kept_apart(self, pair: Pair) -> int:
        """The same, worked out; where nobody looked how near the articles are, that they are far speaks against nothing."""
        if self._score.different(pair):
            return FORBIDDEN
        score = self._score if self._collection.stories.near(pair.one.article, pair.other.article) else self._told
        return DOUBTED if score.pair_bits(pair, CHAINED) is None or self._score.objected(pair) else CLEAR

    def _pair(self, one: int, other: int) -> Pair:
        first, second = self._profiles[one], self._profiles[other]
        return Pair(first, second, self._collection) if first.key <= second.key else Pair(second, first, self._collection)

    def _weighed(self, pair: Pair, bits: float, against: int) -> Weighed:
        first, second = pair.one.proposition, pair.other.proposition
        return Weighed(first, second, bits, lambda: self._score.items(pair), lambda: self._score.against(pair) if against else ((), ()))


def _kept_apart(each: Weighed) -> int:
    gates, doubts = each.against
    return FORBIDDEN if gates else DOUBTED if doubts or each.bits < CHAINED else CLEAR


def _in_order(weighed: Iterable[Weighed]) -> tuple[Weighed, ...]:
    """The likeliest first."""
    return tuple(sorted(weighed, key=lambda each: (-each.bits, each.keys)))
