"""The verb `diff`: what changed between two sets of records, or between two days of one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

import click

from claimtrack import files
from claimtrack.cli.dating import KEEP, UNDATED, day
from claimtrack.cli.linting import codes_of, located
from claimtrack.cli.loading import load_and_read, policy, strict
from claimtrack.cli.rating import ratings, with_ratings
from claimtrack.cli.talk import bold, end, say, write
from claimtrack.errors import Fault
from claimtrack.model import Period
from claimtrack.model.diffs import Diff
from claimtrack.model.policy import Policy
from claimtrack.pipeline import track
from claimtrack.reports import DIFF_FORMATS, diff_lines
from claimtrack.support import diff

FORMS = ("table", *DIFF_FORMATS)
SARIF = "sarif"
BETWEEN = "give two paths, OLD and NEW; or --from and --to with the files or folders of one ledger"


@click.command(name="diff")
@click.argument("paths", nargs=-1, required=True, metavar="OLD NEW")
@click.option("--from", "since", metavar="DATE", callback=day, help="Compare one ledger as of the end of this day, month or year ...")
@click.option("--to", "until", metavar="DATE", callback=day, help="... with the same ledger as of the end of this one.")
@click.option("--undated", type=click.Choice(UNDATED), help="What to do with articles without a date, with --from; left out by default.")
@click.option("--format", "kind", type=click.Choice(FORMS), default="table", show_default=True, help="Form of what changed.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option("--width", type=click.IntRange(40, 1000), help="Width in columns; by default that of the window.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
@click.option(
    "--fail-on",
    metavar="FLAGS",
    default="",
    help="Exit with 1 if a claim bears one of these flags now and did not before.",
)
@ratings
@policy
@strict
def diff_(
    paths: Sequence[str],
    since: Period | None,
    until: Period | None,
    undated: str | None,
    kind: str,
    output: str | None,
    width: int | None,
    exit_code: bool,
    fail_on: str,
    ratings: Sequence[str],
    policy: Policy,
    strict: bool,
) -> None:
    """Show what changed from OLD to NEW: claims, origins, bounds, flags, grades, framing, denials, articles, records taken back.

    OLD and NEW are case files, ledgers or folders. With --from and --to, one or more paths are read as one ledger and compared as of
    two days.

    Example: claimtrack diff last-week.jsonl seeds
    """
    wanted = codes_of(fail_on)
    if since is None and until is None and undated is None:
        found, faults = _of_two(paths, ratings, policy, strict, kind == SARIF)
    else:
        found, faults = _of_days(paths, since, until, undated == KEEP, ratings, policy, strict, kind == SARIF)
    write(_shown(found, kind, width, output is None), output)
    end(faults, _raised(found, wanted) + (exit_code and bool(found)))


def _of_two(paths: Sequence[str], ratings: Sequence[str], policy: Policy, strict: bool, placed: bool) -> tuple[Diff, tuple[Fault, ...]]:
    """What changed from one path to another, with the places of what was read in raw articles where asked."""
    if len(paths) != 2:
        raise click.UsageError(f"found {len(paths)} paths; {BETWEEN}")
    if paths[0] == paths[1] == files.STDIN:
        raise click.UsageError("standard input can be read once; give a file for OLD or NEW")
    old, new = (with_ratings(load_and_read([path], strict), ratings, strict) for path in paths)
    before, after = (track(each.ledger, policy=policy, log=each.log) for each in (old, new))
    if placed:
        before, after = located(before, old), located(after, new)
    return diff(before, after), (*old.faults, *new.faults)


def _of_days(
    paths: Sequence[str],
    since: Period | None,
    until: Period | None,
    keep_undated: bool,
    ratings: Sequence[str],
    policy: Policy,
    strict: bool,
    placed: bool,
) -> tuple[Diff, tuple[Fault, ...]]:
    """What changed from one day to another, with the same."""
    if since is None or until is None:
        raise click.UsageError(f"--from and --to go together; {BETWEEN}")
    loaded = with_ratings(load_and_read(paths, strict), ratings, strict)
    before, after = (track(loaded.ledger, policy=policy, as_of=day, keep_undated=keep_undated, log=loaded.log) for day in (since, until))
    if placed:
        before, after = located(before, loaded), located(after, loaded)
    return diff(before, after), loaded.faults


def _shown(found: Diff, kind: str, width: int | None, window: bool) -> str:
    if kind != "table":
        return DIFF_FORMATS[kind](found)
    wide = width or (shutil.get_terminal_size((100, 24)).columns if window else 100)
    return diff_lines(found, wide, bold if window else str)


def _raised(found: Diff, wanted: frozenset[str]) -> int:
    """Tell the wanted flags that are raised now; how many there are."""
    many = 0
    for change in found.claims:
        for flag in change.raised:
            if flag.code in wanted:
                many += 1
                say(f"{', '.join(each.name for each in change.new)}: {flag.code} {flag.name}: {flag.reason}")
    return many
