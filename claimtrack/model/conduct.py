"""What a pile of articles shows of an outlet or a speaker: counts with what they are counted out of, never a score."""

from __future__ import annotations

import attrs

LEAST_FOR_SHARE = 10
"""Below so many a count is no share: 1 of 3 says nothing about the fourth."""


@attrs.frozen
class Interval:
    """A share may lie between these, from 0 to 1."""

    low: float
    high: float


@attrs.frozen(kw_only=True)
class Measure:
    """How often something is so: `2 of 7`.

    Attributes:
        name: what programs call it.
        label: what it counts, in words that follow the number.
        found: what was counted: keys of statements, articles, outlets or claims.
        out_of: how many there were to judge; None for a plain number.
        undecided: how many more could not be judged, for want of a date or of anything to compare with.
        interval: where the share may lie, 95 % (Wilson); None below ten.
    """

    name: str
    label: str
    found: tuple[str, ...] = ()
    out_of: int | None = None
    undecided: int = 0
    interval: Interval | None = None

    @property
    def count(self) -> int:
        """How many were found."""
        return len(self.found)

    @property
    def share(self) -> float | None:
        """The share, from 0 to 1; None below ten."""
        return self.count / self.out_of if self.out_of and self.out_of >= LEAST_FOR_SHARE else None


@attrs.frozen(kw_only=True)
class Sharing:
    """That two outlets carry claims from one origin.

    Attributes:
        key, name: the other outlet.
        origins: the names of the origins.
        claims: the keys of the claims.
    """

    key: str
    name: str
    origins: tuple[str, ...]
    claims: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Conduct:
    """What the articles show of one outlet or speaker.

    Attributes:
        measures: the counts, in the order of their table.
        shares: for an outlet, the others that carry claims from the same origins; most claims first.
    """

    key: str
    name: str
    measures: tuple[Measure, ...]
    shares: tuple[Sharing, ...] = ()

    def measure(self, name: str) -> Measure:
        """The measure of that name.

        Raises:
            KeyError: when there is none.
        """
        for measure in self.measures:
            if measure.name == name:
                return measure
        raise KeyError(name)
