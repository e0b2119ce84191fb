"""An index of records and links by names of the caller's choosing, kept up to date with what comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimtrack.model.base import Record
from claimtrack.store.connection import Connection
from claimtrack.store.rows import records

_FOUND = " UNION ".join(
    f"SELECT type, key, id, json FROM {table} WHERE id IN (SELECT id FROM names WHERE name = ?)" for table in ("records", "links")
)


class Names:
    """Finds records and links by name, once `update` was told the names."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def update(self, names: Callable[[Record], Iterable[str]], version: str) -> int:
        """Index what has come since the last time; how many records and links that were.

        Args:
            names: what a record is to be found by.
            version: what tells these names from those of other functions; with another one than before all are indexed anew.
        """
        with self._connection.transaction():
            if self._noted("version") != version:
                self._connection.run("DELETE FROM names")
                self._connection.run("DELETE FROM work WHERE stage = 'names'")
                self._note("version", version)
            return sum(self._update(table, names) for table in ("records", "links"))

    def _update(self, table: str, names: Callable[[Record], Iterable[str]]) -> int:
        """Rows are only ever added at the end, so the last one that was seen tells which are new."""
        last, many = int(self._noted(table) or 0), 0
        for rows in self._connection.chunks(f"SELECT rowid, id, json FROM {table} WHERE rowid > ? ORDER BY rowid", (last,)):
            found = records([row[1:] for row in rows], self._connection.name)
            pairs = ((name, record.id) for record in found for name in names(record))
            self._connection.many("INSERT OR IGNORE INTO names VALUES (?, ?)", pairs)
            last, many = rows[-1][0], many + len(rows)
        self._note(table, str(last))
        return many

    def forget(self, gone: str) -> None:
        """Take out the links that a condition names, before they are deleted; inside of the transaction that does it."""
        self._connection.run(
            f"DELETE FROM names WHERE id IN (SELECT id FROM links WHERE {gone}) AND id NOT IN (SELECT id FROM records)",
        )

    def settle(self) -> None:
        """Take note that links were deleted, since rows that come may get their places; inside of the same transaction."""
        (last,) = self._connection.row("SELECT coalesce(max(rowid), 0) FROM links")
        seen = self._noted("links")
        if seen and int(seen) > last:
            self._note("links", str(last))

    def find(self, name: str) -> tuple[Record, ...]:
        """The records and links that go by a name, in the order of a ledger; those among them that were taken back."""
        rows = self._connection.rows(f"{_FOUND} ORDER BY type, key, id", (name, name))
        return tuple(records([row[2:] for row in rows], self._connection.name))

    def ids(self, names: Iterable[str]) -> Iterator[str]:
        """The ids of the records and links that go by any of these names."""
        yield from (found for (found,) in self._connection.among("SELECT id FROM names WHERE name IN", names))

    def of(self, ids: Iterable[str]) -> Iterator[str]:
        """The names that records go by, as far as they are indexed; each once, in order."""
        yield from sorted({name for (name,) in self._connection.among("SELECT name FROM names WHERE id IN", ids)})

    def _noted(self, item: str) -> str | None:
        row = self._connection.row("SELECT digest FROM work WHERE stage = 'names' AND item = ?", (item,))
        return str(row[0]) if row else None

    def _note(self, item: str, told: str) -> None:
        self._connection.run("INSERT OR REPLACE INTO work VALUES ('names', ?, ?, x'')", (item, told))
