"""Settings files: `claimtrack.toml`, or the table `[tool.claimtrack]` of a `pyproject.toml`, with the line of every fault."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import attrs

from claimtrack.codec.cases import SIZE_LIMIT, syntax_fault
from claimtrack.codec.convert import UnfitError, structured
from claimtrack.codec.hooks import seen, step
from claimtrack.codec.toml_lines import TomlLines
from claimtrack.errors import Fault, InputError, did_you_mean, near_names
from claimtrack.model.settings import Settings

KEYS = tuple(field.name.replace("_", "-") for field in attrs.fields(Settings))
"""The keys as they stand in files."""
_TABLE = ("tool", "claimtrack")
_HEADED = re.compile(r"^\s*(?:\[\s*tool\s*\.\s*claimtrack\s*[\].]|tool\s*\.\s*claimtrack\b|\[\s*tool\s*\]|tool\s*=)", re.MULTILINE)


@attrs.frozen
class SettingsFile:
    """Settings as a file gives them.

    Attributes:
        name: the file's name, for faults.
        table: where in the file they stand, with a dot behind; empty for the whole file.
        text: the file's text, to find lines in.
    """

    settings: Settings
    name: str
    table: str
    text: str = attrs.field(repr=False)

    def fault(self, path: str, message: str) -> Fault:
        """Something wrong with the key or element at a path such as `select[1]`."""
        return Fault(self.name, TomlLines(self.text).of(self.table + path), self.table + path, message)


def read_settings(text: str, name: str) -> SettingsFile | None:
    """The settings of a file; None for a `pyproject.toml` without a table of ours.

    Args:
        text: the file's text.
        name: the file's name, for faults; one that ends with `pyproject.toml` has them under `[tool.claimtrack]`.

    Raises:
        InputError: with everything that is wrong, each fault with its line.
    """
    inside = name.endswith("pyproject.toml")
    if inside and not _HEADED.search(text):
        return None  # whatever else is wrong with it is no matter of ours
    given = _parsed(text, name)
    for depth, key in enumerate(_TABLE if inside else (), 1):
        if key not in given:
            return None
        given = given[key]
        if not isinstance(given, dict):
            path = ".".join(_TABLE[:depth])
            raise InputError([Fault(name, TomlLines(text).of(path), path, f"expected a table, found {seen(given)}")])
    return _read(given, SettingsFile(Settings(), name, ".".join((*_TABLE, "")) if inside else "", text))


def _parsed(text: str, name: str) -> dict[str, Any]:
    if len(text) > SIZE_LIMIT:
        raise InputError([Fault(name, 0, "", "far too long for settings")])
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise InputError([syntax_fault(str(error), text, name)]) from error
    except (RecursionError, ValueError) as error:
        raise InputError([Fault(name, 0, "", "nested too deeply, or a number of far too many digits")]) from error


def _read(given: dict[str, Any], file: SettingsFile) -> SettingsFile:
    """The settings of a table."""
    unknown = [key for key in given if key not in KEYS]
    faults = [file.fault(step(key), _unknown(key)) for key in unknown]
    known = {key.replace("-", "_"): value for key, value in given.items() if key in KEYS}
    try:
        settings = structured(known, Settings)
    except UnfitError as unfit:
        faults += [file.fault(path.replace("_", "-"), message) for path, message in unfit.told]
    if faults:
        raise InputError(sorted(faults))
    return attrs.evolve(file, settings=settings)


def _unknown(key: str) -> str:
    return f"unknown setting{did_you_mean(near_names(key, KEYS)) or '; known are ' + ', '.join(KEYS)}"
