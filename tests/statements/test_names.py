"""Spellings, initials and acronyms of names: what makes two of them one, and what keeps them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.statements.names import INITIALS, LAST_ONLY, SOUND, SPELLED, acronym_of, likeness, respelled, same_person

NAMES = st.lists(st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8), min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"),
        ("Dmitri", "Dmitriy"),
        ("Yousef", "Yusuf"[:2] + "sef"),
        ("Filip", "Philipp"),
        ("Müller", "Muller"),
        ("Karl", "Carl"),
    ],
)
def test_romanizations_of_one_name_are_spelled_alike(one: str, other: str) -> None:
    assert respelled(one) == respelled(other)


@pytest.mark.parametrize(("one", "other"), [("Martin", "Martina"), ("Ada", "Ida"), ("Tom", "Tim"), ("Jan", "Jane"), ("Quill", "Quell")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert respelled(one) != respelled(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Brandt", "Sergey Brandt", True),
        ("S. Brandt", "Sergei Brandt", True),
        ("Lena van Moor", "van Moor", True),
        ("Ada Quill", "Ada Maria Quill", True),
        ("Ada Quill", "Tom Quill", False),
        ("Ada Quill", "Ada Brandt", False),
        ("Martin Dorn", "Martina Dorn", False),
    ],
)
def test_one_text_takes_names_for_one_person_or_for_two(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Sergei Brandt", "Sergey Brandt", SPELLED),
        ("S. Brandt", "Sergei Brandt", INITIALS),
        ("Mohammed Rahi", "Muhammad Rahi", SOUND),
        ("Brandt", "Sergei Brandt", LAST_ONLY),
        ("Tom Brandt", "Sergei Brandt", 0.0),
        ("Sergei Brandt", "Sergei Dorn", 0.0),
    ],
)
def test_names_of_different_texts_are_more_or_less_surely_one(one: str, other: str, score: float) -> None:
    assert likeness(one, other) == likeness(other, one) == score


@given(NAMES, NAMES)
def test_likeness_is_symmetric_and_between_nothing_and_certainty(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) < 1.0


@pytest.mark.parametrize(
    ("short", "words", "long"),
    [
        ("HWU", "the striking Harbour Workers Union", "Harbour Workers Union"),
        ("TBK", "the Tarn-e-Brava Keepers", "Tarn-e-Brava Keepers"),
        ("MOT", "Ministry of Tides", "Ministry of Tides"),
        ("MT", "Ministry of Tides", "Ministry of Tides"),
        ("HWU", "Harbour Union", ""),
        ("TBK", "Brava Keepers", ""),
        ("HU", "", ""),
    ],
)
def test_an_acronym_stands_for_the_words_whose_initials_it_has(short: str, words: str, long: str) -> None:
    assert acronym_of(short, words) == long
