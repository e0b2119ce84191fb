"""Plain triples of who says what of which thing, from tables that people bring."""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs

from claimtrack.errors import Fault, RecordError
from claimtrack.model.base import name
from claimtrack.reliability.tables import Row, Table, read_table

Triple: TypeAlias = tuple[str, str, str]
"""Source, object and value."""
COLUMNS = ("source", "object", "value")


@attrs.frozen
class Triples:
    """The triples of a file.

    Attributes:
        rows: source, object and value, in the order of the file.
        read: how many rows there are, those with faults among them.
        faults: what could not be read, with its line; the rest is there.
    """

    rows: tuple[Triple, ...]
    read: int
    faults: tuple[Fault, ...] = ()


def read_triples(data: bytes, file: str) -> Triples | None:
    """The triples in a file with columns `source`, `object` and `value`; None for a file without these columns.

    Args:
        data: CSV, TSV, JSON or JSON Lines.
        file: what to call it in faults.
    """
    table = read_table(data, file, marks=COLUMNS)
    if not set(COLUMNS) <= set(table.columns):
        return None
    rows: list[Triple] = []
    faults = list(table.faults)
    for row in table.rows:
        try:
            rows.append(_triple(row))
        except RecordError as error:
            faults.append(Fault(file, row.line, error.field, str(error)))
    return Triples(tuple(rows), _count(table), tuple(sorted(faults)))


def _count(table: Table) -> int:
    return len(table.rows) + len(table.faults)


def _triple(row: Row) -> Triple:
    source, subject, value = (_cell(column, row.cells.get(column)) for column in COLUMNS)
    return source, subject, value


def _cell(column: str, cell: Any) -> str:
    """A cell on one line, in canonical form.

    Raises:
        RecordError: when it is empty, or neither text nor a number.
    """
    try:
        if isinstance(cell, bool | int | float):
            cell = str(cell).lower()
        return name("" if cell is None else cell)
    except RecordError as error:
        raise RecordError(str(error), column) from error
