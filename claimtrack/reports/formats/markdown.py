"""The report as Markdown, for a page that renders tables (GitHub's dialect)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from claimtrack.model.case import counted
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.whatif import WhatIf
from claimtrack.reports.asof import as_of_lines, as_of_title
from claimtrack.reports.formats.mermaid import flowchart
from claimtrack.reports.graph import lines_of
from claimtrack.reports.whatif import HEADERS, cells, fates, taken_names
from claimtrack.reports.words import anchor_of, breadcrumbs, deep_link, marked, narrows, range_of

MOST_DRAWN = 12
"""Drawings of one page; a browser draws each by itself, and many are slow."""
WORTH_DRAWING = 4
"""Nodes from which a drawing says more than the sentence above it."""


def markdown(report: Report, *, plain: bool = False) -> str:
    """The whole report: the claims in a table, what they rest on, then each claim with its statements, denials and flags.

    The lines of the worst supported claims are drawn in Mermaid, where there is more to them than one line.

    Args:
        report: what to put into it.
        plain: leave the drawings out, for readers that do not draw Mermaid.
    """
    lines = [
        f"# Support report{', a' + as_of_title(report.as_of)[1:] if report.as_of else ''}",
        "",
        f"{counted(len(report.claims), 'claim')}, worst supported first. Grades are of sourcing, not of truth.",
        "",
    ]
    if report.as_of:
        lines += [*map(_listed, as_of_lines(report.as_of)), ""]
    if report.without:
        lines += _without(report.without, report)
    rows = [[_jump(c), range_of(c), c.claim.wording, c.said, c.content, ", ".join(f.name for f in c.flags)] for c in report.claims]
    lines += _table(["claim", "origins", "wording", "said", "content", "flags"], rows)
    if report.rests:
        lines += ["", "## What everything rests on", ""]
        lines += _table(["source", "claims"], ([rest.name, " ".join(rest.claims)] for rest in report.rests))
    if report.helps:
        lines += ["", "## Calls that would help most", ""]
        lines += [f"{place}. {marked(need.text)} ({marked(', '.join(need.claims))})" for place, need in enumerate(report.helps, 1)]
    drawn = frozenset() if plain else _worth_drawing(report)
    for claim in report.claims:
        lines += _claim(claim, report, drawn=claim.claim.key in drawn)
    if report.conflicts:
        lines += ["", "## Conflicts among the records", ""]
        lines += [f"- {marked(conflict.about)}: {marked(conflict.detail)}" for conflict in report.conflicts]
    return "\n".join(lines) + "\n"


def _without(what: WhatIf, report: Report) -> Iterator[str]:
    """What became of the claims, before the report on what is left."""
    yield from (f"## Without {marked(taken_names(what, report.view))}", "", *map(_listed, fates(what)), "")
    if what.changed:
        yield from _table(list(HEADERS), (list(cells(outcome)) for outcome in what.changed))
        yield ""
    yield from ("## What is left", "")


def _listed(line: str) -> str:
    """A line with its text marked; a point of a list stays one."""
    return f"- {marked(line[2:])}" if line.startswith("- ") else marked(line) + "\n"


class _Markup(str):
    """Text that is Markdown already."""


def _jump(claim: SupportReport) -> _Markup:
    return _Markup(f"[{marked(claim.name)}](#{_anchor(claim)})")


def _anchor(claim: SupportReport) -> str:
    return anchor_of("c", claim.claim.key)


def _table(headers: list[str], rows: Iterable[list[object]]) -> Iterator[str]:
    yield f"| {' | '.join(headers)} |"
    yield f"|{' --- |' * len(headers)}"
    for row in rows:
        yield f"| {' | '.join(cell if isinstance(cell, _Markup) else marked(str(cell)) for cell in row)} |"


def _worth_drawing(report: Report) -> frozenset[str]:
    """The keys of the first claims whose lines are worth drawing."""
    worth = (claim.claim.key for claim in report.claims if len(lines_of(claim).nodes) >= WORTH_DRAWING)
    return frozenset(islice(worth, MOST_DRAWN))


def _claim(claim: SupportReport, report: Report, *, drawn: bool) -> Iterator[str]:
    heading = f"## {marked(claim.name)}: {marked(claim.claim.wording)}"
    yield from ("", f'<a id="{_anchor(claim)}"></a>', "", heading, "", marked(claim.summary))
    narrow = narrows(claim, report.view)
    if narrow:
        yield from ("", f"Everything on record rests on {marked(' and on '.join(narrow))}.")
    if drawn:
        yield from ("", "```mermaid", *flowchart(claim).splitlines(), "```")
    yield ""
    yield from (line for bearing in claim.claim.bearings for line in _statement(bearing.statement, str(bearing.kind), report))
    yield ""
    for flag in claim.flags:
        yield f"- **{marked(flag.code)} {marked(flag.name)}**: {marked(flag.reason)}. *Cleared by:* {marked(flag.clears)}."
    yield f"- Said {claim.said}: {marked(claim.said.rule)}."
    yield f"- Content {claim.content}: {marked(claim.content.rule)}."
    yield f"- {marked(claim.assessment.sentence)}"
    yield f"- Confidence: {claim.assessment.confidence}."


def _statement(key: str, stance: str, report: Report) -> Iterator[str]:
    view = report.view
    statement = view.statements[key]
    link = deep_link(statement, view.articles.get(view.resolve(statement.article)))
    place = f" ([place](<{link}>))" if link else ""
    said = f" {marked(statement.proposition)}" if statement.proposition else ""
    yield f"- {marked(key)} {stance}, {statement.framing}: {marked(breadcrumbs(statement, view))}.{said}{place}"
