"""How surely two propositions are one claim, with the bill that says why."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.collection import Collection
from claimtrack.claims.comparisons import COMPARISONS, Pair
from claimtrack.claims.gates import GATES
from claimtrack.claims.weights import PRIOR, WEIGHTS, Weight
from claimtrack.model.matching import Bill, Item, Proposition

FIRST = Item("prior", PRIOR, "of the pairs worth comparing, most are not one claim")


class WordScorer:
    """The packaged scorer: typed comparisons, each with a weight in bits from a table that can be read, and gates that forbid.

    Args:
        collection: all propositions at hand, from which the rarity of words and the nearness of articles are known.
        weights: the table; leave rows out, or change their points.
    """

    def __init__(self, collection: Collection, weights: Sequence[Weight] = WEIGHTS) -> None:
        self._collection = collection
        self._weights = tuple(weights)

    def __call__(self, one: Proposition, other: Proposition) -> Bill:
        """The bill for two propositions; the same whichever comes first."""
        one, other = sorted((one, other), key=lambda each: (each.key, each.article, each.text))
        both = Pair(self._collection.profile(one), self._collection.profile(other), self._collection)
        items = [FIRST]
        for weight in self._weights:
            compared = COMPARISONS[weight.comparison](both)
            if compared is not None:
                items.append(Item(weight.comparison, round(weight.bits(compared[0]), 2), compared[1]))
        objections = [(gate.firm, told) for gate in GATES if (told := gate.forbids(both))]
        return Bill(tuple(items), *(tuple(told for firm, told in objections if firm is wanted) for wanted in (True, False)))
