"""Archives for tests: made in a folder that is gone when the test is over, in memory where the system has a place for that."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from claimtrack.model import Record, Retraction
from claimtrack.store import Store

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


@contextmanager
def fresh() -> Iterator[Store]:
    """An archive with nothing in it."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "archive.db"
        path.write_bytes(empty())
        with Store(path) as store:
            yield store


@cache
def empty() -> bytes:
    """The file of an archive with nothing in it, which takes long to make."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        Store(Path(folder) / "archive.db").close()
        return (Path(folder) / "archive.db").read_bytes()


def retractions(many: int, start: int = 0) -> list[Record]:
    """As many small records as wanted."""
    return [Retraction(record=f"{number:032x}", reason="for a test") for number in range(start, start + many)]
