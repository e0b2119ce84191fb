"""Tests of text on lines of some width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reports.folding import columns, fold, grid

WORDS = st.text(st.sampled_from("ab- 宽é\u0301"), max_size=40)


@pytest.mark.parametrize(("text", "many"), [("", 0), ("dam", 3), ("宽い", 4), ("e\u0301", 1), ("a\u200db", 2), ("ｗ", 2)])
def test_columns_are_counted_as_a_terminal_does(text: str, many: int) -> None:
    assert columns(text) == many


@given(WORDS, st.integers(2, 12))
def test_no_line_is_wider_than_asked_for(text: str, width: int) -> None:
    assert all(columns(line) <= width for line in fold(text, width))


@given(WORDS, st.integers(2, 12), st.booleans())
def test_no_character_is_lost_but_blanks(text: str, width: int, breaking: bool) -> None:
    assert "".join(fold(text, width, breaking=breaking)).replace(" ", "") == text.replace(" ", "")


def test_words_that_are_too_long_are_broken_after_a_hyphen_or_left_whole() -> None:
    assert fold("a headline-unsupported claim", 12) == ["a", "headline-", "unsupported", "claim"]
    assert fold("see https://harbour.example/a", 9, breaking=False) == ["see", "https://harbour.example/a"]


def test_a_run_of_wide_characters_is_broken_anyway_for_it_is_many_words() -> None:
    assert fold("灯台守新聞社", 6, breaking=False) == ["灯台守", "新聞社"]


def test_two_blanks_between_words_stay() -> None:
    assert fold("S1  supports", 20) == ["S1  supports"]


def test_a_grid_has_its_headers_underlined_and_its_cells_side_by_side() -> None:
    assert grid([["C01", "the dam leaks"]], [5, 7], ["claim", "wording"]).splitlines() == [
        "claim    wording",
        "-------  ---------",
        "C01      the dam",
        "         leaks",
    ]


def test_a_grid_can_do_without_headers() -> None:
    assert grid([["1.", "宽", "x"], ["2.", "a", "y"]], [3, 3, 3]) == "1.  宽  x\n2.  a   y"
