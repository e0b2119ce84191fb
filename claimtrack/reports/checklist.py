"""A draft's checklist as text for a terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claimtrack.errors import Place
from claimtrack.model.case import counted
from claimtrack.model.drafts import Checklist, Found, Point, PointKind
from claimtrack.model.reports import Level
from claimtrack.reports.folding import fold
from claimtrack.reports.words import escaped, harmless, marked

SCHEMA = "claimtrack/checklist/1"
SOUND = "ok"
SIGNS = {"error": "✗", "warning": "!", "note": "·", SOUND: "✓"}
"""What stands before a point, by its weightiest finding; the word stands beside it, so that colour tells nothing alone."""
LONGEST = 200
"""Characters of a draft's words that are shown; a quotation may be a page."""
Paint = Callable[[str, str], str]
"""Dresses a text by what it is: `error`, `warning`, `note` or `ok`."""
LIMITS = "Held against the sources at hand, not against the truth; what is not found may be there in other words."


def checklist(found: Checklist, width: int = 100, paint: Paint | None = None) -> str:
    """Every point of a draft in its order, what the sources have of it, and what to mind.

    Args:
        found: what to show.
        width: of the window, in columns.
        paint: dresses a text by its level; plain by default.
    """
    dress = paint or _plain
    lines = [line for point in found.points for line in _point(point, max(width, 40), dress)]
    return "\n".join([*lines, *([""] if lines else []), *_folded(f"{_counts(found)}. {LIMITS}", width)]) + "\n"


def _plain(_: str, text: str) -> str:
    return text


def level(point: Point) -> str:
    """The word for the weightiest finding at a point; `ok` where there is none."""
    order = list(Level)
    return str(min((each.rule.level for each in point.found), key=order.index, default=SOUND))


def _point(point: Point, width: int, paint: Paint) -> Iterator[str]:
    """The lines of a point: its place and words, what the sources have, what to mind."""
    word = level(point)
    first, *rest = _folded(f"{SIGNS[word]} {point.place} {word} {point.kind}: {_shown(point)}", width, "    ")
    yield paint(word, first)
    yield from rest
    yield from _folded(f"    {point.told}{_at(point.places)}", width, "    ")
    for each in point.found:
        yield from _finding(each, point, width, paint)


def _finding(found: Found, point: Point, width: int, paint: Paint) -> Iterator[str]:
    rule = found.rule
    at = _at(found.places) if found.places != point.places else ""
    head, *rest = _folded(f"    {rule.level} {rule.code} {rule.name}: {found.told}{at}", width, "        ")
    yield head.replace(f"{rule.level} {rule.code} {rule.name}", paint(str(rule.level), f"{rule.level} {rule.code} {rule.name}"), 1)
    yield from rest
    yield from _folded(f"        to do: {rule.do}", width, "        ")


def _shown(point: Point) -> str:
    """The words of a point on one line, cut where they are long, a quotation's between marks."""
    told = " ".join(point.words.split())
    short = told if len(told) <= LONGEST else f"{told[:LONGEST].rstrip()} …"
    return f"“{short}”" if point.kind is PointKind.QUOTATION else short


def _at(places: Iterable[Place]) -> str:
    told = ", ".join(map(str, places))
    return f" ({told})" if told else ""


def _folded(line: str, width: int, onward: str = "") -> list[str]:
    """A line made harmless on lines of some width, those after the first drawn in."""
    line = harmless(line)  # before its margin is looked at: a text may begin with anything
    indent = line[: len(line) - len(line.lstrip(" "))]
    first, *rest = fold(line.strip(), max(width - max(len(indent), len(onward)), 20), breaking=False)
    return [indent + first, *(onward + each for each in rest)]


def _counts(found: Checklist) -> str:
    """How many points there are, and how many findings of each level."""
    all_ = [each.rule.level for point in found.points for each in point.found]
    levels = [counted(all_.count(level), str(level)) for level in Level]
    sound = sum(not point.found for point in found.points)
    return f"{counted(len(found.points), 'point')} against {counted(found.sources, 'source')}: {', '.join(levels)}; {sound} without any"


def checklist_markdown(found: Checklist) -> str:
    """The checklist as a task list, those points ticked at which there is nothing to mind."""
    lines = ["# Draft against its sources", "", f"{_counts(found)}.", LIMITS, ""]
    for point in found.points:
        tick = " " if point.found else "x"
        lines.append(f"- [{tick}] **{marked(str(point.place))}** {point.kind}: {marked(_shown(point))}")
        lines.append(f"  {marked(point.told + _at(point.places))}")
        for each in point.found:
            rule = each.rule
            lines.append(
                f"  - {SIGNS[str(rule.level)]} **{rule.level} {rule.code} {marked(rule.name)}**: {marked(each.told + _at(each.places))}"
            )
            lines.append(f"    To do: {marked(rule.do)}.")
    return "\n".join(lines) + "\n"


def checklist_json(found: Checklist) -> str:
    """The checklist as one JSON document, versioned; the same checklist gives the same bytes."""
    data = {
        "schema": SCHEMA,
        "sources": found.sources,
        "points": [_point_data(point) for point in found.points],
        "faults": [str(fault) for fault in found.faults],
    }
    return escaped(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def _point_data(point: Point) -> dict[str, Any]:
    return {
        "kind": str(point.kind),
        "level": level(point),
        "place": _place(point.place),
        "words": point.words,
        "told": point.told,
        "places": list(map(_place, point.places)),
        "found": [
            {
                "code": each.rule.code,
                "name": each.rule.name,
                "level": str(each.rule.level),
                "told": each.told,
                "do": each.rule.do,
                "places": list(map(_place, each.places)),
            }
            for each in point.found
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}
