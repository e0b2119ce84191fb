"""What changed, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimtrack.model.diffs import Diff
from claimtrack.reports.diffs.telling import Point, blocks, summary
from claimtrack.reports.folding import fold
from claimtrack.reports.words import harmless

LEAST = 40


def diff_lines(diff: Diff, width: int = 100, heading: Callable[[str], str] = str) -> str:
    """Everything that changed, each claim under its title.

    Args:
        diff: what to show.
        width: of the window, in columns.
        heading: dresses a heading, for example in bold.
    """
    width = max(width, LEAST)
    parts = ["\n".join(part for line in summary(diff) for part in fold(harmless(line), width, breaking=False))]
    for block in blocks(diff):
        title = "\n".join(map(heading, fold(harmless(block.title), width, breaking=False)))
        parts.append("\n".join([title, *(line for point in block.points for line in _lines(point, width))]))
    return "\n\n".join(parts) + "\n"


def _lines(point: Point, width: int) -> Iterator[str]:
    """A point after its sign, folded under itself."""
    indent = "    " if point.sign else "  "
    first, *rest = fold(harmless(point.text), width - 4, breaking=False)
    yield f"  {point.sign} {first}" if point.sign else f"  {first}"
    yield from (f"{indent}{line}" for line in rest)
