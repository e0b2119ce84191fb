"""What another archive holds, taken over in steps that are each on the disk before the next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from claimtrack.errors import Fault, InputError
from claimtrack.model.records import RECORDS
from claimtrack.store.connection import Connection
from claimtrack.store.opening import opened, uri
from claimtrack.store.rows import digest
from claimtrack.store.schema import field

BATCH = 50_000
"""Records that are acknowledged at a time."""
MOST_REFUSED = 200
"""Records that are named when they are not taken over."""
_NEXT = "SELECT max(rowid) FROM (SELECT rowid FROM other.records WHERE rowid > ? ORDER BY rowid LIMIT ?)"
_TAKE = f"""
    INSERT OR IGNORE INTO main.records SELECT id, type, key, json FROM other.records
    WHERE rowid > ? AND rowid <= ? AND claimtrack_fits(id, type, key, json, {field("type")}, {field("key")}) ORDER BY rowid
"""


def take_over(connection: Connection, path: str | os.PathLike[str]) -> int:
    """Add the records of another archive that are not here yet; how many there were.

    Raises:
        InputError: when the other is no archive; and, after all others were added, for rows that are no records.
    """
    opened(path, read_only=True).close()
    fits = _Fits()
    connection.sql.create_function("claimtrack_fits", 6, fits)
    added = 0
    with _attached(connection, uri(path, read_only=True)):
        last = 0
        while (last_of_batch := connection.row(_NEXT, (last, BATCH))[0]) is not None:
            with connection.transaction():
                added += connection.run(_TAKE, (last, last_of_batch))
            last = last_of_batch
    if fits.refused:
        name = os.fspath(path)
        why = "is left out: what stands there is not what its id says, or no record; all others were added"
        raise InputError([Fault(name, 0, "", f"the record {record_id!r:.40} {why}") for record_id in fits.refused])
    return added


@contextmanager
def _attached(connection: Connection, address: str) -> Iterator[None]:
    connection.run("ATTACH DATABASE ? AS other", (address,))
    try:
        yield
    finally:
        connection.run("DETACH DATABASE other")


class _Fits:
    """Tells for each row of another archive whether it is a record as it should be, and remembers those that are not."""

    def __init__(self) -> None:
        self.refused: list[Any] = []

    def __call__(self, record_id: Any, kind: Any, key: Any, line: Any, kind_inside: Any, key_inside: Any) -> bool:
        """Whether the id is the line's digest, and the columns are what the line says."""
        right = isinstance(line, str) and kind in RECORDS and kind == kind_inside and key == (key_inside or "")
        if right and digest(line) == record_id:
            return True
        if len(self.refused) < MOST_REFUSED:
            self.refused.append(record_id)
        return False
