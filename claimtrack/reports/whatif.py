"""What becomes of the claims without some sources, in words, as a table for a terminal, and as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from claimtrack.model.case import counted, listing
from claimtrack.model.view import View
from claimtrack.model.whatif import Extent, Fate, Outcome, WhatIf
from claimtrack.reports.folding import fold, grid
from claimtrack.reports.words import harmless

HEADERS = ("claim", "wording", "origins", "carriers", "becomes", "flags")
MOST_NAMED = 25
"""Claims of one fate named in words; the data has all."""
NARROW = 72
"""Columns below which what becomes of a claim stands under its wording."""


def taken_names(what: WhatIf, view: View) -> str:
    """What was taken out, by name: `Sputnik`, or `state-media (Sputnik)` for a word that stands for several."""
    return listing(_taken(each.name, [view.name(key) for key in each.keys if view.name(key) != each.name]) for each in what.taken)


def _taken(name: str, stands_for: list[str]) -> str:
    return f"{name} ({', '.join(sorted(stands_for))})" if stands_for else name


def fates(what: WhatIf) -> list[str]:
    """How many claims fall, are weaker or stand, and which ones, in short lines."""
    empty = [each.name for each in what.taken if not each.keys]
    lines = [f"Nothing here is recorded as {listing(empty)}."] if empty else []
    lines.append(f"Of {counted(len(what.outcomes), 'claim')}:")
    for fates, words in COUNTED:
        if found := what.of(*fates):
            more = f" and {len(found) - MOST_NAMED:,} more" if len(found) > MOST_NAMED else ""
            lines.append(f"- {len(found):,} {words}: {' '.join(outcome.name for outcome in found[:MOST_NAMED])}{more}")
    return lines


COUNTED: tuple[tuple[tuple[Fate, ...], str], ...] = (
    ((Fate.UNTOLD, Fate.FALLS), "fall, with no origin left on record"),
    ((Fate.WEAKER,), "weaker"),
    ((Fate.STANDS,), "stand"),
    ((Fate.BARE,), "without an origin on record, as before"),
)
"""What becomes of claims, as a reader counts it."""


def cells(outcome: Outcome) -> tuple[str, ...]:
    """One claim's cells under `HEADERS`."""
    before, after = outcome.before, outcome.after
    carriers = _step(str(before.carriers), str(after.carriers))
    flags = " ".join([*(f"+{name}" for name in outcome.raised), *(f"-{name}" for name in outcome.cleared)])
    return outcome.name, outcome.wording, _step(str(before), str(after)), carriers, str(outcome.fate), flags


def _step(before: str, after: str) -> str:
    return before if before == after else f"{before} -> {after}"


def what_if(what: WhatIf, view: View, width: int, heading: Callable[[str], str] = str) -> str:
    """The section of the terminal table: how many fall, and each claim about which anything changed.

    Args:
        what: what to show.
        view: for the names of what was taken out.
        width: of the window, in columns.
        heading: dresses a heading.
    """
    lines = [heading(line) for line in fold("Without " + harmless(taken_names(what, view)), width, breaking=False)]
    lines += [part for line in fates(what) for part in fold(harmless(line), width, breaking=False)]
    rows = [[harmless(cell) for cell in cells(outcome)] for outcome in what.changed]
    return "\n".join([*lines, *(["", _grid(rows, width)] if rows else [])]) + "\n"


def _grid(rows: Sequence[Sequence[str]], width: int) -> str:
    if width < NARROW:
        folded = [[name, origins, f"{wording}\n[{fate}{'; ' if flags else ''}{flags}]"] for name, wording, origins, _, fate, flags in rows]
        return grid(folded, [9, 12, width - 25], ["claim", "origins", "wording"])
    free = width - 9 - 12 - 8 - 13 - 10
    return grid(rows, [9, free - free // 2, 12, 8, 13, free // 2], HEADERS)


def what_if_data(what: WhatIf) -> dict[str, Any]:
    """What was taken out and what became of every claim, in JSON's own types."""
    return {
        "taken": [{"name": each.name, "keys": list(each.keys)} for each in what.taken],
        "claims": [_outcome(outcome) for outcome in what.outcomes],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.claim,
        "label": outcome.name,
        "wording": outcome.wording,
        "before": _extent(outcome.before),
        "after": _extent(outcome.after),
        "becomes": outcome.told,
        "raised": list(outcome.raised),
        "cleared": list(outcome.cleared),
    }


def _extent(extent: Extent) -> dict[str, Any]:
    return attrs.asdict(extent)
