"""How surely two propositions are one claim, with the bill that says why."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.collection import Collection
from claimtrack.claims.comparisons import CHEAPEST, COMPARISONS, Pair
from claimtrack.claims.gates import GATES, Gate
from claimtrack.claims.weights import PRIOR, WEIGHTS, Weight
from claimtrack.model.matching import Bill, Item, Proposition

FIRST = Item("prior", PRIOR, "of the pairs worth comparing, most are not one claim")
ROUNDING = 1e-6
"""Bits by which the same items may differ when they are added up in another order."""


class WordScorer:
    """The packaged scorer: typed comparisons, each with a weight in bits from a table that can be read, and gates that forbid.

    Args:
        collection: all propositions at hand, from which the rarity of words and the nearness of articles are known.
        weights: the table; leave rows out, or change their points.
        gates: what forbids or casts doubt; leave rows out, or add your own.
    """

    def __init__(self, collection: Collection, weights: Sequence[Weight] = WEIGHTS, gates: Sequence[Gate] = GATES) -> None:
        self._collection = collection
        self._weights = tuple(weights)
        self._gates = tuple(gates)
        named = {weight.comparison: weight for weight in self._weights}
        self._cheapest = [(COMPARISONS[name].value, named[name], _most(named[name])) for name in CHEAPEST if name in named]
        self._most = sum(most for _, _, most in self._cheapest)

    def reaches(self, one: Proposition, other: Proposition, least: float) -> bool:
        """Whether the bill for two propositions comes to so many bits; told sooner than the bill is made."""
        return self.pair_reaches(Pair(self._collection.profile(one), self._collection.profile(other), self._collection), least)

    def pair_reaches(self, pair: Pair, least: float) -> bool:
        """The same for two profiles."""
        total, open_ = FIRST.bits, self._most
        for compare, weight, most in self._cheapest:
            value = compare(pair)
            total += 0.0 if value is None else _rounded(weight, value)
            open_ -= most
            if total + open_ < least - ROUNDING:
                return False
        return True

    def __call__(self, one: Proposition, other: Proposition) -> Bill:
        """The bill for two propositions; the same whichever comes first."""
        one, other = sorted((one, other), key=lambda each: (each.key, each.article, each.text))
        both = Pair(self._collection.profile(one), self._collection.profile(other), self._collection)
        items = [FIRST]
        for weight in self._weights:
            comparison = COMPARISONS[weight.comparison]
            value = comparison.value(both)
            if value is not None:
                items.append(Item(weight.comparison, _rounded(weight, value), comparison.told(both)))
        objections = [(gate.firm, told) for gate in self._gates if (told := gate.forbids(both))]
        return Bill(tuple(items), *(tuple(told for firm, told in objections if firm is wanted) for wanted in (True, False)))


def _rounded(weight: Weight, value: float) -> float:
    """The bits for a value, as a bill shows them."""
    return round(weight.bits(value), 2)


def _most(weight: Weight) -> float:
    """The most that a comparison can add; one that finds nothing to compare adds nothing."""
    return max(0.0, *(bits for _, bits in weight.points))
