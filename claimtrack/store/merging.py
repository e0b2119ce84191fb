"""What another archive holds, taken over in steps that are each on the disk before the next."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from claimtrack.errors import Fault, InputError
from claimtrack.model.records import RECORDS
from claimtrack.store.connection import Connection
from claimtrack.store.opening import opened
from claimtrack.store.rows import ADD, is_line_of
from claimtrack.store.schema import field

BATCH = 20_000
"""Records that are acknowledged at a time."""
MOST_REFUSED = 200
"""Records that are named when they are not taken over."""
_ROWS = f"SELECT id, type, key, json, {field('type')}, {field('key')} FROM records"
_WHY = "is left out: what stands there is not what its id says, or no record; all others were added"


def take_over(connection: Connection, path: str | os.PathLike[str]) -> int:
    """Add the records of another archive that are not here yet; how many there were.

    Raises:
        InputError: when the other is no archive; and, after all others were added, for rows that are no records.
    """
    added = 0
    refused: list[str] = []
    with closing(opened(path, read_only=True)) as other:
        for rows in other.chunks(_ROWS, size=BATCH):
            fitting = [row[:4] for row in rows if _fits(row)]
            refused += [str(row[0]) for row in rows if not _fits(row)] if len(fitting) < len(rows) else []
            with connection.transaction():
                added += connection.many(ADD, fitting)
    if refused:
        raise InputError([Fault(other.name, 0, "", f"the record {record_id!r:.40} {_WHY}") for record_id in refused[:MOST_REFUSED]])
    return added


def _fits(row: Sequence[Any]) -> bool:
    """Whether the id is the line's digest, and the columns are what the line says."""
    record_id, kind, key, line, kind_inside, key_inside = row
    return kind in RECORDS and kind == kind_inside and key == (key_inside or "") and is_line_of(line, record_id)
