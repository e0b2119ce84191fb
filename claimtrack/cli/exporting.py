"""The verb `export`: the report in many formats at once, one file each."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from claimtrack import files
from claimtrack.cli.formats import Chosen, published, quoting, refuse_strays, settings, texts_for
from claimtrack.cli.linting import PLACED, located
from claimtrack.cli.loading import load_and_read, paths, policy, strict, without
from claimtrack.cli.rating import ratings, with_ratings
from claimtrack.cli.talk import end, known, say, stop
from claimtrack.errors import InputError
from claimtrack.model.policy import Policy
from claimtrack.pipeline import track
from claimtrack.reports import FORMATS, find_format


@click.command()
@paths
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False), help="Folder to write into; made where it is not there.")
@click.option(
    "--format",
    "names",
    multiple=True,
    type=click.Choice([row.name for row in FORMATS]),
    help="A format to write; may be repeated. All of them by default.",
)
@settings
@quoting
@ratings
@policy
@without
@strict
def export(
    paths: Sequence[str],
    folder: str,
    names: Sequence[str],
    chosen: Chosen,
    texts: str | None,
    ratings: Sequence[str],
    policy: Policy,
    without: Sequence[str],
    strict: bool,
) -> None:
    """Write the report in many formats at once, one file each, all of them or none.

    Files are called after their formats: csv-statements.csv, graphml.graphml.

    Example: claimtrack export seeds --to handover --format csv --format json
    """
    wanted = list(dict.fromkeys(names)) or [row.name for row in FORMATS]
    refuse_strays(chosen, wanted)
    loaded = with_ratings(load_and_read(paths, strict), ratings, strict)
    found = known(lambda: track(loaded.ledger, policy=policy, without=without, log=loaded.log))
    quotes = texts_for(wanted, texts)
    if not PLACED.isdisjoint(wanted):
        found = located(found, loaded)
    made = {f"{name}{find_format(name).suffix}": published(found, name, chosen, **quotes.get(name, {})) for name in wanted}
    try:
        files.write_all(made, folder)
    except InputError as error:
        stop(str(error))
    for (file, text), name in zip(made.items(), wanted, strict=True):
        say(f"{os.path.join(folder, file)}: {len(text.encode()):,} bytes, {find_format(name).means}")
    end(loaded.faults, 0)
