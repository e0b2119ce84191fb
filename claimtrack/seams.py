"""What a user may put in our place: small protocols that a plain function satisfies."""

from __future__ import annotations

from typing import Protocol

from claimtrack.model.case import Case
from claimtrack.model.reports import Flag, Report


class Rule(Protocol):
    """Looks at one claim and raises a flag, or not."""

    def __call__(self, case: Case, /) -> Flag | None:
        """The flag for a claim, or None."""


class Renderer(Protocol):
    """Puts a report into text of some format."""

    def __call__(self, report: Report, /) -> str:
        """The report as text."""
