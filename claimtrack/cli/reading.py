"""The verb `read`: raw articles to statements, gathered on disk or shown."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from claimtrack import files
from claimtrack.archives.keeping import read_into
from claimtrack.cli.loading import load, paths, strict
from claimtrack.cli.manners import watched
from claimtrack.cli.talk import bold, end, remark, say, stop, write
from claimtrack.errors import Fault, InputError
from claimtrack.gathering import Gathering
from claimtrack.intake import read_each, shown_articles
from claimtrack.model import Article, Ledger, Record, Speaker, Statement
from claimtrack.model.case import counted
from claimtrack.statements import suggested
from claimtrack.store import Store, is_archive


@click.command(name="read")
@paths
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), help="Write the ledger to this file; articles in it already are not read again."
)
@click.option("--show", is_flag=True, help="Show each article's text with its statements marked, instead of records.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to read with.")
@strict
def read_(paths: Sequence[str], output: str | None, show: bool, jobs: int, strict: bool) -> None:
    """Read raw articles into statements (JSON Lines): text, Markdown, HTML, feeds, WARC, ninjs.

    Case files beside them tell the outlets and speakers to recognize. Into an archive (.db) what is read goes at once, and inputs that
    have not changed since are not read again.

    Example: claimtrack read articles outlets.toml -o statements.jsonl
    """
    if output is not None and not show and is_archive(output):
        _into(output, paths, jobs, strict)
    before = [output] if output is not None and Path(output).exists() and not show else []
    loaded = load([*paths, *before], strict)
    if show:
        for text in shown_articles(loaded.raw, loaded.ledger, shutil.get_terminal_size((100, 24)).columns, bold):
            write(text, None)
        end(loaded.faults, 0)
    try:
        with Gathering(output) as gathered:
            left = gathered.left()
            known = loaded.ledger | Ledger(record for record, _ in left.records)
            articles, statements, faults = _gather(gathered, loaded, known, jobs)
    except InputError as error:
        stop(str(error))
    for fault in faults:
        say(str(fault))
    remark(f"{counted(articles, 'article')} read, {counted(statements, 'statement')}")
    end((*loaded.faults, *left.faults, *faults), 0)


def _gather(gathered: Gathering, loaded: files.Loaded, known: Ledger, jobs: int) -> tuple[int, int, list[Fault]]:
    """Read the raw articles into the file, each as it comes; how many articles and statements, and what could not be read."""
    many: Counter[type[Record]] = Counter()
    faults: list[Fault] = []
    speakers = {speaker.id: speaker for speaker in known.of(Speaker)}
    gathered.add(loaded.ledger)
    for records, missed in watched(read_each(loaded.raw, known, jobs=jobs), len(loaded.raw), "reading"):
        gathered.add(records)
        many.update(type(record) for record in records)
        speakers |= {record.id: record for record in records if isinstance(record, Speaker)}
        faults += missed
    gathered.add(suggested(speakers.values()))
    gathered.finish()
    return many[Article], many[Statement], faults


def _into(output: str, paths: Sequence[str], jobs: int, strict: bool) -> NoReturn:
    """Read the raw articles into an archive, with the records beside them."""
    loaded = load(paths, strict, links=False)
    try:
        with Store(output) as store:
            added = store.merge(loaded.ledger)
            told = read_into(store, loaded.raw, jobs=jobs, watched=partial(watched, many=len(loaded.raw), name="reading"))
    except InputError as error:
        stop(str(error))
    for fault in told.faults:
        say(str(fault))
    beside = f"; {counted(added, 'record')} of case files and ledgers added" if added else ""
    unchanged = f"; {counted(told.same, 'input')} had not changed" if told.same else ""
    remark(f"{counted(told.articles, 'article')} read, {counted(told.statements, 'statement')}{beside}{unchanged}")
    end((*loaded.faults, *told.faults), 0)
