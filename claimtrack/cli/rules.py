"""The verbs that describe ourselves: `schema` and `rule`."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from claimtrack.cli import completing
from claimtrack.cli.loading import policy
from claimtrack.cli.talk import known, write
from claimtrack.codec import record_schema
from claimtrack.errors import UnknownNameError
from claimtrack.model.drafts import DRAFT_RULES, draft_rule
from claimtrack.model.policy import Policy, Row
from claimtrack.reports import diff_schema, report_schema, sources_schema
from claimtrack.reports.words import harmless
from claimtrack.support import NAMED, rule

SCHEMAS = {"records": record_schema, "report": report_schema, "outlets": sources_schema, "diff": diff_schema}


@click.command()
@click.argument("what", type=click.Choice([*SCHEMAS]), default="records")
def schema(what: str) -> None:
    """Print the JSON Schema of ledger lines (records), or of the JSON of a report, of outlets or of what changed (diff).

    Example: claimtrack schema report
    """
    write(json.dumps(SCHEMAS[what](), indent=2, ensure_ascii=False) + "\n", None)


@click.command(name="rule")
@click.argument("code", required=False, shell_complete=completing.rules)
@policy
def rule_(code: str | None, policy: Policy) -> None:
    """Explain one flag by its CODE or name; without one, list all flags and the rules of both grades.

    Example: claimtrack rule single-source
    """
    if code is not None:
        click.echo(known(lambda: _explained(code)))
        return
    for row in NAMED:
        click.echo(f"{row.code}  {row.name}: {row.means}")
    _digits("Grades of content: the first rule that fits gives the digit", policy.content)
    _digits("Grades of said", policy.said)
    click.echo("\nFindings in drafts (check --against):")
    for found in DRAFT_RULES:
        click.echo(f"{found.code}  {found.name}: {found.means}")


def _explained(name: str) -> str:
    """One flag, or one finding in drafts, in full.

    Raises:
        UnknownNameError: when there is none, with the nearest of both.
    """
    words = [*(word for row in NAMED for word in (row.code, row.name)), *(word for each in DRAFT_RULES for word in (each.code, each.name))]
    if name.casefold() not in map(str.casefold, words):
        raise UnknownNameError("flag", name, words)
    if any(name.casefold() in (row.code.casefold(), row.name) for row in DRAFT_RULES):
        found = draft_rule(name)
        return f"{found.code} {found.name} ({found.level})\n  {found.means}\n  To do: {found.do}."
    row = rule(name)
    return f"{row.code} {row.name}\n  {row.means}\n  Level: {row.level}.\n  Cleared by: {row.clears}."


def _digits(title: str, rows: Sequence[Row]) -> None:
    click.echo(f"\n{title}:")
    for row in rows:
        click.echo(f"{row.digit}  {harmless(row.says)}")
