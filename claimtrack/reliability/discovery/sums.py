"""Sums: a fact is as good as its sources together, a source as good as its facts together."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, over_highest
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.observations import Observations


def sums(observations: Observations, settings: Settings) -> Estimate:
    """Hubs and Authorities, with sources for hubs and facts for authorities.

    T(s) = sum of B(f) over the facts f of s; B(f) = sum of T(s) over the sources s of f; B = 1 at first.
    Each is divided by its highest in every round, so trust is 0 to 1, the best source 1.

    Source: J. Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM 46 (1999);
    as Sums in J. Pasternack and D. Roth, "Knowing what to believe (when you already know something)", COLING 2010.
    """
    return _summed(observations, settings, np.ones(len(observations.sources)))


def average_log(observations: Observations, settings: Settings) -> Estimate:
    """Average.Log: Sums in which a source earns by the mean of its facts, and by the logarithm of their number.

    T(s) = ln |F(s)| x the mean of B(f) over the facts F(s); B(f) = sum of T(s); B = 1 at first.
    A source of one fact has no trust at all, since ln 1 = 0.
    Trust is 0 to 1, the best source 1.

    Source: J. Pasternack and D. Roth, "Knowing what to believe (when you already know something)", COLING 2010.
    """
    return _summed(observations, settings, np.log(observations.asserted) / observations.asserted)


def _summed(observations: Observations, settings: Settings, factor: Floats) -> Estimate:
    """The common part: what differs is the factor on the sum of a source's facts."""

    def step(last: Estimate) -> Estimate:
        scores = over_highest(observations.by_fact(last.trust[observations.source]))
        return Estimate(scores, trusted(scores))

    def trusted(scores: Floats) -> Floats:
        return over_highest(factor * observations.by_source(scores[observations.fact]))

    scores = np.ones(len(observations.fact_value))
    last, rounds, settled = settle(Estimate(scores, trusted(scores)), step, settings)
    return attrs.evolve(last, iterations=rounds, converged=settled)
