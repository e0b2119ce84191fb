"""The doors to disk: folders, case files, ledger files and standard input in; ledger files out."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

import attrs

from claimtrack.codec import Reading, is_case, read_case, read_lines, read_policy, write_lines
from claimtrack.errors import STDIN as STDIN
from claimtrack.errors import Fault, InputError, NoArchiveError, Place, VersionError
from claimtrack.errors import shown as shown
from claimtrack.model import Ledger, View, dangling
from claimtrack.model.policy import Policy
from claimtrack.model.reports import Log
from claimtrack.recognition import HEAD, is_ledger, is_own
from claimtrack.reliability.ratings import Imported, Layout, read_layouts, read_ratings
from claimtrack.store import HEADER, SUFFIXES, is_sqlite, read_archive

CASE, LINES = ".toml", (".jsonl", ".ndjson")
RAW = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".rss", ".atom", ".warc", ".warc.gz", ".ninjs", ".json")
SETTINGS = "claimtrack.toml"
"""A file of a folder that is no case file and is not passed over either: it says how to run."""
OWN_WORK = "was written by claimtrack and is no article; name the records or articles that it was made from"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
IN_UTF_16 = "is in UTF-16; save it as UTF-8"
TEXT_LIMIT = 50_000_000
"""Bytes; the longest article has some hundred thousand."""


@attrs.frozen
class Raw:
    """An article or a feed as it was found, not read yet.

    Attributes:
        name: what it is called.
        held: its bytes, where they are at hand already.
        path: the file to take them from, where they are not.
    """

    name: str
    held: bytes | None = attrs.field(default=None, repr=False)
    path: str = ""

    @property
    def size(self) -> int:
        """How many bytes it has; 0 where its file cannot be looked at."""
        if self.held is not None:
            return len(self.held)
        with suppress(OSError, ValueError):
            return Path(self.path).stat().st_size
        return 0

    @property
    def data(self) -> bytes:
        """Its bytes.

        Raises:
            InputError: when the file cannot be read any more.
        """
        if self.held is not None:
            return self.held
        try:
            return Path(self.path).read_bytes()
        except OSError as error:
            raise InputError([Fault(self.name, 0, "", f"cannot be read: {reason(error)}")]) from error


def at_hand(raw: Raw) -> bool:
    """Whether an input can still be read, as far as can be told without reading it."""
    return raw.held is not None or os.path.isfile(raw.path)


@attrs.frozen
class Loaded:
    """What was read: the ledger, where each record stands, what was wrong, and what was passed over.

    Attributes:
        places: for each record's id, the first place it stands.
        faults: what could not be read or leads nowhere, in the order of files and lines.
        skipped: files of a folder that are nothing of ours.
        raw: articles, pages and feeds, to be read by `pipeline.read`.
        loose: those of the faults that are names which lead nowhere.
    """

    ledger: Ledger
    places: Mapping[str, Place]
    faults: tuple[Fault, ...] = ()
    skipped: tuple[str, ...] = ()
    raw: tuple[Raw, ...] = ()
    loose: tuple[Fault, ...] = ()

    @property
    def log(self) -> Log:
        """The same, as a report keeps it."""
        return Log(places=self.places, faults=self.faults, skipped=self.skipped)

    def still_faulty(self, ledger: Ledger) -> tuple[Fault, ...]:
        """The faults that are left when the raw articles have been read as well, since names may lead to what was read there."""
        if not self.loose:
            return self.faults
        left = {(fault.file, fault.line, fault.path) for fault in _loose(ledger, self.places)}
        mended = {fault for fault in self.loose if (fault.file, fault.line, fault.path) not in left}
        return tuple(fault for fault in self.faults if fault not in mended)


def load(paths: Iterable[str | os.PathLike[str]], *, references: bool = True, links: bool = True) -> Loaded:
    """Read case files, ledger files, archives and whole folders into one ledger.

    A fault costs the record it is in, or the file where the file as a whole cannot be read; the rest is read all the same.

    Args:
        paths: files, folders (searched for case files, ledgers, archives and raw articles, hidden ones left out) or `-` for standard
            input.
        references: whether names that lead nowhere count as faults.
        links: whether the links of archives are wanted with their records.
    """
    readings: dict[str, Reading] = {}
    skipped, raw = [], {}
    for path, named in found([os.fspath(path) for path in paths]):
        reading = read(path, named, links)
        if isinstance(reading, Raw):
            raw[reading.name] = reading
        elif reading is None:
            skipped += [] if Path(path).name == SETTINGS else [shown(path)]
        else:
            readings[shown(path)] = reading
    places: dict[str, Place] = {}
    for reading in readings.values():
        for record, place in reading.records:
            places.setdefault(record.id, place)
    ledger = Ledger(record for reading in readings.values() for record, _ in reading.records)
    faults = [fault for reading in readings.values() for fault in reading.faults]
    loose = _loose(ledger, places) if references else ()
    order = {name: place for place, name in enumerate(readings)}
    told = tuple(sorted((*faults, *loose), key=lambda fault: (order[fault.file], fault)))
    return Loaded(ledger, places, told, tuple(skipped), tuple(raw.values()), loose)


def _loose(ledger: Ledger, places: Mapping[str, Place]) -> tuple[Fault, ...]:
    """The names that lead nowhere in those records of a ledger that have a place."""
    found = [(places[loose.record.id], loose) for loose in dangling(ledger) if loose.record.id in places]
    return tuple(Fault(place.file, place.line, loose.path, loose.message) for place, loose in found)


def found(paths: Sequence[str]) -> Iterator[tuple[str, bool | OSError]]:
    """The files to read, each with whether it was named itself; a folder that cannot be searched comes with the reason."""
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # unlike Path.is_dir it answers False where it may not look
            unread: list[OSError] = []
            for folder, folders, names in os.walk(path, onerror=unread.append):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                for name in sorted(names):
                    if name.lower().endswith((CASE, *LINES, *RAW, *SUFFIXES)) and not name.startswith("."):
                        yield str(Path(folder) / name), False
            yield from ((str(error.filename), error) for error in unread)
        else:
            yield path, True


def read(path: str, told: bool | OSError, links: bool = True) -> Reading | Raw | None:
    """One file's records and faults, or its bytes where it is a raw article; None for a file of a folder that is nothing of ours.

    Args:
        path: the file, or `-`.
        told: whether it was named itself, or why it cannot be read; as `found` has it.
        links: whether the links of an archive are wanted with its records.
    """
    name = shown(path)
    if isinstance(told, OSError):
        return _unread(name, told)
    if path != STDIN and (path.lower().endswith(SUFFIXES) or is_sqlite(path)):
        return _read_archive(path, name, told, links)
    if path != STDIN and path.lower().endswith((*RAW, *LINES)) and _own(path):
        return Reading(faults=(Fault(name, 0, "", OWN_WORK),)) if told else None
    if path != STDIN and path.endswith(LINES):
        return _read_lines(path, name)
    try:
        if path != STDIN and path.lower().endswith(RAW) and not path.lower().endswith(".json"):
            with Path(path).open("rb"):
                return Raw(path if name == path else name, path=path)  # one text for both, as nearly always
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        return _unread(name, error)
    if path.lower().endswith(RAW) and not (path.lower().endswith(".json") and is_ledger(data)):
        return Raw(name, data)
    if data.startswith(HEADER):
        return Reading(faults=(Fault(name, 0, "", "an archive cannot be read from a stream; name its file"),))
    if data.startswith(UTF_16):
        return Reading(faults=(Fault(name, 0, "", IN_UTF_16),))
    try:
        if path.endswith(LINES) or (not path.endswith(CASE) and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
            return read_lines(data.splitlines(), name)
        if not path.endswith(CASE) and path != STDIN:
            return Reading(
                faults=(Fault(name, 0, "", "is neither a case file (.toml) nor a ledger (.jsonl, .db) nor an article (.txt, .md, .html)"),)
            )
        return _read_case(data, name, told)
    except VersionError as error:
        return Reading(faults=error.faults)


def _read_archive(path: str, name: str, told: bool, links: bool) -> Reading | None:
    try:
        return read_archive(path, name, links)
    except NoArchiveError as error:
        return Reading(faults=error.faults) if told else None
    except InputError as error:
        return Reading(faults=error.faults)


def _read_lines(path: str, name: str) -> Reading:
    """The records and faults of a ledger file, line by line, so that a large file takes no more memory than its records."""
    try:
        with Path(path).open("rb") as file:
            if file.peek(2).startswith(UTF_16):
                return Reading(faults=(Fault(name, 0, "", IN_UTF_16),))
            return read_lines((line for part in file for line in part.splitlines()), name)
    except VersionError as error:
        return Reading(faults=error.faults)
    except (OSError, ValueError) as error:
        return _unread(name, error)


def _own(path: str) -> bool:
    """Whether claimtrack wrote a file, other than a ledger; what cannot be read is told elsewhere."""
    with suppress(OSError, ValueError), Path(path).open("rb") as file:
        head = file.read(HEAD)
        return is_own(head)
    return False


def _unread(name: str, error: OSError | ValueError) -> Reading:
    """The fault of a file or folder that could not be opened."""
    return Reading(faults=(Fault(name, 0, "", f"cannot be read: {reason(error)}"),))


def reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read or written, in the system's words."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


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


def load_policy(path: str | os.PathLike[str]) -> Policy:
    """A newsroom's policy from its TOML file, with the packaged one where it is silent.

    Raises:
        InputError: when the file cannot be read, or with everything that is wrong in it.
    """
    return read_policy(text_of(path, "a policy is a TOML file"), shown(os.fspath(path)))


def text_of(path: str | os.PathLike[str], should_be: str) -> str:
    """The text of a small file that people keep.

    Raises:
        InputError: when it cannot be read, or is in another encoding than UTF-8; `should_be` says what is expected.
    """
    try:
        return taken(os.fspath(path)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError([Fault(shown(os.fspath(path)), 0, "", f"not UTF-8; {should_be}")]) from error


def load_ratings(path: str | os.PathLike[str], view: View, layout: Layout | str | os.PathLike[str] | None = None) -> Imported:
    """Read a file of ratings for the outlets of a view: CSV, TSV, JSON or JSON Lines, matched by domain.

    Args:
        path: the file, or `-` for standard input.
        view: the ledger's view, whose outlets are looked for.
        layout: what the columns are: a layout, the name of a packaged one, or a TOML file with your own; recognised when left out.

    Raises:
        InputError: when a file cannot be read.
        UnknownNameError: when there is no layout of that name.
    """
    known: tuple[Layout, ...] = ()
    if layout is not None and not isinstance(layout, Layout) and os.fspath(layout).endswith(CASE):
        place = os.fspath(layout)
        try:
            known = read_layouts(taken(place).decode("utf-8-sig"), shown(place))
        except UnicodeDecodeError as error:
            raise InputError([Fault(shown(place), 0, "", "is not UTF-8")]) from error
        layout = known[0] if len(known) == 1 else None
    how = layout if layout is None or isinstance(layout, Layout) else os.fspath(layout)
    return read_ratings(taken(os.fspath(path)), shown(os.fspath(path)), view, how, known)


def taken(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: when it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(_unread(shown(path), error).faults) from error


def save(ledger: Ledger, path: str | os.PathLike[str]) -> None:
    """Write a ledger file, whole or not at all.

    Raises:
        InputError: when the place cannot be written to.
    """
    write(write_lines(ledger), path)


def write(lines: Iterable[str], path: str | os.PathLike[str]) -> None:
    """Write a text file from its lines, whole or not at all.

    Raises:
        InputError: when the place cannot be written to.
    """
    try:
        _write(lines, Path(path))
    except (OSError, ValueError) as error:
        raise InputError([Fault(shown(os.fspath(path)), 0, "", f"cannot be written: {reason(error)}")]) from error


def write_all(texts: Mapping[str, str], folder: str | os.PathLike[str]) -> None:
    """Write text files into a folder, which is made where it is not there: all of them or none.

    Args:
        texts: what goes into each, by the name of the file.
        folder: where they stand afterwards; other files in it are left alone.

    Raises:
        InputError: when the place cannot be written to.
    """
    try:
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        _write_all({place / name: [text] for name, text in texts.items()})
    except (OSError, ValueError) as error:
        raise InputError([Fault(shown(os.fspath(folder)), 0, "", f"cannot be written to: {reason(error)}")]) from error


def _write(lines: Iterable[str], target: Path) -> None:
    _write_all({target: lines})


def _write_all(texts: Mapping[Path, Iterable[str]]) -> None:
    """Write beside the targets first, so that a run that breaks off leaves no half a file."""
    partials = {target: target.with_name(f".{target.name}.partial") for target in texts}
    try:
        for target, lines in texts.items():
            with partials[target].open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(lines)
            with suppress(OSError):
                partials[target].chmod(target.stat().st_mode)
            if target.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        for target, partial in partials.items():
            partial.replace(target)
    finally:
        for partial in partials.values():
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def texts(folder: str | os.PathLike[str]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """The texts of a folder by the SHA-256 of their bytes, as articles name them, and the files that could not be read.

    Line ends are kept as they are, since offsets count them.
    """
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(Path(folder).rglob("*")):
        try:
            if path.is_file() and path.stat().st_size <= TEXT_LIMIT:
                data = path.read_bytes()
                found[hashlib.sha256(data).hexdigest()] = data.decode()
        except UnicodeDecodeError:
            continue  # a picture or the like, which no anchor can be in
        except OSError as error:
            faults += _unread(shown(str(path)), error).faults
    return found, tuple(faults)
