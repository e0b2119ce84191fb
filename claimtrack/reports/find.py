"""Finding the claim that somebody means."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.errors import UnknownNameError
from claimtrack.model.case import FOR
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import StanceKind


def find_claim(report: Report, name: str) -> SupportReport:
    """The claim of that label or key, else the first to which a statement of that key belongs.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
    """
    wanted = name.casefold()
    found = [(closeness, place) for place, claim in enumerate(report.claims) for closeness in _fits(claim, wanted)]
    if not found:
        raise UnknownNameError("claim", name, [spelled for claim in report.claims for spelled in (claim.claim.key, claim.name)])
    return report.claims[min(found)[1]]


def _fits(claim: SupportReport, wanted: str) -> Iterator[int]:
    """How closely a name fits a claim, lowest best; nothing where it does not."""
    tracked = claim.claim
    names = (
        [tracked.label],
        [tracked.key],
        [tracked.key.partition(":")[2]],
        tracked.members,
        tracked.bearing(*FOR),
        tracked.bearing(*StanceKind),
    )
    for closeness, spelled in enumerate(names):
        if wanted and wanted in map(str.casefold, spelled):
            yield closeness
