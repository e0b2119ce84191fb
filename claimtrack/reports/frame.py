"""The claims of a report as a data frame of pandas, one row a claim: the columns of its CSV, each with a type."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from claimtrack.errors import MissingPackageError
from claimtrack.model.reports import Report
from claimtrack.model.showing import as_frame
from claimtrack.model.values import Period
from claimtrack.reports.rows import CLAIM_COLUMNS, Cell, claim_rows

if TYPE_CHECKING:
    from pandas import DataFrame

TEXT, NUMBER, TRUTH, DAY = "string", "int64", "bool", "datetime64[s]"
"""The types of columns, as pandas calls them."""
NUMBERS = ("origins_lower", "origins_upper", "denial_lower", "denial_upper", "carriers", "statements", "denials")
TYPES: Mapping[str, str] = dict.fromkeys(NUMBERS, NUMBER) | {"exhaustive": TRUTH, "first_appearance": DAY, "last_appearance": DAY}
"""Columns that hold something else than text; of a month or a year the first day stands for the first appearance, the last for the last."""


@as_frame.register(Report)
def frame(report: Report) -> DataFrame:
    """The claims as a data frame, in the report's order; lists are joined by `; `.

    Raises:
        MissingPackageError: when pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError as error:
        raise MissingPackageError("a data frame", "pandas") from error
    rows = claim_rows(report)
    names = [column.name for column in CLAIM_COLUMNS]
    series = {name: pandas.Series([_value(name, row[name]) for row in rows], dtype=TYPES.get(name, TEXT)) for name in names}
    made: DataFrame = pandas.DataFrame(series)
    return made


def _value(name: str, cell: Cell) -> str | int | bool | None:
    """A cell as its column's type takes it; a day that is not known is none."""
    if isinstance(cell, tuple):
        return "; ".join(cell)
    if TYPES.get(name) == DAY and isinstance(cell, str):
        return _day(Period.parse(cell), last=name.startswith("last")) if cell else None
    return cell


def _day(on: Period, *, last: bool) -> str:
    return (on.end if last else on.start).isoformat()
