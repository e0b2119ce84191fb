"""The reports that an archive keeps told again, the worst supported claims first, so that memory holds but a few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from itertools import chain, islice
from typing import TypeVar

import attrs

from claimtrack.archives.seats import Seats
from claimtrack.codec import default_policy
from claimtrack.errors import Fault, InputError
from claimtrack.model.policy import Policy
from claimtrack.model.reports import SupportReport
from claimtrack.publishing import publish_each
from claimtrack.seams import Rule
from claimtrack.store import Store
from claimtrack.support import FLAGS

T = TypeVar("T")
LINES = "jsonl"
"""The format in which reports are kept."""
_UNLABELLED = '"label": ""'
"""How a claim without a label begins after its key, which has no quotation mark in it."""
TOGETHER = 200
"""Claims that are told, and assessed again, at a time."""


def retold(store: Store, name: str, *, rules: Iterable[Rule] = FLAGS, policy: Policy | None = None, **options: object) -> Iterator[str]:
    """The reports of an archive in a format that goes line by line: what `publish` gives of all of it, a line at a time.

    Reports in JSON Lines are given as they are kept. For other formats claims are assessed again, some at a time.

    Args:
        store: the archive, with its reports up to date.
        name: of the format.
        rules: the flags that were tried.
        policy: by which it was assessed.
        options: what that format lets one set.

    Raises:
        UnknownNameError: when there is no such format, with those that go line by line.
        InputError: while lines are taken, when another process changes the archive meanwhile, or it cannot be read.
    """
    if name == LINES and not options:
        return lines(store)
    return publish_each(reports(store, rules, policy), name, **options)


def lines(store: Store) -> Iterator[str]:
    """The reports of an archive in JSON Lines, one after the other, with their line ends."""
    for part in _some(chain.from_iterable(store.reports.listed())):
        kept = store.reports.lines(claim for claim, *_ in part)
        _whole(store, kept, part)
        for claim, name, numbered in part:
            yield (kept[claim].replace(_UNLABELLED, f'"label": "{name}"', 1) if numbered else kept[claim]) + "\n"


def _whole(store: Store, found: Sized, wanted: Sized) -> None:
    """Refuse to go on where claims are gone that were there just now."""
    if len(found) != len(wanted):
        raise InputError([Fault(str(store.path), 0, "", "was changed by another process meanwhile; try again")])


def reports(store: Store, rules: Iterable[Rule] = FLAGS, policy: Policy | None = None) -> Iterator[SupportReport]:
    """The reports of an archive as values, one after the other; none is kept.

    Args:
        store: the archive, with its reports up to date.
        rules: the flags that were tried.
        policy: by which it was assessed.
    """
    seats = Seats(store, tuple(rules), policy or default_policy())
    for part in _some(chain.from_iterable(store.reports.listed())):
        some = {claim: name if numbered else "" for claim, name, numbered in part}
        seats.lookups.rest()
        found = {each.key: each for each in seats.tracked(some)[0] if each.key in some}
        _whole(store, found, some)
        claims = [attrs.evolve(found[key], label=found[key].label or name) for key, name in some.items()]
        yield from seats.reports(claims, seats.near(claims))


def _some(listed: Iterable[T]) -> Iterator[list[T]]:
    """What is listed, some at a time."""
    rest = iter(listed)
    while part := list(islice(rest, TOGETHER)):
        yield part
