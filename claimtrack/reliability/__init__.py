"""How far a source is to be relied on, and what evidence amounts to: letters, weights, opinions and what may be done with them."""

from claimtrack.reliability.letters import marks
from claimtrack.reliability.opinions import averaged, discounted, fused, negated, strongest, vacuous, weighted
from claimtrack.reliability.weights import Weighing, Weighings, weighings

__all__ = [
    "Weighing",
    "Weighings",
    "averaged",
    "discounted",
    "fused",
    "marks",
    "negated",
    "strongest",
    "vacuous",
    "weighings",
    "weighted",
]
