"""The verb `merge`: one ledger out of many."""

from __future__ import annotations

from collections.abc import Sequence

import click

from claimtrack import files
from claimtrack.cli.loading import load, paths, strict
from claimtrack.cli.talk import end, remark, say, stop, write
from claimtrack.codec import write_lines
from claimtrack.errors import InputError
from claimtrack.model.case import counted


@click.command()
@paths
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the ledger to this file instead of standard output.")
@strict
def merge(paths: Sequence[str], output: str | None, strict: bool) -> None:
    """Merge case files and ledgers into one ledger (JSON Lines); nothing is lost, conflicts are listed on stderr.

    Example: claimtrack merge mine.jsonl theirs.jsonl -o both.jsonl
    """
    loaded = load(paths, strict)
    if output is None:
        write("".join(write_lines(loaded.ledger)), None)
    else:
        try:
            files.save(loaded.ledger, output)
        except InputError as error:
            stop(str(error))
    for conflict in loaded.ledger.conflicts():
        say(f"conflict: {conflict.about}: {conflict.detail}")
    remark(counted(len(loaded.ledger), "record"))
    end(loaded.faults, 0)
