"""Investment and PooledInvestment: sources invest their trust in facts and are paid back by what the facts earn."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, over_highest, ratio
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.observations import Observations

GROWTH = 1.2
POOLED_GROWTH = 1.4
"""The exponents g of the paper."""


def investment(observations: Observations, settings: Settings) -> Estimate:
    """A source divides its trust evenly among its facts; a fact grows what is invested in it, and pays it back in proportion.

    H(f) = sum of T(s) / |F(s)| over the sources of f; B(f) = H(f)^g with g = 1.2;
    T(s) = sum of B(f) x (T(s) / |F(s)|) / H(f) over the facts of s, with B and H of the round before.
    At first T = 1 and B(f) is the share of the object's votes that f has.
    T is divided by its highest in every round, which changes no order: trust is 0 to 1, the best source 1.
    Growth favours the ahead, so trust seldom settles: the paper runs 20 rounds.

    Source: J. Pasternack and D. Roth, "Knowing what to believe (when you already know something)", COLING 2010.
    """
    votes = observations.supporters / observations.voters[observations.fact_object]
    return _invested(observations, settings, lambda placed: over_highest(placed) ** GROWTH, votes)


def pooled_investment(observations: Observations, settings: Settings) -> Estimate:
    """Investment in which the facts of one object share what is invested in them all.

    H and T as in Investment; B(f) = H(f) x H(f)^g / sum of H(d)^g over the facts d of the object, with g = 1.4.
    At first T = 1 and B(f) is 1 over the number of the object's values.
    Trust is 0 to 1, the best source 1.

    Source: J. Pasternack and D. Roth, "Knowing what to believe (when you already know something)", COLING 2010.
    """

    def pooled(placed: Floats) -> Floats:
        grown = (placed / np.maximum.reduceat(placed, observations.starts).clip(1e-300)[observations.fact_object]) ** POOLED_GROWTH
        return placed * ratio(grown, observations.by_object(grown)[observations.fact_object])

    return _invested(observations, settings, pooled, 1.0 / observations.rivals[observations.fact_object])


def _invested(observations: Observations, settings: Settings, grow: Callable[[Floats], Floats], first: Floats) -> Estimate:
    """The common part: what differs is how facts grow what is placed on them, and what they are worth at first."""

    def step(last: Estimate) -> Estimate:
        scores = grow(place(last.trust))
        return Estimate(scores, paid(scores, last.trust))

    def place(trust: Floats) -> Floats:
        return observations.by_fact((trust / observations.asserted)[observations.source])

    def paid(scores: Floats, trust: Floats) -> Floats:
        back = ratio(scores, place(trust))[observations.fact]
        return over_highest(trust / observations.asserted * observations.by_source(back))

    even = np.ones(len(observations.sources))
    last, rounds, settled = settle(Estimate(first, paid(first, even)), step, settings)
    return attrs.evolve(last, iterations=rounds, converged=settled)
