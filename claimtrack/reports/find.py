"""Finding the claim that somebody means."""

from __future__ import annotations

from claimtrack.model.reports import Report, SupportReport


def find_claim(report: Report, name: str) -> SupportReport:
    """The claim of that label or key, or the one that a statement of that key bears on.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
        AmbiguousNameError: when the name fits several claims equally well, with these.
    """
    return report.claim(name)
