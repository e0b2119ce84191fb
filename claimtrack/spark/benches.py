"""Where a worker assesses one group of claims after the other: what all of them look at stands ready, the statements come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from claimtrack.assessing import Bench
from claimtrack.collecting import paused
from claimtrack.model import Claims, Ledger, NoticeKind, Record, View
from claimtrack.model.policy import Policy
from claimtrack.model.reports import SupportReport
from claimtrack.model.whatif import NOTHING
from claimtrack.reports import claim_line
from claimtrack.seams import Rule
from claimtrack.spark.needed import pyspark
from claimtrack.spark.tables import Row, record


@attrs.frozen(slots=False)
class Context:
    """What every claim may look at: all standing records but claims and statements, and judgements and stances on these.

    Attributes:
        lines: the records, as lines.
        rules: the flags to try.
        policy: how sources are weighed and claims graded.
    """

    lines: tuple[str, ...]
    rules: tuple[Rule, ...]
    policy: Policy

    @cached_property
    def ledger(self) -> Ledger:
        """The records; built once in each process."""
        with paused():
            return Ledger(map(record, self.lines))

    @cached_property
    def bench(self) -> Bench:
        """Where claims are assessed, over the ledger's view."""
        return Bench(self.ledger, self.policy, NOTHING)

    @property
    def credited(self) -> list[str]:
        """The articles that credit others in a notice."""
        articles = self.ledger.view.articles.values()
        return [each.key for each in articles if any(notice.kind is NoticeKind.CREDIT and notice.cites for notice in each.notices)]

    def __getstate__(self) -> tuple[tuple[str, ...], tuple[Rule, ...], Policy]:
        """What goes to workers: not what each of them builds."""
        return self.lines, self.rules, self.policy

    def __setstate__(self, state: tuple[tuple[str, ...], tuple[Rule, ...], Policy]) -> None:
        for name, value in zip(("lines", "rules", "policy"), state, strict=True):
            object.__setattr__(self, name, value)


@attrs.frozen
class Seat:
    """Makes the rows of a component into the reports on its claims."""

    context: pyspark.Broadcast[Context]

    def __call__(self, _: object, rows: Iterator[Row]) -> Iterator[Row]:
        """One row for each claim of the component."""
        own: list[Record] = []
        beside: list[Record] = []
        for _key, aside, _id, line, *_ in rows:
            (beside if aside else own).append(record(str(line)))
        with paused():
            yield from _reports(View(own), View(beside), self.context.value)


def _reports(own: View, beside: View, context: Context) -> Iterable[Row]:
    """The reports on the claims that some records make, with the statements beside them that are looked at."""
    view = context.ledger.view
    view.statements = {**beside.statements, **own.statements}  # the view is this process's own, and its bench looks at it
    view.__dict__.pop("stated", None)  # which was worked out from the statements before
    for claim in Claims(own).all:
        numbered = claim.key in own.statements
        bare = attrs.evolve(claim, label="") if numbered else claim
        yield _row(context.bench.report(bare, bare, context.rules), view, numbered)


def _row(found: SupportReport, view: View, numbered: bool) -> Row:
    flags = [flag.name for flag in found.flags]
    said = (found.claim.key, found.claim.label, found.claim.wording, found.lower, found.upper, flags)
    return *said, str(found.said), str(found.content), claim_line(found, view), numbered
