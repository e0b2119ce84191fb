"""Where claims come from: lineages drawn from statements, bounds on their origins, and what would raise them."""

from claimtrack.provenance.bounds import certify
from claimtrack.provenance.carriers import Carriers
from claimtrack.provenance.citations import Citing, Story, citings, stories
from claimtrack.provenance.sourcing import missing, source
from claimtrack.provenance.strength import total, weigh
from claimtrack.provenance.trace import Tracer
from claimtrack.provenance.without import exclude

__all__ = ["Carriers", "Citing", "Story", "Tracer", "certify", "citings", "exclude", "missing", "source", "stories", "total", "weigh"]
