"""Layouts of files of ratings: which column is what, and what holds for all rows; yours are written in the form of the packaged ones."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from claimtrack.errors import Fault, InputError, RecordError, UnknownNameError
from claimtrack.model.terms import FactKind
from claimtrack.model.values import Citation, Period, period
from claimtrack.reliability.tables import column

ROLES = ("domain", "value", "scale", "rater", "on", "url", "imputed")
"""What a column can be."""


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(column, names))


@attrs.frozen(kw_only=True)
class FactRow:
    """A column that gives a fact about an outlet.

    Attributes:
        about: what the fact is about.
        column: where its value stands.
        only: the marks (after `words`) with which it holds; empty for any.
    """

    about: FactKind = attrs.field(converter=FactKind)
    column: str = attrs.field(converter=column)
    only: frozenset[str] = attrs.field(default=frozenset(), converter=_folded)


def _columns(given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """For each role the names that its column may have, the first that is there being taken."""
    if unknown := given.keys() - set(ROLES):
        raise RecordError(f"no column is a {', '.join(sorted(unknown))}; there are {', '.join(ROLES)}", "columns")
    return {role: tuple(map(column, [names] if isinstance(names, str) else names)) for role, names in given.items()}


def _words(given: Mapping[str, str]) -> dict[str, str]:
    return {column(word): meaning for word, meaning in given.items()}


def _facts(rows: Iterable[Mapping[str, Any]]) -> tuple[FactRow, ...]:
    return tuple(FactRow(**row) for row in rows)


def _cited(given: Citation | Mapping[str, Any] | None) -> Citation | None:
    return Citation(**given) if isinstance(given, Mapping) else given


@attrs.frozen(kw_only=True)
class Layout:
    """How a file of ratings is to be read.

    Attributes:
        name: what it is called on the command line.
        about: whose files have it, in a line.
        needs: the columns by which it is recognised.
        columns: for each role of `ROLES` the names its column may have.
        scale, rater, on, cited: what holds for rows without such a cell; `on` is when the mark was given.
        note: what readers of every one of its ratings have to know.
        gaps: whether rows without a domain or with an unreadable one are usual there, and not told.
        aside: sites of registers whose pages stand among the addresses of a row without being the site that is rated.
        rows: the key under which the rows stand in a JSON object; other entries of that object serve as cells that rows lack.
        words: what the words or codes of the file mean, in the rater's own words.
        facts: columns that give facts; a layout with such gives no ratings.
    """

    name: str
    about: str = ""
    needs: frozenset[str] = attrs.field(default=frozenset(), converter=_folded)
    columns: Mapping[str, tuple[str, ...]] = attrs.field(converter=_columns)
    scale: str = ""
    rater: str = ""
    on: Period | None = attrs.field(default=None, converter=attrs.converters.optional(period))
    cited: Citation | None = attrs.field(default=None, converter=_cited)
    note: str = ""
    gaps: bool = False
    aside: frozenset[str] = attrs.field(default=frozenset(), converter=_folded)
    rows: str = ""
    words: Mapping[str, str] = attrs.field(factory=dict, converter=_words)
    facts: tuple[FactRow, ...] = attrs.field(default=(), converter=_facts)

    def column(self, role: str, columns: Iterable[str]) -> str:
        """The column that plays a role in a file with these columns; empty when none does."""
        there = frozenset(columns)
        return next((name for name in self.columns.get(role, ()) if name in there), "")

    def fits(self, columns: frozenset[str]) -> bool:
        """Whether a file with these columns can be read so."""
        return self.needs <= columns and bool(self.column("domain", columns) and self.column("value", columns))


def read_layouts(toml: str, file: str = "") -> tuple[Layout, ...]:
    """The layouts of a file, from its text.

    Raises:
        InputError: when it is no TOML, or a table is no layout.
    """
    try:
        tables = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise InputError([Fault(file, 0, "", f"is no TOML: {error}")]) from error
    return tuple(_layout(name, table, file) for name, table in tables.items())


def _layout(name: str, table: Any, file: str) -> Layout:
    try:
        return Layout(name=name, **table)
    except (RecordError, TypeError, ValueError, AttributeError) as error:
        raise InputError([Fault(file, 0, name, f"is no layout of ratings: {error}")]) from error


@cache
def layouts() -> tuple[Layout, ...]:
    """The layouts that come with the package."""
    return read_layouts((files("claimtrack") / "data" / "reliability" / "layouts.toml").read_text("utf-8"), "layouts.toml")


def layout(name: str, known: Iterable[Layout] = ()) -> Layout:
    """The layout of that name, among yours and then the packaged ones.

    Raises:
        UnknownNameError: when there is none; it carries the nearest names.
    """
    there = (*known, *layouts())
    for each in there:
        if each.name == name:
            return each
    raise UnknownNameError("layout of ratings", name, (each.name for each in there))


def recognised(columns: frozenset[str], known: Iterable[Layout] = ()) -> Layout | None:
    """The layout that fits a file with these columns and needs most of them, yours before a packaged one; None when none fits."""
    fitting = [each for each in (*known, *layouts()) if each.fits(columns)]
    return max(fitting, key=lambda each: len(each.needs), default=None)
