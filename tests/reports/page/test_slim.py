"""Drawings take half the room in the page, and lose no word."""

from __future__ import annotations

import re

from claimtrack import Report
from claimtrack.reports import drawing_of
from claimtrack.reports.page.slim import slim


def words(drawing: str) -> list[str]:
    """Every text that stands in a drawing."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawing)


def test_a_drawing_keeps_every_word_and_takes_less_than_two_thirds(seeds: Report) -> None:
    drawings = [drawing_of(claim, seeds.view) for claim in seeds.claims]
    assert [words(slim(each)) for each in drawings] == [words(each) for each in drawings]
    assert sum(map(len, map(slim, drawings))) < sum(map(len, drawings)) * 2 / 3


def test_what_is_cut_short_in_a_box_keeps_its_title() -> None:
    cut = '<g class="node speaker"><title>speaker; A very long name</title><text x="1" y="2">speaker</text><text>A very…</text></g>'
    assert slim(cut) == cut
    whole = '<g class="node speaker"><title>speaker; Ilse</title><text>speaker</text><text>Ilse</text></g>'
    assert slim(whole) == '<g class="node speaker"><text>speaker</text><text>Ilse</text></g>'


def test_a_name_that_looks_like_an_attribute_stays() -> None:
    named = "<text> class=&quot;note&quot;</text>"
    assert slim(named) == named
