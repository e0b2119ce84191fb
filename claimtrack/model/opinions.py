"""An opinion in evidence form: how much speaks for a claim and how much against it, as exact fractions."""

from __future__ import annotations

import re
from fractions import Fraction

import attrs

from claimtrack.errors import RecordError
from claimtrack.model.base import named

W = 2
"""The weight of not knowing, in units of evidence: with so much evidence, half of the uncertainty is gone (Jøsang 2016)."""
EVEN = Fraction(1, 2)
"""The base rate of a claim that nothing is known about beforehand."""
_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40}|/[0-9]{1,40})?")

Number = int | float | str | Fraction
"""What can be read as an exact number: `1`, `0.8`, `"0.8"`, `"4/5"` or a fraction."""


def exact(value: Number) -> Fraction:
    """The number as a fraction; a float is taken as it is spelled, so that 0.1 is one tenth.

    Raises:
        RecordError: for what is no finite number, or is spelled otherwise than `4/5` or `0.8`.
    """
    if value.__class__ is Fraction:
        return value
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    try:
        if isinstance(value, float):
            return Fraction(float.__repr__(value))
        if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
            return Fraction(value.strip())
    except (ValueError, ZeroDivisionError):
        pass
    raise RecordError(f"{str(value)[:40]!r} is no number; write it as 4/5 or 0.8")


def amount(value: Number) -> Fraction:
    """A number that is not negative, exactly.

    Raises:
        RecordError: for one that is, or as `exact` does.
    """
    number = exact(value)
    if number.numerator < 0:
        raise RecordError(f"{value} is below 0; evidence and shares are never negative")
    return number


def share(value: Number) -> Fraction:
    """A number from 0 to 1, exactly.

    Raises:
        RecordError: for any other, or as `exact` does.
    """
    number = exact(value)
    part, whole = number.as_integer_ratio()
    if not 0 <= part <= whole:
        raise RecordError(f"{value} is {'below 0' if part < 0 else 'above 1'}; expected a number from 0 to 1")
    return number


@attrs.frozen(kw_only=True, field_transformer=named)
class Opinion:
    """What the evidence on record makes of a claim, not what is true (a binomial opinion; Jøsang, Subjective Logic, Springer 2016).

    It is kept as evidence (r, s), of which belief, disbelief and uncertainty are shares of r + s + `W`. Uncertainty never reaches 0.

    Attributes:
        positive: the evidence for the claim, r, from 0; an origin's plain assertion is worth 2.
        negative: the evidence against it, s, from 0.
        base_rate: how likely such a claim is before any evidence, a, from 0 to 1.

    Raises:
        RecordError: for evidence below 0 or a base rate that is not between 0 and 1.
    """

    positive: Fraction = attrs.field(default=Fraction(0), converter=amount)
    negative: Fraction = attrs.field(default=Fraction(0), converter=amount)
    base_rate: Fraction = attrs.field(default=EVEN, converter=share)

    @classmethod
    def of(cls, belief: Number, disbelief: Number, uncertainty: Number, base_rate: Number = EVEN) -> Opinion:
        """The opinion with this belief, disbelief and uncertainty: r = W b / u and s = W d / u.

        Args:
            belief: b, from 0 to 1.
            disbelief: d, from 0 to 1.
            uncertainty: u, above 0 up to 1; b + d + u must be 1 exactly.
            base_rate: a, from 0 to 1.

        Raises:
            RecordError: for shares that do not add up to 1, and for a dogmatic opinion, one without uncertainty: no finite evidence
                leads to it, and fused with others it would silence every one of them.
        """
        b, d, u = share(belief), share(disbelief), share(uncertainty)
        if b + d + u != 1:
            raise RecordError(f"belief, disbelief and uncertainty add up to {b + d + u}; they must make 1 exactly, write thirds as 1/3")
        if not u:
            raise RecordError("no evidence leaves no uncertainty at all, and such an opinion would silence all others; give it some")
        return cls(positive=W * b / u, negative=W * d / u, base_rate=base_rate)

    @property
    def _weight(self) -> Fraction:
        return self.positive + self.negative + W

    @property
    def belief(self) -> Fraction:
        """The share for it: b = r / (r + s + W)."""
        return self.positive / self._weight

    @property
    def disbelief(self) -> Fraction:
        """The share against it: d = s / (r + s + W)."""
        return self.negative / self._weight

    @property
    def uncertainty(self) -> Fraction:
        """The share that nothing speaks to: u = W / (r + s + W), above 0 up to 1."""
        return W / self._weight

    @property
    def projected(self) -> Fraction:
        """The probability P = b + a u; of no use where nothing is on record, see `assessable`."""
        return self.belief + self.base_rate * self.uncertainty

    @property
    def assessable(self) -> bool:
        """Whether there is any evidence, for or against; without it `projected` is the base rate and says nothing of the claim."""
        return bool(self.positive or self.negative)

    def __str__(self) -> str:
        if not self.assessable:
            return "not assessable"
        return f"P {float(round(self.projected, 2)):.2f}, uncertainty {float(round(self.uncertainty, 2)):.2f}"
