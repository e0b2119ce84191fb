"""The stages in order, each replaceable: from records to the report on every claim."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from claimtrack import assessing, files
from claimtrack.codec import default_policy
from claimtrack.errors import Fault, InputError
from claimtrack.intake import Watch, read, texts
from claimtrack.linking import link
from claimtrack.model import Claims, Ledger, Period
from claimtrack.model.asof import as_of as published_by
from claimtrack.model.policy import Policy
from claimtrack.model.reports import Log, Report
from claimtrack.model.values import period
from claimtrack.model.whatif import NOTHING
from claimtrack.provenance import exclude
from claimtrack.seams import Blocker, Extractor, Framer, Inference, Rule, Scorer
from claimtrack.statements import extract
from claimtrack.support import FLAGS, compare


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
    without: Iterable[str] = (),
    as_of: Period | date | str | None = None,
    keep_undated: bool = False,
    log: Log | None = None,
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
        without: outlets and speakers to take out, by key, name, alias or domain, or `state-media` or `anonymous`; the report is on what
            is left, and its `without` says what became of each claim.
        as_of: report on what was published by the end of this day, month or year alone; the report's `as_of` says what is left out.
        keep_undated: whether articles without a date count then.
        log: where the records came from; found out when they are loaded here.

    Raises:
        RecordError: when `as_of` is no date.
        InputError: when something in the file or folder cannot be read; `files.load` reads the rest all the same.
        UnknownNameError: when nothing goes by a name to be taken out, with the nearest ones.
        AmbiguousNameError: when such a name fits several.
    """
    if not isinstance(source, Ledger):
        loaded = _loaded(source, extractor, framer, scorer, blocker, inference)
        source, log = loaded.ledger, log or loaded.log
    then = None
    if as_of is not None:
        source, then = published_by(source, period(as_of), keep_undated)
    return attrs.evolve(_tracked(source, tuple(rules), policy or default_policy(), without), as_of=then, log=log or Log())


def _tracked(ledger: Ledger, rules: Sequence[Rule], policy: Policy, without: Iterable[str]) -> Report:
    """The report, without where the records came from."""
    claims, gone = Claims(ledger.view), exclude(ledger.view, without)
    whole = assessing.report(ledger, claims, rules, policy, NOTHING)
    if not gone.taken:
        return whole
    left = assessing.report(ledger, claims, rules, policy, gone)
    return attrs.evolve(left, without=compare(whole.claims, left.claims, gone))


def _loaded(
    path: str | os.PathLike[str],
    extractor: Extractor,
    framer: Framer | None,
    scorer: Scorer | None,
    blocker: Blocker | None,
    inference: Inference | None,
) -> files.Loaded:
    loaded = files.load([path])
    ledger, faults = with_articles(loaded, extractor, framer, scorer, blocker, inference)
    if told := (*loaded.still_faulty(ledger), *faults):
        raise InputError(told)
    return attrs.evolve(loaded, ledger=ledger)


def with_articles(
    loaded: files.Loaded,
    extractor: Extractor = extract,
    framer: Framer | None = None,
    scorer: Scorer | None = None,
    blocker: Blocker | None = None,
    inference: Inference | None = None,
    watched: Watch = iter,
) -> tuple[Ledger, tuple[Fault, ...]]:
    """What was loaded, with its raw articles read and linked, and what could not be read of these; `watched` as in `intake.read`."""
    if not loaded.raw:
        return loaded.ledger, ()
    told, faults = read(loaded.raw, loaded.ledger, extractor=extractor, framer=framer, watched=watched)
    both = loaded.ledger | told
    return both | link(both, texts(loaded.raw, both), scorer=scorer, blocker=blocker, inference=inference), faults
