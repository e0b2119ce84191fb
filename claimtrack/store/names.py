"""An index of records and links by names of the caller's choosing, kept up to date with what comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from claimtrack.model.base import Record
from claimtrack.store.connection import Connection
from claimtrack.store.rows import records
from claimtrack.store.schema import field

_FOUND = " UNION ".join(
    f"SELECT type, key, id, json FROM {table} WHERE id IN (SELECT id FROM names WHERE name = ?)" for table in ("records", "links")
)

_NONE: Mapping[str, Sequence[str]] = MappingProxyType({})
_CAPITALS = "*[^ -@[-~]*"
"""What may have another spelling in small letters: a text with an ASCII capital, or a letter beyond ASCII."""


def _passed(plain: Mapping[str, Sequence[str]]) -> str:
    """The SQL for records that need not be looked at."""
    small = {kind: [f"{'key' if name == 'key' else field(name)} NOT GLOB '{_CAPITALS}'" for name in names] for kind, names in plain.items()}
    return " OR ".join(["0", *(" AND ".join([f"type = '{kind}'", *tests]) for kind, tests in small.items())])


class Names:
    """Finds records and links by name, once `update` was told the names."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def update(self, names: Callable[[Record], Iterable[str]], version: str, plain: Mapping[str, Sequence[str]] = _NONE) -> int:
        """Index what has come since the last time; how many records and links that were.

        Args:
            names: what a record is to be found by.
            version: what tells these names from those of other functions; with another one than before all are indexed anew.
            plain: types of records that have no names where these fields of theirs are ASCII without capitals; they are passed over.
        """
        with self._connection.transaction():
            if self._noted("version") != version:
                self._connection.run("DELETE FROM names")
                self._connection.run("DELETE FROM work WHERE stage = 'names'")
                self._note("version", version)
            return sum(self._update(table, names, plain) for table in ("records", "links"))

    def _update(self, table: str, names: Callable[[Record], Iterable[str]], plain: Mapping[str, Sequence[str]]) -> int:
        """Rows are only ever added at the end, so the last one that was seen tells which are new."""
        last, many = int(self._noted(table) or 0), 0
        (newest,) = self._connection.row(f"SELECT coalesce(max(rowid), 0) FROM {table}")
        question = f"SELECT id, json FROM {table} WHERE rowid > ? AND NOT ({_passed(plain)}) ORDER BY rowid"
        for rows in self._connection.chunks(question, (last,)):
            found = records(rows, self._connection.name)
            pairs = ((name, record.id) for record in found for name in names(record))
            self._connection.many("INSERT OR IGNORE INTO names VALUES (?, ?)", pairs)
            many += len(rows)
        self._note(table, str(max(newest, last)))
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
