"""Tests of how values show themselves."""

from __future__ import annotations

import pytest

from claimtrack.model.showing import as_frame, as_html
from tests.support.building import report, said

TOWN = report(said("s1", "person:brand"))


def test_a_report_tells_its_numbers_in_one_line() -> None:
    assert repr(TOWN) == f"<Report of 1 claims, 1 statements, 3 articles, {TOWN.digest[:12]}>"


def test_a_claim_tells_its_bounds_and_grades_in_one_line() -> None:
    assert repr(TOWN.claims[0]) == "<SupportReport 'claim:dam-leaks': 1..1 origins, said F6, content F6, 2 flags>"


def test_what_has_no_renderer_is_shown_escaped() -> None:
    shown = as_html(iter(()))
    assert shown.startswith("<pre>&lt;")
    assert shown.endswith("</pre>")


def test_nothing_makes_a_frame_of_what_is_no_report() -> None:
    with pytest.raises(TypeError, match="nothing makes a data frame of int"):
        as_frame(3)
