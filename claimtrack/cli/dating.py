"""The options `--as-of` and `--undated`: the day that a report speaks of, for every verb that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

import click

from claimtrack.errors import RecordError
from claimtrack.model import Period
from claimtrack.reports.words import harmless

KEEP = "keep"
UNDATED = ("leave-out", KEEP)


class Dated(TypedDict):
    """What `track` takes of these options."""

    as_of: Period | None
    keep_undated: bool


def day(_context: click.Context, _option: click.Parameter, spelling: str | None) -> Period | None:
    """The day, month or year asked for."""
    try:
        return None if spelling is None else Period.parse(spelling)
    except RecordError as error:
        raise click.BadParameter(harmless(str(error))) from None


def as_of(command: Callable[..., Any]) -> Callable[..., Any]:
    """Both options."""
    dated = click.option(
        "--as-of",
        metavar="DATE",
        callback=day,
        help="Report on what was published by the end of this day, month or year (2024-03-31, 2024).",
    )
    undated = click.option(
        "--undated", type=click.Choice(UNDATED), help="What to do with articles without a date, with --as-of; they are left out by default."
    )
    return dated(undated(command))


def dated(as_of: Period | None, undated: str | None) -> Dated:
    """The same for `track`; what to do with undated articles is a question only where a day is given."""
    if undated is not None and as_of is None:
        raise click.UsageError("--undated says what to do with articles without a date; it needs --as-of")
    return {"as_of": as_of, "keep_undated": undated == KEEP}
