"""One connection to an archive: asking, telling, transactions, and every complaint of SQLite as an error of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from claimtrack.store.refusing import refusal, told

CHUNK = 2_000
"""Rows that are fetched at a time."""
MOST_ASKED = 500
"""Values that one question may name; older SQLite takes no more than 999."""
LITTLE = -2_048
"""Pages of the file that are held while much is sorted, in KiB: as much is sorted in memory at a time, and the rest stands in a file."""


class Connection:
    """A connection in which nothing is written outside a transaction of ours.

    Args:
        sql: the open connection, which commits by itself.
        name: what the file is called, for errors.
    """

    def __init__(self, sql: sqlite3.Connection, name: str) -> None:
        self.sql = sql
        self.name = name

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of an answer.

        Raises:
            InputError: when the file cannot be read.
        """
        with told(self.name):
            return self.sql.execute(question, values).fetchall()

    def row(self, question: str, values: Sequence[Any] = ()) -> Any:
        """The first row of an answer, or None."""
        with told(self.name):
            return self.sql.execute(question, values).fetchone()

    def chunks(self, question: str, values: Sequence[Any] = (), size: int | None = None) -> Iterator[list[Any]]:
        """The rows of an answer, some at a time; all of them as they were when it was asked."""
        with told(self.name):
            cursor = self.sql.execute(question, values)
            rows = cursor.fetchmany(size or CHUNK)
        while rows:
            yield rows
            with told(self.name):
                rows = cursor.fetchmany(size or CHUNK)

    def among(self, question: str, names: Iterable[str], values: Sequence[Any] = ()) -> Iterator[Any]:
        """The rows of a question that ends in `IN`, for however many names.

        Args:
            question: up to and with the word IN.
            names: what to look for; repeated ones are asked for once.
            values: what stands for the marks before it.
        """
        asked = list(dict.fromkeys(names))
        for start in range(0, len(asked), MOST_ASKED):
            part = asked[start : start + MOST_ASKED]
            yield from self.rows(f"{question} ({','.join('?' * len(part))})", (*values, *part))

    @contextmanager
    def frugally(self) -> Iterator[None]:
        """What is asked first inside sorts in little memory, however much there is to sort."""
        (before,) = self.row("PRAGMA cache_size")
        self.run(f"PRAGMA cache_size = {LITTLE}")
        try:
            yield
        finally:
            self.run(f"PRAGMA cache_size = {before}")

    def run(self, command: str, values: Sequence[Any] = ()) -> int:
        """Change something; how many rows it changed.

        Raises:
            InputError: when the file cannot be written to.
        """
        with told(self.name):
            return max(self.sql.execute(command, values).rowcount, 0)

    def many(self, command: str, rows: Iterable[Sequence[Any]]) -> int:
        """Change something for each row; how many rows were changed."""
        with told(self.name):
            return max(self.sql.executemany(command, rows).rowcount, 0)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is changed inside, or nothing; on the disk when it ends. Inside another one it is a part of that.

        Raises:
            InputError: when the file cannot be written to.
        """
        with self._begun("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Whatever is read inside is as it was at one moment."""
        with self._begun("BEGIN"):
            yield

    @contextmanager
    def _begun(self, how: str) -> Iterator[None]:
        if self.sql.in_transaction:
            yield
            return
        self.run(how)
        try:
            yield
            self.run("COMMIT")
        except BaseException as error:  # whatever ends it, an interruption too, takes back what was begun
            with suppress(sqlite3.Error):  # a full disk has ended it already
                self.sql.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise refusal(self.name, error) from error
            raise

    def close(self) -> None:
        """Let the file go."""
        with told(self.name):
            self.sql.close()
