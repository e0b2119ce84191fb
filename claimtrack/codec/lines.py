"""JSON Lines: a ledger as one record a line, sorted and versioned, the same bytes for the same set."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from claimtrack.codec.convert import Unfit, structured, typed
from claimtrack.codec.reading import Place, Reading
from claimtrack.errors import Fault, VersionError
from claimtrack.model.base import Record
from claimtrack.model.ledger import Ledger

VERSION = 1
LINE_LIMIT = 8_000_000
"""Bytes; the longest record that makes sense is some thousand times smaller."""
BOM = b"\xef\xbb\xbf"


def write_lines(ledger: Ledger) -> Iterator[str]:
    """The lines of a ledger file, each with its line end: the version, then the records in order."""
    yield json.dumps({"claimtrack": VERSION, "type": "ledger"}, separators=(",", ":")) + "\n"
    for record in ledger:
        yield record.line + "\n"


def read_lines(lines: Iterable[bytes], name: str) -> Reading:
    """The records of a ledger file.

    A line with a fault costs that line alone. Version lines may stand anywhere, so files may be put together end to end.

    Args:
        lines: the file's lines as bytes.
        name: the file's name, for faults and places.

    Raises:
        VersionError: when a newer claimtrack wrote the file.
    """
    records: list[tuple[Record, Place]] = []
    faults: list[Fault] = []
    with collector_paused():
        for number, raw in enumerate(lines, 1):
            line = raw.removeprefix(BOM).strip()
            if not line:
                continue
            try:
                table = _parsed(line)
                if isinstance(table, dict) and table.get("type") == "ledger":
                    check_version(table.get("claimtrack"), name, number)
                else:
                    records.append((structured(*typed(table)), Place(name, number)))
            except Unfit as unfit:
                faults += [Fault(name, number, path, message) for path, message in unfit.told]
    return Reading(tuple(records), tuple(faults))


def _parsed(line: bytes) -> Any:
    """One line as JSON.

    Raises:
        Unfit: when it is none.
    """
    if len(line) > LINE_LIMIT:
        raise Unfit([("", f"a line of {len(line):,} bytes, where a record has at most {LINE_LIMIT:,}")])
    try:
        return json.loads(line, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start + 1}; the line may be cut short or in another encoding"
    except json.JSONDecodeError as error:
        message = f"not JSON at column {error.colno}: {error.msg}"
    except RecursionError:
        message = "nested too deeply to be a record"
    except ValueError as error:
        message = str(error)
    raise Unfit([("", message)])


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON; leave the field out where nothing is known")


def check_version(version: object, name: str, line: int) -> None:
    """Refuse a file that a newer claimtrack wrote, since its records could mean something else.

    Raises:
        VersionError: for any version but ours.
    """
    if version != VERSION or isinstance(version, bool):
        newer = isinstance(version, int) and version > VERSION
        hint = "a newer claimtrack wrote it; please upgrade" if newer else f"expected claimtrack = {VERSION}"
        raise VersionError([Fault(name, line, "claimtrack", f"version {version!r} cannot be read here: {hint}")])


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cyclic collector while many records are built, which none of them needs, and set it back as it was."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
