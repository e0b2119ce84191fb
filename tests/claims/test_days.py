from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims import days as days_module
from claimtrack.claims.days import Day, agree, clash, days


def named(text: str) -> list[tuple[int | None, int | None, int | None, int | None]]:
    return [(day.year, day.month, day.day, day.weekday) for day in days(text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ferry sank on 3 March 2021.", (2021, 3, 3, 2)),
        ("The ferry sank on March 3, 2021.", (2021, 3, 3, 2)),
        ("The ferry sank on 2021-03-03.", (2021, 3, 3, 2)),
        ("The ferry sank on the 3rd of March.", (None, 3, 3, None)),
        ("The ferry sank on Wednesday, March 3.", (None, 3, 3, 2)),
        ("The ferry sank in May.", (None, 5, None, None)),
        ("The ferry sank in Sept. 2019.", (2019, 9, None, None)),
        ("The ferry sank on Friday.", (None, None, None, 4)),
        ("The ferry sank in 1987.", (1987, None, None, None)),
        ("The ferry sank before the 2012 elections.", (2012, None, None, None)),
    ],
)
def test_a_day_is_read_in_all_its_spellings(text: str, day: tuple[int | None, ...]) -> None:
    assert named(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor may go.",
        "They march at noon.",
        "It cost $2000.",
        "Flooding drove out 2000 people.",
        "The 1990s were wet.",
        "31 of 40 came.",
    ],
)
def test_other_numbers_and_verbs_are_no_days(text: str) -> None:
    assert days(text) == ()


def test_a_day_stands_where_it_is_named() -> None:
    text = "On Monday, and again on 4 June 2020, the gate stuck."
    assert [text[day.start : day.end] for day in days(text)] == ["Monday", "4 June 2020"]


@pytest.mark.parametrize(
    ("one", "other"), [("on Monday", "on Tuesday"), ("in 2019", "in 2021"), ("on 3 May", "on 5 May 2020"), ("on 2021-03-03", "on a Friday")]
)
def test_days_that_exclude_each_other_clash(one: str, other: str) -> None:
    assert clash(days(one), days(other))
    assert not agree(days(one), days(other))


@pytest.mark.parametrize(
    ("one", "other"), [("in 2019", "in May 2019"), ("on 3 May", "on Monday and 3 May"), ("on 2021-03-03", "on Wednesday")]
)
def test_days_that_can_be_one_agree(one: str, other: str) -> None:
    assert agree(days(one), days(other))
    assert not clash(days(one), days(other))


def test_days_that_say_nothing_of_one_kind_neither_agree_nor_clash() -> None:
    year, weekday = days("in 2019"), days("on Monday")
    assert not agree(year, weekday)
    assert not clash(year, weekday)


DAYS = st.builds(Day, st.none() | st.integers(1900, 1905), st.none() | st.integers(1, 3), st.none() | st.integers(1, 3), st.none())


@given(st.lists(DAYS), st.lists(DAYS))
def test_both_questions_have_the_same_answer_from_either_side_and_not_both_yes(one: list[Day], other: list[Day]) -> None:
    assert clash(one, other) == clash(other, one)
    assert agree(one, other) == agree(other, one)
    assert not (clash(one, other) and agree(one, other))


@given(st.text() | st.from_regex(r"\A[MJ][a-y]{2,5} [0-9]{1,4},? [0-9]{2,4}\Z"))
def test_days_of_any_text_are_of_the_calendar_and_apart(text: str) -> None:
    found = days(text)
    assert all(0 <= day.start < day.end <= len(text) and (day.month or 1) in range(1, 13) for day in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


PIECES = st.sampled_from(
    ["Monday", "on Tuesdays", "9", "12", "May", "Jan.", "Sept", "1999", "2031-01-08", "in 2030", ", ", " ", "of", "the 3rd", "(x)"]
)


@given(st.lists(PIECES, max_size=6).map(" ".join))
def test_no_day_is_missed_by_looking_for_a_hint_first(text: str) -> None:
    plain = any(found.search(text) for found in days_module._SHAPES)
    assert bool(days_module._HINT.search(text)) >= plain
