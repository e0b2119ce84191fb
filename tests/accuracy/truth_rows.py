"""Truth discovery over rows of source, object and value: a line of JSON for each object, where numbers keep their spelling."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from claimtrack.reliability.discovery import DEFAULT, Observations, Truth, discover

FIELDS = ("source", "object", "value")
ROUNDS = 60
"""Rounds at most; large sets may need more than the library's own number."""


class Numeral(str):
    """A number of JSON, as it was spelled."""

    __slots__ = ()


def truth_lines(path: Path, method: str = DEFAULT) -> Iterator[str]:
    """For each object, in the order of names, JSON with `object`, `value` and `confidence`; of values that tie, the first seen.

    Args:
        path: JSON Lines or, where the name ends in csv, a table with a head; each row with source, object and value.
        method: a name of `METHODS`.

    A row that lacks a field says nothing; how many do is told on stderr.
    """
    forms: dict[str, str] = {}
    seen: dict[tuple[str, str], str] = {}
    rows: list[tuple[str, str, str]] = []
    for source, name, value in _read(path):
        (subject, form), (text, spelled) = _form(name), _form(value)
        forms.setdefault(subject, form)
        seen.setdefault((subject, text), spelled)
        rows.append((_form(source)[0], subject, text))
    place = {key: at for at, key in enumerate(seen)}
    for truth in discover(Observations.of(rows), method, rounds=ROUNDS).truths:
        _, value = min((place[truth.object, each], each) for each in truth.tied or (truth.value,))
        yield _line(truth, forms[truth.object], seen[truth.object, value])


def _line(truth: Truth, name: str, value: str) -> str:
    return f'{{"object": {name}, "value": {value}, "confidence": {truth.confidence:.6f}}}'


def _form(value: Any) -> tuple[str, str]:
    """The text that a value is compared by, and its form in JSON."""
    if isinstance(value, Numeral):
        return f"{Decimal(value).normalize():f}", str(value)
    form = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return (value, form) if isinstance(value, str) else (form, form)


def _read(path: Path) -> Iterator[tuple[Any, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows: Iterable[dict[str, Any]] = csv.DictReader(file) if path.suffix == ".csv" else map(_parsed, filter(str.strip, file))
        lacking = 0
        for row in rows:
            if any(row.get(field) in (None, "") for field in FIELDS):
                lacking += 1
            else:
                yield tuple(row[field] for field in FIELDS)
    if lacking:
        print(f"{path}: {lacking} rows lack one of {', '.join(FIELDS)} and are left out", file=sys.stderr)


def _parsed(line: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(line, parse_int=Numeral, parse_float=Numeral)
    return row
