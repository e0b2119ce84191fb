"""The verb `explain`: one claim in full, or one flag of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from claimtrack import files
from claimtrack.cli import completing
from claimtrack.cli.dating import as_of, dated
from claimtrack.cli.loading import load_and_read, policy
from claimtrack.cli.rating import ratings, with_ratings
from claimtrack.cli.settings import configured
from claimtrack.cli.talk import end, known, stop, write
from claimtrack.errors import did_you_mean, near_names
from claimtrack.model import Period
from claimtrack.model.policy import Policy
from claimtrack.model.reports import SupportReport
from claimtrack.pipeline import track
from claimtrack.reports import explain, explain_flag, find_claim
from claimtrack.support import FLAGS

PATHLIKE = frozenset("./\\")
"""What names of flags never hold, and most paths do."""


@click.command(name="explain")
@click.argument("claim", shell_complete=completing.claims)
@click.argument("rest", nargs=-1, metavar="[FLAG] PATH...")
@click.option("--width", type=click.IntRange(40, 1000), help="Width in columns; by default that of the window.")
@ratings
@policy
@as_of
@configured
def explain_(
    claim: str,
    rest: Sequence[str],
    width: int | None,
    ratings: Sequence[str],
    policy: Policy,
    as_of: Period | None,
    undated: str | None,
) -> None:
    """Explain one claim in full, or one FLAG of it.

    CLAIM is a label such as C07, a key, the key of a statement that bears on it, or words of its wording. Without PATH, the folder
    `seeds` is read if there is one.

    Example: claimtrack explain C07 single-source seeds
    """
    then = dated(as_of, undated)
    if rest and os.path.exists(claim) and not os.path.exists(rest[0]):
        stop(f"the claim goes first: claimtrack explain {rest[0]} {claim}")
    flag, where = _split(rest)
    loaded = with_ratings(load_and_read(where), ratings)
    found = track(loaded.ledger, policy=policy, **then)
    wide = width or shutil.get_terminal_size((100, 24)).columns
    about: SupportReport = known(lambda: find_claim(found, claim))
    write(known(lambda: explain_flag(about, flag, found, wide)) if flag else explain(about, found, wide), None)
    end(loaded.faults, 0)


def _split(rest: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The flag, if the first word is one, and the paths."""
    known = {word for row in FLAGS for word in (row.code.casefold(), row.name)}
    if not rest or rest[0] == files.STDIN or os.path.exists(rest[0]):
        return "", rest or _usual()
    if rest[0].casefold() not in known and not PATHLIKE.isdisjoint(rest[0]):
        return "", rest
    if rest[0].casefold() not in known:
        hint = did_you_mean(near_names(rest[0], known)) or "; see claimtrack rule"
        stop(f"{rest[0]!r} is neither a flag nor a file here{hint}")
    return rest[0], rest[1:] or _usual()


def _usual() -> Sequence[str]:
    if not Path("seeds").is_dir():
        raise click.UsageError("name the files or folders to read after the claim")
    return ["seeds"]
