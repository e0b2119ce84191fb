"""What a claim's sourcing means: flags with reasons, grades by rules, and the whole in words."""

from claimtrack.support.assess import assess
from claimtrack.support.comparing import compare
from claimtrack.support.differing import diff
from claimtrack.support.flags import FLAGS, FlagRule, rule
from claimtrack.support.overall import overview, worst_first

__all__ = ["FLAGS", "FlagRule", "assess", "compare", "diff", "overview", "rule", "worst_first"]
