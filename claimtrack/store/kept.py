"""The records of one table of an archive: looked up, and read one after the other without holding them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TypeVar, cast

from claimtrack.errors import Fault
from claimtrack.model.base import ID_BYTES, Record
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import RECORDS
from claimtrack.store.connection import Connection
from claimtrack.store.rows import records, told, trusting
from claimtrack.store.schema import REFERENCES, field

R = TypeVar("R", bound=Record)


class Kept:
    """A set of records in a table, read when asked.

    Args:
        connection: to the archive.
        table: `records` or `links`.
    """

    def __init__(self, connection: Connection, table: str) -> None:
        self._connection = connection
        self._table = table

    def __len__(self) -> int:
        return int(self._connection.row(f"SELECT count(*) FROM {self._table}")[0])

    def __bool__(self) -> bool:
        return self._connection.row(f"SELECT 1 FROM {self._table}") is not None

    def __iter__(self) -> Iterator[Record]:
        """All records in the order of a ledger, as they were when the first was asked for."""
        return self._each("ORDER BY type, key, id")

    def _each(self, which: str, *values: str | int) -> Iterator[Record]:
        for rows in self._connection.chunks(f"SELECT id, json FROM {self._table} {which}", values):
            yield from records(rows, self._connection.name)

    def __contains__(self, record: object) -> bool:
        return isinstance(record, Record) and self._has(record.id)

    def _has(self, record_id: str) -> bool:
        return self._connection.row(f"SELECT 1 FROM {self._table} WHERE id = ?", (record_id,)) is not None

    @property
    def lines(self) -> Iterator[str]:
        """The lines of all records, in their order, as a ledger file has them but for the line ends."""
        for rows in self._connection.chunks(f"SELECT json FROM {self._table} ORDER BY type, key, id"):
            yield from (line for (line,) in rows)

    @property
    def ids(self) -> Iterator[str]:
        """The ids of all records, sorted."""
        for rows in self._connection.chunks(f"SELECT id FROM {self._table} ORDER BY id"):
            yield from (record_id for (record_id,) in rows)

    @property
    def digest(self) -> str:
        """The digest of the whole set, equal to that of a ledger of the same records."""
        found = blake2b(digest_size=ID_BYTES)
        for rows in self._connection.chunks(f"SELECT id FROM {self._table} ORDER BY id"):
            found.update("".join(record_id for (record_id,) in rows).encode())
        return found.hexdigest()

    def digest_of(self, kind: type[Record]) -> str:
        """The digest of the records of one type, those among them that were taken back."""
        found = blake2b(digest_size=ID_BYTES)
        for name in _types(kind):
            for rows in self._connection.chunks(f"SELECT id FROM {self._table} WHERE type = ? ORDER BY key, id", (name,)):
                found.update("".join(record_id for (record_id,) in rows).encode())
        return found.hexdigest()

    @property
    def ledger(self) -> Ledger:
        """The same set in memory."""
        return Ledger(self._each(""))

    def told(self) -> tuple[list[Record], list[Fault]]:
        """All records in their order, as far as they can be read, and what is wrong with the others."""
        found: list[Record] = []
        faults: list[Fault] = []
        for rows in self._connection.chunks(f"SELECT id, json FROM {self._table} ORDER BY type, key, id"):
            read, wrong = told(rows, self._connection.name)
            found += read
            faults += wrong
        return found, faults

    def get(self, record_id: str) -> Record | None:
        """The record with that id, or None."""
        return next(self.some([record_id]), None)

    def some(self, ids: Iterable[str]) -> Iterator[Record]:
        """The records with these ids, as far as they are here."""
        return self._found("WHERE id IN", ids)

    def each(self, kind: type[R]) -> Iterator[R]:
        """All records of one type in their order, those among them that were taken back."""
        question = f"SELECT id, json FROM {self._table} WHERE type = ? ORDER BY type, key, id"
        for name in _types(kind):
            for rows in self._connection.chunks(question, (name,)):
                yield from cast(list[R], self.look_up(rows))

    def tally(self, kind: type[Record], *names: str) -> dict[tuple[str, ...], int]:
        """How many records of one type have each value of some fields, as text; empty for a default."""
        fields = ", ".join(f"coalesce({field(name)}, '')" for name in names)
        places = ", ".join(str(place) for place, _ in enumerate(names, 1))
        question = f"SELECT {fields}, count(*) FROM {self._table} WHERE type = ? GROUP BY {places} ORDER BY {places}"
        return {tuple(map(str, values)): many for *values, many in self._connection.rows(question, (kind.type,))}

    def keys(self, kind: type[Record]) -> set[str]:
        """The keys of all records of one type."""
        return {key for name in _types(kind) for (key,) in self._connection.rows(f"SELECT key FROM {self._table} WHERE type = ?", (name,))}

    def each_key(self, *kinds: type[Record]) -> Iterator[str]:
        """The keys of all records of some types, each once, in order."""
        types = [name for kind in kinds for name in _types(kind)]
        question = f"SELECT DISTINCT key FROM {self._table} WHERE type IN ({','.join('?' * len(types))}) ORDER BY key"
        for rows in self._connection.chunks(question, types):
            yield from (key for (key,) in rows)

    def ids_keyed(self, kinds: Iterable[type[Record]], keys: Iterable[str]) -> Iterator[str]:
        """The ids of the records of some types that have one of these keys."""
        asked = list(keys)
        for name in (name for kind in kinds for name in _types(kind)):
            found = self._connection.among(f"SELECT id FROM {self._table} WHERE type = ? AND key IN", asked, (name,))
            yield from (record_id for (record_id,) in found)

    def columns(self, kind: type[Record], *names: str) -> Iterator[tuple[str, ...]]:
        """Of all records of one type the id, the key and some plain fields, empty where they have their defaults."""
        fields = ", ".join(f"coalesce({field(name)}, '')" for name in names)
        for name in _types(kind):
            question = f"SELECT id, key, {fields} FROM {self._table} WHERE type = ? ORDER BY key, id"
            for rows in self._connection.chunks(question, (name,)):
                yield from rows

    def keyed(self, kind: type[R], keys: Iterable[str]) -> Iterator[R]:
        """The records of one type that have one of these keys."""
        for name in _types(kind):
            yield from cast(Iterator[R], self._found("WHERE type = ? AND key IN", keys, name))

    def naming(self, kind: type[R], field_: str, names: Iterable[str]) -> Iterator[R]:
        """The records of one type that name one of these in a field: statements by article, stances by claim or statement, and so on.

        Args:
            kind: the type of record.
            field_: one of its `REFERENCES`.
            names: as they stand there; other names of the same thing are not looked for.

        Raises:
            KeyError: when the field is none by which records of the type can be found.
        """
        return cast(Iterator[R], iter(self.look_up(self.rows_naming(kind, field_, names))))

    def keys_naming(self, kind: type[Record], field_: str, names: Iterable[str]) -> set[str]:
        """The keys of these records, which are not read for it."""
        if field_ not in REFERENCES[kind.type]:
            raise KeyError(field_)
        where = f"WHERE type = '{kind.type}' AND {field(field_)} IN"
        return {key for (key,) in self._connection.among(f"SELECT key FROM {self._table} {where}", list(names))}

    def fields_naming(self, kind: type[Record], field_: str, names: Iterable[str], *wanted: str) -> Iterator[tuple[str, ...]]:
        """Some plain fields of these records, which are not read for it; empty where they have their defaults.

        Raises:
            KeyError: when the field is none by which records of the type can be found.
        """
        if field_ not in REFERENCES[kind.type]:
            raise KeyError(field_)
        where = f"WHERE type = '{kind.type}' AND {field(field_)} IN"
        return self._connection.among(f"SELECT {_fields(wanted)} FROM {self._table} {where}", names)

    def fields_keyed(self, kind: type[Record], keys: Iterable[str], *wanted: str) -> Iterator[tuple[str, ...]]:
        """The same of the records of one type that have one of these keys."""
        return self._connection.among(f"SELECT {_fields(wanted)} FROM {self._table} WHERE type = ? AND key IN", keys, (kind.type,))

    def rows_naming(self, kind: type[Record], field_: str, names: Iterable[str]) -> list[tuple[str, str]]:
        """The same as ids and lines, for `look_up`."""
        if field_ not in REFERENCES[kind.type]:
            raise KeyError(field_)
        return self._rows(f"WHERE type = '{kind.type}' AND {field(field_)} IN", names)

    def rows_keyed(self, kinds: Iterable[type[Record]], keys: Iterable[str]) -> list[tuple[str, str]]:
        """The records of some types that have one of these keys, as ids and lines."""
        asked = list(keys)
        types = [name for kind in kinds for name in _types(kind)]
        return [row for name in types for row in self._rows("WHERE type = ? AND key IN", asked, name)]

    def rows_of(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """The records with these ids, as far as they are here, as ids and lines."""
        return self._rows("WHERE id IN", ids)

    def look_up(self, rows: Iterable[tuple[str, str]]) -> list[Record]:
        """The records of ids and lines, values checked no further than by their types, since we wrote them."""
        return trusting(rows, self._connection.name)

    def _found(self, which: str, names: Iterable[str], *values: str) -> Iterator[Record]:
        return iter(self.look_up(self._rows(which, names, *values)))

    def _rows(self, which: str, names: Iterable[str], *values: str) -> list[tuple[str, str]]:
        return list(self._connection.among(f"SELECT id, json FROM {self._table} {which}", names, values))


def _fields(names: Iterable[str]) -> str:
    """The SQL for some fields, empty where they are left out."""
    return ", ".join(f"coalesce({field(name)}, '')" for name in names)


def _types(kind: type[Record]) -> list[str]:
    """The names of a class of records, and of those under it."""
    return [name for name, each in sorted(RECORDS.items()) if issubclass(each, kind)]
