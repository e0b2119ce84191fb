"""What changed from one report to another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from claimtrack.model.base import Record
from claimtrack.model.case import AGAINST, FOR, OPINIONS
from claimtrack.model.claims import Bearing
from claimtrack.model.diffs import Change, ClaimChange, Diff, Drift, Edit, Loss, Seen, TakenBack, Tally
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Article, Retraction, Statement
from claimtrack.model.reports import Flag, Report, SupportReport
from claimtrack.model.terms import Framing, Modality
from claimtrack.model.view import View
from claimtrack.support.comparing import extent, measured
from claimtrack.support.pairing import pair


def diff(old: Report, new: Report) -> Diff:
    """What changed from an old report to a new one; empty where nothing did.

    Claims are matched by what they are made of, not by their labels: see `claimtrack.support.pairing.pair`. Both reports should be made
    with one policy and one set of rules, or else what these change is taken for a change of the records.

    Args:
        old: the report before, such as `track("old")`, or one as of an earlier day.
        new: the report after.
    """
    return Diff(
        old=old,
        new=new,
        claims=_ordered(change for change in _changes(old, new) if change.changed),
        published=tuple(sorted(new.view.articles.keys() - old.view.articles.keys())),
        vanished=tuple(sorted(old.view.articles.keys() - new.view.articles.keys())),
        edits=tuple(sorted(_edits(old.view, new.view))),
        retracted=tuple(sorted(_taken_back(old.ledger, new.ledger))),
        restored=tuple(sorted(_taken_back(new.ledger, old.ledger))),
        clashing=tuple(sorted({*new.conflicts} - {*old.conflicts})),
        settled=tuple(sorted({*old.conflicts} - {*new.conflicts})),
        records=tuple(sorted(_tallies(old.ledger, new.ledger))),
    )


def _ordered(changes: Iterable[ClaimChange]) -> tuple[ClaimChange, ...]:
    place = list(Change)
    return tuple(sorted(changes, key=lambda each: (place.index(each.change), [(one.name, one.key) for one in (*each.new, *each.old)])))


def _changes(old: Report, new: Report) -> Iterator[ClaimChange]:
    before = {report.claim.key: report for report in old.claims}
    after = {report.claim.key: report for report in new.claims}
    for was, now in pair([report.claim for report in old.claims], [report.claim for report in new.claims]):
        yield _change([before[key] for key in was], [after[key] for key in now], old.view, new.view)


def _change(was: Sequence[SupportReport], now: Sequence[SupportReport], before: View, after: View) -> ClaimChange:
    """What became of claims that belong together."""
    origins_before, origins_after = _origins(was), _origins(now)
    borne_before, borne_after = _bearings(was), _bearings(now)
    said, unsaid = sorted(borne_after - borne_before), sorted(borne_before - borne_after)
    alike = sorted({each.statement for each in borne_before} & {each.statement for each in borne_after})
    told_before, told_after = _statements(was, before), _statements(now, after)
    return ClaimChange(
        old=tuple(_seen(report, before) for report in was),
        new=tuple(_seen(report, after) for report in now),
        gained=tuple(sorted(origins_after - origins_before)),
        lost=tuple(sorted(origins_before - origins_after)),
        raised=_flags(now, was),
        cleared=_flags(was, now),
        said=tuple(each for each in said if each.kind not in AGAINST),
        unsaid=tuple(each for each in unsaid if each.kind not in AGAINST),
        denied=tuple(each for each in said if each.kind in AGAINST),
        withdrawn=tuple(each for each in unsaid if each.kind in AGAINST),
        drifts=tuple(drift for key in alike for drift in _drifts(key, before, after)),
        losses=tuple(_losses(told_before, told_after)),
        returns=tuple(_losses(told_after, told_before)),
    )


def _seen(report: SupportReport, view: View) -> Seen:
    told = _statements([report], view)
    return Seen(
        key=report.claim.key,
        name=report.name,
        wording=report.claim.wording,
        kinds=tuple(map(str, report.claim.kinds)),
        extent=extent(report),
        denial=measured(report.denial, len(report.claim.bearing(*AGAINST))),
        said=str(report.said),
        content=str(report.content),
        likelihood=report.assessment.likelihood,
        confidence=str(report.assessment.confidence),
        opinions=sum(statement.framing in OPINIONS for statement in told),
        hedged=sum(map(_hedged, told)),
        unattributed=len(told) - sum(map(_attributed, told)),
    )


def _statements(reports: Iterable[SupportReport], view: View) -> list[Statement]:
    """The statements in support, in order."""
    return [view.statements[key] for key in sorted({key for report in reports for key in report.claim.bearing(*FOR)})]


def _hedged(statement: Statement) -> bool:
    return statement.framing is Framing.HEDGED or Modality.HEDGED in statement.modality


def _attributed(statement: Statement) -> bool:
    return bool(statement.chain)


def _origins(reports: Iterable[SupportReport]) -> set[str]:
    """The names of the origins on record."""
    return {node.name for report in reports for node in report.support.lineage.origins if node.recorded}


def _bearings(reports: Iterable[SupportReport]) -> set[Bearing]:
    return {bearing for report in reports for bearing in report.claim.bearings}


def _flags(some: Iterable[SupportReport], others: Iterable[SupportReport]) -> tuple[Flag, ...]:
    """The flags that some bear and none of the others does, each once."""
    known = {flag.code for report in others for flag in report.flags}
    found = {flag.code: flag for report in reversed(tuple(some)) for flag in report.flags if flag.code not in known}
    return tuple(found[code] for code in sorted(found))


def _drifts(key: str, before: View, after: View) -> Iterator[Drift]:
    """What is recorded otherwise of one statement."""
    for what, told in STATED:
        old, new = told(before.statements[key], before), told(after.statements[key], after)
        if old != new:
            yield Drift(key, what, old, new)


def _chain(statement: Statement, view: View) -> str:
    """Who says it, from the article inwards; with how surely that is known."""
    links = (f"{' and '.join(view.name(view.resolve(one)) for one in link.holders)} ({link.certainty})" for link in statement.chain)
    return " > ".join(links) or "the article itself"


STATED: tuple[tuple[str, Callable[[Statement, View], str]], ...] = (
    ("framing", lambda statement, _: str(statement.framing)),
    ("shades", lambda statement, _: ", ".join(map(str, statement.modality)) or "none"),
    ("polarity", lambda statement, _: str(statement.polarity)),
    ("voice", lambda statement, _: str(statement.voice)),
    ("chain", _chain),
    ("proposition", lambda statement, _: statement.proposition),
    ("words", lambda statement, _: statement.anchor.digest),
)
"""What of a statement is compared, as a reader would call it; of its words the digest."""

PLAIN: tuple[tuple[str, Callable[[Statement], bool]], ...] = (("hedge", _hedged), ("attribution", _attributed))
"""What a statement may do without, and whether it has it."""


def _losses(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[Loss]:
    """Statements that came without what all statements before them had."""
    known = {statement.key for statement in before}
    for what, has in PLAIN:
        if before and all(map(has, before)):
            yield from (Loss(what, statement.key) for statement in after if statement.key not in known and not has(statement))


def _edits(before: View, after: View) -> Iterator[Edit]:
    for key in before.articles.keys() & after.articles.keys():
        for what, told in PUBLISHED:
            old, new = told(before.articles[key], before), told(after.articles[key], after)
            if old != new:
                yield Edit(key, what, old, new)


PUBLISHED: tuple[tuple[str, Callable[[Article, View], str]], ...] = (
    ("title", lambda article, _: article.title),
    ("outlet", lambda article, view: view.name(view.resolve(article.outlet)) if article.outlet else ""),
    ("published", lambda article, _: str(article.published.on) if article.published else ""),
    ("genre", lambda article, _: str(article.genre)),
    ("url", lambda article, _: article.url),
    ("text", lambda article, _: article.digest),
)
"""What of an article is compared; of its text the digest."""


def _taken_back(one: Ledger, other: Ledger) -> Iterator[TakenBack]:
    """Records that stand in one ledger and are taken back in the other."""
    reasons: dict[str, set[str]] = defaultdict(set)
    for retraction in other.of(Retraction):
        reasons[retraction.record].add(_reason(retraction))
    for record in one:
        if record.id not in one.retracted and record.id in other.retracted:
            why = tuple(sorted(reasons[record.id]))
            yield TakenBack(record=record.id, type=record.type, key=getattr(record, "key", ""), reasons=why)


def _reason(retraction: Retraction) -> str:
    return f"{retraction.maker.name}: {retraction.reason}" if retraction.maker else retraction.reason


def _tallies(old: Ledger, new: Ledger) -> Iterator[Tally]:
    """How many standing records only one of two ledgers has, by type."""
    before, after = _standing(old), _standing(new)
    added, gone = (Counter(record.type for record in some) for some in (after.values(), before.values()))
    shared = Counter(record.type for key, record in before.items() if key in after)
    for kind in added.keys() | gone.keys():
        more, less = added[kind] - shared[kind], gone[kind] - shared[kind]
        if more or less:
            yield Tally(kind, more, less)


def _standing(ledger: Ledger) -> dict[str, Record]:
    return {record.id: record for record in ledger if record.id not in ledger.retracted}
