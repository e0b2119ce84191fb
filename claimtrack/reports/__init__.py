"""A report as text: a terminal table, one claim in full, Markdown, JSON and JSON Lines, and two things side by side."""

from claimtrack.reports.data import report_json, report_jsonl
from claimtrack.reports.explain import explain, explain_flag
from claimtrack.reports.find import find_claim
from claimtrack.reports.markdown import markdown
from claimtrack.reports.reading import reading
from claimtrack.reports.schema import report_schema
from claimtrack.reports.sides import bill, side_by_side
from claimtrack.reports.table import table

__all__ = [
    "bill",
    "explain",
    "explain_flag",
    "find_claim",
    "markdown",
    "reading",
    "report_json",
    "report_jsonl",
    "report_schema",
    "side_by_side",
    "table",
]
