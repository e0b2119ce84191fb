"""The command line: words in, words out; what they mean is decided elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TypeVar

import attrs
import click

from claimtrack import __version__, files
from claimtrack.checking import Anchored, anchored
from claimtrack.codec import record_schema, write_lines
from claimtrack.errors import AmbiguousNameError, Fault, InputError, UnknownNameError, did_you_mean, near_names
from claimtrack.gathering import Gathering
from claimtrack.model import AnchorState, Article, Ledger, Record, Speaker, Statement
from claimtrack.model.case import counted
from claimtrack.model.reports import Report, SupportReport
from claimtrack.pipeline import read_each, shown_articles, track, with_articles
from claimtrack.reports import explain, explain_flag, find_claim, markdown, report_json, report_jsonl, report_schema, table
from claimtrack.reports.words import harmless
from claimtrack.seams import Renderer
from claimtrack.statements import suggested
from claimtrack.support import DIGITS, FLAGS, rule

T = TypeVar("T")
CLEAN, FINDINGS, BAD = 0, 1, 2
MOST_FAULTS = 200
PATHLIKE = frozenset("./\\")
"""What names of flags never hold, and most paths do."""
FORMATS: dict[str, Renderer] = {"markdown": markdown, "json": report_json, "jsonl": report_jsonl}


OWN = frozenset({"-h", "--help", "--version"})
"""The options of the command itself; any other before a verb is taken as one of `report`."""


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


paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
strict = click.option("--strict", is_flag=True, help="Stop before the report if any file has a fault.")
fail_on = click.option(
    "--fail-on", metavar="FLAGS", default="", help="Exit with 1 if a claim bears one of these flags (names or codes, separated by commas)."
)


@main.command()
@paths
@click.option("--format", "kind", type=click.Choice(["table", *FORMATS]), default="table", show_default=True, help="Form of the report.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option("--width", type=click.IntRange(40, 1000), help="Width of the table in columns; by default that of the window.")
@strict
@fail_on
def report(paths: Sequence[str], kind: str, output: str | None, width: int | None, strict: bool, fail_on: str) -> None:
    """Report on every claim, the worst supported first.

    PATH is a folder, a case file (.toml), a ledger (.jsonl), or - for standard input.

    Example: claimtrack report seeds --format markdown -o report.md
    """
    wanted = _flags(fail_on)
    loaded = _read_too(_load(paths, strict))
    found = track(loaded.ledger)
    if kind == "table":
        wide = width or (shutil.get_terminal_size((100, 24)).columns if output is None else 100)
        text = table(found, wide, _bold if output is None else str)
    else:
        text = FORMATS[kind](found)
    _write(text, output)
    _end(loaded.faults, _finds(found, wanted))


@main.command(name="read")
@paths
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), help="Write the ledger to this file; articles in it already are not read again."
)
@click.option("--show", is_flag=True, help="Show each article's text with its statements marked, instead of records.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to read with.")
@strict
def read_(paths: Sequence[str], output: str | None, show: bool, jobs: int, strict: bool) -> None:
    """Read raw articles into statements (JSON Lines): text, Markdown, HTML, feeds, WARC, ninjs.

    Case files beside them tell the outlets and speakers to recognize.

    Example: claimtrack read articles outlets.toml -o statements.jsonl
    """
    before = [output] if output is not None and Path(output).exists() and not show else []
    loaded = _load([*paths, *before], strict)
    if show:
        for text in shown_articles(loaded.raw, loaded.ledger, shutil.get_terminal_size((100, 24)).columns, _bold):
            _write(text, None)
        _end(loaded.faults, 0)
    try:
        with Gathering(output) as gathered:
            left = gathered.left()
            known = loaded.ledger | Ledger(record for record, _ in left.records)
            articles, statements, faults = _gather(gathered, loaded, known, jobs)
    except InputError as error:
        _stop(str(error))
    for fault in faults:
        _say(str(fault))
    _say(f"{counted(articles, 'article')} read, {counted(statements, 'statement')}")
    _end((*loaded.faults, *left.faults, *faults), 0)


def _gather(gathered: Gathering, loaded: files.Loaded, known: Ledger, jobs: int) -> tuple[int, int, list[Fault]]:
    """Read the raw articles into the file, each as it comes; how many articles and statements, and what could not be read."""
    many: Counter[type[Record]] = Counter()
    faults: list[Fault] = []
    speakers = {speaker.id: speaker for speaker in known.of(Speaker)}
    gathered.add(loaded.ledger)
    for records, missed in _watched(read_each(loaded.raw, known, jobs=jobs), len(loaded.raw)):
        gathered.add(records)
        many.update(type(record) for record in records)
        speakers |= {record.id: record for record in records if isinstance(record, Speaker)}
        faults += missed
    gathered.add(suggested(speakers.values()))
    gathered.finish()
    return many[Article], many[Statement], faults


def _watched(parts: Iterable[T], many: int) -> Iterable[T]:
    """What is read, with a bar on a terminal that shows how far the reading is."""
    if not (sys.stderr.isatty() and many > 1):
        yield from parts
        return
    with click.progressbar(parts, many, label="reading", file=sys.stderr) as bar:
        yield from bar


def _read_too(loaded: files.Loaded) -> files.Loaded:
    """What was loaded with its raw articles read."""
    ledger, faults = with_articles(loaded)
    for fault in faults:
        _say(str(fault))
    return attrs.evolve(loaded, ledger=ledger, faults=(*loaded.faults, *faults))


@main.command(name="explain")
@click.argument("claim")
@click.argument("rest", nargs=-1, metavar="[FLAG] PATH...")
@click.option("--width", type=click.IntRange(40, 1000), help="Width in columns; by default that of the window.")
def explain_(claim: str, rest: Sequence[str], width: int | None) -> None:
    """Explain one claim in full, or one FLAG of it.

    CLAIM is a label such as C07, a key, or the key of a statement that bears on it. Without PATH, the folder `seeds` is read if there
    is one.

    Example: claimtrack explain C07 single-source seeds
    """
    flag, where = _split(rest)
    loaded = _read_too(_load(where, strict=False))
    found = track(loaded.ledger)
    wide = width or shutil.get_terminal_size((100, 24)).columns
    about: SupportReport = _known(lambda: find_claim(found, claim))
    _write(_known(lambda: explain_flag(about, flag, found, wide)) if flag else explain(about, found, wide), None)
    _end(loaded.faults, 0)


def _split(rest: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The flag, if the first word is one, and the paths."""
    known = {word for row in FLAGS for word in (row.code.casefold(), row.name)}
    if not rest or rest[0] == files.STDIN or os.path.exists(rest[0]):
        return "", rest or _usual()
    if rest[0].casefold() not in known and not PATHLIKE.isdisjoint(rest[0]):
        return "", rest
    if rest[0].casefold() not in known:
        hint = did_you_mean(near_names(rest[0], known)) or "; see claimtrack rule"
        _stop(f"{rest[0]!r} is neither a flag nor a file here{hint}")
    return rest[0], rest[1:] or _usual()


