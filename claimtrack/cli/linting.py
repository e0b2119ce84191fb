"""The options of the linter: which flags are tried, which findings fail a run, and which were known before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import attrs
import click

from claimtrack import files
from claimtrack.cli import completing
from claimtrack.cli.talk import known, say, stop
from claimtrack.errors import InputError
from claimtrack.intake import places
from claimtrack.model.case import counted
from claimtrack.model.findings import Finding, State
from claimtrack.model.reports import Level, Report
from claimtrack.reports import compared, findings
from claimtrack.settings import load_findings, save_findings
from claimtrack.support import FlagRule, chosen, codes

PLACED = frozenset({"concise", "sarif", "github"})
"""The formats that show where records stand in files."""
_FLAGS = "codes, names or beginnings such as CT2, separated by commas"
OPTIONS = (
    click.option(
        "--fail-on",
        metavar="FLAGS",
        default="",
        shell_complete=completing.flags,
        help=f"Exit with 1 if a claim bears one of these flags ({_FLAGS}).",
    ),
    click.option("--fail-level", type=click.Choice([str(level) for level in Level]), help="Exit with 1 on flags of this level or above."),
    click.option("--min-origins", type=click.IntRange(0, 1000), default=0, help="Exit with 1 on claims with fewer independent origins."),
    click.option("--select", metavar="FLAGS", default="", shell_complete=completing.flags, help=f"Raise these flags alone ({_FLAGS})."),
    click.option("--ignore", metavar="FLAGS", default="", shell_complete=completing.flags, help=f"Do not raise these flags ({_FLAGS})."),
    click.option("--baseline", metavar="FILE", help="Findings known before; they are told as known and fail nothing."),
    click.option("--write-baseline", metavar="FILE", help="Write what is found to this file, as the baseline of later runs."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; bad input still ends with 2."),
)


@attrs.frozen(kw_only=True)
class Lint:
    """What the options ask for.

    Attributes:
        rules: the flags to try.
        wanted: codes of flags that fail a run.
        level: the least level that fails a run.
        before: findings that were known; None where nobody asks.
        write: the file for a new baseline.
    """

    rules: tuple[FlagRule, ...]
    wanted: frozenset[str]
    level: Level | None
    before: tuple[Finding, ...] | None
    write: str | None
    exit_zero: bool

    @property
    def asks(self) -> bool:
        """Whether findings are to fail the run, or are compared or kept, for which the whole report is needed."""
        return bool(self.wanted or self.level or self.before is not None or self.write is not None)

    def states(self, found: Report) -> tuple[tuple[Finding, State], ...]:
        """The findings of a report, and those that are gone, with how they stand to the ones that were known."""
        return compared(findings(found), self.before or ())

    def fails(self, found: Report) -> tuple[Finding, ...]:
        """The findings that fail a run: asked about, and not known before; a new baseline makes all of them known."""
        if self.write is not None:
            return ()
        return tuple(each for each, state in self.states(found) if state is State.NEW and self._asked_about(each))

    def _asked_about(self, finding: Finding) -> bool:
        return finding.code in self.wanted or (self.level is not None and finding.level.reaches(self.level))

    def summary(self, found: Report) -> tuple[str, ...]:
        """How many findings there are, in a line; none where there are none and none were known."""
        states = self.states(found)
        here = [(each, state) for each, state in states if state is not State.ABSENT]
        if not states:
            return ()
        levels = ", ".join(counted(many, str(level)) for level in Level if (many := sum(each.level is level for each, _ in here)))
        line = counted(len(here), "finding") + (f": {levels}" if levels else "")
        if self.before is not None:
            new = sum(state is State.NEW for _, state in here)
            line += f"; {new} new, {len(here) - new} known, {len(states) - len(here)} gone since the baseline"
        failing = len(self.fails(found))
        return (line + (f"; {failing} of them fail{'s' * (failing == 1)} the run" if failing else ""),)

    def keep(self, found: Report) -> None:
        """Write the new baseline, where one is asked for."""
        if self.write is not None:
            try:
                save_findings(findings(relative(found)), self.write)
            except InputError as error:
                stop(str(error))

    def count(self, failing: int) -> int:
        """How many findings the exit code is to show."""
        return 0 if self.exit_zero else failing


def linted(command: Callable[..., None]) -> Callable[..., None]:
    """A verb with the options of the linter, which gets them as one argument `lint`."""

    @wraps(command)
    def with_lint(*args: Any, **kwargs: Any) -> None:
        names = ("fail_on", "fail_level", "min_origins", "select", "ignore", "baseline", "write_baseline", "exit_zero")
        command(*args, lint=_lint(**{name: kwargs.pop(name) for name in names}), **kwargs)

    for option in reversed(OPTIONS):
        with_lint = option(with_lint)
    return with_lint


def _lint(
    *,
    fail_on: str,
    fail_level: str | None,
    min_origins: int,
    select: str,
    ignore: str,
    baseline: str | None,
    write_baseline: str | None,
    exit_zero: bool,
) -> Lint:
    """What the options ask for; a name that is none, or a baseline that cannot be read, ends the run."""
    wanted = codes_of(fail_on)
    rules = known(lambda: chosen(_words(select), _words(ignore), min_origins))
    return Lint(
        rules=rules,
        wanted=wanted | codes(["few-origins"]) if min_origins else wanted,
        level=Level(fail_level) if fail_level else None,
        before=_before(baseline, rules) if baseline and write_baseline is None else None,
        write=write_baseline,
        exit_zero=exit_zero,
    )


def codes_of(names: str) -> frozenset[str]:
    """The codes of the flags named with commas; a name that is none ends the run."""
    return known(lambda: codes(_words(names)))


def _words(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _before(path: str, rules: Iterable[FlagRule]) -> tuple[Finding, ...]:
    """The findings of a baseline; a flag that is not tried in this run is not gone either."""
    tried = {row.code for row in rules}
    try:
        return tuple(each for each in load_findings(path) if each.code in tried)
    except InputError as error:
        stop(str(error))


def tell(failing: Iterable[Finding]) -> int:
    """Name the findings that fail a run on stderr; how many there are."""
    many = 0
    for each in failing:
        many += 1
        say(f"{each.about or each.claim}: {each.code} {each.name}: {each.message}")
    return many


def located(found: Report, loaded: files.Loaded) -> Report:
    """The report with the places of what was read in raw articles, and paths from here."""
    there = {**places(loaded.raw, loaded.ledger), **found.log.places}
    return relative(attrs.evolve(found, log=attrs.evolve(found.log, places=there)))


def relative(found: Report) -> Report:
    """The report with the places of its records as paths from the current folder, where they lie in it."""
    here = os.getcwd().rstrip("/") + "/"
    places = found.log.places
    near = {key: attrs.evolve(place, file=place.file.removeprefix(here)) for key, place in places.items()}
    return attrs.evolve(found, log=attrs.evolve(found.log, places=near))
