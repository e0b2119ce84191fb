"""One row of a table of conduct: a name, what is counted out of what, and the function that counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import attrs

from claimtrack.model.conduct import LEAST_FOR_SHARE, Measure
from claimtrack.model.records import Statement
from claimtrack.reliability.corpus import Told
from claimtrack.reliability.intervals import wilson
from claimtrack.reliability.later import When

S = TypeVar("S")


@attrs.frozen
class Tally:
    """What a row found.

    Attributes:
        found: keys of statements, articles, outlets or claims.
        out_of: how many there were to judge; None for a plain number.
        undecided: how many more could not be judged.
    """

    found: tuple[str, ...]
    out_of: int | None = None
    undecided: int = 0


@attrs.frozen
class Row(Generic[S]):
    """One thing that is counted of an outlet or speaker; `label` follows the number."""

    name: str
    label: str
    counts: Callable[[S], Tally]

    def __call__(self, subject: S) -> Measure:
        """The measure of one outlet or speaker, with an interval from ten on."""
        tally = self.counts(subject)
        enough = tally.out_of is not None and tally.out_of >= LEAST_FOR_SHARE
        return Measure(
            name=self.name,
            label=self.label,
            found=tally.found,
            out_of=tally.out_of,
            undecided=tally.undecided,
            interval=wilson(len(tally.found), tally.out_of or 0) if enough else None,
        )


def statements(found: Iterable[Statement], out_of: Sequence[Statement] | None = None) -> Tally:
    """A tally of statements by key."""
    return Tally(tuple(sorted(each.key for each in found)), None if out_of is None else len(out_of))


def claims(found: Iterable[Told], out_of: Sequence[Told] | None = None) -> Tally:
    """A tally of claims by key, in the order of their names."""
    return Tally(tuple(each.report.claim.key for each in found), None if out_of is None else len(out_of))


def in_time(told: Sequence[Told], when: Callable[[Told], When]) -> Tally:
    """The claims to which something happened after they were put forward, out of all but those where it did at a time not known."""
    found = [(each, when(each)) for each in told]
    keys = tuple(each.report.claim.key for each, time in found if time is When.AFTER)
    undated = sum(time is When.UNDATED for _, time in found)
    return Tally(keys, len(told) - undated, undated)
