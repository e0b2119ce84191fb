"""Tests of the score interval: what it contains, how it moves, and values that others published."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.conduct import Interval
from claimtrack.reliability import wilson

SHARES = st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
TINY = 1e-12


def width(interval: Interval) -> float:
    return interval.high - interval.low


@given(SHARES)
def test_the_share_lies_within_and_the_interval_within_nought_and_one(share: tuple[int, int]) -> None:
    k, n = share
    found = wilson(k, n)
    assert 0 <= found.low <= k / n + TINY
    assert k / n - TINY <= found.high <= 1
    assert width(found) > 0


@given(SHARES)
def test_what_is_and_what_is_not_mirror_each_other(share: tuple[int, int]) -> None:
    k, n = share
    one, other = wilson(k, n), wilson(n - k, n)
    assert one.low == pytest.approx(1 - other.high, abs=TINY)
    assert one.high == pytest.approx(1 - other.low, abs=TINY)


@given(SHARES, st.integers(2, 50))
def test_the_same_share_of_more_is_narrower(share: tuple[int, int], times: int) -> None:
    k, n = share
    assert width(wilson(k * times, n * times)) < width(wilson(k, n))


@given(SHARES)
def test_one_more_found_moves_both_ends_up(share: tuple[int, int]) -> None:
    k, n = share
    if k < n:
        assert wilson(k, n).low < wilson(k + 1, n).low
        assert wilson(k, n).high < wilson(k + 1, n).high


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_it_gives_what_newcombe_published(k: int, n: int, low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3."""
    assert wilson(k, n).low == pytest.approx(low, abs=5e-5)
    assert wilson(k, n).high == pytest.approx(high, abs=5e-5)


@given(SHARES)
def test_it_gives_what_scipy_gives(share: tuple[int, int]) -> None:
    from scipy import stats  # type: ignore[import-untyped]  # it ships no types; it takes most of a second to import

    k, n = share
    other: Any = stats.binomtest(k, n).proportion_ci(method="wilson")
    assert wilson(k, n).low == pytest.approx(other.low, abs=1e-9)
    assert wilson(k, n).high == pytest.approx(other.high, abs=1e-9)


@pytest.mark.parametrize(("k", "n"), [(0, 0), (-1, 3), (4, 3)])
def test_what_is_no_share_is_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match=f"{k} of {n}"):
        wilson(k, n)
