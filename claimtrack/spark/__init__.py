"""The same pipeline on Spark: articles read, linked and assessed on many machines, with the results of one; needs the extra `spark`."""

from claimtrack.spark.buckets import bucketed, met
from claimtrack.spark.components import components, joined
from claimtrack.spark.folding import Group, fold
from claimtrack.spark.inputs import Input, load
from claimtrack.spark.linking import link
from claimtrack.spark.reading import read
from claimtrack.spark.reporting import report
from claimtrack.spark.runs import Run, run
from claimtrack.spark.sessions import session
from claimtrack.spark.tables import Row

__all__ = [
    "Group",
    "Input",
    "Row",
    "Run",
    "bucketed",
    "components",
    "fold",
    "joined",
    "link",
    "load",
    "met",
    "read",
    "report",
    "run",
    "session",
]
