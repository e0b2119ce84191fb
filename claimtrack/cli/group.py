"""The command and its verbs, one row each; a verb is loaded when it is used."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NamedTuple

import click
from click.shell_completion import CompletionItem

from claimtrack import __version__
from claimtrack.cli.examples import epilog
from claimtrack.cli.manners import options

OWN = frozenset({"-h", "--help", "--version", "--color", "-q", "--quiet", "-v", "--verbose"})
"""The options of the command itself; any other before a verb is taken as one of `report`."""


class Verb(NamedTuple):
    """One row: what a verb is called, where it is, and its help in a line, as its docstring begins."""

    name: str
    module: str
    attribute: str
    means: str

    def load(self) -> click.Command:
        """The verb itself, with all that it needs."""
        found = getattr(import_module(f"claimtrack.cli.{self.module}"), self.attribute)
        assert isinstance(found, click.Command)
        return found if found.epilog is not None else _dressed(found, self.name)


def _dressed(verb: click.Command, name: str) -> click.Command:
    """A verb with what every verb has: its examples, options on its manners, and near names for a slip in a choice."""
    verb.epilog = epilog(name)
    verb.params += options()
    for parameter in verb.params:
        if type(parameter.type) is click.Choice:
            parameter.type = Named(parameter.type.choices)
    return verb


class Named(click.Choice[str]):
    """A choice that offers the nearest name to a slip of the hand."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or an error with the nearest names and then all of them."""
        if value not in self.choices:
            from claimtrack.errors import did_you_mean, near_names

            hint = did_you_mean(near_names(value, self.choices))
            self.fail(f"{value!r} is not one of {', '.join(map(repr, self.choices))}{hint or '.'}", param, ctx)
        return value


VERBS = (
    Verb("check", "checking", "check", "Lint claims, check files and anchors, or check a draft against its sources."),
    Verb("completion", "completing", "completion", "Print a script that completes verbs, options, flags and claims in bash, zsh or fish."),
    Verb("diff", "diffing", "diff_", "Show what changed between two reports, claim by claim."),
    Verb(
        "discover", "discovering", "discover", "Find the best supported of conflicting values, and how far each source is to be relied on."
    ),
    Verb("explain", "explaining", "explain_", "Explain one claim in full, or one FLAG of it."),
    Verb("export", "exporting", "export", "Write the report in many formats at once, one file each."),
    Verb("judge", "judging", "judge", "Go through proposed matches side by side: same, different or unsure."),
    Verb("link", "linking", "link_", "Link statements: which are one claim, denials, and articles that descend from others."),
    Verb("merge", "merging", "merge", "Merge case files and ledgers into one ledger; nothing is lost."),
    Verb("outlets", "outlets", "outlets_", "Show how outlets and speakers source what they say."),
    Verb("read", "reading", "read_", "Read raw articles into statements."),
    Verb("report", "reporting", "report", "Report on every claim, the worst supported first."),
    Verb("rule", "rules", "rule_", "Explain one flag by its CODE or name, or list them all."),
    Verb("schema", "rules", "schema", "Print the JSON Schema of ledger lines, of the JSON report or of the JSON of outlets."),
    Verb(
        "spark",
        "sparking",
        "spark",
        "Run the pipeline on Spark, for more articles than one machine takes; needs the extra `spark` and a JDK.",
    ),
)
"""Every verb, in the order of the alphabet; `--help` and completion read these rows and load nothing else."""


class Verbs(click.Group):
    """A group of verbs that are loaded when used, in which a path where a verb is expected means `report` of that path."""

    rows: Sequence[Verb] = VERBS

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """The names of the verbs."""
        return [row.name for row in self.rows]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """The verb of that name, loaded now."""
        return next((row.load() for row in self.rows if row.name == cmd_name), None)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click calls it
        """The verbs with a line each, none loaded."""
        with formatter.section("Commands"):
            formatter.write_dl([(row.name, row.means) for row in self.rows])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The verbs that begin so, none loaded, or the options; where neither fits, files for `report`."""
        own = click.Command.shell_complete(self, ctx, incomplete)
        verbs = [CompletionItem(row.name, help=row.means) for row in self.rows if row.name.startswith(incomplete)]
        return [*verbs, *own] or [CompletionItem(incomplete, type="file")]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `report` before what starts like its arguments."""
        at = next((place for place, word in enumerate(args) if not _own(args, place)), len(args))
        if at < len(args) and args[at] not in self._names and (args[at].startswith("-") or os.path.exists(args[at])):
            args = [*args[:at], "report", *args[at:]]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb, or an error with the nearest verbs."""
        if args and args[0] not in self._names:
            from claimtrack.errors import did_you_mean, near_names  # only a slip of the hand needs these
            from claimtrack.reports.words import harmless

            hint = did_you_mean(near_names(args[0], self._names)) or "; see claimtrack --help"
            ctx.fail(f"{harmless(args[0])!r} is neither a verb nor a file here{hint}")
        return super().resolve_command(ctx, args)

    @property
    def _names(self) -> frozenset[str]:
        return frozenset(row.name for row in self.rows)


def _own(args: Sequence[str], place: int) -> bool:
    """Whether a word is an option of the command itself, or the value of one."""
    word = args[place].partition("=")[0]
    return word in OWN or (place > 0 and args[place - 1] == "--color")


@click.group(cls=Verbs, params=[*options()], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrack")
def main() -> None:
    """Track who says what, from how many independent origins, as fact or as opinion, and who disputes it.

    Grades the sourcing of claims across articles, never their truth. `claimtrack PATH...` is short for `claimtrack report PATH...`.

    Example: claimtrack seeds
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # the same bytes whatever the system
