"""Finding the claim that somebody means."""

from __future__ import annotations

from claimtrack.errors import UnknownNameError
from claimtrack.model.reports import Report, SupportReport


def find_claim(report: Report, name: str) -> SupportReport:
    """The claim with that label or key, or whose members hold that key.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
    """
    wanted = name.casefold()
    for claim in report.claims:
        tracked = claim.claim
        if wanted in {spelled.casefold() for spelled in (tracked.label, tracked.key, tracked.key.partition(":")[2], *tracked.members) if spelled}:
            return claim
    raise UnknownNameError("claim", name, [spelled for claim in report.claims for spelled in (claim.claim.key, claim.name)])
