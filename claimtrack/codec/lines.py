"""JSON Lines: a ledger as one record a line, sorted and versioned, the same bytes for the same set."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from claimtrack.codec.convert import UnfitError, structured, typed
from claimtrack.codec.hooks import SHOWN, seen
from claimtrack.codec.reading import Reading
from claimtrack.collecting import paused
from claimtrack.errors import Fault, Place, VersionError
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
    with paused():
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
            except UnfitError as unfit:
                faults += [Fault(name, number, path, message) for path, message in sorted(unfit.told)]
    return Reading(tuple(records), tuple(faults))


def _parsed(line: bytes) -> Any:
    """One line as JSON.

    Raises:
        UnfitError: when it is none.
    """
    if len(line) > LINE_LIMIT:
        raise UnfitError([("", f"a line of {len(line):,} bytes, where a record has at most {LINE_LIMIT:,}")])
    try:
        return DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start + 1}; the line may be cut short or in another encoding"
    except json.JSONDecodeError as error:
        message = f"not JSON at column {error.colno}: {error.msg}; a ledger has one record a line"
    except RecursionError:
        message = "nested too deeply to be a record"
    except ValueError:  # Python turns no more than some thousand digits into a number
        message = "a number of far too many digits"
    raise UnfitError([("", message)])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A table from its fields, each of which stands in it once; a parser would silently keep the last."""
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise UnfitError([("", f"the field {twice[:SHOWN]!r} is given twice; keep one")])
    return table


def _no_constant(constant: str) -> NoReturn:
    raise UnfitError([("", f"{constant} is no number of JSON; leave the field out where nothing is known")])


DECODER = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_once)


def check_version(version: object, name: str, line: int) -> None:
    """Refuse a file that a newer claimtrack wrote, since its records could mean something else.

    Raises:
        VersionError: for any version but ours.
    """
    if version.__class__ is int and version == VERSION:
        return
    newer = version.__class__ is int and isinstance(version, int) and version > VERSION
    hint = "; a newer claimtrack wrote this file, so upgrade yours to read it" if newer else ""
    raise VersionError([Fault(name, line, "claimtrack", f"expected version {VERSION}, found {seen(version)}{hint}")])
