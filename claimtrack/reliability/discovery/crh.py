"""CRH: the truths and weights that together make the weighted loss least."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import shares
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.losses import scale
from claimtrack.reliability.discovery.observations import Observations

LEAST = 0.5
"""A source without a loss is taken to have lost this in all: half an error, so that no weight is without end."""


def crh(observations: Observations, settings: Settings) -> Estimate:
    """Conflict Resolution on Heterogeneous data.

    w(s) = -ln(l(s) / sum of l over all sources), l(s) the mean loss of what s asserts, at least 0.5 / |F(s)|.
    Of words the truth is the value with most weight, and the loss is 0 or 1.
    Of numbers it is the weighted median, and the loss is the distance in standard deviations of the object.
    At first all weights are 1. Trust is w, 0 or more; a lone source has 0.

    Source: Q. Li, Y. Li, J. Gao, B. Zhao, W. Fan and J. Han, "Resolving conflicts in heterogeneous data by truth discovery and
    source reliability estimation", SIGMOD 2014.
    """
    scales = scale(observations, settings.numeric)

    def step(last: Estimate) -> Estimate:
        weight = observations.by_fact(last.trust[observations.source])
        (votes, wrong), (middle, away) = scales.voted(weight), scales.median(weight)
        loss = observations.by_source(np.where(scales.graded, away, wrong)[observations.fact])
        mean = np.maximum(loss, LEAST) / observations.asserted
        confidence = shares(weight, observations.starts, observations.fact_object)
        return Estimate(np.where(scales.graded, middle, votes), -np.log(mean / mean.sum()), confidence=confidence)

    start = Estimate(np.zeros(len(observations.fact_value)), np.ones(len(observations.sources)))
    last, rounds, settled = settle(start, step, settings)
    return attrs.evolve(last, iterations=rounds, converged=settled)