def _usual() -> Sequence[str]:
    if not Path("seeds").is_dir():
        raise click.UsageError("name the files or folders to read after the claim")
    return ["seeds"]


@main.command()
@paths
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the ledger to this file instead of standard output.")
@strict
def merge(paths: Sequence[str], output: str | None, strict: bool) -> None:
    """Merge case files and ledgers into one ledger (JSON Lines); nothing is lost, conflicts are listed on stderr.

    Example: claimtrack merge mine.jsonl theirs.jsonl -o both.jsonl
    """
    loaded = _load(paths, strict)
    if output is None:
        _write("".join(write_lines(loaded.ledger)), None)
    else:
        try:
            files.save(loaded.ledger, output)
        except InputError as error:
            _stop(str(error))
    for conflict in loaded.ledger.conflicts():
        _say(f"conflict: {conflict.about}: {conflict.detail}")
    _say(counted(len(loaded.ledger), "record"))
    _end(loaded.faults, 0)


@main.command()
@paths
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False), help="Folder with the texts of the articles, recognized by their digests."
)
@click.option("--ids", is_flag=True, help="List every record with its place and id, as a retraction needs it.")
@strict
@fail_on
def check(paths: Sequence[str], texts: str | None, ids: bool, strict: bool, fail_on: str) -> None:
    """Check case files and ledgers: faults, names that lead nowhere, conflicts and, with --texts, every anchor.

    With --texts, an anchor whose words have changed (drifted) or are gone (orphaned) is a finding: the exit code is 1.

    Example: claimtrack check seeds --texts articles --fail-on single-source
    """
    wanted = _flags(fail_on)
    loaded = _load(paths, strict)
    found = track(loaded.ledger)
    if ids:
        _list_records(loaded)
    for conflict in found.conflicts:
        click.echo(harmless(f"conflict: {conflict.about}: {conflict.detail}"))
    poor = 0
    if texts is not None:
        poor = _check_anchors(loaded, texts)
    view = loaded.ledger.view
    click.echo(
        f"{counted(len(loaded.ledger), 'record')}: {counted(len(view.articles), 'article')}, "
        f"{counted(len(view.statements), 'statement')}, {counted(len(found.claims), 'claim')}; "
        f"{counted(len(loaded.faults), 'fault')}, {counted(len(found.conflicts), 'conflict')}"
    )
    _end(loaded.faults, poor + _finds(found, wanted))


def _list_records(loaded: files.Loaded) -> None:
    """One line a record: its place, its id, its type and key, and whether it was taken back."""
    for record in sorted(loaded.ledger, key=lambda record: loaded.places[record.id]):
        back = " (retracted)" if record.id in loaded.ledger.retracted else ""
        click.echo(harmless(f"{loaded.places[record.id]}  {record.id}  {record.type} {getattr(record, 'key', '')}".rstrip() + back))


