"""How surely two propositions are one claim, with the bill that says why."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from claimtrack.claims.collection import Collection
from claimtrack.claims.comparisons import COMPARISONS, LIMITS, Pair
from claimtrack.claims.gates import GATES, Gate
from claimtrack.claims.weights import PRIOR, WEIGHTS, Weight
from claimtrack.model.matching import Bill, Item, Proposition

FIRST = Item("prior", PRIOR, "of the pairs worth comparing, most are not one claim")
ROUNDED = 0.005
"""Bits by which an item may be out, for it is rounded."""


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
        self._named = {weight.comparison: weight for weight in self._weights}
        self._most = {weight.comparison: _most(weight) for weight in self._weights}
        self._even = FIRST.bits + ROUNDED * len(self._weights)

    def reaches(self, one: Proposition, other: Proposition, least: float) -> bool:
        """Whether the bill for two propositions may come to so many bits, as far as the comparisons tell that are made first."""
        both = Pair(self._collection.profile(one), self._collection.profile(other), self._collection)
        most = dict(self._most)
        for name, limit in LIMITS:
            if name in most:
                value = limit(both)
                most[name] = 0.0 if value is None else _most_until(self._named[name], value)
                if self._even + sum(most.values()) < least:
                    return False
        return True

    def __call__(self, one: Proposition, other: Proposition) -> Bill:
        """The bill for two propositions; the same whichever comes first."""
        one, other = sorted((one, other), key=lambda each: (each.key, each.article, each.text))
        both = Pair(self._collection.profile(one), self._collection.profile(other), self._collection)
        items = [FIRST]
        for weight in self._weights:
            compared = COMPARISONS[weight.comparison](both)
            if compared is not None:
                items.append(Item(weight.comparison, round(weight.bits(compared[0]), 2), compared[1]))
        objections = [(gate.firm, told) for gate in self._gates if (told := gate.forbids(both))]
        return Bill(tuple(items), *(tuple(told for firm, told in objections if firm is wanted) for wanted in (True, False)))


def _most(weight: Weight) -> float:
    """The most that a comparison can add; one that finds nothing to compare adds nothing."""
    return max(0.0, *(bits for _, bits in weight.points))


def _most_until(weight: Weight, value: float) -> float:
    """The most that a comparison can add whose value does not pass this."""
    return max(weight.bits(value), *(bits for point, bits in weight.points if point <= value), -inf)
