"""A case file that a program writes records into one by one, and keeps every byte of what stands there."""

from __future__ import annotations

import os
from pathlib import Path

from claimtrack import files
from claimtrack.codec import Reading, case_head, case_table, read_case
from claimtrack.errors import Fault, InputError
from claimtrack.model import Maker, Record


class Notebook:
    """Records at the end of a case file, each written at once, whole or not at all; a file that is not there is begun.

    The file is read anew before each change, so that what somebody else writes meanwhile is kept as well.

    Args:
        path: the case file.
        maker: who makes the records; named at the head of a new file, and beside each record where the file names somebody else.

    Raises:
        InputError: when the file is there and is no case file without faults.
    """

    def __init__(self, path: str | os.PathLike[str], maker: Maker) -> None:
        self._shown = files.shown(os.fspath(path))
        self._path = os.path.realpath(path)
        self._maker = maker
        self._pieces: dict[str, str] = {}
        self._begun = not os.path.exists(self._path)
        text = self._text()
        if text.strip():
            self._checked(text)

    def add(self, record: Record) -> None:
        """Write a record at the end of the file.

        Raises:
            InputError: when the place cannot be written to, or the file is such that nothing can be added to it.
        """
        text = self._text()
        piece = self._piece(text, record)
        files.write([text, piece], self._path)
        self._pieces[record.id] = piece

    def remove(self, record: Record) -> None:
        """Take a record out that was added here; a file that was begun for it is gone again.

        Raises:
            InputError: when it does not stand there any more as it was written, or the place cannot be written to.
        """
        text, piece = self._text(), self._pieces[record.id]
        before, found, after = text.rpartition(piece)
        if not found:
            raise self._fault("was changed meanwhile, so that the last record cannot be taken out; do it by hand")
        if (before + after).strip():
            self._checked(before + after)
        if self._begun and not before + after:
            self._unlink()
        else:
            files.write([before, after], self._path)
        del self._pieces[record.id]

    def _text(self) -> str:
        try:
            return Path(self._path).read_bytes().decode()
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            raise self._fault("not UTF-8, so nothing is added to it") from error
        except (OSError, ValueError) as error:
            raise self._fault(f"cannot be read: {files.reason(error)}") from error

    def _piece(self, text: str, record: Record) -> str:
        """What to put at the end of a text, so that it says what it said before, and the record."""
        if not text.strip():
            return f"{case_head(self._maker)}\n{case_table(record, self._maker)}"
        before = {each.id for each, _ in self._checked(text).records}
        space = "\n" if text.endswith("\n") else "\n\n"
        for piece in (space + case_table(record, self._maker), space + case_table(record)):
            if {each.id for each, _ in read_case(text + piece, self._shown).records} == before | {record.id}:
                return piece
        raise self._fault(f"a [[{record.type}]] at its end would be taken for something else; choose another file")

    def _checked(self, text: str) -> Reading:
        reading = read_case(text, self._shown)
        if reading.faults:
            raise InputError(reading.faults)
        return reading

    def _unlink(self) -> None:
        try:
            Path(self._path).unlink()
        except OSError as error:
            raise self._fault(f"cannot be removed: {files.reason(error)}") from error

    def _fault(self, message: str) -> InputError:
        return InputError([Fault(self._shown, 0, "", message)])
