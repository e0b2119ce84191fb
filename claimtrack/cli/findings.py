"""What `--fail-on` asks for and what is found of it, for the verbs that have it."""

from __future__ import annotations

import click

from claimtrack.cli.talk import known, say
from claimtrack.model.reports import Report
from claimtrack.support import rule

fail_on = click.option(
    "--fail-on", metavar="FLAGS", default="", help="Exit with 1 if a claim bears one of these flags (names or codes, separated by commas)."
)


def flags(names: str) -> frozenset[str]:
    """The codes of the flags named with commas."""
    given = [name.strip() for name in names.split(",") if name.strip()]
    return frozenset(row.code for row in known(lambda: [rule(name) for name in given]))


def finds(found: Report, wanted: frozenset[str]) -> int:
    """Tell the claims that bear a wanted flag; how many flags that makes."""
    many = 0
    for claim in found.claims:
        for flag in claim.flags:
            if flag.code in wanted:
                many += 1
                say(f"{claim.name}: {flag.code} {flag.name}: {flag.reason}")
    return many
