"""The option `--ratings`: files of ratings beside the ledger, for every verb that has it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import attrs
import click

from claimtrack import files
from claimtrack.cli.loading import tell
from claimtrack.cli.talk import BAD, known, remark, stop
from claimtrack.errors import InputError
from claimtrack.model import Ledger
from claimtrack.model.case import counted
from claimtrack.reliability.ratings import Imported, layouts

ratings = click.option(
    "--ratings",
    multiple=True,
    metavar="[LAYOUT:]FILE",
    help="Ratings of outlets by domain, from a file of your own (CSV, TSV, JSON); may be given several times.",
)


def with_ratings(loaded: files.Loaded, given: Sequence[str], strict: bool = False) -> files.Loaded:
    """What was loaded with the ratings of these files for its outlets; each file is summed up on stderr and each bad row told."""
    for word in given:
        found = _imported(word, loaded.ledger)
        tell(found.faults)
        remark(summary(found))
        if strict and found.faults:
            sys.exit(BAD)
        loaded = attrs.evolve(loaded, ledger=loaded.ledger | Ledger(found.records), faults=(*loaded.faults, *found.faults))
    return loaded


def summary(found: Imported) -> str:
    """How many rows a file has, and what became of them."""
    parts = [counted(found.rows, "row"), f"{found.matched:,} for outlets here", f"{found.skipped:,} skipped"]
    if found.blank:
        parts.append(f"{found.blank:,} without a mark")
    layout = f" ({found.layout})" if found.layout else ""
    return f"{found.name}{layout}: {', '.join(parts)}"


def _imported(word: str, ledger: Ledger) -> Imported:
    """The ratings of one file, which may be named with its layout before a colon."""
    layout, path = _split(word)
    try:
        return known(lambda: files.load_ratings(path, ledger.view, layout))
    except InputError as error:
        stop(str(error))


def _split(word: str) -> tuple[str | None, str]:
    """The layout, if one is named, and the file; a colon in the name of a file that is there splits nothing."""
    layout, colon, path = word.partition(":")
    if not colon or (os.path.exists(word) and layout not in {each.name for each in layouts()}):
        return None, word
    return layout, path
