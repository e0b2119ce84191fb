"""How drawings look in a page: colours that show on light and on dark, and how far a drawing may shrink before its frame scrolls."""

from __future__ import annotations

from claimtrack.reports.drawings.boxes import SMALL
from claimtrack.reports.drawings.layout import ACROSS, MARGIN, WIDTH

LEAST_TEXT = 11
"""Pixels that the smallest text keeps, however narrow the window."""
USUAL_COLUMNS = range(1, 8)
COLOURS = ("#2f7fd1", "#c75a00", "#2a8f4f", "#a44fb5", "#9a7400", "#d1396a")
"""One a line, in turn; each stands out 3:1 against white and against black, as WCAG 2.2 asks of graphics (1.4.11)."""


def natural_width(columns: int) -> int:
    """How wide a drawing of so many columns is at full size, in pixels."""
    return 2 * MARGIN + columns * WIDTH + (columns - 1) * ACROSS


def _shrinking() -> list[str]:
    """A drawing takes the width of its frame, as far as its text stays readable; one of very many columns is shown at full size."""
    widths = (f"svg.columns-{many}{{min-width:{natural_width(many) * LEAST_TEXT // SMALL + 1}px}}" for many in USUAL_COLUMNS)
    usual = "".join(f":not(.columns-{many})" for many in USUAL_COLUMNS)
    return ["svg.lines{display:block;max-width:100%;height:auto}", *widths, f"svg.lines{usual}{{max-width:none}}"]


def _coloured(number: int, colour: str) -> tuple[str, str]:
    """The rules of one line: its number stays in the colour of the text, which is easier to read."""
    return f"svg.lines .line-{number}{{stroke:{colour}}}", f"svg.lines .line-{number} .arrow{{fill:{colour}}}"


RULES = (
    ".lines-frame{overflow-x:auto}",
    *_shrinking(),
    *(rule for number, colour in enumerate(COLOURS, 1) for rule in _coloured(number, colour)),
    "svg.lines .lost{font-style:italic}",
)
DRAWING_STYLE = "\n".join(RULES)
"""Rules for a page's own style sheet. A drawing stands in a frame of the class `lines-frame`, which takes the keyboard's focus."""
