"""The report as a table for a terminal of any width, worst-supported claims first."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap

from tabulate import tabulate

from claimtrack.model.reports import Report, SupportReport
from claimtrack.reports.words import harmless, range_of

NARROW = 72
LEAST = 40
Paint = Callable[[str], str]


def table(report: Report, width: int = 100, heading: Paint = str) -> str:
    """The claims, what they rest on and whom to call.

    Args:
        report: what to show.
        width: of the window, in columns; below `NARROW` the flags go under the wording.
        heading: dresses a heading, for example in bold.
    """
    if not report.claims:
        return "No claims. A claim record, or a judgement that two statements are the same, makes one.\n"
    width = max(width, LEAST)
    parts = [_counts(report), _claims(report, width)]
    if report.rests:
        parts.append(heading("What everything rests on") + "\n" + _rests(report, width))
    if report.helps:
        parts.append(heading("Calls that would help most") + "\n" + _helps(report, width))
    parts.append(_foot(report))
    return "\n\n".join(parts) + "\n"


def _counts(report: Report) -> str:
    view = report.view
    outlets = {view.resolve(article.outlet) for article in view.articles.values() if article.outlet}
    single = sum(claim.flagged("single-source") is not None for claim in report.claims)
    disputed = sum(claim.flagged("disputed") is not None for claim in report.claims)
    return (
        f"{len(report.claims)} claims in {len(view.statements)} statements of {len(view.articles)} articles from {len(outlets)} outlets; "
        f"{single} single-source, {disputed} disputed"
    )


def _claims(report: Report, width: int) -> str:
    if width < NARROW:
        rows = [[row[0], row[1], f"{row[2]}\n[{row[6]}]" if row[6] else row[2]] for row in map(_row, report.claims)]
        return _grid(rows, ["claim", "origins", "wording"], [9, 7, width - 22])
    rows = [_row(claim) for claim in report.claims]
    free = width - 9 - 7 - 8 - 5 - 7 - 12
    return _grid(rows, ["claim", "origins", "wording", "disputed", "said", "content", "flags"], [9, 7, free - free // 2, 8, 5, 7, free // 2])


def _row(claim: SupportReport) -> list[str]:
    disputed = claim.flagged("disputed")
    return [
        harmless(claim.name),
        range_of(claim),
        harmless(claim.claim.wording),
        "yes" if disputed else "",
        str(claim.said),
        str(claim.content),
        ", ".join(flag.name for flag in claim.flags),
    ]


def _grid(rows: list[list[str]], headers: list[str], widths: list[int]) -> str:
    folded = [[_fold(cell, max(4, width)) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return tabulate(folded, headers, tablefmt="simple", disable_numparse=True)


def _fold(text: str, width: int) -> str:
    """Text on lines of some width, broken between words, or inside of one that is longer than a line."""
    return "\n".join(part for line in text.split("\n") for part in wrap(line, width, break_on_hyphens=False) or [""])


def _rests(report: Report, width: int) -> str:
    rows = [[harmless(rest.name), str(len(rest.claims)), harmless(" ".join(rest.claims))] for rest in report.rests]
    return _grid(rows, ["source", "claims", "which"], [width // 2, 6, width - width // 2 - 10])


def _helps(report: Report, width: int) -> str:
    rows = [[f"{place}.", harmless(_capital(need.text)), harmless(" ".join(need.claims))] for place, need in enumerate(report.helps, 1)]
    widths = [3, max(4, (width - 7) * 2 // 3), max(4, (width - 7) // 3)]
    folded = [[_fold(cell, wide) for cell, wide in zip(row, widths, strict=True)] for row in rows]
    return tabulate(folded, tablefmt="plain", disable_numparse=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _foot(report: Report) -> str:
    lines = []
    if report.unclaimed:
        lines.append(f"{len(report.unclaimed)} statements bear on no claim.")
    if report.conflicts:
        lines.append(f"{len(report.conflicts)} conflicts among the records; `claimtrack check` lists them.")
    lines.append("Origins: at least..at most. Grades: source A to F, information 1 to 6 (6: not to be judged); they grade sourcing, not truth.")
    lines.append(f"One claim in full: claimtrack explain {harmless(report.claims[0].name)} PATH")
    return "\n".join(lines)
