"""How surely two propositions are one claim, with the bill that says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from claimtrack.claims.collection import Collection
from claimtrack.claims.comparisons import CHEAPEST, COMPARISONS, Pair
from claimtrack.claims.gates import GATES, Gate
from claimtrack.claims.weights import PRIOR, WEIGHTS, Weight
from claimtrack.model.matching import Bill, Item, Proposition

FIRST = Item("prior", PRIOR, "of the pairs worth comparing, most are not one claim")
HELD = 1 << 8
"""Values of a comparison whose bits are kept, since most comparisons find few different ones."""
Against = tuple[tuple[str, ...], tuple[str, ...]]
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
        self._cheapest = _in_turn({weight.comparison: weight for weight in self._weights})

    def bits(self, one: Proposition, other: Proposition, least: float) -> float | None:
        """What the bill for two propositions comes to, told sooner than the bill is made; None where it falls short of so many bits."""
        return self.pair_bits(self.pair(one, other), least)

    def pair_bits(self, pair: Pair, least: float) -> float | None:
        """The same for two profiles."""
        total, bound = FIRST.bits, least - ROUNDING
        for compare, weigh, left in self._cheapest:
            value = compare(pair)
            if value is not None:
                total += weigh(value)
            if total + left < bound:
                return None
        total = round(total, 2)
        return total if total >= least else None

    def pair(self, one: Proposition, other: Proposition) -> Pair:
        """Two propositions side by side, the same whichever comes first."""
        one, other = sorted((one, other), key=lambda each: (each.key, each.article, each.text))
        return Pair(self._collection.profile(one), self._collection.profile(other), self._collection)

    def items(self, pair: Pair) -> tuple[Item, ...]:
        """What was compared, and what each weighs."""
        found = ((weight, COMPARISONS[weight.comparison]) for weight in self._weights)
        valued = ((weight, compared, value) for weight, compared in found if (value := compared.value(pair)) is not None)
        return (FIRST, *(Item(weight.comparison, _rounded(weight, value), compared.told(pair)) for weight, compared, value in valued))

    def against(self, pair: Pair) -> Against:
        """What makes two propositions different whatever they weigh, and what forbids to join them without asking a person."""
        told = [(gate.firm, why) for gate in self._gates if (why := gate.forbids(pair))]
        return tuple(why for firm, why in told if firm), tuple(why for firm, why in told if not firm)

    def objected(self, pair: Pair) -> bool:
        """Whether there is any such thing."""
        return any(gate.forbids(pair) for gate in self._gates)

    def different(self, pair: Pair) -> bool:
        """Whether anything makes two propositions different whatever they weigh."""
        return any(gate.forbids(pair) for gate in self._gates if gate.firm)

    def __call__(self, one: Proposition, other: Proposition) -> Bill:
        """The bill for two propositions; the same whichever comes first."""
        both = self.pair(one, other)
        return Bill(self.items(both), *self.against(both))


def _in_turn(named: Mapping[str, Weight]) -> list[tuple[Callable[[Pair], float | None], Callable[[float], float], float]]:
    """The comparisons in the order in which they are made, with what turns a value into bits, and the most that those after can add."""
    names = [name for name in CHEAPEST if name in named]
    weighing = [lru_cache(HELD)(partial(_rounded, named[name])) for name in names]
    most = [_most(named[name]) for name in names]
    return [(COMPARISONS[name].value, weighing[place], sum(most[place + 1 :])) for place, name in enumerate(names)]


def _rounded(weight: Weight, value: float) -> float:
    """The bits for a value, as a bill shows them."""
    return round(weight.bits(value), 2)


def _most(weight: Weight) -> float:
    """The most that a comparison can add; one that finds nothing to compare adds nothing."""
    return max(0.0, *(bits for _, bits in weight.points))
