"""Values that one run needs and an archive does not: by name, on the disk, and gone with the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from claimtrack.store.connection import Connection


class Scratch:
    """Texts or bytes by name in a table beside the archive that nobody else sees.

    Args:
        connection: to the archive.
        table: what the table is called.
    """

    def __init__(self, connection: Connection, table: str) -> None:
        self._connection = connection
        self._table = table

    def put(self, rows: Iterable[tuple[str, Any]]) -> None:
        """Keep values by their names, each in place of an earlier one."""
        self._connection.many(f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)", rows)

    def fill(self, question: str, values: Sequence[Any] = ()) -> None:
        """Keep the rows of an answer, each a name and a value."""
        self._connection.run(f"INSERT OR REPLACE INTO {self._table} {question}", values)

    def get(self, names: Iterable[str]) -> dict[str, Any]:
        """The values of some names, as far as there are any."""
        return dict(self._connection.among(f"SELECT name, value FROM {self._table} WHERE name IN", names))

    def names(self) -> Iterator[str]:
        """All names, in the order of their values."""
        for rows in self._connection.chunks(f"SELECT name FROM {self._table} ORDER BY value, name"):
            yield from (name for (name,) in rows)


@contextmanager
def scratch(connection: Connection, table: str) -> Iterator[Scratch]:
    """A table for a run, inside of its transaction, which takes it back when the run fails."""
    drop = f"DROP TABLE IF EXISTS temp.{table}"
    connection.run(drop)
    connection.run(f"CREATE TEMP TABLE {table} (name TEXT NOT NULL PRIMARY KEY, value NOT NULL)")
    yield Scratch(connection, f"temp.{table}")
    connection.run(drop)
