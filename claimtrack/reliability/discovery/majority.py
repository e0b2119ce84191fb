"""Majority: the value that most sources assert."""

from __future__ import annotations

import numpy as np

from claimtrack.reliability.discovery.arrays import near_top
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.observations import Observations


def majority(observations: Observations, settings: Settings) -> Estimate:  # noqa: ARG001  # a method takes settings
    """A fact's score is the number of sources that assert it.

    A source's trust is the share of its facts that no rival outnumbers, 0 to 1.
    """
    votes = observations.supporters.astype(np.float64)
    ahead = near_top(votes, observations.starts, observations.fact_object)
    trust = observations.by_source(ahead[observations.fact].astype(np.float64)) / observations.asserted
    return Estimate(votes, trust)
