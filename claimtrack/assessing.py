"""From the claims of a ledger to the report on them: lineages traced, weighed, flagged and graded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b

import attrs

from claimtrack.claims import conflicting
from claimtrack.errors import UnknownNameError
from claimtrack.model import Claims, Ledger
from claimtrack.model.base import ID_BYTES
from claimtrack.model.case import AGAINST, FOR, Case
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.lineage import Lineage
from claimtrack.model.neighbourhood import Find, Neighbourhood, Neighbourhoods, catalogue
from claimtrack.model.policy import Policy
from claimtrack.model.records import Statement
from claimtrack.model.reports import Report, Sourcing, SupportReport
from claimtrack.model.whatif import NOTHING, Exclusion
from claimtrack.outcomes import Outcomes
from claimtrack.provenance import Carriers, Tracer
from claimtrack.reliability import heard, marks
from claimtrack.reliability.maker import VERSION
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


def each(ledger: Ledger, claims: Claims, rules: Iterable[Rule], policy: Policy) -> Iterator[SupportReport]:
    """The report on every claim, one after another in the order of their keys; none is kept.

    Args:
        ledger: the records.
        claims: the claims that they make.
        rules: the flags to try.
        policy: how sources are weighed and claims graded.
    """
    bench, rules = Bench(ledger, policy, NOTHING), tuple(rules)
    for claim in sorted(claims.all, key=lambda claim: claim.key):
        yield bench.report(claim, claim, rules)


def alone(ledger: Ledger, of: Neighbourhood, rules: Iterable[Rule], policy: Policy) -> SupportReport:
    """The report on one claim from the records of its neighbourhood alone; the same as among all records.

    Args:
        ledger: the records whose ids `of.records` has; others of the same ledger make no difference.
        of: the neighbourhood.
        rules: the flags to try.
        policy: how sources are weighed and claims graded.

    Raises:
        UnknownNameError: when the records make no such claim.
    """
    claims = Claims(ledger.view).all
    found = next((claim for claim in claims if claim.key == of.claim), None)
    if found is None:
        raise UnknownNameError("claim", of.claim, [claim.key for claim in claims])
    claim = attrs.evolve(found, label=of.label)
    return Bench(ledger, policy, NOTHING, Carriers(ledger.view, dict(of.carriers))).report(claim, claim, rules)


def neighbourhoods(ledger: Ledger, policy: Policy, find: Find | None = None) -> Neighbourhoods:
    """What finds the neighbourhoods of the claims of a ledger in memory.

    Args:
        ledger: the records.
        policy: for the agencies that it names.
        find: looks up standing records by handle; made from the ledger when left out.
    """
    return Neighbourhoods(find or catalogue(ledger), Carriers(ledger.view).of, policy.sources.agencies)


def method(rules: Iterable[Rule], policy: Policy) -> str:
    """The digest of how claims are assessed: policy, flags and version (BLAKE2b, 128 bits)."""
    told = [VERSION, repr(policy), *map(_told, rules)]
    return blake2b("\n".join(told).encode(), digest_size=ID_BYTES).hexdigest()


def _told(rule: Rule) -> str:
    """What tells a rule from others: its code, or where it is defined, and what was set for it."""
    test = getattr(rule, "test", rule)
    given = repr(sorted(test.keywords.items())) if isinstance(test, partial) else ""
    return f"{getattr(rule, 'code', '') or getattr(rule, '__module__', '') + '.' + getattr(rule, '__qualname__', repr(rule))} {given}"


class Bench:
    """Where the claims of one view are traced and weighed: the letters of its sources, and the policy that says what they weigh.

    Args:
        ledger: the records.
        policy: how sources are weighed and claims graded.
        gone: the sources to take out.
        carriers: what stands for each article; worked out from the records when left out.
        outcomes: what lineages amount to by this policy; handed from one bench to the next, it is not worked out again.
    """

    def __init__(
        self, ledger: Ledger, policy: Policy, gone: Exclusion, carriers: Carriers | None = None, outcomes: Outcomes | None = None
    ) -> None:
        self.tracer = Tracer(ledger.view, gone, carriers)
        self._view = ledger.view
        self._policy = policy
        self._outcomes = outcomes or Outcomes(policy)
        self.marks = marks(ledger.view, policy)

    def report(self, claim: TrackedClaim, heard: TrackedClaim, rules: Iterable[Rule]) -> SupportReport:
        """The report on one claim.

        Args:
            claim: the claim as tracked.
            heard: what is left of it.
            rules: the flags to try.
        """
        said, against = ([self._view.statements[key] for key in heard.bearing(*kinds)] for kinds in (FOR, AGAINST))
        support = self._weighed(self.tracer.support(claim), said)
        denial = self._weighed(self.tracer.denial(claim), against)
        figures = conflicting(said) if len(said) > 1 else ()
        return assess(Case(heard, support, denial, self._view, figures), self.marks, self._policy, rules)

    def _weighed(self, lineage: Lineage, said: Sequence[Statement]) -> Sourcing:
        """The sourcing of a claim or of its denial, with what its origins amount to."""
        return self._outcomes.sourcing(lineage, heard(lineage, said, self.marks), self._view)
