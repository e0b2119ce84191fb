"""The verb `link`: which statements say the same, which deny each other, which articles descend from which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import NoReturn

import click

from claimtrack import files
from claimtrack.archives.keeping import Linked, link_into, read_into
from claimtrack.cli.loading import load, paths, strict
from claimtrack.cli.manners import step, watched
from claimtrack.cli.talk import end, remark, say, stop, write
from claimtrack.codec import write_lines
from claimtrack.errors import InputError
from claimtrack.intake import read, texts
from claimtrack.linking import link
from claimtrack.model import Derivation, Judgement, Ledger, Stance, Verdict
from claimtrack.model.case import counted
from claimtrack.store import Store, is_archive


@click.command(name="link")
@paths
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the ledger to this file instead of standard output.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to read and link with.")
@strict
def link_(paths: Sequence[str], output: str | None, jobs: int, strict: bool) -> None:
    """Link statements (JSON Lines): judgements on which are one claim, denials, and articles that descend from others.

    PATH is a ledger with statements, as `read` writes it, a case file or a folder. Raw articles among them are read if they are not
    known yet, and compared with each other either way. What is new goes out, to be used beside what was there; into an archive (.db)
    everything goes, and the links there take the place of those before.

    Example: claimtrack link statements.jsonl articles -o links.jsonl
    """
    if output is not None and is_archive(output):
        _into(output, paths, jobs, strict)
    loaded = load(paths, strict, links=False)
    with step("reading and linking"):
        watch = partial(watched, many=len(loaded.raw), name="reading", then="linking")
        told, faults = read(loaded.raw, loaded.ledger, jobs=jobs, watched=watch)
        both = loaded.ledger | told
        found = link(both, texts(loaded.raw, both), jobs=jobs)
    for fault in faults:
        say(str(fault))
    _put(told | found, output)
    remark(_summary(_counted(found)))
    end((*loaded.still_faulty(both), *faults), 0)


def _into(output: str, paths: Sequence[str], jobs: int, strict: bool) -> NoReturn:
    """Read and link in an archive, with the records beside it."""
    loaded = load(paths, strict, links=False)
    try:
        with step("reading and linking"), Store(output) as store:
            store.merge(loaded.ledger)
            raw, missed = loaded.raw, loaded.faults
            del loaded  # whose records are in the archive
            watch = partial(watched, many=len(raw), name="reading", then="linking")
            told = read_into(store, raw, jobs=jobs, watched=watch)
            found = link_into(store, raw, jobs=jobs)
    except InputError as error:
        stop(str(error))
    for fault in told.faults:
        say(str(fault))
    remark(_summary(found))
    end((*missed, *told.faults), 0)


def _put(ledger: Ledger, output: str | None) -> None:
    if output is None:
        write("".join(write_lines(ledger)), None)
        return
    try:
        files.save(ledger, output)
    except InputError as error:
        stop(str(error))


def _counted(found: Ledger) -> Linked:
    """How much of each kind was found."""
    verdicts = Counter(judgement.verdict for judgement in found.of(Judgement))
    derivations = Counter(derivation.proposed for derivation in found.of(Derivation))
    return Linked(
        joined=verdicts[Verdict.SAME],
        apart=verdicts[Verdict.DIFFERENT],
        stances=len(found.of(Stance)),
        descended=derivations[False],
        proposals=verdicts[Verdict.UNSURE] + derivations[True],
    )


def _summary(found: Linked) -> str:
    """The same in a line."""
    parts = [
        f"{counted(found.joined, 'pair')} joined, {found.apart} kept apart",
        counted(found.stances, "stance"),
        f"{counted(found.descended, 'article')} found to descend from others",
    ]
    return "; ".join(parts) + (f"; {counted(found.proposals, 'proposal')} to go through with claimtrack judge" if found.proposals else "")
