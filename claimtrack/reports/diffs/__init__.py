"""What changed between two reports, in the forms that it can be put into: one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimtrack.model.diffs import Diff
from claimtrack.reports.diffs.data import diff_json
from claimtrack.reports.diffs.markdown import diff_markdown

DIFF_FORMATS: Mapping[str, Callable[[Diff], str]] = {"markdown": diff_markdown, "json": diff_json}
"""Every form but the table. What needs both reports whole finds them in `diff.old` and `diff.new`, as SARIF with a baseline does."""
