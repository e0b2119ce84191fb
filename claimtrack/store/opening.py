"""Opening an archive: what it is told by its header, pragmas, migrations, and files that are something else refused."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from claimtrack.errors import Fault, InputError, NoArchiveError, VersionError, shown
from claimtrack.store.connection import Connection
from claimtrack.store.refusing import told
from claimtrack.store.schema import APPLICATION_ID, MIGRATIONS, VERSION, tables

HEADER = b"SQLite format 3\0"
SUFFIXES = (".db", ".sqlite", ".sqlite3")
PATIENCE = 60.0
"""Seconds to wait for another process that writes."""
PAUSE = 0.01
"""Seconds between two tries."""
CACHE = -16_384
"""Pages of the file that are held in memory, told in KiB as SQLite wants it."""
LOG = 64 << 20
"""Bytes that the file of last changes keeps once they all stand in the archive; one large change may need many times that meanwhile."""
_TOLD = 3
"""Tables of somebody else's file that are named."""


def is_sqlite(path: str | os.PathLike[str]) -> bool:
    """Whether a file is one of SQLite's by its first bytes, whatever it is called."""
    with suppress(OSError, ValueError), Path(path).open("rb") as file:
        return file.read(len(HEADER)) == HEADER
    return False


def is_archive(path: str | os.PathLike[str]) -> bool:
    """Whether a target is to be an archive: by its suffix (.db, .sqlite, .sqlite3), or since an SQLite file stands there already."""
    return os.fspath(path).lower().endswith(SUFFIXES) or is_sqlite(path)


def opened(path: str | os.PathLike[str], read_only: bool) -> Connection:
    """A connection to an archive, which is made or brought up to date where it may be written to.

    Raises:
        VersionError: when a newer claimtrack wrote it.
        InputError: when it is none, or cannot be opened.
    """
    name = shown(os.fspath(path))
    _refuse_at_sight(Path(path), name, read_only)
    with told(name):
        sql = _connected(uri(path, read_only))
    found = Connection(sql, name)
    try:
        found.run(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
        _settled(found, read_only)
    except BaseException:  # an interruption too lets the file go
        sql.close()
        raise
    return found


def _connected(address: str) -> sqlite3.Connection:
    sql = sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, uri=True)
    sql.execute(f"PRAGMA cache_size = {CACHE}")
    sql.execute("PRAGMA cell_size_check = ON")
    sql.text_factory = _text
    return sql


def _text(found: bytes) -> str:
    """A text as it stands there; what is no UTF-8 stays recognizable as that."""
    return found.decode("utf-8", "surrogateescape")


def uri(path: str | os.PathLike[str], read_only: bool) -> str:
    """How SQLite is told which file to open, and how.

    To be read only, a file is opened as if to be written to where that is possible, since SQLite clears up behind it then. Where not
    even its folder can be written to, it is read as one that nobody changes, provided that all of it is in the file.
    """
    address = Path(path).absolute().as_uri()
    if not read_only:
        return f"{address}?mode=rwc"
    folder = os.access(Path(path).absolute().parent, os.W_OK)
    if folder and os.access(path, os.W_OK):
        return f"{address}?mode=rw"
    return f"{address}?{'mode=ro' if folder or _beside(path, '-wal') else 'immutable=1'}"


def _beside(path: str | os.PathLike[str], ending: str) -> bool:
    """Whether a file that SQLite keeps beside an archive is there and has something in it."""
    with suppress(OSError):
        return os.stat(f"{os.fspath(path)}{ending}").st_size > 0
    return False


def _refuse_at_sight(path: Path, name: str, read_only: bool) -> None:
    """Refuse what is no archive before SQLite sees it.

    Raises:
        InputError: for a folder, a file that is not there or empty where it is only to be read, and a file of something else.
    """
    why = ""
    try:
        size = path.stat().st_size
        if path.is_dir():
            why = "is a folder; name the archive in it"
        elif not path.is_file():
            why = "is no plain file, which an archive has to be"
        elif size and not is_sqlite(path):
            with path.open("rb"):
                why = "is no SQLite file; name an archive that claimtrack wrote"
        elif not size and read_only:
            why = "is empty; an archive is never that, so it may have been cut short"
    except FileNotFoundError:
        if read_only:
            why = "is not there"
        elif not path.absolute().parent.is_dir():
            why = "cannot be made: its folder is not there"
    except (OSError, ValueError) as error:
        why = f"cannot be opened: {getattr(error, 'strerror', None) or error}"
    if why:
        raise InputError([Fault(name, 0, "", why)])


def _settled(found: Connection, read_only: bool) -> None:
    """Refuse what is no archive of ours; make it one of this version where that may be done."""
    with found.snapshot():  # another process may be making it
        version = _version(found)
    if read_only:
        if version < VERSION:
            _refuse(found, "was left by an older claimtrack or a run that broke off; any run that adds to it brings it up to date")
    else:
        _make_durable(found)
        if version < VERSION:
            _migrate(found)
    kept = dict(found.rows("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view')"))
    for table, sql in tables(VERSION).items():
        if kept.get(table) != sql:
            _refuse(found, f"has another table {table!r} than claimtrack makes; keep your own tables and columns under names of their own")


def _make_durable(found: Connection) -> None:
    """What is acknowledged is on the disk; readers and a writer do not wait for each other.

    SQLite does not wait by itself where another process is just making the same file.
    """
    patient_until = monotonic() + PATIENCE
    while True:
        try:
            found.rows("PRAGMA journal_mode = WAL")
            break
        except InputError as error:
            if not _is_busy(error) or monotonic() > patient_until:
                raise
        sleep(PAUSE)
    found.run("PRAGMA synchronous = FULL")
    found.rows(f"PRAGMA journal_size_limit = {LOG}")


def _is_busy(error: InputError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _version(found: Connection) -> int:
    """The version of a file, 0 for one with nothing in it.

    Raises:
        VersionError: when a newer claimtrack wrote it.
        InputError: when it is not one of ours.
    """
    (version,) = found.row("PRAGMA user_version")
    (mark,) = found.row("PRAGMA application_id")
    names = [str(name) for (name,) in found.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name LIMIT 4")]
    if mark != APPLICATION_ID and (mark or version or names):
        held = f" with tables such as {', '.join(map(shown, names[:_TOLD]))}" if names else ""
        raise NoArchiveError([Fault(found.name, 0, "", f"is an SQLite file of something else{held}, and no archive of claimtrack")])
    if not 0 <= version <= VERSION:
        message = f"expected version {VERSION} or less, found {version}; a newer claimtrack wrote this archive, so upgrade yours to read it"
        raise VersionError([Fault(found.name, 0, "user_version", message)])
    (encoding,) = found.row("PRAGMA encoding")
    if encoding != "UTF-8":
        _refuse(found, f"is kept in {encoding}, and claimtrack keeps archives in UTF-8")
    return int(version)


def _migrate(found: Connection) -> None:
    """Bring a file up to this version, one version after the other, each in a transaction."""
    for number in range(VERSION):
        with found.transaction():
            if _version(found) == number:  # else another process did it meanwhile
                for statement in MIGRATIONS[number]:
                    found.run(statement)
                found.run(f"PRAGMA application_id = {APPLICATION_ID}")
                found.run(f"PRAGMA user_version = {number + 1}")


def _refuse(found: Connection, why: str) -> None:
    raise InputError([Fault(found.name, 0, "", why)])
