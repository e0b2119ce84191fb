"""Paths to a ledger, for every verb: files are read, raw articles where asked, and each fault is told."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import partial

import attrs
import click

from claimtrack import files
from claimtrack.cli.manners import detail, step, watched
from claimtrack.cli.talk import BAD, remark, say, stop
from claimtrack.codec import default_policy
from claimtrack.errors import Fault, InputError
from claimtrack.model.case import counted
from claimtrack.model.policy import Policy
from claimtrack.pipeline import with_articles
from claimtrack.store import SUFFIXES

MOST_FAULTS = 200

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
strict = click.option("--strict", is_flag=True, help="Stop before the report if any file has a fault.")
without = click.option(
    "--without", multiple=True, metavar="NAME", help="Take out an outlet or speaker, state-media or anonymous; may be repeated."
)


def _policy(_context: click.Context, _option: click.Parameter, path: str | None) -> Policy:
    """The policy in a file, or the packaged one; a faulty file ends the run."""
    if path is None:
        return default_policy()
    try:
        return files.load_policy(path)
    except InputError as error:
        stop(str(error))


policy = click.option(
    "--policy", metavar="FILE", callback=_policy, help="Weigh sources and give digits by this policy (.toml) instead of the packaged one."
)


def load(paths: Sequence[str], strict: bool, links: bool = True) -> files.Loaded:
    """Read case files and ledgers, tell the faults on stderr; stop when asked to be strict or when nothing came of it."""
    loaded = files.load(paths, links=links)
    _files(loaded)
    return _told(loaded, paths, strict)


def load_and_read(paths: Sequence[str], strict: bool = False) -> files.Loaded:
    """The same with the raw articles read, to whose records names in the files may lead."""
    loaded = files.load(paths)
    _files(loaded)
    with step("reading and linking") if loaded.raw else nullcontext():
        ledger, faults = with_articles(loaded, watched=partial(watched, many=len(loaded.raw), name="reading", then="linking"))
    return _told(attrs.evolve(loaded, ledger=ledger, faults=(*loaded.still_faulty(ledger), *faults)), paths, strict)


def _files(loaded: files.Loaded) -> None:
    """Tell those who asked for it which files are read, and how many records each has."""
    many = Counter(place.file for place in loaded.places.values())
    for name in sorted({*many, *(raw.name for raw in loaded.raw)}):
        detail(f"{name}: {counted(many[name], 'record')}" if name in many else f"{name}: an article or articles")


def tell(faults: Sequence[Fault]) -> None:
    """Say what is wrong, each on a line; of very many the first ones."""
    for fault in faults[:MOST_FAULTS]:
        say(str(fault))
    if len(faults) > MOST_FAULTS:
        say(f"... and {len(faults) - MOST_FAULTS:,} more")


def passed_over(skipped: Iterable[str]) -> None:
    """Say which files of a folder are nothing of ours, and why."""
    for path in skipped:
        ending = os.path.splitext(path.lower())[1]
        why = "not a case file" if ending == ".toml" else "not an archive" if ending in SUFFIXES else "written by claimtrack"
        remark(f"{path}: passed over, {why}")


def _told(loaded: files.Loaded, paths: Sequence[str], strict: bool) -> files.Loaded:
    tell(loaded.faults)
    passed_over(loaded.skipped)
    if loaded.faults and (strict or not (len(loaded.ledger) or loaded.raw)):
        sys.exit(BAD)
    if not len(loaded.ledger) and not loaded.raw and all(os.path.isdir(path) for path in paths):
        stop(f"{', '.join(map(files.shown, paths))}: nothing to read here; expected case files (.toml) or ledgers (.jsonl, .db)")
    return loaded
