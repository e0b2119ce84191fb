"""What a format lets one set, as options of the verbs that write formats: one flag a setting, after the rows of `FORMATS`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

import attrs
import click

from claimtrack import files
from claimtrack.cli.talk import known, say, stop
from claimtrack.model.case import listing
from claimtrack.model.reports import Report
from claimtrack.publishing import publish
from claimtrack.reports import FORMATS, Format

Chosen = Mapping[str, Any]
"""What a user set, by flag."""


@attrs.frozen
class Setting:
    """One flag: the formats that it is for, and the option of theirs that it sets.

    Attributes:
        default: what holds without it; its type decides what may be given.
    """

    flag: str
    option: str
    default: bool | int | str
    means: str
    formats: tuple[str, ...]

    @property
    def parameter(self) -> str:
        """How click calls it."""
        return self.flag.removeprefix("--").replace("-", "_")


def _settings(rows: Iterable[Format]) -> tuple[Setting, ...]:
    """The flags for all formats; formats of one family, such as `csv` and `csv-statements`, share theirs."""
    found: dict[str, Setting] = {}
    for row in rows:
        for option in row.options:
            default = inspect.signature(row.render).parameters[option].default
            if isinstance(default, bool | int | str):  # the rest is for Python alone
                flag = f"--{row.name.partition('-')[0]}-{option.replace('_', '-')}"
                before = found[flag].formats if flag in found else ()
                found[flag] = Setting(flag, option, default, _meaning(row, option), (*before, row.name))
    return tuple(found.values())


def _meaning(row: Format, option: str) -> str:
    """What the renderer's docstring says of an option."""
    told = re.search(rf"^ *{option}: (.+)$", row.render.__doc__ or "", re.MULTILINE)
    return told[1] if told else ""


SETTINGS = _settings(FORMATS)
ROWS = {row.name: row for row in FORMATS}


def settings(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb all flags of the formats; what was set arrives as its argument `chosen`."""

    @wraps(verb)
    def collected(*args: Any, **given: Any) -> None:
        values = {each.flag: given.pop(each.parameter) for each in SETTINGS}
        verb(*args, **given, chosen={flag: value for flag, value in values.items() if value is not None})

    for each in reversed(SETTINGS):
        told = f"Of {listing(each.formats)}: {each.means}"
        how: dict[str, Any] = {"is_flag": True} if isinstance(each.default, bool) else {"type": type(each.default)}
        collected = click.option(each.flag, each.parameter, default=None, help=told, **how)(collected)
    return collected


quoting = click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False),
    help="Of web-annotation: folder with the texts of the articles, by their digests; without it no words of theirs are quoted.",
)


def texts_for(names: Iterable[str], folder: str | None) -> Mapping[str, Mapping[str, Any]]:
    """What a folder of texts makes of the options of these formats, by name; a folder that none of them takes ends the run."""
    if folder is None:
        return {}
    wanted = [name for name in names if "texts" in ROWS[name].options]
    if not wanted:
        stop("--texts is for formats that quote the articles: web-annotation")
    known_texts, faults = files.texts(folder)
    for fault in faults:
        say(str(fault))
    return {name: {"texts": known_texts} for name in wanted}


def refuse_strays(chosen: Chosen, names: Iterable[str]) -> None:
    """Leave when something was set that none of these formats has."""
    wanted = frozenset(names)
    for each in SETTINGS:
        if each.flag in chosen and wanted.isdisjoint(each.formats):
            stop(f"{each.flag} is for {listing(each.formats)}, not for {listing(sorted(wanted))}")


def published(report: Report, name: str, chosen: Chosen, **more: Any) -> str:
    """The report in a format, with what was set for it; a name that leads nowhere ends the run."""
    return known(lambda: publish(report, name, **options(name, chosen), **more))


def options(name: str, chosen: Chosen) -> dict[str, Any]:
    """What was set for a format, by the options of its renderer."""
    return {each.option: chosen[each.flag] for each in SETTINGS if each.flag in chosen and name in each.formats}
