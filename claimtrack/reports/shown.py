"""How reports, claims and lineages show themselves in a notebook: a piece of HTML that stands by itself, without script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from claimtrack.model.case import AGAINST, FOR, counted
from claimtrack.model.lineage import Lineage
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.showing import as_html
from claimtrack.model.terms import StanceKind
from claimtrack.reports.drawings.sentences import words_of
from claimtrack.reports.drawings.style import RULES
from claimtrack.reports.drawings.svg import drawing_of, drawing_of_lineage
from claimtrack.reports.words import breadcrumbs, deep_link, harmless, range_of

MOST = 50
"""Claims in the table of a report; the rest are counted."""
SCOPE = ".claimtrack"
_OWN = (
    "table{border-collapse:collapse;margin:.5em 0}",
    "th,.claimtrack td{text-align:left;vertical-align:top;padding:.2em .6em;border-bottom:1px solid currentColor}",
    "caption{text-align:left;font-weight:bold}",
)
STYLE = "\n".join(f"{SCOPE} {rule}" for rule in (*_OWN, *RULES))
"""Rules that reach no further than what is shown here."""


_HEADS = "".join(f'<th scope="col">{head}</th>' for head in ("claim", "origins", "wording", "said", "content", "flags"))


def shown(body: Iterable[str]) -> str:
    """Pieces of HTML in a frame with a style of its own."""
    return f'<div class="claimtrack"><style>\n{STYLE}\n</style>\n{"".join(body)}</div>'


@as_html.register
def _report(report: Report) -> str:
    return shown(_overview(report))


@as_html.register
def _claim(claim: SupportReport) -> str:
    return shown(_in_full(claim))


@as_html.register
def _lineage(lineage: Lineage) -> str:
    return shown([_framed(drawing_of_lineage(lineage))])


def _inert(text: str) -> str:
    return escape(harmless(text))


def _framed(svg: str) -> str:
    return f'<div class="lines-frame" tabindex="0">{svg}</div>'


def _overview(report: Report) -> Iterator[str]:
    """The claims as a table, worst supported first."""
    view = report.view
    caption = ", ".join(
        (counted(len(report.claims), "claim"), counted(len(view.statements), "statement"), counted(len(view.articles), "article"))
    )
    yield f"<table><caption>{caption}</caption><thead><tr>{_HEADS}</tr></thead><tbody>"
    for claim in report.claims[:MOST]:
        flags = ", ".join(flag.name for flag in claim.flags)
        cells = (claim.name, range_of(claim), claim.claim.wording, str(claim.said), str(claim.content), flags)
        yield f"<tr>{''.join(f'<td>{_inert(cell)}</td>' for cell in cells)}</tr>"
    yield "</tbody></table>"
    if len(report.claims) > MOST:
        yield f"<p>{counted(len(report.claims) - MOST, 'more claim')} not shown.</p>"
    for rest in report.rests[:1]:
        yield f"<p>More claims rest on {_inert(rest.name)} than on anything else: {counted(len(rest.claims), 'claim')}.</p>"
    yield "<p>Origins: at least..at most. The grades are of sourcing, not of truth.</p>"


def _in_full(claim: SupportReport) -> Iterator[str]:
    """One claim: its lines of reporting, who says so and who denies it, its flags and grades."""
    yield f"<p><strong>{_inert(claim.name)}</strong> {_inert(claim.claim.wording)}</p><p>{_inert(claim.summary)}</p>"
    yield _framed(drawing_of(claim, claim.view))
    yield f"<details><summary>The same in words</summary>{_list(map(_inert, words_of(claim, claim.view)))}</details>"
    yield _titled("Who says so", _bearings(claim, FOR))
    yield _titled("Against it", _bearings(claim, AGAINST))
    yield _titled("Flags", (_inert(f"{flag.code} {flag.name}: {flag.reason}") for flag in claim.flags))
    yield f"<p>said {claim.said}, content {claim.content}: grades of sourcing, not of truth</p>"


def _bearings(claim: SupportReport, kinds: tuple[StanceKind, ...]) -> Iterator[str]:
    """Statements, each with who says it and the address that opens the page at its place."""
    view = claim.view
    for key in claim.claim.bearing(*kinds):
        statement = view.statements.get(key)
        if statement is None:
            yield _inert(key)
            continue
        link = deep_link(statement, view.articles.get(view.resolve(statement.article)))
        named = f'<a href="{escape(link)}" rel="noopener noreferrer nofollow">{_inert(key)}</a>' if link else _inert(key)
        yield f"{named} {_inert(breadcrumbs(statement, view))}: {_inert(statement.proposition or '(no words of ours)')}"


def _titled(title: str, items: Iterable[str]) -> str:
    """A list under its title; nothing where it is empty."""
    listed = list(items)
    return f"<p><strong>{title}</strong></p>{_list(listed)}" if listed else ""


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
