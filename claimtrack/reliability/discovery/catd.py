"""CATD: weights that take into account how little is known of a source with few observations."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, Ints, over_highest, shares
from claimtrack.reliability.discovery.chi_square import lower_quantile
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.losses import scale
from claimtrack.reliability.discovery.observations import Observations

DOUBT = 0.05
"""The paper's alpha: the interval of a source's variance is one of 95 %."""
LEAST = 0.5
"""A source without an error is taken to have made half of one."""


def catd(observations: Observations, settings: Settings) -> Estimate:
    """Confidence-Aware Truth Discovery.

    w(s) = q(0.025, n) / e(s): n the number of what s asserts, e(s) the sum of its losses, at least 0.5,
    and q the quantile of the lower tail of chi-square with n degrees, so that e / q is the upper end of the interval of s's variance.
    Of words the truth is the value with most weight, and the loss is 0 or 1.
    Of numbers it is the value nearest to the weighted mean, and the loss is the squared distance from the mean, in variances of the object.
    At first all weights are 1. Trust is w over the highest w, 0 to 1.

    Source: Q. Li, Y. Li, J. Gao, L. Su, B. Zhao, M. Demirbas, W. Fan and J. Han, "A confidence-aware approach for truth discovery
    on long-tail data", PVLDB 8 (2014).
    """
    scales = scale(observations, settings.numeric)
    sureness = _quantiles(observations.asserted)

    def step(last: Estimate) -> Estimate:
        weight = observations.by_fact(last.trust[observations.source])
        (votes, wrong), (near, away) = scales.voted(weight), scales.mean(weight)
        loss = observations.by_source(np.where(scales.graded, away, wrong)[observations.fact])
        confidence = shares(weight, observations.starts, observations.fact_object)
        trust = over_highest(sureness / np.maximum(loss, LEAST))
        return Estimate(np.where(scales.graded, near, votes), trust, confidence=confidence)

    start = Estimate(np.zeros(len(observations.fact_value)), np.ones(len(observations.sources)))
    last, rounds, settled = settle(start, step, settings)
    return attrs.evolve(last, iterations=rounds, converged=settled)


def _quantiles(freedoms: Ints) -> Floats:
    """The quantile of each number of degrees, each worked out once."""
    distinct, which = np.unique(freedoms, return_inverse=True)
    quantiles = np.array([lower_quantile(DOUBT / 2.0, freedom) for freedom in distinct.tolist()], np.float64)
    return quantiles[which]
