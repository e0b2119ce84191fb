"""Tests of our chi-square quantiles against those of scipy."""

from __future__ import annotations

import pytest
from scipy.special import chdtri  # type: ignore[import-untyped]  # it ships no types

from claimtrack.reliability.discovery.chi_square import lower_quantile


@pytest.mark.parametrize("freedom", [1, 2, 3, 5, 10, 50, 150, 199])
@pytest.mark.parametrize("share", [0.005, 0.025, 0.2, 0.5])
def test_the_quantiles_of_few_degrees_are_exact(share: float, freedom: int) -> None:
    assert lower_quantile(share, freedom) == pytest.approx(chdtri(freedom, 1 - share), rel=1e-9)


@pytest.mark.parametrize("freedom", [200, 1_000, 100_000])
def test_the_quantiles_of_many_degrees_are_good_to_four_digits(freedom: int) -> None:
    assert lower_quantile(0.025, freedom) == pytest.approx(chdtri(freedom, 0.975), rel=5e-5)
