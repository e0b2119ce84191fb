"""How far a share seen in a few cases may be from the share in many: the score interval of Wilson."""

from __future__ import annotations

from math import sqrt

from claimtrack.model.conduct import Interval

Z = 1.959963984540054
"""The normal quantile that leaves 2.5 % above it."""


def wilson(found: int, out_of: int) -> Interval:
    """The 95 % score interval for `found` of `out_of`, from 0 to 1 (Wilson 1927, J. Am. Stat. Assoc. 22:209-212).

    With p = k/n and z = 1.96 the ends are (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n). Chosen over the interval of
    Jeffreys, which does as well in small samples (Brown, Cai and DasGupta 2001, Stat. Sci. 16:101-133), because it is a closed form of
    correctly rounded operations: the same bytes everywhere. It holds for cases drawn alike and apart from each other, which articles in
    a pile are not, so the true doubt is larger.

    Raises:
        ValueError: unless 0 <= found <= out_of and out_of > 0.
    """
    if not 0 <= found <= out_of or not out_of:
        raise ValueError(f"{found} of {out_of} is no share")
    if 2 * found > out_of:
        other = wilson(out_of - found, out_of)
        return Interval(1 - other.high, 1 - other.low)
    p, spread = found / out_of, Z * Z / out_of
    middle = p + spread / 2
    half = Z * sqrt(p * (1 - p) / out_of + spread / (4 * out_of))
    low = (middle - half) / (1 + spread) if found else 0.0
    return Interval(max(low, 0.0), min((middle + half) / (1 + spread), 1.0))
