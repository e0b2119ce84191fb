"""The verb `report`: every claim, in the form asked for."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

import click

from claimtrack.cli.dating import as_of, dated
from claimtrack.cli.findings import fail_on, finds, flags
from claimtrack.cli.formats import Chosen, published, refuse_strays, settings
from claimtrack.cli.loading import load_and_read, paths, policy, strict, without
from claimtrack.cli.rating import ratings, with_ratings
from claimtrack.cli.talk import bold, end, known, write
from claimtrack.model import Period
from claimtrack.model.policy import Policy
from claimtrack.pipeline import track
from claimtrack.reports import FORMATS, table

FORMS = ("table", *(row.name for row in FORMATS))


@click.command()
@paths
@click.option(
    "--format",
    "kind",
    type=click.Choice(FORMS),
    default="table",
    show_default=True,
    help="Form of the report.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option("--width", type=click.IntRange(40, 1000), help="Width of the table in columns; by default that of the window.")
@settings
@ratings
@policy
@without
@as_of
@strict
@fail_on
def report(
    paths: Sequence[str],
    kind: str,
    chosen: Chosen,
    output: str | None,
    width: int | None,
    ratings: Sequence[str],
    policy: Policy,
    without: Sequence[str],
    as_of: Period | None,
    undated: str | None,
    strict: bool,
    fail_on: str,
) -> None:
    """Report on every claim, the worst supported first.

    PATH is a folder, a case file (.toml), a ledger (.jsonl), or - for standard input.

    Example: claimtrack report seeds --format markdown -o report.md
    """
    wanted, then = flags(fail_on), dated(as_of, undated)
    refuse_strays(chosen, [kind])
    loaded = with_ratings(load_and_read(paths, strict), ratings, strict)
    found = known(lambda: track(loaded.ledger, policy=policy, without=without, log=loaded.log, **then))
    if kind == "table":
        wide = width or (shutil.get_terminal_size((100, 24)).columns if output is None else 100)
        text = table(found, wide, bold if output is None else str)
    else:
        text = published(found, kind, chosen)
    write(text, output)
    end(loaded.faults, finds(found, wanted))
