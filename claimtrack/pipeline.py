"""The stages in order, each replaceable: from records to the report on every claim."""

from __future__ import annotations

import os
from collections.abc import Iterable

from claimtrack import files
from claimtrack.errors import Fault, InputError
from claimtrack.intake import read, texts
from claimtrack.linking import link
from claimtrack.model import Claims, Ledger
from claimtrack.model.case import Case
from claimtrack.model.reports import Report
from claimtrack.provenance import Tracer
from claimtrack.provenance import source as summed
from claimtrack.seams import Blocker, Extractor, Framer, Inference, Rule, Scorer
from claimtrack.statements import extract
from claimtrack.support import FLAGS, Marks, assess, overview, worst_first


def track(
    source: Ledger | str | os.PathLike[str],
    *,
    extractor: Extractor = extract,
    framer: Framer | None = None,
    scorer: Scorer | None = None,
    blocker: Blocker | None = None,
    inference: Inference | None = None,
    rules: Iterable[Rule] = FLAGS,
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

    Raises:
        InputError: when something in the file or folder cannot be read; `files.load` reads the rest all the same.
    """
    ledger = source if isinstance(source, Ledger) else _loaded(source, extractor, framer, scorer, blocker, inference)
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
