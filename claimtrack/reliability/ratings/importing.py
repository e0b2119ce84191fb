"""Files of ratings to records for the outlets of a ledger; every row is counted, and each that cannot be read is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from claimtrack.errors import Fault, RecordError
from claimtrack.model.base import Record
from claimtrack.model.records import Outlet, Rating
from claimtrack.model.values import Citation, CitedFact
from claimtrack.model.view import View
from claimtrack.reliability.maker import MAKER
from claimtrack.reliability.ratings.layouts import Layout, layout, layouts, recognised
from claimtrack.reliability.ratings.marks import Mark, Reader
from claimtrack.reliability.ratings.sites import Place, Sites
from claimtrack.reliability.tables import Row, Table, column, read_table


@attrs.frozen(kw_only=True)
class Imported:
    """What a file of ratings holds for the outlets of a ledger.

    Every row is one of matched, unmatched, blank and skipped.

    Attributes:
        name: the file.
        layout: the name of the layout it was read by; empty when none fits.
        records: ratings, and outlets with facts, to be put beside the ledger.
        rows: how many rows there are, the header left out.
        matched: rows of which records came.
        blank: rows that give no mark, and rows without a domain where the layout has such.
        skipped: rows that could not be read or whose outlet is not clear; each has its fault.
        faults: what is wrong, with line and column, in the order of lines.
    """

    name: str
    layout: str = ""
    records: tuple[Record, ...] = ()
    rows: int = 0
    matched: int = 0
    blank: int = 0
    skipped: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def unmatched(self) -> int:
        """Rows about outlets that the ledger does not have, or that a nearer row outdoes."""
        return self.rows - self.matched - self.blank - self.skipped


def read_ratings(data: bytes, name: str, view: View, how: str | Layout | None = None, known: Iterable[Layout] = ()) -> Imported:
    """The ratings and facts in a file for the outlets of a view.

    A mark goes to the outlet that declares its site. Where the outlet declares a section or language edition, the mark of the whole site
    speaks for it unless the same rater marks the part. Nothing is ever filled in: an outlet that no row names gets no rating.

    Args:
        data: the bytes of the file: CSV, TSV, JSON or JSON Lines.
        name: what to call it in faults.
        view: the outlets to look for.
        how: the layout or its name; None to recognise it by the columns.
        known: layouts of your own, to be tried before the packaged ones.

    Raises:
        UnknownNameError: when no layout has that name.
    """
    known = tuple(known)
    asked = layout(how, known) if isinstance(how, str) else how
    table = read_table(data, name, inside=asked.rows if asked else _inside(known))
    chosen = asked or recognised(frozenset(table.columns), known)
    problem = _unfit(table, chosen, known)
    if problem or chosen is None:
        many = len(table.rows) + len(table.faults)
        told = (Fault(name, 0, "", problem),) if problem else ()
        return Imported(name=name, rows=many, skipped=many, faults=(*table.faults, *told))
    return _Import(table, name, chosen, view).outcome()


def _inside(known: Iterable[Layout]) -> str:
    """The key under which rows stand in a JSON object, as some layout has it."""
    return next((each.rows for each in (*known, *layouts()) if each.rows), "")


def _unfit(table: Table, chosen: Layout | None, known: Iterable[Layout]) -> str:
    """Why the table as a whole cannot be read by the layout; empty when it can."""
    if not table.rows:
        return "" if table.faults else "has no rows"
    there = ", ".join(table.columns[:20])[:300]
    if chosen is None:
        names = ", ".join(each.name for each in (*known, *layouts()))
        return f"no layout fits its columns ({there}); name one of {names}, or give a layout of your own"
    for role in ("domain", "value") if chosen.facts else ("domain", "value", "scale", "rater"):
        given = role in ("scale", "rater") and getattr(chosen, role)
        if not given and not chosen.column(role, (*table.columns, *table.outer)):
            wanted = " or ".join(chosen.columns.get(role, (role,)))
            return f"the layout {chosen.name} needs a column {wanted}; there are {there}"
    return ""


@attrs.frozen
class _Find:
    """A row that speaks of an outlet, and how near."""

    at: int
    row: Row
    mark: Mark
    place: Place
    site: str


class _Import:
    """One import on its way."""

    def __init__(self, table: Table, name: str, layout: Layout, view: View) -> None:
        self._table, self._name, self._layout, self._view = table, name, layout, view
        self._sites = Sites(view.outlets.values())
        self._faults: list[Fault] = []
        self._blank = 0
        self._found: dict[tuple[str, str, str], list[_Find]] = defaultdict(list)

    def outcome(self) -> Imported:
        """Read all rows."""
        reader = Reader(self._table, self._layout)
        for at, row in enumerate(self._table.rows):
            try:
                self._take(at, row, reader.mark(row))
            except RecordError as error:
                self._faults.append(Fault(self._name, row.line, error.field, str(error)))
        records, used = self._records()
        faults = {*self._table.faults, *self._faults}
        return Imported(
            name=self._name,
            layout=self._layout.name,
            records=tuple(sorted(records)),
            rows=len(self._table.rows) + len(self._table.faults),
            matched=len(used),
            blank=self._blank,
            skipped=len(faults),
            faults=tuple(sorted(faults)),
        )

    def _take(self, at: int, row: Row, mark: Mark | None) -> None:
        """Keep a row that speaks of an outlet here."""
        if mark is None:
            self._blank += 1
            return
        for name in mark.sites:
            if rivals := self._sites.rivals(name):
                told = " and ".join(rivals)
                raise RecordError(f"{name} is declared by {told}, so the row is given to none of them; leave the domain to one", "domain")
        for name in mark.sites:
            for place in self._sites.places(name):
                self._found[place.outlet, place.declared, mark.origin.rater].append(_Find(at, row, mark, place, name))

    def _records(self) -> tuple[set[Record], set[int]]:
        """The records of the nearest rows for each declared site and rater, and the numbers of these rows."""
        records: set[Record] = set()
        used: set[int] = set()
        for finds in self._found.values():
            nearest = min(find.place.steps for find in finds)
            for find in (find for find in finds if find.place.steps == nearest):
                try:
                    records.update(tuple(self._made(find)))
                    used.add(find.at)
                except RecordError as error:
                    self._faults.append(Fault(self._name, find.row.line, error.field, str(error)))
        return records, used

    def _made(self, find: _Find) -> Iterator[Record]:
        """The records of one row for one outlet."""
        outlet = self._view.outlets[find.place.outlet]
        if self._layout.facts:
            facts = tuple(self._facts(find))
            yield Outlet(key=outlet.key, name=outlet.name, facts=facts, maker=MAKER)
            return
        mark = find.mark
        note = "; ".join(filter(None, (f"given for {mark.sites[find.site] or find.site}", self._layout.note)))
        for value in mark.values:
            yield Rating(
                source=outlet.key,
                rater=mark.origin.rater,
                scale=mark.origin.scale,
                value=value,
                on=mark.origin.on,
                cited=mark.origin.cited,
                imputed=mark.origin.imputed,
                note=note,
                maker=MAKER,
            )

    def _facts(self, find: _Find) -> Iterator[CitedFact]:
        """The facts of one row."""
        mark, value_column = find.mark, self._layout.column("value", self._table.columns)
        cited = mark.origin.cited or Citation(source=self._name)
        for row in self._layout.facts:
            if row.only and not any(column(value) in row.only for value in mark.values):
                continue
            values: Iterable[Any] = mark.values if row.column == value_column else [find.row.cells.get(row.column, "")]
            for value in values:
                if str(value).strip():
                    yield CitedFact(about=row.about, value=str(value), cited=cited, on=mark.origin.on)
