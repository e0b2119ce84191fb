"""The doors to disk: folders, case files, ledger files and standard input in; ledger files out."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from claimtrack.codec import Place, Reading, is_case, read_case, read_lines, write_lines
from claimtrack.errors import Fault, InputError, VersionError
from claimtrack.model import Ledger, dangling

STDIN = "-"
CASE, LINES = ".toml", (".jsonl", ".ndjson")
TEXT_LIMIT = 50_000_000
"""Bytes; the longest article has some hundred thousand."""


@attrs.frozen
class Loaded:
    """What was read: the ledger, where each record stands, what was wrong, and what was passed over.

    Attributes:
        places: for each record's id, the first place it stands.
        faults: what could not be read or leads nowhere, in the order of files and lines.
        skipped: files of a folder that are nothing of ours.
    """

    ledger: Ledger
    places: Mapping[str, Place]
    faults: tuple[Fault, ...] = ()
    skipped: tuple[str, ...] = ()


def load(paths: Iterable[str | os.PathLike[str]], *, references: bool = True) -> Loaded:
    """Read case files, ledger files and whole folders into one ledger.

    A fault costs the record it is in, or the file where the file as a whole cannot be read; the rest is read all the same.

    Args:
        paths: files, folders (searched for `.toml`, `.jsonl` and `.ndjson`, hidden ones left out) or `-` for standard input.
        references: whether names that lead nowhere count as faults.
    """
    readings, skipped = [], []
    for path, told in _found([os.fspath(path) for path in paths]):
        reading = _read(path, told)
        if reading is None:
            skipped.append(path)
        else:
            readings.append(reading)
    places: dict[str, Place] = {}
    for reading in readings:
        for record, place in reading.records:
            places.setdefault(record.id, place)
    ledger = Ledger(record for reading in readings for record, _ in reading.records)
    faults = [fault for reading in readings for fault in reading.faults]
    if references:
        faults += [_fault(loose.record.id, loose.path, loose.message, places) for loose in dangling(ledger)]
    return Loaded(ledger, places, tuple(faults), tuple(skipped))


def _fault(record: str, path: str, message: str, places: Mapping[str, Place]) -> Fault:
    place = places[record]
    return Fault(place.file, place.line, path, message)


def _found(paths: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The files to read, each with whether it was named itself."""
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                for name in sorted(names):
                    if name.endswith((CASE, *LINES)) and not name.startswith("."):
                        yield str(Path(folder) / name), False
        else:
            yield path, True


def _read(path: str, told: bool) -> Reading | None:
    """One file's records and faults; None for a TOML file of a folder that is no case file."""
    name = "standard input" if path == STDIN else path
    try:
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Reading(faults=(Fault(name.encode(errors="replace").decode(), 0, "", f"cannot be read: {reason}"),))
    try:
        if path.endswith(LINES) or (not path.endswith(CASE) and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
            return read_lines(data.splitlines(), name)
        if not path.endswith(CASE) and path != STDIN:
            return Reading(faults=(Fault(name, 0, "", "is neither a case file (.toml) nor a ledger (.jsonl)"),))
        return _read_case(data, name, told)
    except VersionError as error:
        return Reading(faults=error.faults)


def _read_case(data: bytes, name: str, told: bool) -> Reading | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "not UTF-8; the file may be cut short or in another encoding"
        return Reading(faults=(Fault(name, line, "", message),))
    if not told and not is_case(text):
        return None
    return read_case(text, name)


def save(ledger: Ledger, path: str | os.PathLike[str]) -> None:
    """Write a ledger file, whole or not at all.

    Raises:
        InputError: when the place cannot be written to.
    """
    target = Path(path)
    partial = target.with_name(f".{target.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(write_lines(ledger))
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError([Fault(str(path), 0, "", f"cannot be written: {error.strerror or error}")]) from error


def texts(folder: str | os.PathLike[str]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """The texts of a folder by the SHA-256 of their bytes, as articles name them, and the files that could not be read.

    Line ends are kept as they are, since offsets count them.
    """
    found: dict[str, str] = {}
    faults = []
    for path in sorted(Path(folder).rglob("*")):
        try:
            if path.is_file() and path.stat().st_size <= TEXT_LIMIT:
                data = path.read_bytes()
                found[hashlib.sha256(data).hexdigest()] = data.decode()
        except UnicodeDecodeError:
            continue  # a picture or the like, which no anchor can be in
        except OSError as error:
            faults.append(Fault(str(path), 0, "", f"cannot be read: {error.strerror or error}"))
    return found, tuple(faults)
