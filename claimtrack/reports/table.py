"""The report as a table for a terminal of any width, worst-supported claims first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from claimtrack.model.case import counted
from claimtrack.model.reports import Report, SupportReport
from claimtrack.reports.asof import as_of_lines, as_of_title
from claimtrack.reports.folding import fold, grid
from claimtrack.reports.whatif import what_if
from claimtrack.reports.words import harmless, range_of

NARROW = 72
LEAST = 40
NO_CLAIMS_THEN = "No claim had been made by then here.\n"
Paint = Callable[[str], str]
MINDED = frozenset({(1, "0"), (1, "1"), (1, "0..1"), (3, "yes")})
"""Cells that are dressed as to be minded, by their column: one independent origin at most, a dispute."""

NO_CLAIMS = """No claims. A claim record makes one, and so does a statement that a program read, or a judgement that
two statements are the same; a report on raw articles reads them and links what they say.
"""


def table(report: Report, width: int = 100, heading: Paint = str, minded: Paint = str) -> str:
    """The claims, what they rest on and whom to call.

    Args:
        report: what to show.
        width: of the window, in columns; below `NARROW` the flags go under the wording.
        heading: dresses a heading, for example in bold.
        minded: dresses what is to be minded, one origin at most or a dispute, for example in a colour; the words say the same.
    """
    width = max(width, LEAST)
    if report.as_of:
        then = _folded_all([as_of_title(report.as_of), *as_of_lines(report.as_of)], width, heading)
        rest = table(attrs.evolve(report, as_of=None), width, heading, minded) if report.claims or report.without else NO_CLAIMS_THEN
        return f"{then}\n\n{rest}"
    if report.without:
        left = table(attrs.evolve(report, without=None), width, heading, minded) if report.claims else "No claim is left.\n"
        return f"{what_if(report.without, report.view, width, heading)}\n{heading('What is left')}\n{left}"
    if not report.claims:
        return NO_CLAIMS
    parts = [_folded(_counts(report), width), _claims(report, width, minded)]
    if report.rests:
        parts.append(heading("What everything rests on") + "\n" + _rests(report, width))
    if report.helps:
        parts.append(heading("Calls that would help most") + "\n" + _helps(report, width))
    parts.append("\n".join(_folded(line, width) for line in _foot(report)))
    return "\n\n".join(parts) + "\n"


def _counts(report: Report) -> str:
    view = report.view
    outlets = {view.resolve(article.outlet) for article in view.articles.values() if article.outlet}
    single = sum(claim.flagged("single-source") is not None for claim in report.claims)
    disputed = sum(claim.flagged("disputed") is not None for claim in report.claims)
    return (
        f"{counted(len(report.claims), 'claim')} in {counted(len(view.statements), 'statement')} of "
        f"{counted(len(view.articles), 'article')} from {counted(len(outlets), 'outlet')}; "
        f"{single} single-source, {disputed} disputed"
    )


def _folded(line: str, width: int) -> str:
    return "\n".join(fold(line, width, breaking=False))


def _folded_all(lines: Sequence[str], width: int, heading: Paint) -> str:
    """Lines folded to the width, the first of them a heading."""
    title, *points = (_folded(harmless(line), width) for line in lines)
    return "\n".join([heading(title), *points])


def _claims(report: Report, width: int, minded: Paint) -> str:
    def dress(column: int, line: str) -> str:
        return minded(line) if (column, line) in MINDED else line

    if width < NARROW:
        rows = [
            [row[0], row[1], f"{row[2]}\n[said {row[4]}, content {row[5]}{'; ' if row[6] else ''}{row[6]}]"]
            for row in map(_row, report.claims)
        ]
        return grid(rows, [9, 9, width - 22], ["claim", "origins", "wording"], dress)
    rows = [_row(claim) for claim in report.claims]
    free = width - 9 - 9 - 10 - 6 - 9 - 12
    widths = [9, 9, free - free // 2, 10, 6, 9, free // 2]
    return grid(rows, widths, ["claim", "origins", "wording", "disputed", "said", "content", "flags"], dress)


def _row(claim: SupportReport) -> list[str]:
    disputed = claim.flagged("disputed")
    return [
        harmless(claim.name),
        range_of(claim),
        harmless(claim.claim.wording),
        "yes" if disputed else "",
        str(claim.said),
        str(claim.content),
        harmless(", ".join(flag.name for flag in claim.flags)),
    ]


def _rests(report: Report, width: int) -> str:
    rows = [[harmless(rest.name), str(len(rest.claims)), harmless(" ".join(rest.claims))] for rest in report.rests]
    return grid(rows, [width // 2, 8, width - width // 2 - 12], ["source", "claims", "which"])


def _helps(report: Report, width: int) -> str:
    rows = [[f"{place}.", harmless(_capital(need.text)), harmless(" ".join(need.claims))] for place, need in enumerate(report.helps, 1)]
    return grid(rows, [3, (width - 7) * 2 // 3, (width - 7) // 3])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _foot(report: Report) -> list[str]:
    lines = []
    if report.unclaimed:
        bear = "statement bears" if len(report.unclaimed) == 1 else "statements bear"
        lines.append(f"{len(report.unclaimed)} {bear} on no claim.")
    if report.conflicts:
        lines.append(f"{counted(len(report.conflicts), 'conflict')} among the records; `claimtrack check` lists them.")
    return [
        *lines,
        "Origins: at least..at most.",
        "Grades: said (was it said as reported?) and content (is it so, by its sourcing alone?); source A to F, "
        "information 1 to 6 (6: not to be judged); they grade sourcing, not truth.",
        f"One claim in full: claimtrack explain {harmless(report.claims[0].name)} PATH",
    ]
