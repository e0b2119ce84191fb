"""The parts of an archive beside its records: inputs that were read, derived values of the stages, reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

import attrs

from claimtrack.errors import Fault
from claimtrack.store.connection import Connection
from claimtrack.store.scratch import Scratch


@attrs.frozen
class Input:
    """A file that was read, and what came of it.

    Attributes:
        name: what it is called.
        digest: of its bytes, in hexadecimal.
        size: in bytes.
        mtime_ns: when it was last changed, in nanoseconds, as its file system says.
        came: the ids of the articles that came of it.
        faults: what could not be read.
    """

    name: str
    digest: str
    size: int
    mtime_ns: int
    came: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


_READABLE = "json_valid(came) AND json_type(came, '$.articles') = 'array' AND json_type(came, '$.faults') = 'array'"
_TOLD = f"SELECT name, CASE WHEN {_READABLE} THEN came ELSE '{{}}' END AS came FROM inputs"
_PLACES = f"SELECT CAST(value AS TEXT), name FROM ({_TOLD}), json_each(came, '$.articles') WHERE value IS NOT NULL ORDER BY name"
_BARE = f"SELECT name FROM ({_TOLD}) WHERE json_array_length(came, '$.articles') + json_array_length(came, '$.faults') = 0 ORDER BY name"


class Inputs:
    """The files that were read into an archive, by name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __iter__(self) -> Iterator[Input]:
        """All of them, in the order of their names."""
        for rows in self._connection.chunks("SELECT name, digest, size, mtime_ns, came FROM inputs ORDER BY name"):
            yield from (each for each in map(_input, rows) if each)

    def __len__(self) -> int:
        return int(self._connection.row("SELECT count(*) FROM inputs")[0])

    def get(self, name: str) -> Input | None:
        """What is known of a file, or None."""
        row = self._connection.row("SELECT name, digest, size, mtime_ns, came FROM inputs WHERE name = ?", (name,))
        return _input(row) if row else None

    def some(self, names: Iterable[str]) -> Iterator[Input]:
        """What is known of some files, as far as they are known."""
        rows = self._connection.among("SELECT name, digest, size, mtime_ns, came FROM inputs WHERE name IN", names)
        return (each for each in map(_input, rows) if each)

    def known(self, name: str, size: int, mtime_ns: int) -> bool:
        """Whether a file was read, and neither its size nor its time have changed since."""
        found = self.get(name)
        return found is not None and (found.size, found.mtime_ns) == (size, mtime_ns)

    def known_digest(self, digest: str) -> tuple[str, ...]:
        """The names of the files with these bytes that were read, in order."""
        return tuple(name for (name,) in self._connection.rows("SELECT name FROM inputs WHERE digest = ? ORDER BY name", (digest,)))

    def places(self, found: Scratch) -> None:
        """Put into a table by the id of each article the name of the input that it came of, the last where there are several."""
        found.fill(_PLACES)

    def bare(self) -> Iterator[str]:
        """The names of the inputs of which no article came though they could be read, in order."""
        for rows in self._connection.chunks(_BARE):
            yield from (name for (name,) in rows)

    def note(self, *inputs: Input) -> None:
        """Keep what came of some files, in place of what was known of them."""
        rows = [(each.name, each.digest, each.size, each.mtime_ns, _came(each)) for each in inputs]
        with self._connection.transaction():
            self._connection.many("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?)", rows)


def _came(each: Input) -> str:
    faults = [[fault.file, fault.line, fault.path, fault.message] for fault in each.faults]
    return json.dumps({"articles": list(each.came), "faults": faults}, ensure_ascii=False)


def _input(row: tuple[str, str, int, int, str]) -> Input | None:
    """What is known of a file; nothing where the note makes no sense, so that the file is read again."""
    name, digest, size, mtime_ns, came = row
    try:
        told = json.loads(came)
        return Input(name, digest, size, mtime_ns, tuple(map(str, told["articles"])), tuple(Fault(*fault) for fault in told["faults"]))
    except (KeyError, TypeError, ValueError):
        return None


_FIRST = "SELECT item FROM work WHERE stage = ? AND item > ? ORDER BY item LIMIT ?"


