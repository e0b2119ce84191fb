"""The files that say how to run: settings, looked for from a folder upwards, and baselines."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import attrs

from claimtrack.codec import SettingsFile, read_findings, read_settings, write_baseline
from claimtrack.files import SETTINGS, shown, text_of, write
from claimtrack.model.findings import Finding
from claimtrack.model.settings import Settings

NAMES = (SETTINGS, "pyproject.toml")


def load_findings(path: str | os.PathLike[str]) -> tuple[Finding, ...]:
    """The findings of an earlier run: a baseline, or what `check` printed as JSON or SARIF.

    Raises:
        InputError: when the file cannot be read, or with everything that is wrong in it.
    """
    return read_findings(text_of(path, "findings are a JSON file"), shown(os.fspath(path)))


def save_findings(found: Iterable[Finding], path: str | os.PathLike[str]) -> None:
    """Write a baseline, whole or not at all.

    Raises:
        InputError: when the place cannot be written to.
    """
    write([write_baseline(found)], path)


def find_settings(folder: str | os.PathLike[str] = ".") -> SettingsFile | None:
    """The nearest settings from a folder upwards; in one folder `claimtrack.toml` goes before `pyproject.toml`.

    Raises:
        InputError: when the nearest file cannot be read, or with everything that is wrong in it.
    """
    start = Path(folder).absolute()
    places = (above / name for above in (start, *start.parents) for name in NAMES)
    read = (load_settings(os.path.relpath(place)) for place in places if place.is_file())
    return next((found for found in read if found), None)


def load_settings(path: str | os.PathLike[str]) -> SettingsFile | None:
    """The settings of a file, with the files that they name counted from its folder; None for a `pyproject.toml` without any.

    Raises:
        InputError: when the file cannot be read, or with everything that is wrong in it.
    """
    place = os.fspath(path)
    found = read_settings(text_of(place, "settings are a TOML file"), shown(place))
    return attrs.evolve(found, settings=_beside(found.settings, Path(place).parent)) if found else None


def _beside(settings: Settings, folder: Path) -> Settings:
    return attrs.evolve(
        settings,
        baseline=str(folder / settings.baseline) if settings.baseline else "",
        policy=str(folder / settings.policy) if settings.policy else "",
        ratings=tuple(_ratings_beside(word, folder) for word in settings.ratings),
    )


def _ratings_beside(word: str, folder: Path) -> str:
    """A file of ratings, which may have its layout before a colon, counted from a folder."""
    layout, colon, path = word.rpartition(":")
    return f"{layout}{colon}{folder / path}"
