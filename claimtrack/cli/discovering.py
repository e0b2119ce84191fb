"""The verb `discover`: which of conflicting values is best supported, and how far each source is to be relied on there."""

from __future__ import annotations

import os
import shutil
import warnings
from collections import Counter
from collections.abc import Sequence

import click

from claimtrack import files
from claimtrack.claims import given
from claimtrack.cli.loading import load_and_read, strict, tell
from claimtrack.cli.talk import bold, end, known, remark, say, stop, write
from claimtrack.errors import Fault, InputError, RecordError
from claimtrack.model.case import counted
from claimtrack.reliability.similarities import SIMILARITIES
from claimtrack.reliability.triples import Triple, Triples, read_triples

TABLES = (".csv", ".tsv")
FORMATS = ("table", "csv", "jsonl")
MAYBE = (".json", ".jsonl", ".ndjson")
"""Endings of tables, and of files that may be tables or ledgers."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--method", default="", metavar="NAME", help="Method of truth discovery; that of the library by default.")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the outcome.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option("--similarity", type=click.Choice(sorted(SIMILARITIES)), help="Let values lend weight to those like them.")
@click.option("--tolerance", type=click.FloatRange(0), help="Numbers no further apart than this count as one value.")
@strict
def discover(
    paths: Sequence[str], method: str, kind: str, output: str | None, similarity: str | None, tolerance: float | None, strict: bool
) -> None:
    """Find the best supported of conflicting values, and how far each source is to be relied on.

    FILE is a table with the columns source, object and value (CSV, TSV, JSON, JSON Lines), - for one on standard input, or whatever
    `report` reads: there the figures that sources give for one thing are compared. Support is not truth.

    Example: claimtrack discover tolls.csv --method accu-copy
    """
    tables, others, faults = _sorted(paths)
    rows = [row for each in tables for row in each.rows]
    if strict and faults:
        end(faults, 0)
    if others:
        loaded = load_and_read(others, strict)
        faults += loaded.faults
        rows += _figures(loaded)
    text = _outcome(rows, method, kind, similarity, tolerance, output)
    write(text, output)
    end(faults, 0)


def _sorted(paths: Sequence[str]) -> tuple[list[Triples], list[str], list[Fault]]:
    """The tables among the paths, read and summed up, the paths of other files, and the faults so far."""
    tables: list[Triples] = []
    others: list[str] = []
    faults: list[Fault] = []
    for path in dict.fromkeys(paths):
        found = _triples(path)
        if found is None:
            others.append(path)
            continue
        tell(found.faults)
        remark(f"{files.shown(path)}: {counted(found.read, 'row')}, {found.read - len(found.rows):,} skipped")
        tables.append(found)
        faults += found.faults
    return tables, others, faults


def _triples(path: str) -> Triples | None:
    """The triples of a file; None where it is to be read as `report` would."""
    table = path == files.STDIN or path.lower().endswith(TABLES)
    if not table and (os.path.isdir(path) or not path.lower().endswith(MAYBE)):
        return None
    try:
        found = read_triples(files.taken(path), files.shown(path))
    except InputError as error:
        stop(str(error))
    if found is None and table:
        stop(f"{files.shown(path)}: expected columns source, object and value; name them in the first line, or as keys in JSON")
    return found


def _figures(loaded: files.Loaded) -> tuple[Triple, ...]:
    """The figures of a ledger, with a line on how many there are."""
    found = given(loaded.ledger.view)
    things = len({thing for _, thing, _ in found.rows})
    left = f"; {found.left_out:,} left out (a range, open, or several for one thing)" if found.left_out else ""
    remark(f"{counted(len(found.rows), 'figure')} for {counted(things, 'thing')} of which two sources or more speak{left}")
    return found.rows


def _outcome(rows: Sequence[Triple], method: str, kind: str, similarity: str | None, tolerance: float | None, output: str | None) -> str:
    """What the method finds, in the form asked for."""
    try:
        from claimtrack.cli import discovered  # numpy is asked for by those who discover, and nobody else
        from claimtrack.reliability import discovery
    except InputError as error:
        stop(str(error))
    if not rows:
        say("nothing to weigh: nobody says anything of one thing that can be compared")
    likeness = SIMILARITIES[similarity] if similarity else None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", discovery.ConvergenceWarning)
        observed = discovery.Observations.of(rows)
        try:
            found = known(lambda: discovery.discover(observed, method or discovery.DEFAULT, similarity=likeness, tolerance=tolerance))
        except RecordError as error:
            stop(str(error))
    for warning in caught:
        say(str(warning.message))
    many = Counter(source for source, _, _ in set(rows))
    if kind == "csv":
        return discovered.csv_lines(found, many)
    if kind == "jsonl":
        return discovered.json_lines(found, many)
    wide = shutil.get_terminal_size((100, 24)).columns if output is None else 100
    return discovered.table(found, many, wide, bold if output is None else str)
