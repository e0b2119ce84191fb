"""The report as CSV (RFC 4180), for spreadsheets: one row a claim, or one row a statement of a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from claimtrack.model.reports import Report
from claimtrack.reports.rows import CLAIM_COLUMNS, STATEMENT_COLUMNS, Cell, Row, Seen, rows_of_claims, rows_of_statements
from claimtrack.reports.words import harmless

BOM = "\ufeff"
BETWEEN = "; "
_ORDERS = re.compile("'*[\u200c\u200d]*[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]")
"""What a spreadsheet takes for a formula (CWE-1236), with its full-width and small twins, behind any quotes of ours."""
_QUOTED = re.compile(r'[",\r\n;\t]|^\s|\s$')


def claims_csv(report: Report, *, raw: bool = False, bom: bool = False) -> str:
    """One row a claim, worst supported first, under a row of names.

    Args:
        report: what to put into it.
        raw: leave formulas as they are, for programs; a spreadsheet could run them.
        bom: begin with a byte order mark, from which Excel learns that the file is UTF-8.
    """
    return "".join(claims_csv_lines(((claim, report.view) for claim in report.claims), raw=raw, bom=bom))


def statements_csv(report: Report, *, raw: bool = False, bom: bool = False) -> str:
    """One row a statement of a claim, under a row of names; a statement that bears on two claims has two.

    Args:
        report: what to put into it.
        raw: leave formulas as they are, for programs; a spreadsheet could run them.
        bom: begin with a byte order mark, from which Excel learns that the file is UTF-8.
    """
    return "".join(statements_csv_lines(((claim, report.view) for claim in report.claims), raw=raw, bom=bom))


def claims_csv_lines(claims: Iterable[Seen], *, raw: bool = False, bom: bool = False) -> Iterator[str]:
    """What `claims_csv` gives, a line at a time, for claims that come one after another."""
    yield from _csv([column.name for column in CLAIM_COLUMNS], rows_of_claims(claims), raw, bom)


def statements_csv_lines(claims: Iterable[Seen], *, raw: bool = False, bom: bool = False) -> Iterator[str]:
    """What `statements_csv` gives, a line at a time, for claims that come one after another."""
    yield from _csv([column.name for column in STATEMENT_COLUMNS], rows_of_statements(claims), raw, bom)


def _csv(names: Sequence[str], rows: Iterable[Row], raw: bool, bom: bool) -> Iterator[str]:
    guard: Callable[[str], str] = str if raw else guarded
    yield (BOM if bom else "") + ",".join(map(_field, names)) + "\r\n"
    for row in rows:
        yield ",".join([_field(_spelled(row[name], guard)) for name in names]) + "\r\n"


def _spelled(cell: Cell, guard: Callable[[str], str]) -> str:
    """A cell as text: yes or no, a number, a text on one line, or a list of these, each guarded, which can be split again."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, tuple):
        return BETWEEN.join(guard(_line(item).replace(BETWEEN, ", ")) for item in cell)
    return guard(_line(cell))


def _line(text: str) -> str:
    return " ".join(harmless(text).split())


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that begins like it gets a `'` in front."""
    return f"'{text}" if _ORDERS.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`; of a list, each item by itself."""
    return text[1:] if text.startswith("'") and _ORDERS.match(text) else text
