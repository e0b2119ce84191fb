"""The command and its verbs, one row each."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import click

from claimtrack import __version__
from claimtrack.cli.checking import check
from claimtrack.cli.discovering import discover
from claimtrack.cli.explaining import explain_
from claimtrack.cli.judging import judge
from claimtrack.cli.linking import link_
from claimtrack.cli.merging import merge
from claimtrack.cli.outlets import outlets_
from claimtrack.cli.reading import read_
from claimtrack.cli.reporting import report
from claimtrack.cli.rules import rule_, schema
from claimtrack.errors import did_you_mean, near_names
from claimtrack.reports.words import harmless

OWN = frozenset({"-h", "--help", "--version"})
"""The options of the command itself; any other before a verb is taken as one of `report`."""
VERBS = (check, discover, explain_, judge, link_, merge, outlets_, read_, report, rule_, schema)


class Verbs(click.Group):
    """A group in which a path where a verb is expected means `report` of that path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `report` before what starts like its arguments."""
        if args and args[0] not in self.commands and args[0] not in OWN and (args[0].startswith("-") or os.path.exists(args[0])):
            args = ["report", *args]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb, or an error with the nearest verbs."""
        if args and args[0] not in self.commands:
            hint = did_you_mean(near_names(args[0], self.commands)) or "; see claimtrack --help"
            ctx.fail(f"{harmless(args[0])!r} is neither a verb nor a file here{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrack")
def main() -> None:
    """Track who says what, from how many independent origins, as fact or as opinion, and who disputes it.

    Grades the sourcing of claims across articles, never their truth. `claimtrack PATH...` is short for `claimtrack report PATH...`.

    Example: claimtrack seeds
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the same bytes whatever the locale


for verb in VERBS:
    main.add_command(verb)
