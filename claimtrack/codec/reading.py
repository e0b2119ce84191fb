"""What reading a file gives: records, where each stands, and everything that was wrong."""

from __future__ import annotations

import attrs

from claimtrack.errors import Fault, Place
from claimtrack.model.base import Record


@attrs.frozen
class Reading:
    """The records of a file in the order they stand there, each with its place, and the faults."""

    records: tuple[tuple[Record, Place], ...] = ()
    faults: tuple[Fault, ...] = ()
