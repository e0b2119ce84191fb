"""The optional packages, imported when they are needed; a missing one is a line that names the extra."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimtrack.errors import Fault, InputError


def needed(module: str, extra: str, name: str) -> Any:
    """An optional module.

    Raises:
        InputError: when it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        message = f"needs {module.partition('.')[0]} to be read; install it with: pip install 'claimtrack[{extra}]'"
        raise InputError([Fault(name, 0, "", message)]) from error


def refused(name: str, message: str, line: int = 0) -> InputError:
    """The error for an input that cannot be read."""
    return InputError([Fault(name, line, "", message)])


class Stream:
    """Bytes as a stream to be read once, for packages that read nothing else; no file is opened."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, all of them when no size is given."""
        end = len(self._data) if size is None or size < 0 else self._at + size
        chunk = self._data[self._at : end].tobytes()
        self._at += len(chunk)
        return chunk

    def tell(self) -> int:
        """How many bytes have been read."""
        return self._at

    def close(self) -> None:
        """Nothing to close."""
