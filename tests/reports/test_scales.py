"""Tests of grades on the scales of exchange formats: what cannot be judged gets no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Grade
from claimtrack.model import Letter
from claimtrack.reports import digit_of_stix, misp_tags, stix_confidence

LETTERS = [letter for letter in Letter if letter is not Letter.F]


def grade(digit: int, best: Letter = Letter.B, worst: Letter = Letter.B) -> Grade:
    return Grade(best, worst, digit, "a rule")


@pytest.mark.parametrize("digit", range(1, 6))
def test_a_digit_comes_back_from_its_confidence(digit: int) -> None:
    confidence = stix_confidence(grade(digit))
    assert confidence is not None
    assert digit_of_stix(confidence) == digit


@given(st.sampled_from(LETTERS), st.integers(1, 6))
def test_six_has_no_number(letter: Letter, digit: int) -> None:
    assert (stix_confidence(grade(digit, letter, letter)) is None) == (digit == 6)


@given(st.integers(1, 6))
def test_f_has_no_number_and_no_tag(digit: int) -> None:
    unrated = grade(digit, Letter.F, Letter.F)
    assert stix_confidence(unrated) is None
    assert not any("reliability" in tag for tag in misp_tags(unrated))


@pytest.mark.parametrize(
    ("confidence", "digit"), [(100, 1), (80, 1), (79, 2), (60, 2), (59, 3), (40, 3), (39, 4), (20, 4), (19, 5), (0, 5)]
)
def test_the_bands_are_those_of_stix(confidence: int, digit: int) -> None:
    assert digit_of_stix(confidence) == digit


@pytest.mark.parametrize("confidence", [-1, 101])
def test_no_confidence_lies_outside_its_scale(confidence: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 100"):
        digit_of_stix(confidence)


def test_a_range_of_letters_has_a_tag_for_each_end() -> None:
    assert misp_tags(grade(2, Letter.B, Letter.D)) == (
        'admiralty-scale:source-reliability="b"',
        'admiralty-scale:source-reliability="d"',
        'admiralty-scale:information-credibility="2"',
    )


def test_six_has_no_tag() -> None:
    assert misp_tags(grade(6)) == ('admiralty-scale:source-reliability="b"',)
