"""Outlets and speakers as a terminal table, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from claimtrack.model.case import counted, listing
from claimtrack.model.conduct import Conduct, Measure
from claimtrack.model.records import Rating
from claimtrack.model.reports import Report
from claimtrack.model.values import Citation, CitedFact
from claimtrack.reports.asof import as_of_data, as_of_short, as_of_title
from claimtrack.reports.cards import OUTLET_HEADERS, SPEAKER_HEADERS, Card, Section, letters, outlet_rows, ratings, speaker_rows
from claimtrack.reports.folding import columns, fold, grid
from claimtrack.reports.words import escaped, harmless, marked

SCHEMA = "claimtrack/outlets/1"
LEAST = 40
NARROW = 97
"""Columns below which a table of all has fewer of its own."""
GAP = 4
"""Columns between the head of a column and the next one."""
SPARE = frozenset({"articles", "claims", "alone", "outlets"})
MOST_SPEAKERS = 20
"""Speakers in a table for reading; the data has all."""
CAUTION = "Counts are of sourcing in the articles at hand, not of truth; no share is given below ten."
Paint = Callable[[str], str]


def sources_table(outlets: Sequence[Conduct], speakers: Sequence[Conduct], report: Report, width: int = 100, heading: Paint = str) -> str:
    """All outlets and the speakers most quoted, for a terminal.

    Args:
        outlets: how each outlet sources what it carries.
        speakers: how each speaker is quoted.
        report: what they were counted in.
        width: of the window, in columns.
        heading: dresses a heading.
    """
    width = max(width, LEAST)
    parts = ["\n".join(fold(as_of_short(report.as_of), width, breaking=False))] if report.as_of else []
    parts += [heading("Outlets") + "\n" + _all([OUTLET_HEADERS, *outlet_rows(outlets, report)], width)]
    if quoted := speaker_rows(speakers, report):
        parts.append(heading("Speakers") + "\n" + _all([SPEAKER_HEADERS, *quoted[:MOST_SPEAKERS]], width) + _more(quoted))
    parts.append("\n".join(part for line in (*_absent(outlets, report), CAUTION) for part in fold(harmless(line), width, breaking=False)))
    return "\n\n".join(parts) + "\n"


def _more(quoted: Sequence[object]) -> str:
    return f"\n... and {len(quoted) - MOST_SPEAKERS:,} more" if len(quoted) > MOST_SPEAKERS else ""


def _absent(outlets: Sequence[Conduct], report: Report) -> Iterator[str]:
    """A word on articles that count for no outlet, and on outlets of which no article is at hand."""
    if unknown := sum(not article.outlet for article in report.view.articles.values()):
        yield f"{counted(unknown, 'article')} of unknown outlets {'counts' if unknown == 1 else 'count'} for none."
    if absent := [each.name for each in outlets if not each.measure("articles").count]:
        yield f"No article at hand of {listing(sorted(absent))}."


def _all(rows: Sequence[Sequence[str]], width: int) -> str:
    """Headers and rows as a grid; a narrow window has the columns of `SPARE` alone."""
    headers = rows[0]
    kept = [place for place, header in enumerate(headers) if width >= NARROW or not place or header in SPARE]
    told = [[harmless(row[place]) for place in kept] for row in rows]
    taken = sum(len(header) + GAP for header in told[0][1:])
    return grid(told[1:], [width - taken, *(len(header) for header in told[0][1:])], told[0]) if told[1:] else "none"


def card_table(card: Card, width: int = 100, heading: Paint = str) -> str:
    """One card for a terminal.

    Args:
        card: of an outlet or speaker.
        width: of the window, in columns.
        heading: dresses a heading.
    """
    width = max(width, LEAST)
    parts = [heading(harmless(card.title)) + "\n" + "\n".join(part for line in card.about for part in fold(harmless(line), width))]
    parts += [heading(harmless(section.title)) + "\n" + _section(section, width) for section in card.sections]
    parts.append("\n".join(fold(CAUTION, width, breaking=False)))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, width: int) -> str:
    """The rows under each other, as a grid or as a list."""
    if not section.rows:
        return section.otherwise
    rows = [[harmless(cell) for cell in row] for row in section.rows]
    if section.listed:
        return "\n".join(line for row in rows for line in _point(row, width))
    many = len(rows[0])
    first = min(max(columns(row[0]) for row in rows), width // 2 if many == 2 else 2 * width // 5)
    rest = width - first - 2 * (many - 1)
    widths = [first, rest] if many == 2 else [first, rest - rest // 2, rest // 2]
    return grid(rows, widths)


def _point(row: Sequence[str], width: int) -> Iterator[str]:
    """A row as a point of a list; an address stays on one line, so that it can be followed."""
    yield from fold(f"{row[0]}: {row[1]}", width)
    yield from (f"    {line}" for cell in row[2:] if cell for line in fold(cell, width - 4, breaking=False))


def sources_markdown(outlets: Sequence[Conduct], speakers: Sequence[Conduct], report: Report) -> str:
    """All outlets and all speakers that are quoted, as Markdown."""
    lines = [f"# Outlets and speakers{', a' + as_of_title(report.as_of)[1:] if report.as_of else ''}", "", CAUTION, "", "## Outlets", ""]
    lines += _table(OUTLET_HEADERS, outlet_rows(outlets, report))
    lines += ["", *map(marked, _absent(outlets, report))]
    lines += ["", "## Speakers", "", *_table(SPEAKER_HEADERS, speaker_rows(speakers, report))]
    return "\n".join(lines) + "\n"


def card_markdown(card: Card) -> str:
    """One card as Markdown."""
    lines = [f"# {marked(card.title)}", "", *(f"- {marked(line)}" for line in card.about)]
    for section in card.sections:
        lines += ["", f"## {marked(section.title)}", ""]
        lines += [f"- {': '.join(marked(cell) for cell in row if cell)}" for row in section.rows] or [section.otherwise]
    return "\n".join([*lines, "", CAUTION]) + "\n"


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headers)} |"
    yield f"|{' --- |' * len(headers)}"
    for row in rows:
        yield f"| {' | '.join(map(marked, row))} |"


def sources_json(outlets: Sequence[Conduct], speakers: Sequence[Conduct], report: Report) -> str:
    """Outlets and speakers as one JSON document; the same input gives the same bytes."""
    data = {
        "schema": SCHEMA,
        "ledger": report.digest,
        **({"as_of": as_of_data(report.as_of)} if report.as_of else {}),
        "outlets": [source_data(each, report) for each in outlets],
        "speakers": [source_data(each, report) for each in speakers],
    }
    return escaped(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def source_data(conduct: Conduct, report: Report) -> dict[str, Any]:
    """One outlet or speaker in JSON's own types."""
    view = report.view
    outlet, speaker = view.outlets.get(conduct.key), view.speakers.get(conduct.key)
    kinds = [str(each.kind) for each in (outlet, speaker) if each and each.kind]
    return {
        "id": conduct.key,
        "name": conduct.name,
        "kinds": kinds,
        "aliases": [alias for each in (outlet, speaker) if each for alias in each.aliases],
        "domains": list(outlet.domains) if outlet else [],
        "speaks_for": [view.resolve(actor) for actor in speaker.acts_for] if speaker else [],
        "members": [view.resolve(actor) for actor in speaker.members] if speaker else [],
        "facts": [_fact(fact) for fact in outlet.facts] if outlet else [],
        "ratings": [_rating(rating) for rating in ratings(conduct.key, view)],
        "letters": letters(conduct.key, report),
        "conduct": [_measure(measure) for measure in conduct.measures],
        "shares_origins": [
            {"id": each.key, "name": each.name, "origins": list(each.origins), "claims": list(each.claims)} for each in conduct.shares
        ],
    }


def _fact(fact: CitedFact) -> dict[str, Any]:
    return {"about": str(fact.about), "value": fact.value, "on": str(fact.on or ""), "cited": _citation(fact.cited)}


def _rating(rating: Rating) -> dict[str, Any]:
    given = {"rater": rating.rater, "scale": rating.scale, "value": rating.value, "on": str(rating.on or "")}
    return {**given, "imputed": rating.imputed, "cited": _citation(rating.cited), "note": rating.note}


def _citation(citation: Citation | None) -> dict[str, str] | None:
    return {"source": citation.source, "url": citation.url, "on": str(citation.on or "")} if citation else None


def _measure(measure: Measure) -> dict[str, Any]:
    interval = measure.interval
    return {
        "name": measure.name,
        "label": measure.label,
        "count": measure.count,
        "out_of": measure.out_of,
        "undecided": measure.undecided,
        "share": None if measure.share is None else round(measure.share, 4),
        "interval": None if interval is None else [round(interval.low, 4), round(interval.high, 4)],
        "found": list(measure.found),
    }
