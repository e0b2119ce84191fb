"""What became of each claim when some sources were taken out."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.model.case import FOR
from claimtrack.model.reports import Sourcing, SupportReport
from claimtrack.model.whatif import Exclusion, Extent, Outcome, WhatIf, ordered


def compare(whole: Sequence[SupportReport], left: Sequence[SupportReport], gone: Exclusion) -> WhatIf:
    """The claims before and after.

    Args:
        whole: the reports on all that is recorded.
        left: the reports without what is taken out; a claim that is missing has no statement left.
        gone: what is taken out.
    """
    after = {report.claim.key: report for report in left}
    outcomes = [_outcome(report, after.get(report.claim.key)) for report in whole]
    return WhatIf(taken=gone.taken, outcomes=ordered(outcomes))


def _outcome(whole: SupportReport, left: SupportReport | None) -> Outcome:
    before, after = _flags(whole), _flags(left)
    return Outcome(
        claim=whole.claim.key,
        name=whole.name,
        wording=whole.claim.wording,
        before=extent(whole),
        after=extent(left) if left else Extent(),
        raised=tuple(name for name in after if name not in before),
        cleared=tuple(name for name in before if name not in after and left),
    )


def _flags(report: SupportReport | None) -> tuple[str, ...]:
    return tuple(flag.name for flag in report.flags) if report else ()


def extent(report: SupportReport) -> Extent:
    """How well a claim is sourced, in numbers."""
    return measured(report.support, len(report.claim.bearing(*FOR)))


def measured(sourcing: Sourcing, statements: int) -> Extent:
    """How well a claim, or its denial, is sourced by so many statements."""
    return Extent(
        lower=sourcing.certificate.lower,
        upper=sourcing.certificate.upper,
        exhaustive=sourcing.certificate.exhaustive,
        carriers=len(sourcing.lineage.carriers),
        statements=statements,
    )
