"""One row of a file of ratings, read by a layout: whose site, which mark, by whom, when, published where."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from claimtrack.domains import address, site
from claimtrack.errors import RecordError
from claimtrack.model.values import Citation, Period
from claimtrack.reliability.ratings.layouts import ROLES, Layout
from claimtrack.reliability.ratings.scales import spelled
from claimtrack.reliability.tables import Row, Table, column

ORIGIN = ("scale", "rater", "on", "url", "imputed")
"""The roles of columns that say where a mark comes from."""
YES, NO = frozenset({"true", "yes", "y", "1", "imputed"}), frozenset({"", "false", "no", "n", "0", "given"})
SILENT = frozenset({"", "n/a", "na", "none", "null", "nan", "-", "not rated", "unrated"})
"""What stands in a cell that gives no mark."""
_WEB = re.compile(r"https?://[^\s<>\"']+\Z", re.IGNORECASE)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?\Z")


@attrs.frozen(kw_only=True)
class Origin:
    """On what scale a mark is, and where it comes from."""

    scale: str
    rater: str
    on: Period | None
    cited: Citation | None
    imputed: bool


@attrs.frozen
class Mark:
    """What a row says.

    Attributes:
        sites: the sites that it is about, each with the address it was given as where that is not the site alone.
        values: the marks, or the words of a typology; several where the rater gives several.
        origin: who gave them, when and where.
    """

    sites: Mapping[str, str]
    values: tuple[str, ...]
    origin: Origin


class Reader:
    """Reads the rows of one table by one layout."""

    def __init__(self, table: Table, layout: Layout) -> None:
        self._layout = layout
        self._at = {role: layout.column(role, table.columns) for role in ROLES}
        self._own = [role for role in ORIGIN if self._at[role]]
        self._shared = {role: _shared(layout.columns.get(role, ()), table.outer) for role in ORIGIN}
        self._origins: dict[tuple[str, ...], Origin] = {}

    def mark(self, row: Row) -> Mark | None:
        """What a row says; None where it has no mark, or no site in a layout in which that is usual.

        Raises:
            RecordError: with the column as its field, when something in the row cannot be read.
        """
        given = self._told("value", _texts, row.cells.get(self._at["value"], ""))
        values = [value for value in given if value.casefold() not in SILENT]
        sites = self._told("domain", self._sites, row.cells.get(self._at["domain"], ""))
        if not values or not sites:
            return None
        origin = self._origin(row)
        told = [self._told("value", self._value, origin.scale, value) for value in values]
        return Mark(sites, tuple(dict.fromkeys(told)), origin)

    def _told(self, role: str, read: Callable[..., Any], *given: Any) -> Any:
        """What was read, or the error with the name of its column."""
        try:
            return read(*given)
        except RecordError as error:
            raise RecordError(str(error), self._at[role] or role) from error

    def _origin(self, row: Row) -> Origin:
        """Who gave the mark of a row; most rows of a file have the same."""
        texts = tuple([self._told(role, _text, row.cells.get(self._at[role], "")) for role in self._own])
        if texts not in self._origins:
            told = {role: self._told(role, _text, cell) for role, cell in self._shared.items()} | dict(zip(self._own, texts, strict=True))
            self._origins[texts] = self._made(**told)
        return self._origins[texts]

    def _made(self, scale: str, rater: str, on: str, url: str, imputed: str) -> Origin:
        layout = self._layout
        scale, rater = scale or layout.scale, rater or layout.rater
        if not layout.facts and not (scale and rater):
            missing = "who rates (column `rater`)" if scale else "on what scale (column `scale`)"
            raise RecordError(f"the row does not say {missing}, nor does its layout")
        return Origin(
            scale=scale,
            rater=rater,
            on=self._told("on", _period, on) or layout.on,
            cited=self._told("url", _cited, url, rater, layout.cited),
            imputed=self._told("imputed", _truth, imputed),
        )

    def _sites(self, cell: Any) -> dict[str, str]:
        """The sites of a row with the address that each was given as, empty where that is the site alone."""
        given = _texts(cell)
        found = [(name, _part(text)) for text in given if (name := site(text))]
        sites = {name: part for name, part in sorted(found, reverse=True) if not (part and name in self._layout.aside)}
        if sites or self._layout.gaps:
            return sites
        if not given:
            raise RecordError("no domain; every row needs one")
        raise RecordError(f"{given[0][:60]!r} {_why_not(given[0])}")

    def _value(self, scale: str, value: str) -> str:
        meant = self._layout.words.get(column(value))
        if self._layout.facts:
            if meant is None:
                raise RecordError(f"{value[:40]!r} is none of its words; expected {', '.join(self._layout.words)}")
            return meant
        return spelled(scale, meant or value)


def _shared(names: Iterable[str], outer: Mapping[str, Any]) -> Any:
    """What stands for a column beside all rows."""
    return next((outer[name] for name in names if name in outer), "")


def _cited(link: str, rater: str, cited: Citation | None) -> Citation | None:
    """Where a mark stands; the link of the row is put into the citation of the layout."""
    if not link:
        return cited
    if not _WEB.match(link):
        raise RecordError(f"{link[:60]!r} is no web address; expected https://...")
    return attrs.evolve(cited, url=link) if cited else Citation(source=rater, url=link)


def _texts(cell: Any) -> tuple[str, ...]:
    """The texts of a cell, which may hold a list, as JSON in a cell of CSV too."""
    if isinstance(cell, str):
        if not (cell.startswith("[") and cell.endswith("]")):
            return (text,) if (text := cell.strip()) else ()
        try:
            cell = json.loads(cell)
        except (ValueError, RecursionError):
            return (cell.strip(),)
    items = cell if isinstance(cell, list) else [cell]
    return tuple(text for item in items if (text := _text(item)))


def _text(cell: Any) -> str:
    """The text of one cell.

    Raises:
        RecordError: for a list, an object or a truth value of JSON.
    """
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        return str(cell)
    raise RecordError(f"expected text or a number, found {type(cell).__name__}")


def _part(text: str) -> str:
    """The address in a cell where it is of a part of the site."""
    found = address(text)
    return f"{found.host}/{found.path}" if found and found.path else ""


def _why_not(text: str) -> str:
    """Why a text names no site."""
    if address(text):
        return "is an account or a copy on somebody else's site, and says nothing of that site"
    return "is no domain; expected one such as example.org"


def _period(text: str) -> Period | None:
    """The date in a cell, the time of day left out."""
    timed = _TIME.match(text)
    return Period.parse(timed[1] if timed else text) if text else None


def _truth(text: str) -> bool:
    if (word := text.casefold()) in YES:
        return True
    if word in NO:
        return False
    raise RecordError(f"{text[:40]!r} is neither yes nor no")
