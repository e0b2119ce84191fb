from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.stance import coverage, weights


def test_a_text_covers_what_stands_in_it_and_nothing_else() -> None:
    assert coverage("The tower of Osk fell at dawn.", "The tower fell.") == 1
    assert coverage("The tower of Osk fell at dawn.", "The bakers left.") == 0
    assert coverage("The tower of Osk fell.", "The tower burned.") == 0.5


def test_names_and_numbers_count_as_words_do() -> None:
    assert coverage("Osk has 12 towers.", "Osk has 21 towers.") == pytest.approx(2 / 3)


def test_rare_words_count_more() -> None:
    known = weights(["the mill burned", "the mill stood", "the mill fell", "the quern broke"])
    assert coverage("the quern", "mill quern", known) > coverage("the mill", "mill quern", known)


def test_a_hypothesis_that_says_nothing_is_covered() -> None:
    assert coverage("The tower fell.", "It was so.") == 1


@given(st.text(), st.text())
def test_coverage_is_a_share_and_whole_for_the_text_itself(text: str, hypothesis: str) -> None:
    assert 0 <= coverage(text, hypothesis) <= 1
    assert coverage(text, text) == 1
