"""What SQLite complains of, in words that say which file, why, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from claimtrack.errors import Fault, InputError

_DAMAGED = "is damaged ({told}); take a copy of it back, or save what can be read with the tool sqlite3 and its command .recover"
_ADVICE: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: "is being written by another process; wait until that is done and try again",
    sqlite3.SQLITE_LOCKED: "is being written by another process; wait until that is done and try again",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened ({told}); is its folder there, and may you read and write in it?",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: "cannot take more ({told}); what was being added is not in it, all before it is: make room and try again",
    sqlite3.SQLITE_IOERR: "cannot be read or written ({told}); what was being added is not in it, all before it is",
    sqlite3.SQLITE_NOTADB: "is no SQLite file, or is damaged from its first bytes on; name an archive that claimtrack wrote",
    sqlite3.SQLITE_PERM: "may not be used by you ({told})",
    sqlite3.SQLITE_READONLY: "cannot be written to: the file or its folder is read-only",
    sqlite3.SQLITE_TOOBIG: "holds a value that is too big ({told})",
}


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn an error of SQLite into one of ours.

    Args:
        name: what the file is called.

    Raises:
        InputError: with the file, the reason and what to do.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise refusal(name, error) from error


def refusal(name: str, error: sqlite3.Error | UnicodeDecodeError) -> InputError:
    """An error of SQLite as one of ours; a damaged schema gives words that Python cannot read."""
    damaged = sqlite3.SQLITE_CORRUPT if isinstance(error, UnicodeDecodeError) else 0
    code = getattr(error, "sqlite_errorcode", damaged) & 0xFF  # the rest says more than a reader can use
    advice = _ADVICE.get(code, "cannot be used as an archive ({told})")
    return InputError([Fault(name, 0, "", advice.format(told=error))])
