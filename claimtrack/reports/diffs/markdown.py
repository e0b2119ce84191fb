"""What changed, as Markdown (GitHub's dialect)."""

from __future__ import annotations

from claimtrack.model.diffs import Diff
from claimtrack.reports.diffs.telling import Point, blocks, summary
from claimtrack.reports.words import marked


def diff_markdown(diff: Diff) -> str:
    """Everything that changed, each claim under a heading of its own."""
    lines = ["# What changed", "", *(f"- {marked(line)}" for line in summary(diff))]
    for block in blocks(diff):
        lines += ["", f"## {marked(block.title)}", "", *map(_point, block.points)]
    return "\n".join(lines) + "\n"


def _point(point: Point) -> str:
    place = f" ([place](<{point.link}>))" if point.link else ""
    sign = f"`{point.sign}` " if point.sign else ""
    return f"- {sign}{marked(point.text)}{place}"
