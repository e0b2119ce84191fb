"""What a list of claims tells of each, small enough to keep where the reports themselves are not kept."""

from __future__ import annotations

import attrs

from claimtrack.model.reports import Level, SupportReport

Rank = tuple[int, bool, int, int, str, str]
"""Sorts claims, the worst supported first; its six columns can be kept and sorted in a database."""


def rank(report: SupportReport) -> Rank:
    """The fewest origins first; then those disputed, those with the fewest possible origins, the most flags, and by name and key."""
    return (report.lower, report.flagged("disputed") is None, report.upper, -len(report.flags), report.name, report.claim.key)


@attrs.frozen(kw_only=True)
class Entry:
    """One claim in a list.

    Attributes:
        key, label, wording: those of the claim; the label is empty where it has none.
        lower, upper: the bounds on its independent origins, from 0.
        flags: the codes of its flags, in their order.
        disputed: whether one of them says that somebody denies it.
        level: the gravest level of its flags; None where it has none.
        said, content: its two grades as they are spelled, such as `B2`.
    """

    key: str
    label: str
    wording: str
    lower: int
    upper: int
    flags: tuple[str, ...]
    disputed: bool
    level: Level | None
    said: str
    content: str

    @classmethod
    def of(cls, report: SupportReport) -> Entry:
        """What a list tells of a claim."""
        levels = {flag.level for flag in report.flags}
        return cls(
            key=report.claim.key,
            label=report.claim.label,
            wording=report.claim.wording,
            lower=report.lower,
            upper=report.upper,
            flags=tuple(flag.code for flag in report.flags),
            disputed=report.flagged("disputed") is not None,
            level=next((level for level in Level if level in levels), None),
            said=str(report.said),
            content=str(report.content),
        )

    @property
    def name(self) -> str:
        """What tables call the claim: its label, else its key."""
        return self.label or self.key

    @property
    def rank(self) -> Rank:
        """Where it stands among others; the same as `rank` of the report."""
        return (self.lower, not self.disputed, self.upper, -len(self.flags), self.name, self.key)
