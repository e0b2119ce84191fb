"""The verb `report`: every claim, in the form asked for."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

import click

from claimtrack.cli.dating import as_of, dated
from claimtrack.cli.formats import Chosen, published, quoting, refuse_strays, settings, texts_for
from claimtrack.cli.linting import PLACED, Lint, linted, located, tell
from claimtrack.cli.loading import load_and_read, paths, policy, strict, without
from claimtrack.cli.manners import step
from claimtrack.cli.rating import ratings, with_ratings
from claimtrack.cli.retelling import retell
from claimtrack.cli.settings import configured
from claimtrack.cli.talk import bold, end, known, say, write, yellow
from claimtrack.model import Period
from claimtrack.model.policy import Policy
from claimtrack.pipeline import track
from claimtrack.publishing import publish
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
@click.option("--html", type=click.Path(dir_okay=False), metavar="FILE", help="Write the page to open in a browser to this file as well.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to assess an archive with.")
@click.option("--width", type=click.IntRange(40, 1000), help="Width of the table in columns; by default that of the window.")
@settings
@quoting
@ratings
@policy
@without
@as_of
@strict
@linted
@configured
def report(
    paths: Sequence[str],
    kind: str,
    chosen: Chosen,
    texts: str | None,
    output: str | None,
    html: str | None,
    jobs: int,
    width: int | None,
    ratings: Sequence[str],
    policy: Policy,
    without: Sequence[str],
    as_of: Period | None,
    undated: str | None,
    strict: bool,
    lint: Lint,
) -> None:
    """Report on every claim, the worst supported first.

    PATH is a folder, a case file (.toml), a ledger (.jsonl, .db), or - for standard input.

    Example: claimtrack report seeds --format markdown -o report.md
    """
    then = dated(as_of, undated)
    refuse_strays(chosen, [kind])
    quotes = texts_for([kind], texts)
    plain = not (ratings or without or as_of or strict or html or lint.asks)
    if plain and retell(paths, kind, chosen, lint.rules, policy, output, jobs):
        return
    loaded = with_ratings(load_and_read(paths, strict), ratings, strict)
    with step("weighing the claims"):
        found = known(lambda: track(loaded.ledger, rules=lint.rules, policy=policy, without=without, log=loaded.log, **then))
    if kind in PLACED or lint.write is not None:
        found = located(found, loaded)
    if kind == "table":
        wide = width or (shutil.get_terminal_size((100, 24)).columns if output is None else 100)
        text = table(found, wide, *((bold, yellow) if output is None else ()))
    else:
        more = {"baseline": lint.before} if kind in PLACED else quotes.get(kind, {})
        text = published(found, kind, chosen, **more)
    write(text, output)
    if html is not None:
        write(publish(found, "html"), html)
        say(f"{html}: written")
    lint.keep(found)
    end(loaded.faults, lint.count(tell(lint.fails(found))))
