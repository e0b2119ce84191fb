"""An archive's reports brought up to date and told again a line at a time, where the format lets them be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from claimtrack import files
from claimtrack.archives.reassessing import reassess, up_to_date
from claimtrack.archives.retelling import retold
from claimtrack.cli.formats import ROWS, Chosen, options
from claimtrack.cli.manners import detail, step
from claimtrack.cli.talk import remark, stop
from claimtrack.errors import InputError
from claimtrack.model.case import counted
from claimtrack.model.policy import Policy
from claimtrack.store import Store, is_sqlite
from claimtrack.support import FlagRule


def retell(
    paths: Sequence[str], kind: str, chosen: Chosen, rules: Sequence[FlagRule], policy: Policy, output: str | None, jobs: int = 1
) -> bool:
    """Write the report on an archive in a format that goes line by line; False where that cannot be done, and nothing was written.

    Args:
        paths: what to report on.
        kind: the format.
        chosen: what was set for it.
        rules: the flags to try.
        policy: how sources are weighed and claims graded.
        output: the file to write; None for standard output.
        jobs: processes to assess with.
    """
    if len(paths) != 1 or kind not in ROWS or ROWS[kind].stream is None or not is_sqlite(paths[0]):
        return False
    try:
        with _current(paths[0], rules, policy, jobs) as store:
            if store is not None:
                _put(retold(store, kind, rules=rules, policy=policy, **options(kind, chosen)), output)
            return store is not None
    except InputError as error:
        stop(str(error))


@contextmanager
def _current(path: str, rules: Sequence[FlagRule], policy: Policy, jobs: int) -> Iterator[Store | None]:
    """The archive with its reports up to date; None where they are not, and cannot be brought there."""
    try:
        store = Store(path)
        try:
            with step("weighing the claims"):
                found = reassess(store, rules, policy, jobs)
        except BaseException:  # an interruption too lets the file go
            store.close()
            raise
    except InputError as error:
        yield from _as_it_is(path, rules, policy, error)
        return
    detail(f"{files.shown(path)}: {counted(found.made, 'report')} made anew of {counted(found.looked, 'claim')} looked at")
    with store:
        yield store


def _as_it_is(path: str, rules: Sequence[FlagRule], policy: Policy, error: InputError) -> Iterator[Store | None]:
    """An archive that cannot be written to, if its reports are up to date all the same."""
    try:
        store = Store(path, read_only=True)
    except InputError:
        yield None  # the reader of all files tells what is wrong
        return
    with store:
        current = up_to_date(store, rules, policy)
        if not current:
            remark(f"{error}; all of it is read into memory")
        yield store if current else None


def _put(lines: Iterator[str], output: str | None) -> None:
    if output is not None:
        files.write(lines, output)
        return
    for line in lines:
        click.echo(line, nl=False, color=True)
