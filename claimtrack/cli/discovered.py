"""What truth discovery found, as a table, CSV or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from claimtrack.cli.talk import bold
from claimtrack.model.case import counted
from claimtrack.reliability.discovery import Discovery
from claimtrack.reports.folding import grid
from claimtrack.reports.words import harmless

FORMULAS = ("=", "@", "+", "-", "\t")
"""What a spreadsheet takes for the start of a formula."""
Counts = Mapping[str, int]
"""For each source how many values it gives."""


def table(found: Discovery, many: Counts, width: int, heading: Callable[[str], str] = bold) -> str:
    """For the terminal: how it went, values, sources, and who may take from whom."""
    third = max(10, (width - 20) // 2)
    parts = [_course(found)]
    truths = [(each.object, _value(each.value, each.tied), f"{each.confidence:.2f}") for each in found.truths]
    parts += _section(heading("Best supported values"), truths, ("object", "value", "confidence"), (third, third, 10))
    sources = sorted(found.reliabilities.items(), key=lambda pair: (-round(pair[1], 6), pair[0]))
    rows = [(name, f"{trust:.2f}", str(many.get(name, 0))) for name, trust in sources]
    parts += _section(heading("Sources, on the scale of this method"), rows, ("source", "reliability", "values"), (2 * third, 11, 6))
    copies = [(each.copier, each.source, f"{each.probability:.2f}") for each in found.copying]
    parts += _section(heading("May take from each other"), copies, ("source", "from", "probability"), (third, third, 11))
    return "\n\n".join(parts) + "\n"


def _course(found: Discovery) -> str:
    """How it went, in a line."""
    rounds = counted(found.iterations, "round")
    return f"{found.method}: {'settled after' if found.converged else 'not settled after'} {rounds}"


def _section(title: str, rows: Sequence[Sequence[str]], heads: Sequence[str], widths: Sequence[int]) -> list[str]:
    """A table under its heading; nothing without rows."""
    safe = [tuple(map(harmless, row)) for row in rows]
    return [f"{title}\n{grid(safe, widths, heads)}"] if rows else []


def _value(value: str, tied: Sequence[str]) -> str:
    return f"tie: {' or '.join(tied)}" if tied else value


def csv_lines(found: Discovery, many: Counts) -> str:
    """One row a value, source and pair; RFC 4180, with an apostrophe before what a spreadsheet would run."""
    rows: list[Sequence[str]] = [("type", "name", "value", "score", "more")]
    rows += [("truth", each.object, each.value, f"{each.confidence:.4f}", " | ".join(each.tied)) for each in found.truths]
    rows += [("source", name, "", f"{trust:.4f}", str(many.get(name, 0))) for name, trust in sorted(found.reliabilities.items())]
    rows += [("copying", each.copier, each.source, f"{each.probability:.4f}", "") for each in found.copying]
    return "".join(f"{','.join(map(_cell, row))}\n" for row in rows)


def _cell(text: str) -> str:
    """A cell of CSV; a number with a sign is none that anybody would run."""
    safe = harmless(text)
    if safe.startswith(FORMULAS) and not safe[1:].replace(".", "", 1).isdigit():
        safe = f"'{safe}"
    return '"' + safe.replace('"', '""') + '"' if any(mark in safe for mark in ',"\n') else safe


def json_lines(found: Discovery, many: Counts) -> str:
    """One object a line: the run, then values, sources and pairs."""
    return "".join(f"{json.dumps(each, ensure_ascii=False, sort_keys=True)}\n" for each in _objects(found, many))


def _objects(found: Discovery, many: Counts) -> Iterator[dict[str, object]]:
    yield {"type": "discovery", "method": found.method, "rounds": found.iterations, "converged": found.converged}
    for each in found.truths:
        confidence = round(each.confidence, 6)
        yield {"type": "truth", "object": each.object, "value": each.value, "confidence": confidence, "tied": list(each.tied)}
    for name, trust in sorted(found.reliabilities.items()):
        yield {"type": "source", "source": name, "reliability": round(trust, 6), "values": many.get(name, 0)}
    for pair in found.copying:
        yield {"type": "copying", "copier": pair.copier, "source": pair.source, "probability": round(pair.probability, 6)}
