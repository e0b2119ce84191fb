"""Finding the claim that somebody means."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.errors import AmbiguousNameError, UnknownNameError
from claimtrack.model.case import FOR
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import StanceKind


def find_claim(report: Report, name: str) -> SupportReport:
    """The claim of that label or key, or the one that a statement of that key bears on.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
        AmbiguousNameError: when the name fits several claims equally well, with these.
    """
    wanted = name.casefold()
    found = [(closeness, place) for place, claim in enumerate(report.claims) for closeness in _fits(claim, wanted)]
    if not found:
        what = f"claim as of {report.as_of.day} called" if report.as_of else "claim"
        raise UnknownNameError(what, name, [spelled for claim in report.claims for spelled in (claim.claim.key, claim.name)])
    closest = min(found)[0]
    fitting = [report.claims[place] for closeness, place in found if closeness == closest]
    if len(fitting) > 1:
        raise AmbiguousNameError("claim", name, sorted(claim.name for claim in fitting))
    return fitting[0]


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
