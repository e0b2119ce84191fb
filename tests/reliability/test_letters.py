"""Tests of letters: which ratings count, and when they make a range."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Ledger, Maker, Outlet, Rating
from claimtrack.codec import default_policy, read_policy
from claimtrack.model import MakerKind
from claimtrack.reliability import marks

PAPER = Outlet(key="outlet:paper", name="the Paper")
READER = Maker(name="reader of ratings", kind=MakerKind.SOFTWARE, version="1")
PERSON = Maker(name="Ida Kern", kind=MakerKind.PERSON)


def rating(value: str, rater: str = "the Circle", scale: str = "admiralty", on: str | None = None, **fields: Any) -> Rating:
    return attrs.evolve(Rating(source="outlet:paper", rater=rater, scale=scale, value=value, on=on), **fields)


def letters(*ratings: Rating, policy: str = "") -> str:
    own = read_policy(f"claimtrack_policy = 1\n{policy}", "p.toml")
    return str(marks(Ledger([PAPER, *ratings]).view, own).of("outlet:paper"))


def test_what_nobody_rated_is_f() -> None:
    assert letters() == "F"


def test_raters_who_differ_give_a_range() -> None:
    assert letters(rating("B"), rating("D", rater="the Club")) == "B-D"


def test_a_number_is_read_by_its_scale() -> None:
    assert letters(rating("0.72", scale="score")) == "B"


def test_marks_on_different_scales_make_one_range() -> None:
    assert letters(rating("0.72", scale="score", maker=READER), rating("mixed", scale="mbfc", maker=READER)) == "B-D"


def test_the_latest_word_of_a_rater_counts() -> None:
    assert letters(rating("D", on="2020"), rating("B", on="2024")) == "B"
    assert letters(rating("D"), rating("B", on="2024")) == "B"


def test_two_words_of_one_day_both_count() -> None:
    assert letters(rating("D", on="2024"), rating("B", on="2024")) == "B-D"


def test_a_letter_written_by_a_person_goes_before_imported_ratings() -> None:
    assert letters(rating("C", maker=PERSON), rating("0.95", rater="the Index", scale="score", maker=READER)) == "C"


def test_a_rater_of_the_policys_own_goes_before_all() -> None:
    own = '[ratings]\nown = ["the index"]'
    assert letters(rating("C", maker=PERSON), rating("0.95", rater="the Index", scale="score", maker=READER), policy=own) == "A"


def test_a_mark_that_was_filled_in_counts_only_where_the_policy_says_so() -> None:
    filled = rating("0.95", scale="score", imputed=True)
    assert letters(filled) == "F"
    assert letters(filled, policy="[ratings]\nimputed = true") == "A"


def test_f_among_other_letters_is_left_aside() -> None:
    assert letters(rating("F"), rating("C", rater="the Club")) == "C"
    assert letters(rating("F")) == "F"


def test_a_rating_of_one_source_says_nothing_of_another() -> None:
    view = Ledger([PAPER, Outlet(key="outlet:other", name="the Other"), rating("A")]).view
    assert not marks(view, default_policy()).of("outlet:other").known


@given(st.permutations([rating("B"), rating("D", rater="the Club"), rating("0.5", rater="the Index", scale="score", maker=READER)]))
def test_the_order_of_ratings_is_irrelevant(ratings: list[Rating]) -> None:
    assert letters(*ratings) == "B-D"
