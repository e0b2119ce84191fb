"""How far a source is to be relied on, and what evidence amounts to: letters, weights, conduct, opinions and what may be done to them."""

from claimtrack.reliability.conduct import outlet_conduct, speaker_conduct
from claimtrack.reliability.intervals import wilson
from claimtrack.reliability.letters import marks
from claimtrack.reliability.opinions import averaged, discounted, fused, negated, strongest, vacuous, weighted
from claimtrack.reliability.weights import Heard, Weighings, heard, weighed, weighings

__all__ = [
    "Heard",
    "Weighings",
    "averaged",
    "discounted",
    "fused",
    "heard",
    "marks",
    "negated",
    "outlet_conduct",
    "speaker_conduct",
    "strongest",
    "vacuous",
    "weighed",
    "weighings",
    "weighted",
    "wilson",
]
