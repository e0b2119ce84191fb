"""Finding the claim that somebody means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.errors import AmbiguousNameError, UnknownNameError
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.terms import StanceKind

LEAST_SOUGHT = 4
"""Letters; fewer are in too many wordings to name a claim."""


def placed(claims: Sequence[TrackedClaim], name: str, what: str = "claim") -> int:
    """The place of the claim of that label or key, of the one that a statement of that key bears on, or of the one so worded.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
        AmbiguousNameError: when the name fits several claims equally well, with these.
    """
    wanted = name.casefold()
    found = [(closeness, place) for place, claim in enumerate(claims) for closeness in _fits(claim, wanted)]
    if not found:
        raise UnknownNameError(what, name, [spelled for claim in claims for spelled in (claim.key, claim.label or claim.key)])
    closest = min(found)[0]
    fitting = [place for closeness, place in found if closeness == closest]
    if len(fitting) > 1:
        raise AmbiguousNameError("claim", name, sorted(claims[place].label or claims[place].key for place in fitting))
    return fitting[0]


def _fits(claim: TrackedClaim, wanted: str) -> Iterator[int]:
    """How closely a name fits a claim, lowest best; nothing where it does not."""
    names = (
        [claim.label],
        [claim.key],
        [claim.key.partition(":")[2]],
        claim.members,
        claim.bearing(StanceKind.SUPPORTS, StanceKind.PARTIAL),
        claim.bearing(*StanceKind),
    )
    if len(wanted) >= LEAST_SOUGHT and wanted in claim.wording.casefold():
        yield len(names)
    for closeness, spelled in enumerate(names):
        if wanted and wanted in map(str.casefold, spelled):
            yield closeness
