"""TruthFinder: facts by the odds that all their sources are wrong, sources by the mean confidence of their facts."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, logistic
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.likeness import likeness
from claimtrack.reliability.discovery.observations import Observations

FIRST = 0.9
"""The trust of every source at first."""
INFLUENCE = 0.5
"""The paper's rho: what weight likeness has."""
DAMPENING = 0.3
"""The paper's gamma: sources are not independent, so their odds are taken down."""
BASE = 0.5
"""The likeness at which one value says nothing of another; below, it speaks against it."""
HIGHEST = 1.0 - 1e-12
"""Trust is kept below 1, whose logarithm of error has no end."""


def truthfinder(observations: Observations, settings: Settings) -> Estimate:
    """Trust t(s) and confidence c(f) in turns.

    tau(s) = -ln(1 - t(s)); sigma(f) = sum of tau(s) over the sources of f;
    sigma*(f) = sigma(f) + rho x sum of sigma(g) x (likeness of g and f - 0.5) over the rivals g of f, where a likeness is given;
    c(f) = 1 / (1 + e^(-gamma sigma*(f))); t(s) = mean of c(f) over the facts of s.
    At first t = 0.9; rho = 0.5, gamma = 0.3.
    Scores are sigma*, which do not run into 1 as c does. Trust is 0 to 1.

    Source: X. Yin, J. Han and P. S. Yu, "Truth discovery with multiple conflicting information providers on the web",
    IEEE Transactions on Knowledge and Data Engineering 20 (2008).
    """
    alike = likeness(observations, settings.similarity) if settings.similarity else None

    def step(last: Estimate) -> Estimate:
        scores = scored(-np.log1p(-np.minimum(last.trust, HIGHEST)))
        confidence = logistic(DAMPENING * scores)
        return Estimate(scores, observations.by_source(confidence[observations.fact]) / observations.asserted, confidence=confidence)

    def scored(tau: Floats) -> Floats:
        sigma = observations.by_fact(tau[observations.source])
        return sigma + INFLUENCE * alike.lent(sigma, BASE) if alike else sigma

    start = Estimate(np.zeros(len(observations.fact_value)), np.full(len(observations.sources), FIRST))
    last, rounds, settled = settle(start, step, settings)
    return attrs.evolve(last, iterations=rounds, converged=settled)
