"""The articles that an archive had at one moment, looked up by their texts and keys, in other processes too."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from claimtrack.store.connection import Connection
from claimtrack.store.opening import opened
from claimtrack.store.schema import field

_DIGEST = field("digest")
_AMONG = "SELECT id FROM records WHERE +rowid <= ? AND type = 'article'"
"""The plus keeps SQLite from going through all rows up to the last."""


class Before:
    """Articles of an archive as they were at one moment. Where it is pickled, the file is opened again, only to be read.

    Args:
        connection: to the archive, or None to open it when something is asked.
        path: the file.
        last: the row up to which records were there.
        without: the ids of articles that are left out.
    """

    def __init__(self, connection: Connection | None, path: Path, last: int, without: frozenset[str]) -> None:
        self._given = connection
        self._path = path
        self._last = last
        self._without = without

    def __reduce__(self) -> tuple[type[Before], tuple[None, Path, int, frozenset[str]]]:
        return Before, (None, self._path, self._last, self._without)

    @cached_property
    def _connection(self) -> Connection:
        return self._given or opened(self._path, read_only=True)

    def has_text(self, digest: str) -> bool:
        """Whether there is an article with that text, by its digest."""
        return self._has(f"{_DIGEST} = ?", digest)

    def has_key(self, key: str) -> bool:
        """Whether there is an article with that key whose text was read."""
        return self._has(f"key = ? AND {_DIGEST} <> ''", key)

    def _has(self, which: str, value: str) -> bool:
        rows = self._connection.rows(f"{_AMONG} AND {which}", (self._last, value))
        return any(found not in self._without for (found,) in rows)
