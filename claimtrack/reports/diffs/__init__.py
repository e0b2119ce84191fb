"""What changed between two reports, in the forms that it can be put into: one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimtrack.model.diffs import Diff
from claimtrack.reports.diffs.data import diff_json
from claimtrack.reports.diffs.markdown import diff_markdown
from claimtrack.reports.findings import findings
from claimtrack.reports.formats.sarif import sarif


def diff_sarif(found: Diff) -> str:
    """The findings of the new report as SARIF, each marked as new, unchanged or updated, and those that only the old one had as absent."""
    return sarif(found.new, baseline=findings(found.old))


DIFF_FORMATS: Mapping[str, Callable[[Diff], str]] = {"markdown": diff_markdown, "json": diff_json, "sarif": diff_sarif}
"""Every form but the table."""
