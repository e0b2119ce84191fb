"""Tests of text in little room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reports.drawings.fitting import ELLIPSIS, ems, fitted


@given(st.text(), st.floats(3, 30), st.integers(1, 4))
def test_every_line_fits_and_there_are_no_more_than_asked_for(text: str, width: float, most: int) -> None:
    lines = fitted(text, width, most)
    assert len(lines) <= most
    assert all(ems(line) <= width for line in lines)


@given(st.text(), st.floats(3, 30))
def test_with_room_enough_no_letter_is_lost(text: str, width: float) -> None:
    assert "".join("".join(fitted(text, width, 10_000)).split()) == "".join(text.split())


def test_what_is_cut_ends_with_an_ellipsis() -> None:
    assert fitted("the Harbour Post and the Valley Herald", 8, 2) == ("the Harbour", "Post and the…")
    assert fitted("short", 8, 1) == ("short",)


@pytest.mark.parametrize(
    ("text", "lines"), [("harbour-post.example", ("harbour-", "post.", "example")), ("harbourharbour", ("harbourh", "arbour"))]
)
def test_a_long_word_breaks_after_a_mark_where_it_has_one(text: str, lines: tuple[str, ...]) -> None:
    assert fitted(text, 4.4, 9) == lines


def test_nothing_takes_no_line() -> None:
    assert fitted("  ", 8, 2) == ()
    assert ELLIPSIS in fitted("x" * 100, 8, 1)[0]


def test_wide_letters_take_more_room() -> None:
    assert ems("宽") > ems("W") - 0.1 > ems("n") > ems("i") > ems("\u0301") == 0
