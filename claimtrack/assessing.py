"""From the claims of a ledger to the report on them: lineages traced, weighed, flagged and graded."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from claimtrack.claims import conflicting
from claimtrack.model import Claims, Ledger
from claimtrack.model.case import AGAINST, FOR, Case
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.lineage import Lineage
from claimtrack.model.policy import Policy
from claimtrack.model.reports import Evidence, Report, Sourcing, SupportReport
from claimtrack.model.terms import StanceKind
from claimtrack.model.whatif import Exclusion
from claimtrack.provenance import Tracer, source, weigh
from claimtrack.reliability import marks, weighings
from claimtrack.seams import Rule
from claimtrack.support import assess, overview, worst_first


def report(ledger: Ledger, claims: Claims, rules: Iterable[Rule], policy: Policy, gone: Exclusion) -> Report:
    """The report on what is left of the claims; one of which every statement is taken out is left out.

    Args:
        ledger: the records.
        claims: the claims that they make.
        rules: the flags to try.
        policy: how sources are weighed and claims graded.
        gone: the sources to take out.
    """
    view = ledger.view
    bench = Bench(ledger, policy, gone)
    left = [(claim, bench.tracer.left(claim)) for claim in claims.all]
    ordered = worst_first(bench.report(claim, heard, rules) for claim, heard in left if heard.bearings or not claim.bearings)
    rests, helps = overview(ordered, view)
    unclaimed = tuple(key for key in claims.unclaimed if bench.tracer.heard(view.statements[key]))
    bearing = {bearing.statement for _, heard in left for bearing in heard.bearings}
    return Report(
        claims=ordered,
        rests=rests,
        helps=helps,
        unclaimed=unclaimed,
        conflicts=tuple(sorted({*ledger.conflicts(), *claims.conflicts})),
        digest=ledger.digest,
        view=view.narrowed(view.articles.keys() - gone.articles, bearing.union(unclaimed)) if gone else view,
        marks=bench.marks,
        ledger=ledger,
    )


class Bench:
    """Where the claims of one view are traced and weighed: the letters of its sources, and the policy that says what they weigh."""

    def __init__(self, ledger: Ledger, policy: Policy, gone: Exclusion) -> None:
        self.tracer = Tracer(ledger.view, gone)
        self._view = ledger.view
        self._policy = policy
        self.marks = marks(ledger.view, policy)

    def report(self, claim: TrackedClaim, heard: TrackedClaim, rules: Iterable[Rule]) -> SupportReport:
        """The report on one claim.

        Args:
            claim: the claim as tracked.
            heard: what is left of it.
            rules: the flags to try.
        """
        support = self._weighed(self.tracer.support(claim), heard, FOR)
        denial = self._weighed(self.tracer.denial(claim), heard, AGAINST)
        said = [self._view.statements[key] for key in heard.bearing(*FOR)]
        figures = conflicting(said) if len(said) > 1 else ()
        return assess(Case(heard, support, denial, self._view, figures), self.marks, self._policy, rules)

    def _weighed(self, lineage: Lineage, claim: TrackedClaim, kinds: Iterable[StanceKind]) -> Sourcing:
        """The sourcing of a claim or of its denial, with what its origins amount to."""
        said = [self._view.statements[key] for key in claim.bearing(*kinds)]
        ends = weighings(lineage, said, self.marks, self._policy)
        least, middle, most = (weigh(lineage, end.factors, end.evidence) for end in (ends.least, ends.middle, ends.most))
        evidence = Evidence(least=least.total, middle=middle.total, most=most.total)
        return attrs.evolve(source(lineage, self._view), evidence=evidence, strength=middle, weighing=ends.middle)
