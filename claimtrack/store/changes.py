"""What came, went or was taken back in an archive since somebody last looked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimtrack.model.base import Record
from claimtrack.model.records import Retraction
from claimtrack.store.connection import Connection
from claimtrack.store.rows import records

_NOTED = "relinked"
_SINCE = "SELECT id, json FROM records WHERE rowid > ?"
_NOTE = "INSERT OR IGNORE INTO work SELECT 'relinked', id, '', CAST(json AS BLOB) FROM"
_WATCHED = "EXISTS (SELECT 1 FROM work WHERE stage = 'relinked' AND item = '')"


class Changes:
    """Records that came after a mark, and links that came or went since they are watched.

    Args:
        connection: to the archive.
        some: finds records and links by their ids.
    """

    def __init__(self, connection: Connection, some: Callable[[Iterable[str]], Iterator[Record]]) -> None:
        self._connection = connection
        self._some = some

    def counts(self, mark: str) -> bool:
        """Whether a mark still tells what came later; it does not where the rows of the file were numbered anew."""
        last, many = map(int, mark.split("/"))
        each, newer = "(SELECT count(*) FROM records)", "(SELECT count(*) FROM records WHERE rowid > ?)"
        return bool(self._connection.row(f"SELECT {each} - {newer}", (last,))[0] == many)  # all by a small index, and the newer are few

    def records(self, mark: str, *kinds: type[Record]) -> Iterator[list[Record]]:
        """The records that came after a mark, some at a time, with what they take back, whether that stands or not.

        Args:
            mark: how far the set had grown.
            kinds: the types to look for; all without one.
        """
        types = ", ".join(f"'{kind.type}'" for kind in kinds)
        which = f"{_SINCE}{f' AND type IN ({types})' if kinds else ''} ORDER BY rowid"
        for rows in self._connection.chunks(which, (int(mark.partition("/")[0]),)):
            found = records(rows, self._connection.name)
            taken = found
            while back := [each.record for each in taken if isinstance(each, Retraction)]:
                taken = list(self._some(back))
                found = [*found, *taken]
            yield found

    @property
    def watched(self) -> bool:
        """Whether links that come and go are noted."""
        return self._connection.row(f"SELECT 1 WHERE {_WATCHED}") is not None

    def watch(self) -> None:
        """Note from now on which links come and go, and forget those that were noted."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM work WHERE stage = ?", (_NOTED,))
            self._connection.run("INSERT INTO work VALUES (?, '', '', x'')", (_NOTED,))

    def links(self) -> Iterator[list[Record]]:
        """The links that came or went, some at a time; those among them that came again."""
        for rows in self._connection.chunks("SELECT item, value FROM work WHERE stage = ? AND item > ''", (_NOTED,)):
            yield records([(link_id, line.decode()) for link_id, line in rows], self._connection.name)

    def note(self, coming: str, going: str) -> None:
        """Note links that come out of a table, and those that a condition says go, before they do."""
        self._connection.run(f"{_NOTE} {coming} WHERE id NOT IN (SELECT id FROM links) AND {_WATCHED}")
        self._connection.run(f"{_NOTE} links WHERE {going} AND {_WATCHED}")
