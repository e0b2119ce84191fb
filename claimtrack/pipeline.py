"""The stages in order, each replaceable: from records to the report on every claim."""

from __future__ import annotations

import os
from collections.abc import Iterable

from claimtrack import files
from claimtrack.errors import InputError
from claimtrack.model import Claims, Ledger
from claimtrack.model.case import Case
from claimtrack.model.reports import Report
from claimtrack.provenance import Tracer
from claimtrack.provenance import source as summed
from claimtrack.seams import Rule
from claimtrack.support import FLAGS, Marks, assess, overview, worst_first


def track(source: Ledger | str | os.PathLike[str], *, rules: Iterable[Rule] = FLAGS) -> Report:
    """Trace and assess every claim of a ledger.

    Args:
        source: the records, or the file or folder to load them from.
        rules: the flags to try; leave some out or add your own.

    Raises:
        InputError: when something in the file or folder cannot be read; `files.load` reads the rest all the same.
    """
    ledger = source if isinstance(source, Ledger) else _loaded(source)
    view = ledger.view
    claims = Claims(view)
    tracer, marks, rules = Tracer(view), Marks(view), tuple(rules)
    reports = []
    for claim in claims.all:
        case = Case(claim, summed(tracer.support(claim), view), summed(tracer.denial(claim), view), view)
        reports.append(assess(case, marks, rules))
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


def _loaded(path: str | os.PathLike[str]) -> Ledger:
    loaded = files.load([path])
    if loaded.faults:
        raise InputError(loaded.faults)
    return loaded.ledger
