"""What a claim's sourcing means: flags with reasons, grades by rules, and the whole in words."""

from claimtrack.support.assess import assess
from claimtrack.support.choosing import chosen, codes
from claimtrack.support.comparing import compare
from claimtrack.support.differing import diff
from claimtrack.support.flags import FLAGS, NAMED, FlagRule, few_origins, rule
from claimtrack.support.overall import overview, worst_first

__all__ = [
    "FLAGS",
    "NAMED",
    "FlagRule",
    "assess",
    "chosen",
    "codes",
    "compare",
    "diff",
    "few_origins",
    "overview",
    "rule",
    "worst_first",
]
