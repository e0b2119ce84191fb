"""One row of a file of ratings, read by a layout: whose site, which mark, by whom, when, published where."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import attrs

from claimtrack.domains import address, site
from claimtrack.errors import RecordError
from claimtrack.model.values import Citation, Period
from claimtrack.reliability.ratings.layouts import Layout
from claimtrack.reliability.ratings.scales import spelled
from claimtrack.reliability.tables import Row, Table, column

YES, NO = frozenset({"true", "yes", "y", "1", "imputed"}), frozenset({"", "false", "no", "n", "0", "given"})
SILENT = frozenset({"", "n/a", "na", "none", "null", "nan", "-", "not rated", "unrated"})
"""What stands in a cell that gives no mark."""
_WEB = re.compile(r"https?://[^\s<>\"']+\Z", re.IGNORECASE)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?\Z")


@attrs.frozen(kw_only=True)
class Mark:
    """What a row says.

    Attributes:
        sites: the sites that it is about, each with the address it was given as where that is not the site alone.
        values: the marks, or the words of a typology; several where the rater gives several.
    """

    sites: Mapping[str, str]
    values: tuple[str, ...]
    scale: str
    rater: str
    on: Period | None
    cited: Citation | None
    imputed: bool


class Reader:
    """Reads the rows of one table by one layout."""

    def __init__(self, table: Table, layout: Layout) -> None:
        self._layout = layout
        self._at = {role: layout.column(role, table.columns) for role in layout.columns}
        self._outer = table.outer

    def mark(self, row: Row) -> Mark | None:
        """What a row says; None where it has no mark, or no site in a layout in which that is usual.

        Raises:
            RecordError: with the column as its field, when something in the row cannot be read.
        """
        given = self._told("value", lambda: _texts(self._cell(row, "value")))
        values = tuple(value for value in given if column(value) not in SILENT)
        sites = self._told("domain", lambda: self._sites(row))
        if not values or not sites:
            return None
        scale, rater = self._text(row, "scale") or self._layout.scale, self._text(row, "rater") or self._layout.rater
        if not self._layout.facts and not (scale and rater):
            missing = "who rates (column `rater`)" if scale else "on what scale (column `scale`)"
            raise RecordError(f"the row does not say {missing}, nor does its layout")
        return Mark(
            sites=sites,
            values=tuple(dict.fromkeys(self._told("value", lambda: [self._value(scale, value) for value in values]))),
            scale=scale,
            rater=rater,
            on=self._told("on", lambda: _period(self._text(row, "on"))) or self._layout.on,
            cited=self._told("url", lambda: self._cited(row, rater)),
            imputed=self._told("imputed", lambda: _truth(self._text(row, "imputed"))),
        )

    def _cell(self, row: Row, role: str) -> Any:
        """The cell with a role, from the row or else from what stands beside all rows."""
        name = self._at.get(role, "")
        if not name:
            return next((self._outer[name] for name in self._layout.columns.get(role, ()) if name in self._outer), "")
        return row.cells.get(name, "")

    def _text(self, row: Row, role: str) -> str:
        return _text(self._cell(row, role))

    def _told(self, role: str, read: Callable[[], Any]) -> Any:
        """What was read, or the error with the name of its column."""
        try:
            return read()
        except RecordError as error:
            raise RecordError(str(error), self._at.get(role) or role) from error

    def _sites(self, row: Row) -> dict[str, str]:
        """The sites of a row with the address that each was given as, empty where that is the site alone."""
        given = _texts(self._cell(row, "domain"))
        sites = {name: _part(text) for text in given if (name := site(text))}
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

    def _cited(self, row: Row, rater: str) -> Citation | None:
        """Where the mark stands; the link of the row is put into the citation of the layout."""
        link = self._text(row, "url")
        if link and not _WEB.match(link):
            raise RecordError(f"{link[:60]!r} is no web address; expected https://...")
        cited = self._layout.cited
        if not link:
            return cited
        return attrs.evolve(cited, url=link) if cited else Citation(source=rater, url=link)


def _texts(cell: Any) -> tuple[str, ...]:
    """The texts of a cell, which may hold a list, as JSON in a cell of CSV too."""
    if isinstance(cell, str) and cell.startswith("[") and cell.endswith("]"):
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


@lru_cache(maxsize=1 << 10)
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
