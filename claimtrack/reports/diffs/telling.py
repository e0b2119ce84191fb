"""What changed, told in blocks of a title and points, for whichever markup comes after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from claimtrack.model.case import counted, listing
from claimtrack.model.claims import Bearing
from claimtrack.model.diffs import Change, ClaimChange, Diff, Drift, Edit, Seen, TakenBack, Tally
from claimtrack.model.reports import Flag, Report
from claimtrack.model.view import View
from claimtrack.reports.asof import as_of_short
from claimtrack.reports.words import address, breadcrumbs, deep_link

NOTHING_CHANGED = "Nothing changed."
DIGESTS = frozenset({"words", "text"})
"""What is compared by digests, which nobody reads."""


@attrs.frozen
class Point:
    """One thing that changed: a sign (`+` new, `-` gone, `~` otherwise, `!` to mind, or none), words, and perhaps an address."""

    sign: str
    text: str
    link: str = ""


@attrs.frozen
class Block:
    """Points under a title."""

    title: str
    points: tuple[Point, ...]


def summary(diff: Diff) -> list[str]:
    """What is compared, and how many claims changed, in a few lines."""
    lines = [f"{which}: {_contents(report)}" for which, report in (("Old", diff.old), ("New", diff.new))]
    if not diff:
        return [*lines, NOTHING_CHANGED]
    counts = [f"{many:,} {change}" for change in Change if (many := len(diff.of(change)))]
    told = sum(len(each.new) for each in diff.claims)
    return [*lines, f"Claims: {', '.join([*counts, f'{len(diff.new.claims) - told:,} as before'])}."]


def _contents(report: Report) -> str:
    told = f"{counted(len(report.view.articles), 'article')}, {counted(len(report.claims), 'claim')}."
    return f"{told} {as_of_short(report.as_of)}" if report.as_of else told


def blocks(diff: Diff) -> Iterator[Block]:
    """Everything that changed: articles, records taken back, each claim once, records in numbers."""
    parts = (
        ("Articles", _articles(diff)),
        ("Records taken back", (_back("-", each) for each in diff.retracted)),
        ("Records that stand again", (_back("+", each) for each in diff.restored)),
        ("Conflicts among the records", _conflicts(diff)),
        *((_title(change), _claim(change, diff)) for change in diff.claims),
        ("Standing records", map(_tally, diff.records)),
    )
    for title, points in parts:
        if told := tuple(points):
            yield Block(title, told)


def _articles(diff: Diff) -> Iterator[Point]:
    yield from (_article("+", key, diff.new.view) for key in diff.published)
    yield from (_article("-", key, diff.old.view) for key in diff.vanished)
    yield from (Point("~", f"{edit.article}: {_edited(edit)}") for edit in diff.edits)


def _article(sign: str, key: str, view: View) -> Point:
    article = view.articles[key]
    outlet = view.name(view.resolve(article.outlet)) if article.outlet else "outlet unknown"
    published = article.published.on if article.published else "no date"
    return Point(sign, f"{outlet}, {published}: {article.title or '(no title recorded)'} ({key})", address(article.url))


def _edited(edit: Edit | Drift) -> str:
    if edit.what in DIGESTS:
        return f"the {edit.what} changed"
    return f"{edit.what}: {edit.old or '(none)'} -> {edit.new or '(none)'}"


def _back(sign: str, record: TakenBack) -> Point:
    name = f"{record.type} {record.key or record.record}"
    return Point(sign, f"{name}: {'; '.join(record.reasons)}")


def _conflicts(diff: Diff) -> Iterator[Point]:
    for sign, found in (("+", diff.clashing), ("-", diff.settled)):
        yield from (Point(sign, f"{conflict.about}: {conflict.detail}") for conflict in found)


def _tally(tally: Tally) -> Point:
    parts = [f"{tally.added:,} added"] if tally.added else []
    return Point("", f"{tally.type}: {', '.join([*parts, *([f'{tally.gone:,} gone'] if tally.gone else [])])}")


def _title(change: ClaimChange) -> str:
    """Which claims, what became of them, and what they say."""
    old, new = (listing(each.name for each in side) for side in (change.old, change.new))
    words = {
        Change.NEW: f"{new}, new",
        Change.GONE: f"{old}, gone",
        Change.JOINED: f"{new}, joined out of {old}",
        Change.SPLIT: f"{old}, split into {new}",
        Change.REGROUPED: f"{new}, grouped anew out of {old}",
        Change.CHANGED: new if _same_name(change) else f"{new} (before: {old})",
    }
    return f"{words[change.change]}: {(change.new or change.old)[0].wording}"


def _same_name(change: ClaimChange) -> bool:
    return [each.name for each in change.old] == [each.name for each in change.new]


def _claim(change: ClaimChange, diff: Diff) -> Iterator[Point]:
    """All that is otherwise about a claim; of one that is gone no flags, since they went with it."""
    yield from _standing(change)
    yield from (Point("~", f"{step.what}: {step.old or '(none)'} -> {step.new or '(none)'}") for step in change.steps)
    yield from (Point("+", f"origin: {name}") for name in change.gained)
    yield from (Point("-", f"origin: {name}") for name in change.lost)
    yield from _flags("+", change.raised, "")
    yield from _flags("-", change.cleared if change.new else (), "before: ")
    for sign, bearings, report in (
        ("+", (*change.said, *change.denied), diff.new),
        ("-", (*change.unsaid, *change.withdrawn), diff.old),
    ):
        yield from (_bearing(sign, each, report.view) for each in bearings)
    yield from (Point("~", f"{drift.statement}: {_edited(drift)}") for drift in change.drifts)
    yield from (Point("!", f"{loss.statement} says without {ARTICLES[loss.what]} what all said with one before") for loss in change.losses)
    yield from (Point("!", f"{loss.statement} is gone, the only kind without {ARTICLES[loss.what]}") for loss in change.returns)


ARTICLES = {"hedge": "a hedge", "attribution": "an attribution"}


def _standing(change: ClaimChange) -> Iterator[Point]:
    """How claims stand that cannot be compared one by one."""
    if change.change is Change.CHANGED:
        return
    for which, claims in (("before", change.old), ("now", change.new)):
        named = change.old and change.new
        yield from (Point("", f"{which} {f'{each.name}, “{each.wording}”: ' if named else ''}{_sourced(each)}") for each in claims)


def _sourced(seen: Seen) -> str:
    return f"origins {seen.extent}, denial {seen.denial}, said {seen.said}, content {seen.content}"


def _flags(sign: str, flags: Iterable[Flag], before: str) -> Iterator[Point]:
    yield from (Point(sign, f"flag {flag.code} {flag.name}: {before}{flag.reason}") for flag in flags)


def _bearing(sign: str, bearing: Bearing, view: View) -> Point:
    statement = view.statements[bearing.statement]
    said = f": {statement.proposition}" if statement.proposition else ""
    link = deep_link(statement, view.articles.get(view.resolve(statement.article)))
    return Point(sign, f"{bearing.statement} {bearing.kind}, {statement.framing}: {breadcrumbs(statement, view)}{said}", link)