def _check_anchors(loaded: files.Loaded, folder: str) -> int:
    """Look up every anchor and tell what was found; how many are no evidence any more."""
    known, faults = files.texts(folder)
    for fault in faults:
        _say(str(fault))
    results = anchored(loaded.ledger.view, known)
    for result in results:
        if result.worth_telling:
            click.echo(harmless(f"{_place(loaded, result)}: {result.statement}: {result.told}"))
    states = {state: sum(result.state is state for result in results) for state in AnchorState}
    missing = sum(result.state is None for result in results)
    click.echo(f"anchors: {', '.join(f'{many} {state}' for state, many in states.items())}, {missing} without text")
    unique = sum(result.unique for result in results if result.state is not None)
    click.echo(f"fragments: {unique} of {len(results) - missing} fit exactly one place")
    return states[AnchorState.DRIFTED] + states[AnchorState.ORPHANED]


def _place(loaded: files.Loaded, result: Anchored) -> str:
    return str(loaded.places.get(result.record, result.article))


@main.command()
@click.argument("what", type=click.Choice(["records", "report"]), default="records")
def schema(what: str) -> None:
    """Print the JSON Schema of ledger lines (records) or of the JSON report (report).

    Example: claimtrack schema report
    """
    _write(json.dumps(record_schema() if what == "records" else report_schema(), indent=2, ensure_ascii=False) + "\n", None)


@main.command(name="rule")
@click.argument("code", required=False)
def rule_(code: str | None) -> None:
    """Explain one flag by its CODE or name; without one, list all flags and grades.

    Example: claimtrack rule single-source
    """
    if code is not None:
        row = _known(lambda: rule(code))
        click.echo(f"{row.code} {row.name}\n  {row.means}\n  Cleared by: {row.clears}.")
        return
    for row in FLAGS:
        click.echo(f"{row.code}  {row.name}: {row.means}")
    click.echo("\nGrades of information:")
    for digit, means in DIGITS.items():
        click.echo(f"{digit}  {means}")


def _load(paths: Sequence[str], strict: bool) -> files.Loaded:
    """Read everything, tell the faults on stderr; stop when asked to be strict or when nothing came of it."""
    loaded = files.load(paths)
    for fault in loaded.faults[:MOST_FAULTS]:
        _say(str(fault))
    if len(loaded.faults) > MOST_FAULTS:
        _say(f"... and {len(loaded.faults) - MOST_FAULTS:,} more")
    for path in loaded.skipped:
        _say(f"{path}: passed over, not a case file")
    if loaded.faults and (strict or not (len(loaded.ledger) or loaded.raw)):
        sys.exit(BAD)
    if not len(loaded.ledger) and not loaded.raw and all(os.path.isdir(path) for path in paths):
        _stop(f"{', '.join(map(files.shown, paths))}: nothing to read here; expected case files (.toml) or ledgers (.jsonl)")
    return loaded


def _flags(names: str) -> frozenset[str]:
    """The codes of the flags named with commas."""
    given = [name.strip() for name in names.split(",") if name.strip()]
    return frozenset(row.code for row in _known(lambda: [rule(name) for name in given]))


def _finds(found: Report, wanted: frozenset[str]) -> int:
    """Tell the claims that bear a wanted flag; how many flags that makes."""
    many = 0
    for claim in found.claims:
        for flag in claim.flags:
            if flag.code in wanted:
                many += 1
                _say(f"{claim.name}: {flag.code} {flag.name}: {flag.reason}")
    return many


def _end(faults: Sequence[Fault], findings: int) -> None:
    """Leave with the code that says how it went."""
    sys.exit(BAD if faults else FINDINGS if findings else CLEAN)


def _known(ask: Callable[[], T]) -> T:
    """The answer, or a line on stderr that says which names there are."""
    try:
        return ask()
    except (UnknownNameError, AmbiguousNameError) as error:
        _stop(str(error))


def _stop(message: str) -> NoReturn:
    _say(message)
    sys.exit(BAD)


def _say(message: str) -> None:
    """Talk goes to stderr, so that stdout is data alone."""
    for line in message.splitlines():
        click.echo(harmless(line), err=True)


def _write(text: str, output: str | None) -> None:
    """Print the text, or write the file whole or not at all."""
    if output is None:
        click.echo(text, nl=False, color=True)  # as it is: whether headings are bold was decided before
        return
    try:
        files.write([text], output)
    except InputError as error:
        _stop(str(error))


def _bold(text: str) -> str:
    """A heading in bold where the window shows it and nobody asked for plain text."""
    wanted = os.environ.get("FORCE_COLOR") or (sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    return click.style(text, bold=True) if wanted else text
