"""Quantiles of the chi-square distribution, without scipy."""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log
from statistics import NormalDist

EXACT_BELOW = 200
"""Degrees of freedom from which on the approximation is good to four digits."""
HALVINGS = 60


@lru_cache(maxsize=4096)
def lower_quantile(share: float, freedom: int) -> float:
    """The number below which a chi-square variable lies with the given probability.

    Args:
        share: above 0 and at most 0.5.
        freedom: degrees of freedom, at least 1.

    Below 200 degrees the distribution function is halved upon; above, the cube of Wilson and Hilferty is used.
    Source: E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931).
    """
    if freedom >= EXACT_BELOW:
        spread = 2.0 / (9.0 * freedom)
        return float(freedom * (1.0 - spread + NormalDist().inv_cdf(share) * spread**0.5) ** 3)
    low, high = 0.0, float(freedom)
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        low, high = (middle, high) if _probability_below(middle, freedom) < share else (low, middle)
    return (low + high) / 2.0


def _probability_below(number: float, freedom: int) -> float:
    """The regularized lower incomplete gamma function of freedom / 2 and number / 2, by its series."""
    shape, half = freedom / 2.0, number / 2.0
    if half <= 0.0:
        return 0.0
    term = total = 1.0 / shape
    step = shape
    while term > total * 1e-16:
        step += 1.0
        term *= half / step
        total += term
    return total * exp(shape * log(half) - half - lgamma(shape))
