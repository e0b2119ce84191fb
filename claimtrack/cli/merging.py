"""The verb `merge`: one ledger out of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import click

from claimtrack import files
from claimtrack.archives.pouring import pour
from claimtrack.cli.loading import load, passed_over, paths, strict, tell
from claimtrack.cli.manners import step
from claimtrack.cli.talk import end, remark, say, stop, write
from claimtrack.codec import write_lines
from claimtrack.errors import InputError
from claimtrack.model.case import counted
from claimtrack.store import Store, is_archive


@click.command()
@paths
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    help="Write the ledger to this file instead of standard output; add to it if an archive (.db).",
)
@strict
def merge(paths: Sequence[str], output: str | None, strict: bool) -> None:
    """Merge case files and ledgers into one ledger (JSON Lines); nothing is lost, conflicts are listed on stderr.

    Into an archive (.db), which keeps what is in it, records are added some at a time; `check` lists its conflicts.

    Example: claimtrack merge mine.jsonl theirs.jsonl -o both.jsonl
    """
    if output is not None and is_archive(output):
        _into(output, paths, strict)
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


def _into(output: str, paths: Sequence[str], strict: bool) -> NoReturn:
    """Add what the paths hold to an archive."""
    if strict:
        load(paths, strict)
    try:
        with step("adding"), Store(output) as store:
            poured, many = pour(store, paths), len(store)
    except InputError as error:
        stop(str(error))
    tell(poured.faults)
    passed_over(poured.skipped)
    if poured.left:
        remark(f"{counted(poured.left, 'link')} left out, which claimtrack link makes anew")
    remark(f"{counted(poured.added, 'record')} added; {files.shown(output)} has {many:,}")
    end(poured.faults, 0)
