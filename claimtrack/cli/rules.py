"""The verbs that describe ourselves: `schema` and `rule`."""

from __future__ import annotations

import json

import click

from claimtrack.cli.talk import known, write
from claimtrack.codec import record_schema
from claimtrack.reports import report_schema
from claimtrack.support import DIGITS, FLAGS, rule


@click.command()
@click.argument("what", type=click.Choice(["records", "report"]), default="records")
def schema(what: str) -> None:
    """Print the JSON Schema of ledger lines (records) or of the JSON report (report).

    Example: claimtrack schema report
    """
    write(json.dumps(record_schema() if what == "records" else report_schema(), indent=2, ensure_ascii=False) + "\n", None)


@click.command(name="rule")
@click.argument("code", required=False)
def rule_(code: str | None) -> None:
    """Explain one flag by its CODE or name; without one, list all flags and grades.

    Example: claimtrack rule single-source
    """
    if code is not None:
        row = known(lambda: rule(code))
        click.echo(f"{row.code} {row.name}\n  {row.means}\n  Cleared by: {row.clears}.")
        return
    for row in FLAGS:
        click.echo(f"{row.code}  {row.name}: {row.means}")
    click.echo("\nGrades of information:")
    for digit, means in DIGITS.items():
        click.echo(f"{digit}  {means}")
