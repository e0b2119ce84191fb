"""From a claim's case to its support report."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model.case import Case, counted, listing
from claimtrack.model.lineage import NodeKind
from claimtrack.model.marks import Marks
from claimtrack.model.policy import Policy
from claimtrack.model.reports import Flag, SupportReport
from claimtrack.seams import Rule
from claimtrack.support.flags import FLAGS
from claimtrack.support.grades import content, said
from claimtrack.support.likelihood import outlook
from claimtrack.support.signs import Sign, signs


def assess(case: Case, marks: Marks, policy: Policy, rules: Iterable[Rule] = FLAGS) -> SupportReport:
    """Flag, grade and weigh one claim.

    Args:
        case: the claim with its sourcing.
        marks: the letters of sources.
        policy: the rows that give digits, and the words for probabilities.
        rules: the flags to try, in the order to report them.
    """
    return SupportReport(
        claim=case.claim,
        support=case.support,
        denial=case.denial,
        summary=summary(case),
        flags=tuple(raised(case, rules)),
        said=said(case, marks, policy),
        content=content(case, marks, policy),
        assessment=outlook(case, marks, policy),
        view=case.view,
    )


def raised(case: Case, rules: Iterable[Rule]) -> list[Flag]:
    """The flags that rules raise for a claim; a row of the table is passed over where a sign is missing that it needs."""
    shown = signs(case)
    return [flag for rule in rules if getattr(rule, "needs", _NOTHING) <= shown and (flag := rule(case))]


_NOTHING: frozenset[Sign] = frozenset()


def summary(case: Case) -> str:
    """The sourcing in one sentence."""
    proof = case.support.certificate
    if not case.pro:
        return "Nobody says so: it is only denied or mentioned." if case.claim.bearings else "Nobody says so: no statement bears on it."
    carried = counted(sum(len(carrier.articles) for carrier in case.support.lineage.carriers), "article")
    upper = f", {proof.upper} at most" if proof.upper > proof.lower else ""
    if not proof.lower:
        return f"No origin on record{upper}: {carried}, {_unsourced(case)}."
    if proof.lower > 1:
        return f"{proof.lower} independent origins{upper}: {case.origins}, in {carried}."
    narrow = [key for key in case.support.bottlenecks if key in case.support.lineage.node]
    if narrow:
        relayed = case.support.lineage.node[narrow[0]].kind is not NodeKind.SPEAKER
        return f"Single origin{upper}: {carried}, all on record {'through' if relayed else 'from'} {case.names(narrow[:1])}."
    if case.support.bottlenecks:
        return f"Single origin{upper}: {carried}, everyone on record stands for {case.names(case.support.bottlenecks)}."
    return f"Single origin{upper}: {carried}, the sources on record overlap; {case.origins} is counted."


def _unsourced(case: Case) -> str:
    """Why a claim that is put forward has no origin on record."""
    if case.support.certificate.upper:
        return f"carried by {listing(case.carriers)} without a source on record"
    if case.support.lineage.cycles:
        return "whose sources cite each other in a circle"
    return "put forward only as opinion, forecast, promise or call"
