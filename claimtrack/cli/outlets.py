"""The verb `outlets`: all outlets and speakers in counts, or one of them in full."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from claimtrack import files
from claimtrack.cli.dating import as_of, dated
from claimtrack.cli.loading import load_and_read, policy, strict
from claimtrack.cli.rating import ratings, with_ratings
from claimtrack.cli.settings import configured
from claimtrack.cli.talk import bold, end, known, write
from claimtrack.model import Period
from claimtrack.model.conduct import Conduct
from claimtrack.model.naming import find_source
from claimtrack.model.policy import Policy
from claimtrack.model.reports import Report
from claimtrack.pipeline import track
from claimtrack.reliability import outlet_conduct, speaker_conduct
from claimtrack.reports import card, card_markdown, card_table, sources_json, sources_markdown, sources_table

FORMATS = ("table", "markdown", "json")
SEPARATORS = frozenset("/\\")
"""What most paths hold, and a name seldom does."""


@click.command(name="outlets")
@click.argument("rest", nargs=-1, metavar="[NAME] PATH...")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the cards.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option("--width", type=click.IntRange(40, 1000), help="Width in columns; by default that of the window.")
@ratings
@policy
@as_of
@strict
@configured
def outlets_(
    rest: Sequence[str],
    kind: str,
    output: str | None,
    width: int | None,
    ratings: Sequence[str],
    policy: Policy,
    as_of: Period | None,
    undated: str | None,
    strict: bool,
) -> None:
    """Show how outlets and speakers source what they say: facts, ratings by others, and conduct in the articles at hand.

    NAME is an outlet or a speaker by key, name, alias or domain. Without PATH, the folder `seeds` is read if there is one.

    Example: claimtrack outlets Sputnik seeds
    """
    then = dated(as_of, undated)
    name, where = _split(rest)
    loaded = with_ratings(load_and_read(where, strict), ratings, strict)
    found = track(loaded.ledger, policy=policy, **then)
    wide = width or (shutil.get_terminal_size((100, 24)).columns if output is None else 100)
    about = known(lambda: find_source(found.view, name)) if name else None
    write(_shown(found, about, kind, wide, output is None), output)
    end(loaded.faults, 0)


def _shown(report: Report, about: str | None, kind: str, width: int, window: bool) -> str:
    """The cards in the form asked for."""
    outlets, speakers = outlet_conduct(report), speaker_conduct(report)
    if kind == "json":
        return sources_json(_about(outlets, about), _about(speakers, about), report)
    heading = bold if window else str
    if about is None:
        markup = kind == "markdown"
        return sources_markdown(outlets, speakers, report) if markup else sources_table(outlets, speakers, report, width, heading)
    one = card(about, outlets, speakers, report)
    return card_markdown(one) if kind == "markdown" else card_table(one, width, heading)


def _about(found: tuple[Conduct, ...], key: str | None) -> tuple[Conduct, ...]:
    return found if key is None else tuple(each for each in found if each.key == key)


def _split(rest: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The name, if the first word is no path, and the paths."""
    if rest and rest[0] != files.STDIN and not os.path.exists(rest[0]) and SEPARATORS.isdisjoint(rest[0]):
        return rest[0], rest[1:] or _usual()
    return "", rest or _usual()


def _usual() -> Sequence[str]:
    if not Path("seeds").is_dir():
        raise click.UsageError("name the files or folders to read")
    return ["seeds"]
