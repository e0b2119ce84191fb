"""Replicas of a ledger that grow apart and exchange what they have, to test that a merge makes them converge and loses nothing."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from hypothesis.strategies import SearchStrategy

from claimtrack.codec import write_lines
from claimtrack.model import Ledger, Maker, Record, Retraction
from claimtrack.testing.strategies import records as any_records
from claimtrack.testing.values import makers

MOST = 4
"""How many replicas there are at most."""
_PLACE = st.integers(0, 99)
"""Picks a replica or a record, counted round and round."""

Merge = Callable[[Ledger, Ledger], Ledger]


def ledger_machine(merge: Merge = operator.or_, records: SearchStrategy[Record] | None = None) -> type[RuleBasedStateMachine]:
    """A state machine that tests a merge of ledgers on replicas that grow, split, retract and exchange in any order.

    It fails where a replica lacks a record that it was given, or where replicas that exchanged everything differ in their records,
    their digest, their view or the bytes they are written as. Use its `TestCase` in a test, or `run_state_machine_as_test`.

    Args:
        merge: the merge to test.
        records: draws the records to grow by; records of any type without it.
    """
    drawn = any_records() if records is None else records

    class ReplicaMachine(_Replicas):
        merged = staticmethod(merge)

        @rule(at=_PLACE, record=drawn)
        def grow(self, at: int, record: Record) -> None:
            self._receive(at, Ledger([record]), {record.id: record})

    ReplicaMachine.TestCase.settings = settings(report_multiple_bugs=False)
    return ReplicaMachine


class _Replicas(RuleBasedStateMachine):
    """Several replicas, each beside the records that it was given so far; `merged` is what is tested."""

    merged: ClassVar[staticmethod[[Ledger, Ledger], Ledger]]

    def __init__(self) -> None:
        super().__init__()
        self.replicas = [Ledger(), Ledger()]
        self.given: list[dict[str, Record]] = [{}, {}]
        self.sound = True

    @rule(at=_PLACE, which=_PLACE, maker=st.none() | makers())
    def retract(self, at: int, which: int, maker: Maker | None) -> None:
        had = sorted(self.given[at % len(self.replicas)])
        if had:
            back = Retraction(record=had[which % len(had)], reason="taken back", maker=maker)
            self._receive(at, Ledger([back]), {back.id: back})

    @rule(at=_PLACE)
    def split(self, at: int) -> None:
        if len(self.replicas) < MOST:
            self.replicas.append(self.replicas[at % len(self.replicas)])
            self.given.append(dict(self.given[at % len(self.given)]))

    @rule(at=_PLACE, source=_PLACE)
    def exchange(self, at: int, source: int) -> None:
        source %= len(self.replicas)
        self._receive(at, self.replicas[source], self.given[source])

    def _receive(self, at: int, ledger: Ledger, records: dict[str, Record]) -> None:
        at %= len(self.replicas)
        self.replicas[at] = self.merged(self.replicas[at], ledger)
        self.given[at] |= records

    @invariant()
    def nothing_is_lost(self) -> None:
        self.sound = False
        for replica, given in zip(self.replicas, self.given, strict=True):
            lost = [record for record in given.values() if record not in replica]
            assert not lost, f"the merge lost {lost[0].line}"
            assert len(replica) == len(given), "the merge made up a record"
        self.sound = True

    def teardown(self) -> None:
        if self.sound:
            assert_converged(self.merged, self.replicas)


def assert_converged(merge: Merge, replicas: Sequence[Ledger]) -> None:
    """Check that the replicas are one and the same after exchanging everything, in whatever order they do it.

    Raises:
        AssertionError: where two orders of exchange end in different ledgers.
    """
    rounds = [reduce(merge, [*replicas[at:], *replicas[:at]]) for at in range(len(replicas))]
    rounds += [reduce(merge, reversed(replicas)), reduce(lambda later, first: merge(first, later), replicas)]
    first = rounds[0]
    for other in rounds[1:]:
        for what, shown in SHOWN.items():
            assert shown(first) == shown(other), f"after exchanging everything the replicas differ in their {what}"


def _view(ledger: Ledger) -> tuple[Any, ...]:
    """Everything that a view shows, to be compared."""
    view = ledger.view
    keyed = (view.outlets, view.articles, view.speakers, view.statements, view.claims)
    return (*keyed, view.ratings, view.stances, view.judgements, view.derivations, ledger.conflicts())


SHOWN: dict[str, Callable[[Ledger], Any]] = {
    "records": lambda ledger: ledger,
    "digest": lambda ledger: ledger.digest,
    "view": _view,
    "written bytes": lambda ledger: "".join(write_lines(ledger)).encode(),
}
"""What replicas are compared by."""
