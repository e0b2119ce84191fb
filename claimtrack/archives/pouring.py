"""Files of records poured into an archive, some records at a time, so that memory holds no more than those."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import attrs

from claimtrack import files
from claimtrack.codec import Reading, read_lines
from claimtrack.errors import Fault, InputError, NoArchiveError, VersionError
from claimtrack.store import Store, is_sqlite

STEP = 20_000
"""Lines of a ledger file that are read at a time."""


@attrs.frozen
class Poured:
    """What came of pouring.

    Attributes:
        added: how many records were new.
        faults: what could not be read.
        skipped: files of a folder that are nothing of ours.
        left: how many links of other archives were left where they are.
    """

    added: int
    faults: tuple[Fault, ...] = ()
    skipped: tuple[str, ...] = ()
    left: int = 0


def pour(store: Store, paths: Iterable[str | os.PathLike[str]]) -> Poured:
    """Add the records of case files, ledger files, archives and folders to an archive; articles among them are not read.

    What was added before a run broke off is on the disk, and doing it again adds the rest.

    Args:
        store: where the records go.
        paths: as for `files.load`.
    """
    poured = [_one(store, path, named) for path, named in files.found([os.fspath(path) for path in paths])]
    return Poured(
        sum(each.added for each in poured),
        tuple(fault for each in poured for fault in each.faults),
        tuple(name for each in poured for name in each.skipped),
        sum(each.left for each in poured),
    )


def _one(store: Store, path: str, named: bool | OSError) -> Poured:
    """What came of one file."""
    if not isinstance(named, OSError) and path != files.STDIN and is_sqlite(path):
        return _archive(store, path, named)
    if not isinstance(named, OSError) and path.lower().endswith(files.LINES):
        return _lines(store, path)
    reading = files.read(path, named)
    if isinstance(reading, Reading):
        return Poured(store.merge(record for record, _ in reading.records), reading.faults)
    return Poured(0, (), () if reading or Path(path).name == files.SETTINGS else (files.shown(path),))


def _archive(store: Store, path: str, named: bool) -> Poured:
    before = len(store)
    try:
        store.merge(path)
        faults: tuple[Fault, ...] = ()
    except NoArchiveError as error:
        return Poured(0, error.faults) if named else Poured(0, (), (files.shown(path),))
    except InputError as error:
        faults = error.faults
    return Poured(len(store) - before, faults, (), 0 if faults else _links(store, path))


def _links(store: Store, path: str) -> int:
    """How many links stay behind in another archive."""
    if os.path.samefile(store.path, path):
        return 0
    with Store(path, read_only=True) as other:
        return len(other.links)


def _lines(store: Store, path: str) -> Poured:
    added = 0
    faults: list[Fault] = []
    try:
        for reading in _steps(path):
            added += store.add(record for record, _ in reading.records)
            faults += reading.faults
    except VersionError as error:
        faults += error.faults
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        faults.append(Fault(files.shown(path), 0, "", f"cannot be read: {files.reason(error)}"))
    return Poured(added, tuple(faults))


def _steps(path: str) -> Iterator[Reading]:
    """A ledger file some lines at a time; faults have the lines where they stand in the whole."""
    with Path(path).open("rb") as file:
        before = 0
        while lines := list(islice(file, STEP)):
            reading = read_lines(lines, files.shown(path))
            yield attrs.evolve(reading, faults=tuple(attrs.evolve(fault, line=fault.line + before) for fault in reading.faults))
            before += len(lines)
