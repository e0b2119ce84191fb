"""The verb `judge`: who goes through what, and where the answers go."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from claimtrack import files
from claimtrack.cli.loading import load_and_read, paths
from claimtrack.cli.sitting import Sitting
from claimtrack.cli.talk import end, stop
from claimtrack.errors import InputError, RecordError
from claimtrack.model import Judgement, Maker, Verdict
from claimtrack.notebook import Notebook

USUAL = "judgements.toml"


@click.command()
@paths
@click.option("-o", "--output", type=click.Path(dir_okay=False), help=f"Case file for the answers; by default {USUAL} in the first folder.")
@click.option("--by", default="analyst", show_default=True, metavar="NAME", help="Who judges.")
@click.option("--on", metavar="DATE", help="Day of the judging, such as 2026-11-22, to be recorded with the answers.")
@click.option("--reason", "reasons", multiple=True, metavar="TEXT", help="Reason to record with every answer; may be given several times.")
@click.option("--width", type=click.IntRange(20, 1000), help="Width in columns; by default that of the window.")
def judge(paths: Sequence[str], output: str | None, by: str, on: str | None, reasons: Sequence[str], width: int | None) -> None:
    """Go through proposed matches side by side: same, different or unsure.

    Each answer is written at once as a judgement, to a case file that keeps whatever else it holds. On a terminal one key is an answer;
    otherwise each line of standard input is one.

    Example: claimtrack judge articles --by "Ida Voss"
    """
    maker = _maker(by, on, reasons)
    where = _where(paths, output)
    notebook = _opened(where, maker)
    loaded = load_and_read([*paths, *([where] if _apart(where, paths) else [])])
    sitting = Sitting(loaded.ledger, notebook, maker, reasons, width or shutil.get_terminal_size((80, 24)).columns)
    try:
        sitting.run()
    except InputError as error:
        stop(str(error))
    sitting.sum_up(files.shown(where))
    end(loaded.faults, 0)


def _maker(by: str, on: str | None, reasons: Sequence[str]) -> Maker:
    """Who judges; wrong use where no record could say so."""
    try:
        maker = Maker(name=by, on=on)
        Judgement(left="a", right="b", verdict=Verdict.SAME, reasons=tuple(reasons), maker=maker)
    except RecordError as error:
        raise click.UsageError(str(error)) from error
    return maker


def _where(paths: Sequence[str], output: str | None) -> str:
    """The file for the answers."""
    if files.STDIN in paths:
        raise click.UsageError("the answers come from standard input, so nothing else can; name the files to judge")
    if output is not None and not output.endswith(files.CASE):
        raise click.UsageError(f"answers are kept in a case file; give -o a name that ends with {files.CASE}")
    first = next((path for path in paths if os.path.isdir(path)), os.path.dirname(paths[0]))
    return output or str(Path(first) / USUAL)


def _apart(where: str, paths: Sequence[str]) -> bool:
    """Whether the file is there and not among what is read anyway."""
    place = Path(where).resolve()
    return place.exists() and not any(place.is_relative_to(Path(path).resolve()) for path in paths)


def _opened(where: str, maker: Maker) -> Notebook:
    """The file for the answers, or the end where nothing can be added to it."""
    try:
        return Notebook(where, maker)
    except InputError as error:
        stop(str(error))
