"""Drawings without what the page's style says once for all of them: they look the same, and take about half the room."""

from __future__ import annotations

import re

from claimtrack.reports.drawings.svg import FONT

SAID_BY_STYLE = (
    f' font-family="{FONT}" fill="none" stroke="currentColor"',
    ' fill="currentColor" stroke="none"',
    ' font-size="12"',
    ' font-size="14"',
    ' font-weight="bold"',
    ' text-anchor="middle"',
    ' stroke-width="1.5"',
    ' stroke-width="3"',
    ' stroke-width="5"',
    ' stroke-dasharray="5 4"',
    ' class="step"',
    ' class="kind"',
    ' class="note"',
    ' class="heading"',
)
"""Attributes for which `page.css` has a rule under `.lines`, or that nothing looks at.

In the text of a drawing quotes are escaped, so that none of these can be part of somebody's name.
"""
_ARROW = re.compile(r'd="M(-?\d+) (-?\d+)L-?\d+ -?\d+L-?\d+ -?\d+z" fill="currentColor"')
_BOX = re.compile(r'(<g class="node [^"]*">)<title>([^<]*)</title>(.*?)</g>')
_TAG = re.compile(r"<[^>]*>")


def slim(drawing: str) -> str:
    """The drawing for a page with the page's own style.

    Args:
        drawing: as `claimtrack.reports.drawings` makes it.
    """
    for said in SAID_BY_STYLE:
        drawing = drawing.replace(said, "")
    return _BOX.sub(_box, _ARROW.sub(r'd="M\1 \2l7 4l-7 4z"', drawing)).replace("\n", "")


def _box(found: re.Match[str]) -> str:
    """A box without its title, where all of that stands in the box."""
    head, title, inside = found.groups()
    written = _TAG.sub(" ", inside).split()
    return f"{head}{inside}</g>" if title.replace(";", "").split() == written else found[0]
