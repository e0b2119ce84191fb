"""Subjective logic written out in belief, disbelief and uncertainty: an oracle that shares nothing with the evidence form.

Cumulative, averaging and constraint fusion and the trust discount after Jøsang 2016; weighted fusion of any number after van der Heijden,
Kopp and Kargl 2018. What we refused (constraint fusion, the trust discount) is here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import prod

from claimtrack.model.opinions import Opinion

Shares = tuple[Fraction, Fraction, Fraction]
"""Belief, disbelief, uncertainty."""
IGNORANCE = (Fraction(0), Fraction(0), Fraction(1))


def shares(opinion: Opinion) -> Shares:
    """The three shares of an opinion."""
    return opinion.belief, opinion.disbelief, opinion.uncertainty


def _others(given: Sequence[Shares]) -> list[Fraction]:
    """For each, the product of the uncertainties of all others."""
    return [prod((u for place, (_, _, u) in enumerate(given) if place != left), start=Fraction(1)) for left in range(len(given))]


def cumulative(*given: Shares) -> Shares:
    """Independent sources; where two are dogmatic, the mean of those (the limit that Jøsang defines)."""
    others, everyone = _others(given), prod((u for _, _, u in given), start=Fraction(1))
    k = sum(others) - (len(given) - 1) * everyone
    if not k:
        sure = [(b, d) for b, d, u in given if not u]
        return sum(b for b, _ in sure) / Fraction(len(sure)), sum(d for _, d in sure) / Fraction(len(sure)), Fraction(0)
    return (
        sum((b * rest for (b, _, _), rest in zip(given, others, strict=True)), Fraction(0)) / k,
        sum((d * rest for (_, d, _), rest in zip(given, others, strict=True)), Fraction(0)) / k,
        everyone / k,
    )


def averaging(*given: Shares) -> Shares:
    """Sources that saw the same."""
    others, everyone = _others(given), prod((u for _, _, u in given), start=Fraction(1))
    k = Fraction(sum(others))
    return (
        sum((b * rest for (b, _, _), rest in zip(given, others, strict=True)), Fraction(0)) / k,
        sum((d * rest for (_, d, _), rest in zip(given, others, strict=True)), Fraction(0)) / k,
        len(given) * everyone / k,
    )


def weighing(*given: Shares) -> Shares:
    """Sources that saw the same, each by how much it knows; ignorance where none knows anything."""
    others, everyone = _others(given), prod((u for _, _, u in given), start=Fraction(1))
    k = sum(others) - len(given) * everyone
    if not k:
        return IGNORANCE
    return (
        sum((b * (1 - u) * rest for (b, _, u), rest in zip(given, others, strict=True)), Fraction(0)) / k,
        sum((d * (1 - u) * rest for (_, d, u), rest in zip(given, others, strict=True)), Fraction(0)) / k,
        (len(given) - sum(u for _, _, u in given)) * everyone / k,
    )


def constraint(one: Shares, other: Shares) -> Shares:
    """Dempster's rule, which divides away what the two disagree on; undefined where that is everything."""
    (b1, d1, u1), (b2, d2, u2) = one, other
    left = 1 - (b1 * d2 + d1 * b2)
    return (b1 * u2 + b2 * u1 + b1 * b2) / left, (d1 * u2 + d2 * u1 + d1 * d2) / left, u1 * u2 / left


def trusted(trust: Fraction, opinion: Shares) -> Shares:
    """Jøsang's trust discount: belief and disbelief times P(trust)."""
    b, d, _ = opinion
    return trust * b, trust * d, 1 - trust * (b + d)


def through(source: Shares, opinion: Shares, base_rate: Fraction) -> Shares:
    """The same discount with an opinion on the source in place of its probability."""
    return trusted(source[0] + base_rate * source[2], opinion)


def joint_rate(one: Shares, a1: Fraction, other: Shares, a2: Fraction) -> Fraction:
    """The base rate of cumulative fusion, a mean by confidence; the plain mean where both know nothing."""
    u1, u2 = one[2], other[2]
    k = u1 + u2 - 2 * u1 * u2
    return (a1 * u2 + a2 * u1 - (a1 + a2) * u1 * u2) / k if k else (a1 + a2) / 2


def grid(finest: int, least: int = 1) -> list[Shares]:
    """All shares in halves, thirds and so on to `finest`, the coarsest first; uncertainty from `least` parts up."""
    found: dict[Shares, None] = {}
    for parts in range(1, finest + 1):
        for b, d in product(range(parts, -1, -1), repeat=2):
            if b + d <= parts - least:
                found[Fraction(b, parts), Fraction(d, parts), Fraction(parts - b - d, parts)] = None
    return list(found)
