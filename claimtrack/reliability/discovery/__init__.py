"""Truth discovery over many conflicting values: one method a file, with its formula and its paper; needs the extra `discovery`."""

from claimtrack.reliability.discovery.arrays import Floats, Ints
from claimtrack.reliability.discovery.discover import DEFAULT, METHODS, ConvergenceWarning, discover
from claimtrack.reliability.discovery.estimate import Estimate, Method, Settings, Similarity
from claimtrack.reliability.discovery.observations import Observations
from claimtrack.reliability.discovery.outcome import Copying, Discovery, Truth

__all__ = [
    "DEFAULT",
    "METHODS",
    "ConvergenceWarning",
    "Copying",
    "Discovery",
    "Estimate",
    "Floats",
    "Ints",
    "Method",
    "Observations",
    "Settings",
    "Similarity",
    "Truth",
    "discover",
]
