"""The options `--config` and `--no-config`: settings from a file stand in for options that are not given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click

from claimtrack.cli.talk import stop
from claimtrack.codec import SettingsFile
from claimtrack.errors import Fault, InputError, UnknownNameError
from claimtrack.settings import find_settings, load_settings
from claimtrack.support import codes

C = TypeVar("C", bound=Callable[..., Any])
_NAMING = ("fail_on", "select", "ignore")
"""The settings that name flags."""


def configured(command: C) -> C:
    """A verb with settings: those of the nearest file, of the one named, or none."""
    given = click.option(
        "--config",
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_note,
        help="Take settings from this file instead of the nearest claimtrack.toml or pyproject.toml.",
    )
    none = click.option("--no-config", is_flag=True, is_eager=True, expose_value=False, callback=_note, help="Take no settings.")
    return given(none(command))


def _note(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep what was given; when both options are known, put the settings in place of what other options leave open."""
    noted = context.meta.setdefault(__name__, {})
    noted[option.name] = value
    if len(noted) < 2:
        return
    if noted["config"] and noted["no_config"]:
        stop("--config and --no-config contradict each other; give one of them")
    file = None if noted["no_config"] else _file(noted["config"])
    context.default_map = dict(_defaults(file)) if file else {}


def _file(path: str | None) -> SettingsFile | None:
    try:
        found = load_settings(path) if path else find_settings()
        if path and found is None:
            stop(f"{path}: no settings here; expected a table [tool.claimtrack]")
    except InputError as error:
        stop(str(error))
    if found:
        _check_names(found)
    return found


def _check_names(file: SettingsFile) -> None:
    """Stop where a setting names a flag that is not there, with its line."""
    faults = []
    for field in _NAMING:
        for number, word in enumerate(getattr(file.settings, field)):
            try:
                codes([word])
            except UnknownNameError as error:
                faults.append(file.fault(f"{field.replace('_', '-')}[{number}]", str(error)))
    if faults:
        stop("\n".join(map(str, sorted(faults, key=_line))))


def _line(fault: Fault) -> tuple[int, str]:
    return fault.line, fault.path


def _defaults(file: SettingsFile) -> Iterator[tuple[str, Any]]:
    """The settings as the options would have them, those alone that are set."""
    settings = file.settings
    yield from ((name, ",".join(words)) for name in _NAMING if (words := getattr(settings, name)))
    if settings.fail_level:
        yield "fail_level", str(settings.fail_level)
    if settings.ratings:
        yield "ratings", list(settings.ratings)
    for name in ("min_origins", "baseline", "policy", "exit_zero"):
        if value := getattr(settings, name):
            yield name, value
