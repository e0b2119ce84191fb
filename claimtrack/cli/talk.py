"""What every verb says and how it ends: data to stdout, talk to stderr, an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

import click

from claimtrack import files
from claimtrack.cli.manners import QUIET, wished
from claimtrack.errors import AmbiguousNameError, Fault, InputError, UnknownNameError
from claimtrack.reports.words import harmless

T = TypeVar("T")
CLEAN, FINDINGS, BAD = 0, 1, 2


def write(text: str, output: str | None) -> None:
    """Print the text, or write the file whole or not at all."""
    if output is None:
        click.echo(text, nl=False, color=True)  # as it is: whether headings are bold was decided before
        return
    try:
        files.write([text], output)
    except InputError as error:
        stop(str(error))


def say(message: str) -> None:
    """Talk goes to stderr, so that stdout is data alone."""
    for line in message.splitlines():
        click.echo(harmless(line), err=True)


def remark(message: str) -> None:
    """Talk that a quiet run leaves out: sums, and what was passed over."""
    if not wished(QUIET):
        say(message)


def stop(message: str) -> NoReturn:
    """Say what is wrong, and leave with the code for wrong use and bad input."""
    say(message)
    sys.exit(BAD)


def known(ask: Callable[[], T]) -> T:
    """The answer, or a line on stderr that says which names there are."""
    try:
        return ask()
    except (UnknownNameError, AmbiguousNameError) as error:
        stop(str(error))


def end(faults: Sequence[Fault], findings: int) -> NoReturn:
    """Leave with the code that says how it went."""
    sys.exit(BAD if faults else FINDINGS if findings else CLEAN)


def bold(text: str) -> str:
    """A heading in bold where the window shows it and nobody asked for plain text."""
    return click.style(text, bold=True) if _dressed() else text


def coloured(text: str, colour: str) -> str:
    """A text in a colour, on the same terms; what the colour says, the text has to say too."""
    return click.style(text, fg=colour) if _dressed() else text


def yellow(text: str) -> str:
    """What is to be minded, in yellow on the same terms."""
    return coloured(text, "yellow")


def _dressed() -> bool:
    """Whether to dress text: as `--color` says, else as FORCE_COLOR and NO_COLOR do, else on a terminal."""
    context = click.get_current_context(silent=True)
    if context is not None and context.color is not None:
        return context.color
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
