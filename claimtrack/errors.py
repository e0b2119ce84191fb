"""Every error that claimtrack raises on purpose.

    ClaimtrackError
    |-- RecordError      (also ValueError)   a record contradicts itself
    |-- InputError       (also ValueError)   a file or a line could not be read; carries every fault found
    |   |-- VersionError                     the file was written by a newer claimtrack
    |   `-- NoArchiveError                   the file is an SQLite file of something else
    |-- UnknownNameError (also LookupError)  no claim, flag or key of that name; carries the nearest ones
    |-- AmbiguousNameError (also LookupError) the name fits several; carries them
    `-- MissingPackageError (also ImportError) something asked for needs a package that is not installed

A `Fault` is one thing wrong in one place. It is a value, so that all faults of a file can be told at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice

import attrs

STDIN = "-"
MOST_COMPARED = 2_000
"""How many names a wrong one is compared with at most, so that a long list of slips stays quick."""


class ClaimtrackError(Exception):
    """The base of every error of ours."""


class RecordError(ClaimtrackError, ValueError):
    """A record contradicts itself.

    Args:
        message: what was found and what to do about it.
        field: the field at fault, empty when it is the record as a whole.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@attrs.frozen(order=True)
class Fault:
    """One thing wrong in one place: `seeds/a.toml:12: statements[3].anchor.end: ...`."""

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.path, self.message) if part)


@attrs.frozen(order=True)
class Place:
    """Where a record stands: a file, the line it starts on and, in an article, the column; both counted from 1, 0 when not known."""

    file: str
    line: int
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


def shown(path: str) -> str:
    """A path as it can be printed on one line anywhere: what cannot be is escaped. `-` is standard input."""
    if path == STDIN:
        return "standard input"
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in path)


class InputError(ClaimtrackError, ValueError):
    """A file, a line or a table could not be read.

    Args:
        faults: everything that was found wrong, at least one.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class VersionError(InputError):
    """The file says that a newer claimtrack wrote it."""


class NoArchiveError(InputError):
    """The file is an SQLite file of something else."""


class UnknownNameError(ClaimtrackError, LookupError):
    """Nothing goes by that name.

    Args:
        what: the kind of thing asked for, as a reader calls it ("claim", "flag").
        name: the name asked for.
        known: the names there are.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what = what
        self.name = name
        self.near = tuple(near_names(name, known))
        super().__init__(f"there is no {what} {name!r}{did_you_mean(self.near)}")


class AmbiguousNameError(ClaimtrackError, LookupError):
    """A name fits several things equally well.

    Args:
        what: the kind of thing asked for.
        name: the name asked for.
        fitting: what it fits, at least two.
    """

    def __init__(self, what: str, name: str, fitting: Sequence[str]) -> None:
        self.what = what
        self.name = name
        self.fitting = tuple(fitting)
        super().__init__(f"{name!r} belongs to more than one {what}: {', '.join(self.fitting)}; name one of them")


class MissingPackageError(ClaimtrackError, ImportError):
    """Something asked for needs a package that is not installed.

    Args:
        what: what needs it, as a user calls it.
        package: the package, as it is installed.
    """

    def __init__(self, what: str, package: str) -> None:
        self.what = what
        self.package = package
        super().__init__(f"{what} needs {package}; install it with: pip install {package}", name=package)


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """The known names that a slip of the hand could have turned into `name`, best first."""
    spelled = {candidate.casefold(): candidate for candidate in sorted(islice(known, MOST_COMPARED))}
    return [spelled[hit] for hit in get_close_matches(name.casefold()[:200], list(spelled), n=3, cutoff=0.6)]


def did_you_mean(near: Sequence[str]) -> str:
    """The tail of a message that offers near names, empty without any."""
    return f"; did you mean {' or '.join(repr(name) for name in near)}?" if near else ""
