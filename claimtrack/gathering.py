"""Records on their way into a ledger file: kept on disk as they come, put in order at the end, so that memory holds but a few."""

from __future__ import annotations

import heapq
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from itertools import groupby, islice
from pathlib import Path
from typing import IO

from claimtrack.codec import Reading, read_lines, write_lines
from claimtrack.errors import Fault, InputError
from claimtrack.files import reason, shown, write
from claimtrack.model import Ledger, Record

CHUNK = 20_000
"""Lines that are put in order at a time."""


class Gathering:
    """The records of a run, as they come; a context manager. What a run that broke off has gathered is there for the next.

    Args:
        target: the ledger file that they are for; None for standard output, for which nothing is kept.
    """

    def __init__(self, target: str | None = None) -> None:
        self._target = target
        self._kept = Path(target).with_name(f".{Path(target).name}.unfinished") if target else None
        self._lines: IO[str] | None = None

    def __enter__(self) -> Gathering:
        return self

    def __exit__(self, *_: object) -> None:
        if self._lines is not None:
            self._lines.close()

    def left(self) -> Reading:
        """The records that a run for the same target left when it broke off; a last line that was cut short is passed over."""
        if self._kept is None or not self._kept.exists():
            return Reading()
        whole = self._kept.read_bytes().rpartition(b"\n")[0]
        self._kept.write_bytes(whole + b"\n" if whole else b"")
        return read_lines([line.rpartition(b"\t")[2] for line in whole.split(b"\n")], shown(str(self._kept)))

    def add(self, records: Iterable[Record]) -> None:
        """Keep records; those of one call are written at once.

        Raises:
            InputError: when the place cannot be written to.
        """
        try:
            self._lines = self._lines or self._opened()
            self._lines.write("".join("\t".join((*record.order, record.line)) + "\n" for record in records))
            self._lines.flush()
        except OSError as error:
            raise InputError([Fault(shown(self._target or "-"), 0, "", f"cannot be written: {reason(error)}")]) from error

    def _opened(self) -> IO[str]:
        if self._kept is None:
            return tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")
        return self._kept.open("a+", encoding="utf-8", newline="\n")

    def finish(self) -> None:
        """Write the ledger file, whole or not at all, each record once and in order.

        Raises:
            InputError: when the place cannot be written to.
        """
        self.add(())
        assert self._lines is not None
        self._lines.seek(0)
        if self._target is None:
            sys.stdout.writelines(self._in_order(self._lines))
        else:
            write(self._in_order(self._lines), self._target)
        if self._kept is not None:
            with suppress(OSError):
                self._kept.unlink()

    def _in_order(self, lines: IO[str]) -> Iterator[str]:
        """The lines of the file: the version, then the records in their order."""
        yield from write_lines(Ledger())
        with ExitStack() as parts:
            in_parts = []
            while chunk := sorted(islice(lines, CHUNK)):
                part = parts.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
                part.writelines(chunk)
                part.seek(0)
                in_parts.append(part)
            for line, _ in groupby(heapq.merge(*in_parts)):
                yield line.rpartition("\t")[2]
