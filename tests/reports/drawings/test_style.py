"""Tests of how drawings look in a page."""

from __future__ import annotations

import pytest

from claimtrack.reports import DRAWING_STYLE
from claimtrack.reports.drawings.boxes import SMALL
from claimtrack.reports.drawings.layering import layers
from claimtrack.reports.drawings.layout import lay_out
from claimtrack.reports.drawings.style import COLOURS, LEAST_TEXT, natural_width
from claimtrack.reports.drawings.svg import DASHES
from tests.reports.drawings.sourcings import sourced, wide


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", COLOURS)
def test_each_colour_stands_out_on_white_and_on_black(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 3
    assert (luminance(colour) + 0.05) / 0.05 >= 3


def test_there_is_a_colour_for_each_pattern_of_dashes() -> None:
    assert len(set(COLOURS)) == len(set(DASHES)) == len(COLOURS)


def test_a_drawing_is_as_wide_as_its_style_takes_it_to_be() -> None:
    drawn = layers(sourced(wide(2)).lineage, sourced(wide(2)).certificate)
    assert lay_out(drawn, dict.fromkeys(drawn.column, 40)).width == natural_width(3)


def test_text_stays_readable_however_narrow_the_window() -> None:
    least = int(DRAWING_STYLE.partition("svg.columns-3{min-width:")[2].partition("px")[0])
    assert SMALL * least / natural_width(3) >= LEAST_TEXT
