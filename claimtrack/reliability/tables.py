"""Tables that people bring, CSV, TSV, JSON or JSON Lines, as rows with their lines; what cannot be read is told, the rest is read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Any

import attrs

from claimtrack.errors import Fault
from claimtrack.reliability.jsonrows import json_lines, json_rows

LONGEST_ROW = 50
"""Lines; a row that goes on for longer has a quotation mark that nobody closed."""
SAMPLE = 1_000
"""Characters at the start that tell whether a file is text."""
DELIMITERS = "\t,;"
MARKS = (b"\xff\xfe", b"\xfe\xff")


@attrs.frozen
class Row:
    """One row: where it begins, and its cells by the name of their column in small letters."""

    line: int
    cells: Mapping[str, Any] = attrs.field(hash=False)


@attrs.frozen
class Table:
    """The rows of a file, and what could not be read of it.

    Attributes:
        columns: the names of all columns, in small letters with single blanks, in order.
        outer: entries of a JSON object beside its rows, which say something of all of them.
        faults: what is wrong, each with its line; a row that is told here is not among the rows.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    outer: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    faults: tuple[Fault, ...] = ()


def read_table(data: bytes, name: str, *, inside: str = "", marks: Iterable[str] = ("domain",)) -> Table:
    """The rows of a file, whatever of the four forms it has; its name's ending and its first character tell which.

    Args:
        data: the bytes of the file.
        name: what to call it in faults.
        inside: the key under which the rows stand in a JSON object, where they do.
        marks: keys of which one makes a lone object of JSON a row; without them its entries are the rows.
    """
    try:
        text = data.decode("utf-16" if data.startswith(MARKS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Table(faults=(Fault(name, line, "", "not UTF-8; save the file as UTF-8"),))
    ending, first = name.lower().rpartition(".")[2], text.lstrip()[:1]
    if ending in ("jsonl", "ndjson"):
        return _objects(json_lines(text, name), {})
    if first == "{" or (first == "[" and ending not in ("csv", "tsv", "txt")):
        outer: dict[str, Any] = {}
        return _objects(json_rows(text, name, inside, marks, outer), outer)
    return _separated(text, name)


def column(name: Any) -> str:
    """The name of a column as it is compared: small letters, single blanks."""
    return " ".join(str(name).casefold().split())


def _objects(found: Iterator[tuple[int, Mapping[str, Any]] | Fault], outer: Mapping[str, Any]) -> Table:
    """Rows that are objects of JSON."""
    rows: list[Row] = []
    faults: list[Fault] = []
    columns: dict[str, str] = {}
    for each in found:
        if isinstance(each, Fault):
            faults.append(each)
            continue
        line, cells = each
        columns.update((key, column(key)) for key in cells if key not in columns)
        rows.append(Row(line, {columns[key]: value for key, value in cells.items()}))
    return Table(tuple(dict.fromkeys(columns.values())), tuple(rows), {column(key): value for key, value in outer.items()}, tuple(faults))


def _separated(text: str, name: str) -> Table:
    """Rows with cells between commas, tabs or semicolons (RFC 4180 with any of the three)."""
    if text.count("\x00", 0, SAMPLE) * 10 > SAMPLE:
        return Table(faults=(Fault(name, 1, "", "is no text; expected CSV, TSV, JSON or JSON Lines"),))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    top = next((line for line in lines if line.strip()), "")
    delimiter = max(DELIMITERS, key=top.count)
    columns: tuple[str, ...] = ()
    rows, faults = [], []
    for line, cells in _cut(lines, delimiter):
        if isinstance(cells, str):
            faults.append(Fault(name, line, "", cells))
        elif not any(map(str.strip, cells)):
            continue
        elif not columns:
            columns = _distinct(map(column, cells))
        elif any(map(str.strip, cells[len(columns) :])):
            faults.append(Fault(name, line, "", _shifted(len(cells), len(columns), delimiter)))
        else:
            rows.append(Row(line, dict(zip(columns, chain(cells, repeat("")), strict=False))))
    return Table(columns, tuple(rows), {}, tuple(faults))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names of columns, a later one of the same name being numbered, so that the first is the one that counts."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name if name not in seen else f"{name} #{len(seen) + 1}"] = 1
    return tuple(seen)


def _shifted(found: int, named: int, delimiter: str) -> str:
    """What is wrong with a row of too many cells."""
    mark = {"\t": "tab", ",": "comma", ";": "semicolon"}[delimiter]
    return f"{found} cells where {named} are expected; put a cell that holds a {mark} in quotation marks"


def _cut(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with the line it begins on, or what is wrong there; reading goes on with the line after."""
    begun = 0

    def fed(at: int) -> Iterator[str]:
        while at < len(lines) and at - begun < LONGEST_ROW:
            yield lines[at] + "\n"
            at += 1

    while begun < len(lines):
        start, reader = begun, csv.reader(fed(begun), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield begun + 1, cells
                begun = start + reader.line_num
        except csv.Error as error:
            yield begun + 1, f"cannot be read as a row: {error}; a quotation mark in it may be open or single"
            begun += 1
        else:
            return
