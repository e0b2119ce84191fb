"""From a claim's case to its support report."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model.lineage import NodeKind
from claimtrack.model.reports import SupportReport
from claimtrack.model.case import Case, counted, listing
from claimtrack.seams import Rule
from claimtrack.support.flags import FLAGS
from claimtrack.support.grades import Marks, content, said


def assess(case: Case, marks: Marks, rules: Iterable[Rule] = FLAGS) -> SupportReport:
    """Flag and grade one claim.

    Args:
        case: the claim with its sourcing.
        marks: the letters of sources.
        rules: the flags to try, in the order to report them.
    """
    return SupportReport(
        claim=case.claim,
        support=case.support,
        denial=case.denial,
        summary=summary(case),
        flags=tuple(flag for rule in rules if (flag := rule(case))),
        said=said(case, marks),
        content=content(case, marks),
    )


def summary(case: Case) -> str:
    """The sourcing in one sentence."""
    proof = case.support.certificate
    if not case.pro:
        return "Nobody says so: it is only denied or mentioned."
    carried = counted(len(case.articles), "article")
    upper = f", {proof.upper} at most" if proof.upper > proof.lower else ""
    if not proof.lower:
        how = f"told by {listing(case.carriers)} without a source on record" if proof.upper else "put forward as opinion or call only"
        return f"No origin on record{upper}: {carried}, {how}."
    if proof.lower > 1:
        return f"{proof.lower} independent origins{upper}: {case.origins}, in {carried}."
    narrow = [key for key in case.support.bottlenecks if key in case.support.lineage.node]
    if not narrow:
        return f"Single origin{upper}: {carried}, all with an actor in common; on record is {case.origins}."
    relayed = case.support.lineage.node[narrow[0]].kind is not NodeKind.SPEAKER
    return f"Single origin{upper}: {carried}, all {'through' if relayed else 'from'} {case.names(narrow[:1])}."
