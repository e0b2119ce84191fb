"""The stages in order, each replaceable: from records to the report on every claim."""

from __future__ import annotations

import os
from collections.abc import Iterable

import attrs

from claimtrack import files
from claimtrack.codec import default_policy
from claimtrack.errors import Fault, InputError
from claimtrack.intake import read, texts
from claimtrack.linking import link
from claimtrack.model import Claims, Ledger
from claimtrack.model.case import AGAINST, FOR, Case
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.lineage import Lineage
from claimtrack.model.marks import Marks
from claimtrack.model.policy import Policy
from claimtrack.model.reports import Evidence, Report, Sourcing
from claimtrack.model.terms import StanceKind
from claimtrack.model.view import View
from claimtrack.provenance import Tracer, weigh
from claimtrack.provenance import source as summed
from claimtrack.reliability import marks, weighings
from claimtrack.seams import Blocker, Extractor, Framer, Inference, Rule, Scorer
from claimtrack.statements import extract
from claimtrack.support import FLAGS, assess, overview, worst_first


def track(
    source: Ledger | str | os.PathLike[str],
    *,
    extractor: Extractor = extract,
    framer: Framer | None = None,
    scorer: Scorer | None = None,
    blocker: Blocker | None = None,
    inference: Inference | None = None,
    rules: Iterable[Rule] = FLAGS,
    policy: Policy | None = None,
) -> Report:
    """Trace and assess every claim of a ledger.

    Args:
        source: the records, or the file or folder to load them from.
        extractor: what finds the statements of raw articles among the files.
        framer: what says as what these are put forward; the extractor's word stands without one.
        scorer: what weighs whether two of them are one claim, in place of the packaged comparisons.
        blocker: what finds the pairs worth comparing, in place of shared rare words.
        inference: a model of natural language inference, to join the rules that find denials.
        rules: the flags to try; leave some out or add your own.
        policy: how sources are weighed and claims graded; the packaged policy without one.

    Raises:
        InputError: when something in the file or folder cannot be read; `files.load` reads the rest all the same.
    """
    ledger = source if isinstance(source, Ledger) else _loaded(source, extractor, framer, scorer, blocker, inference)
    view = ledger.view
    claims = Claims(view)
    tracer, bench, rules = Tracer(view), Bench(view, policy or default_policy()), tuple(rules)
    reports = []
    for claim in claims.all:
        support = bench.weighed(tracer.support(claim), claim, FOR)
        case = Case(claim, support, bench.weighed(tracer.denial(claim), claim, AGAINST), view)
        reports.append(assess(case, bench.marks, bench.policy, rules))
    ordered = worst_first(reports)
    rests, helps = overview(ordered, view)
    return Report(
        claims=ordered,
        rests=rests,
        helps=helps,
        unclaimed=claims.unclaimed,
        conflicts=tuple(sorted({*ledger.conflicts(), *claims.conflicts})),
        digest=ledger.digest,
        view=view,
    )


class Bench:
    """Where lineages are weighed: the letters of one view's sources and the policy that says what they weigh."""

    def __init__(self, view: View, policy: Policy) -> None:
        self.policy = policy
        self.marks: Marks = marks(view, policy)
        self._view = view

    def weighed(self, lineage: Lineage, claim: TrackedClaim, kinds: Iterable[StanceKind]) -> Sourcing:
        """The sourcing of a claim or of its denial, with what its origins amount to."""
        said = [self._view.statements[key] for key in claim.bearing(*kinds)]
        ends = weighings(lineage, said, self.marks, self.policy)
        least, middle, most = (weigh(lineage, end.factors, end.evidence) for end in (ends.least, ends.middle, ends.most))
        evidence = Evidence(least=least.total, middle=middle.total, most=most.total)
        return attrs.evolve(summed(lineage, self._view), evidence=evidence, strength=middle)


def _loaded(
    path: str | os.PathLike[str],
    extractor: Extractor,
    framer: Framer | None,
    scorer: Scorer | None,
    blocker: Blocker | None,
    inference: Inference | None,
) -> Ledger:
    loaded = files.load([path])
    ledger, faults = with_articles(loaded, extractor, framer, scorer, blocker, inference)
    if told := (*loaded.still_faulty(ledger), *faults):
        raise InputError(told)
    return ledger


def with_articles(
    loaded: files.Loaded,
    extractor: Extractor = extract,
    framer: Framer | None = None,
    scorer: Scorer | None = None,
    blocker: Blocker | None = None,
    inference: Inference | None = None,
) -> tuple[Ledger, tuple[Fault, ...]]:
    """What was loaded, with its raw articles read and linked, and what could not be read of these."""
    if not loaded.raw:
        return loaded.ledger, ()
    told, faults = read(loaded.raw, loaded.ledger, extractor=extractor, framer=framer)
    both = loaded.ledger | told
    return both | link(both, texts(loaded.raw, both), scorer=scorer, blocker=blocker, inference=inference), faults
