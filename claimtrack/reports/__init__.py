"""A report as text: a terminal table, one claim in full, every format by name, and two things side by side."""

from claimtrack.reports.cards import card
from claimtrack.reports.checklist import checklist, checklist_json, checklist_markdown
from claimtrack.reports.diffs import DIFF_FORMATS
from claimtrack.reports.diffs.data import diff_json
from claimtrack.reports.diffs.lines import diff_lines
from claimtrack.reports.diffs.markdown import diff_markdown
from claimtrack.reports.drawings.losses import losses
from claimtrack.reports.drawings.sentences import drawing_words, words_of
from claimtrack.reports.drawings.style import DRAWING_STYLE
from claimtrack.reports.drawings.svg import drawing, drawing_of
from claimtrack.reports.explain import explain, explain_flag
from claimtrack.reports.find import find_claim
from claimtrack.reports.findings import compared, findings
from claimtrack.reports.formats import FORMATS, Format, find_format
from claimtrack.reports.formats.data import claim_line, report_json, report_jsonl
from claimtrack.reports.formats.lint import concise, github
from claimtrack.reports.formats.markdown import markdown
from claimtrack.reports.formats.sarif import sarif
from claimtrack.reports.frame import frame
from claimtrack.reports.reading import reading
from claimtrack.reports.rows import claim_rows, statement_rows
from claimtrack.reports.scales import digit_of_stix, misp_tags, stix_confidence
from claimtrack.reports.schema import diff_schema, report_schema, sources_schema
from claimtrack.reports.shown import shown
from claimtrack.reports.sides import bill, side_by_side
from claimtrack.reports.sources import card_markdown, card_table, sources_json, sources_markdown, sources_table
from claimtrack.reports.table import table

__all__ = [
    "DIFF_FORMATS",
    "DRAWING_STYLE",
    "FORMATS",
    "Format",
    "bill",
    "card",
    "card_markdown",
    "card_table",
    "checklist",
    "checklist_json",
    "checklist_markdown",
    "claim_line",
    "claim_rows",
    "compared",
    "concise",
    "diff_json",
    "diff_lines",
    "diff_markdown",
    "diff_schema",
    "digit_of_stix",
    "drawing",
    "drawing_of",
    "drawing_words",
    "explain",
    "explain_flag",
    "find_claim",
    "find_format",
    "findings",
    "frame",
    "github",
    "losses",
    "markdown",
    "misp_tags",
    "reading",
    "report_json",
    "report_jsonl",
    "report_schema",
    "sarif",
    "shown",
    "side_by_side",
    "sources_json",
    "sources_markdown",
    "sources_schema",
    "sources_table",
    "statement_rows",
    "stix_confidence",
    "table",
    "words_of",
]
