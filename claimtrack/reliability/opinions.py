"""What may be done with opinions: discount, fuse, average, negate; each with its formula and source, exact, and n-ary where order matters.

Opinions are combined on one claim only, so all that go into one operation have one base rate. Symbols: r, s evidence for and against;
b, d, u belief, disbelief and uncertainty; W the weight of not knowing. docs/explanation/evidence.md lists the laws and the non-laws.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from claimtrack.errors import RecordError
from claimtrack.model.opinions import EVEN, Number, Opinion, share


def vacuous(base_rate: Number = EVEN) -> Opinion:
    """The opinion of one who knows nothing: r = s = 0, u = 1."""
    return Opinion(base_rate=base_rate)


def negated(opinion: Opinion) -> Opinion:
    """The opinion on the contrary: r and s, b and d change places, and a becomes 1 - a (Jøsang 2016, complement)."""
    return Opinion(positive=opinion.negative, negative=opinion.positive, base_rate=1 - opinion.base_rate)


def discounted(opinion: Opinion, trust: Number) -> Opinion:
    """What an opinion is worth at second hand: (r, s) -> g (r, s).

    The discount of evidence-based subjective logic: B. Škorić, S. de Hoogh and N. Zannone, "Flow-based reputation with uncertainty:
    evidence-based subjective logic", International Journal of Information Security 15, 2016. It distributes over `fused`.

    Args:
        opinion: as given at first hand.
        trust: g, the share of its evidence that arrives, from 0 to 1.

    Raises:
        RecordError: for a trust that is not between 0 and 1.
    """
    kept = share(trust)
    return attrs.evolve(opinion, positive=kept * opinion.positive, negative=kept * opinion.negative)


def fused(opinions: Iterable[Opinion]) -> Opinion:
    """What independent sources say together: their evidence added (cumulative fusion, Jøsang 2016).

    For two, u = u1 u2 / k and b = (b1 u2 + b2 u1) / k with k = u1 + u2 - u1 u2. The same source twice counts twice, so only sources that
    are known to be independent may be fused.

    Raises:
        RecordError: without any opinion, or when their base rates differ.
    """
    given = _together(opinions)
    return attrs.evolve(given[0], positive=_sum(each.positive for each in given), negative=_sum(each.negative for each in given))


def averaged(opinions: Iterable[Opinion]) -> Opinion:
    """What sources say together of whom it is known that they all saw the same: the mean of their evidence (averaging fusion, Jøsang 2016).

    For two, u = 2 u1 u2 / (u1 + u2) and b = (b1 u2 + b2 u1) / (u1 + u2). Over more it is not the same as averaging two by two.

    Raises:
        RecordError: without any opinion, or when their base rates differ.
    """
    given = _together(opinions)
    return _mean([(each, Fraction(1)) for each in given])


def weighted(opinions: Iterable[Opinion]) -> Opinion:
    """As `averaged`, but each counts by how much it knows, 1 - u, so that one who knows nothing does not dilute.

    For two, u = (2 - u1 - u2) u1 u2 / k and b = (b1 (1 - u1) u2 + b2 (1 - u2) u1) / k with k = u1 + u2 - 2 u1 u2. Weighted belief fusion
    for any number: R. van der Heijden, H. Kopp and F. Kargl, "Multi-source fusion operations in subjective logic", FUSION 2018.

    Raises:
        RecordError: without any opinion, or when their base rates differ.
    """
    given = _together(opinions)
    return _mean([(each, 1 - each.uncertainty) for each in given])


def strongest(opinions: Iterable[Opinion]) -> Opinion:
    """The most evidence that any of them has, for and against apart: the pointwise maximum, a join.

    So the same origin met twice adds nothing, in whatever order it is met.

    Raises:
        RecordError: without any opinion, or when their base rates differ.
    """
    given = _together(opinions)
    return attrs.evolve(given[0], positive=max(each.positive for each in given), negative=max(each.negative for each in given))


def _together(opinions: Iterable[Opinion]) -> list[Opinion]:
    """The opinions, provided that they can be on one claim."""
    given = list(opinions)
    if not given:
        raise RecordError("there is no opinion to combine; start from vacuous() if there may be none")
    rates = sorted({each.base_rate for each in given})
    if len(rates) > 1:
        raise RecordError(
            f"base rates {' and '.join(map(str, rates[:3]))} on one claim; give all opinions on it one base rate", "base_rate"
        )
    return given


def _mean(given: list[tuple[Opinion, Fraction]]) -> Opinion:
    """The mean of evidence under weights; where all weigh nothing, nobody knows anything."""
    whole = _sum(weight for _, weight in given)
    if not whole:
        return given[0][0]
    positive = _sum(weight * each.positive for each, weight in given) / whole
    return attrs.evolve(given[0][0], positive=positive, negative=_sum(weight * each.negative for each, weight in given) / whole)


def _sum(amounts: Iterable[Fraction]) -> Fraction:
    return sum(amounts, Fraction(0))
