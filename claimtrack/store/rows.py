"""Records as rows of a table, and rows as records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from claimtrack.codec.convert import UnfitError, structured, typed
from claimtrack.codec.lines import LINE_LIMIT
from claimtrack.codec.trusted import trusted
from claimtrack.collecting import paused
from claimtrack.errors import Fault, InputError
from claimtrack.model.base import ID_BYTES, Record

Row = tuple[str, str, str, str]
"""Id, type, key and line."""
ADD = "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?)"


def row(record: Record) -> Row:
    """A record as it is kept."""
    line = record.line
    return blake2b(line.encode(), digest_size=ID_BYTES).hexdigest(), record.type, str(getattr(record, "key", "")), line


def is_line_of(line: object, record_id: object) -> bool:
    """Whether an id is the digest of a line, as that of each record is."""
    if not isinstance(line, str) or len(line) > LINE_LIMIT:
        return False
    try:
        return blake2b(line.encode(), digest_size=ID_BYTES).hexdigest() == record_id
    except UnicodeEncodeError:
        return False


def records(rows: Sequence[tuple[Any, Any]], name: str) -> list[Record]:
    """The records of ids and lines that an archive holds, in their order.

    Lines are taken to be as claimtrack writes them, so ids are compared with the digests of the lines and not worked out anew.

    Raises:
        InputError: with every row that is none of ours.
    """
    found, faults = told(rows, name)
    if faults:
        raise InputError(faults)
    return found


def trusting(rows: Iterable[tuple[str, str]], name: str) -> list[Record]:
    """The same, where what an archive of ours holds is looked up again and again: values are not checked beyond their types.

    Raises:
        InputError: for a row that is none of ours.
    """
    found: list[Record] = []
    with paused():
        for record_id, line in rows:
            try:
                record = trusted(line) if is_line_of(line, record_id) else None
            except InputError:
                record = None
            if record is None:
                found += records([(record_id, line)], name)
                continue
            object.__setattr__(record, "id", record_id)
            found.append(record)
    return found


def told(rows: Iterable[tuple[Any, Any]], name: str) -> tuple[list[Record], list[Fault]]:
    """The same, with what is wrong beside what is not."""
    found: list[Record] = []
    faults: list[Fault] = []
    with paused():
        for record_id, line in rows:
            try:
                found.append(_record(record_id, line))
            except UnfitError as unfit:
                faults += [Fault(name, 0, path, f"{message}; in the record {record_id!r:.40}") for path, message in unfit.told]
    return found, faults


def _record(record_id: Any, line: Any) -> Record:
    """The record of one row.

    Raises:
        UnfitError: when it is none of ours.
    """
    if not is_line_of(line, record_id):
        raise UnfitError([("", "the line of a record is not what its id says; the archive was changed by something else than claimtrack")])
    try:
        record = structured(*typed(json.loads(line)))
    except (ValueError, RecursionError) as error:
        raise UnfitError([("", f"the line of a record is no JSON: {error}")]) from error
    object.__setattr__(record, "id", record_id)  # which it would have to be worked out for otherwise
    return record
