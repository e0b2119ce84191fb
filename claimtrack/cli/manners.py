"""How loud and how colourful a run is, and what is shown of long work: options that every verb has, and the command before it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

import click

T = TypeVar("T")
QUIET, VERBOSE = "claimtrack.quiet", "claimtrack.verbose"
OFTEN = 0.1
"""Seconds between two looks at how far the work is."""
_WIPE = "\r\x1b[K"


def _loud(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Remember a wish for the whole run."""
    if wanted:
        context.meta[f"claimtrack.{option.name}"] = True


def _colour(context: click.Context, _option: click.Parameter, when: str | None) -> None:
    """Let this run and every verb in it be coloured or not."""
    if when is not None:
        context.find_root().color = context.color = {"always": True, "never": False}.get(when)


def options() -> list[click.Option]:
    """The options that go before a verb or after it."""
    return [
        click.Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            callback=_colour,
            expose_value=False,
            help="Colour: auto means on a terminal, unless NO_COLOR is set, and where FORCE_COLOR is.",
        ),
        click.Option(
            ["-q", "--quiet"], is_flag=True, callback=_loud, expose_value=False, help="Say nothing but data, findings and errors."
        ),
        click.Option(
            ["-v", "--verbose"], is_flag=True, callback=_loud, expose_value=False, help="Tell what is read and how long it takes."
        ),
    ]


def wished(name: str) -> bool:
    """Whether this run is to be quiet (`QUIET`) or verbose (`VERBOSE`)."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(name))


def detail(message: str) -> None:
    """Tell what only those want to know who asked for it."""
    if wished(VERBOSE):
        from claimtrack.cli.talk import say  # which needs the stages that `--help` does not load

        say(message)


def _live() -> bool:
    """Whether somebody looks on: a terminal that can wipe a line, and no wish for quiet."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not wished(QUIET)


def _show(text: str) -> None:
    sys.stderr.write(f"{_WIPE}{text}")
    sys.stderr.flush()


@contextmanager
def step(name: str) -> Iterator[None]:
    """Show the name of a long step while it lasts; when it is done nothing is left of it, and `--verbose` tells its seconds."""
    start, live = monotonic(), _live()
    if live:
        _show(f"{name} ...")
    try:
        yield
    finally:
        if live:
            _show("")
        detail(f"{name}: {monotonic() - start:.1f} s")


def watched(parts: Iterable[T], many: int, name: str, then: str = "") -> Iterator[T]:
    """The parts of some work as they come, with how far it is and how long it will take; gone when done.

    Args:
        parts: what comes.
        many: how many will come.
        name: what is being done.
        then: what is shown after the last part, until the `step` around it ends.
    """
    if not _live() or many < 2:
        yield from parts
        return
    start = seen = monotonic()
    for done, part in enumerate(parts, 1):
        now = monotonic()
        if now - seen >= OFTEN:
            seen = now
            _show(f"{name} {done:,} of {many:,}{_left(now - start, done, many)}")
        yield part
    _show(f"{then} ..." if then else "")


def _left(seconds: float, done: int, many: int) -> str:
    """How long the rest takes if it goes on so."""
    rest = round(seconds / done * (many - done))
    return f", {rest // 60}:{rest % 60:02} left" if rest >= 1 else ""