class Work:
    """Derived values of one stage, by item, each with a digest of what it was made of; they may be dropped at any time."""

    def __init__(self, connection: Connection, stage: str) -> None:
        self._connection = connection
        self._stage = stage

    def __len__(self) -> int:
        return int(self._connection.row("SELECT count(*) FROM work WHERE stage = ?", (self._stage,))[0])

    def get(self, item: str, digest: str | None = None) -> bytes | None:
        """The value of an item, or None; with a digest also None when it was made of something else."""
        row = self._connection.row("SELECT digest, value FROM work WHERE stage = ? AND item = ?", (self._stage, item))
        return bytes(row[1]) if row and digest in (None, row[0]) else None

    def digest(self, item: str) -> str | None:
        """What the value of an item was made of, or None."""
        row = self._connection.row("SELECT digest FROM work WHERE stage = ? AND item = ?", (self._stage, item))
        return str(row[0]) if row else None

    def items(self) -> Iterator[tuple[str, str]]:
        """The items with their digests, in order."""
        for rows in self._connection.chunks("SELECT item, digest FROM work WHERE stage = ? ORDER BY item", (self._stage,)):
            yield from rows

    def some(self, items: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
        """Some items with their digests and values, as far as there are any."""
        yield from self._connection.among("SELECT item, digest, value FROM work WHERE stage = ? AND item IN", items, (self._stage,))

    def first(self, many: int, after: str = "") -> tuple[str, ...]:
        """The first items in their order, so many at most.

        Args:
            many: how many.
            after: an item; only those that come after it.
        """
        return tuple(item for (item,) in self._connection.rows(_FIRST, (self._stage, after, many)))

    def values(self) -> Iterator[tuple[str, str, bytes]]:
        """The items with their digests and values, in order."""
        for rows in self._connection.chunks("SELECT item, digest, value FROM work WHERE stage = ? ORDER BY item", (self._stage,)):
            yield from rows

    def put(self, item: str, digest: str, value: bytes) -> None:
        """Keep the value of an item in place of an earlier one."""
        self.put_many([(item, digest, value)])

    def put_many(self, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """The same for many: item, digest and value of each."""
        with self._connection.transaction():
            self._connection.many(
                "INSERT OR REPLACE INTO work VALUES (?, ?, ?, ?)", ((self._stage, item, digest, value) for item, digest, value in rows)
            )

    def drop(self, items: Iterable[str] | None = None) -> None:
        """Forget some items, or all of the stage."""
        with self._connection.transaction():
            if items is None:
                self._connection.run("DELETE FROM work WHERE stage = ?", (self._stage,))
            else:
                self._connection.many("DELETE FROM work WHERE stage = ? AND item = ?", ((self._stage, item) for item in items))


UNNAMED = "\t"
"""How the name of a claim begins that is given a number when all are listed; no name of ours begins so."""


@attrs.frozen
class Reported:
    """The report on one claim as an archive keeps it.

    Attributes:
        claim: its key.
        digest: of the neighbourhood that the report was made of.
        name: what tables call the claim, or `UNNAMED` with its label, if any, for one that gets a number among all claims.
        least: independent origins at least.
        most: independent origins at most.
        flags: how many are raised.
        json: the report, as text.
    """

    claim: str
    digest: str
    name: str
    wording: str
    least: int
    most: int
    disputed: bool
    flags: int
    json: str


_IS_UNNAMED = f"substr(name, 1, 1) = '{UNNAMED}'"
_NUMBER = f"row_number() OVER (PARTITION BY {_IS_UNNAMED} ORDER BY coalesce(nullif(substr(name, 2), ''), char(1114111)), claim)"
_CALLED = f"CASE WHEN {_IS_UNNAMED} THEN 'R' || {_NUMBER} ELSE name END AS called, {_IS_UNNAMED} AS unnamed"
_NAMED = f"SELECT claim, least, disputed, most, flags, {_CALLED} FROM reports"
_LISTED = f"SELECT claim, called, unnamed FROM ({_NAMED}) ORDER BY least, disputed DESC, most, flags DESC, called, claim"
_REPORT = "claim, digest, name, wording, least, most, disputed, flags, json"


class Reports:
    """The support reports of an archive, by claim; derived, so they may be dropped at any time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __len__(self) -> int:
        return int(self._connection.row("SELECT count(*) FROM reports")[0])

    def __iter__(self) -> Iterator[Reported]:
        """All of them, the worst supported first."""
        order = "least, disputed DESC, most, flags DESC, name, claim"
        for rows in self._connection.chunks(f"SELECT {_REPORT} FROM reports ORDER BY {order}"):
            yield from map(_reported, rows)

    def get(self, claim: str) -> Reported | None:
        """The report on a claim, or None."""
        row = self._connection.row(f"SELECT {_REPORT} FROM reports WHERE claim = ?", (claim,))
        return _reported(row) if row else None

    def listed(self) -> Iterator[list[tuple[str, str, int]]]:
        """The claims, what tables call them, and 1 for those that are numbered; the worst supported first, some at a time."""
        chunks = self._connection.chunks(_LISTED)
        with self._connection.frugally():
            first = next(chunks, [])
        yield from chain([first], chunks)

    def lines(self, claims: Iterable[str]) -> dict[str, str]:
        """The reports on some claims as they are kept, as text."""
        return dict(self._connection.among("SELECT claim, json FROM reports WHERE claim IN", claims))

    def known(self, claims: Iterable[str]) -> dict[str, str]:
        """Which of some claims have a report, each with the digest of what it was made of."""
        return dict(self._connection.among("SELECT claim, digest FROM reports WHERE claim IN", claims))

    def digests(self) -> Iterator[tuple[str, str]]:
        """The claims with the digests of what their reports were made of, in order."""
        for rows in self._connection.chunks("SELECT claim, digest FROM reports ORDER BY claim"):
            yield from rows

    def put(self, reports: Iterable[Reported]) -> None:
        """Keep reports in place of earlier ones on the same claims."""
        with self._connection.transaction():
            self._connection.many("INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(attrs.astuple, reports))

    def drop(self, claims: Iterable[str] | None = None) -> None:
        """Forget the reports on some claims, or all."""
        with self._connection.transaction():
            if claims is None:
                self._connection.run("DELETE FROM reports")
            else:
                self._connection.many("DELETE FROM reports WHERE claim = ?", ((claim,) for claim in claims))


def _reported(row: tuple[str, str, str, str, int, int, int, int, str]) -> Reported:
    claim, digest, name, wording, least, most, disputed, flags, line = row
    return Reported(claim, digest, name, wording, least, most, bool(disputed), flags, line)
