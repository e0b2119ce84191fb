"""How alike two values are: from 0 to 1, the same both ways, and 1 for a value and itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reliability.similarities import SIMILARITIES, letters, numbers

VALUES = st.text(max_size=8) | st.floats().map(str) | st.integers(-(10**30), 10**30).map(str)


@pytest.mark.parametrize("name", SIMILARITIES)
@given(one=VALUES, other=VALUES)
def test_a_likeness_is_from_nought_to_one_and_the_same_both_ways(name: str, one: str, other: str) -> None:
    degree = SIMILARITIES[name](one, other)
    assert 0 <= degree <= 1
    assert degree == SIMILARITIES[name](other, one)
    assert SIMILARITIES[name](one, one) == 1


def test_letters_are_shared_in_pairs() -> None:
    assert letters("Night", "night") == 1
    assert letters("night", "nacht") == pytest.approx(0.5)
    assert letters("abc", "xyz") == 0


def test_numbers_are_near_by_the_larger() -> None:
    assert numbers("90", "100") == pytest.approx(0.9)
    assert numbers("-1", "1") == 0
    assert numbers("a", "b") == numbers("inf", "1") == 0
