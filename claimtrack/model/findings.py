"""What a linter of claims tells: one finding a flag, with its place and a fingerprint that stays the same from run to run."""

from __future__ import annotations

import attrs

from claimtrack.errors import Place
from claimtrack.model.reports import Level
from claimtrack.model.terms import Term

FINGERPRINT = "claimtrack/v1"
"""The name of our fingerprint beside those of other tools; its number rises when the way to work it out changes."""


@attrs.frozen(kw_only=True)
class Related:
    """A further place to look at: that of a statement or text that a finding rests on, by its key."""

    key: str
    place: Place


@attrs.frozen(kw_only=True)
class Finding:
    """One flag of one claim.

    Attributes:
        code, name: of the flag.
        claim: the claim's key.
        about: what people call the claim.
        message: why the flag is raised.
        place: where to look first; None where the records did not come from files.
        related: where else to look.
        fingerprint: 16 hexadecimal digits by which it is known again; `claimtrack.reports.findings` says how they come about.
        clears, means: what would clear the flag, and what it says of any claim.
    """

    code: str
    name: str
    level: Level
    claim: str
    message: str
    fingerprint: str
    about: str = ""
    place: Place | None = None
    related: tuple[Related, ...] = ()
    clears: str = ""
    means: str = ""

    @property
    def order(self) -> tuple[bool, str, int, int, str, str, str]:
        """Where it stands among others: by place, those without one last, then by code and claim."""
        where = self.place or Place("", 0)
        return (self.place is None, where.file, where.line, where.column, self.code, self.claim, self.fingerprint)

    def same_as(self, other: Finding) -> bool:
        """Whether nothing of it has changed that a reader minds; places move with every line that is added above."""
        return (self.level, self.name, self.message) == (other.level, other.name, other.message)


class State(Term):
    """How a finding stands to those of an earlier run, in SARIF's words (OASIS, version 2.1.0, section 3.27.24)."""

    NEW = "new"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    ABSENT = "absent"
