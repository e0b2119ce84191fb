"""What reading a file gives: records, where each stands, and everything that was wrong."""

from __future__ import annotations

import attrs

from claimtrack.errors import Fault
from claimtrack.model.base import Record


@attrs.frozen(order=True)
class Place:
    """Where a record stands: a file, and the line it starts on, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@attrs.frozen
class Reading:
    """The records of a file in the order they stand there, each with its place, and the faults."""

    records: tuple[tuple[Record, Place], ...] = ()
    faults: tuple[Fault, ...] = ()
