"""Tests of the machine of replicas on merges that converge, and on ones that lose or disagree."""

from collections.abc import Callable

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from claimtrack.model import Ledger, Outlet
from claimtrack.testing import ledger_machine, outlets
from claimtrack.testing.machine import assert_converged

Merge = Callable[[Ledger, Ledger], Ledger]
ENOUGH = settings(max_examples=200, deadline=None, database=None, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False)
TestUnionConverges = ledger_machine().TestCase
TestUnionConverges.settings = settings(stateful_step_count=20, deadline=None)


def last_writer_wins(left: Ledger, right: Ledger) -> Ledger:
    """Of records on one key keep the right one only."""
    kept = {(record.type, getattr(record, "key", record.id)): record for ledger in (left, right) for record in ledger}
    return Ledger(kept.values())


def smallest_id_wins(left: Ledger, right: Ledger) -> Ledger:
    """Of records on one key keep the one with the smallest id: converges, yet loses."""
    ordered = sorted([*left, *right], key=lambda record: record.id, reverse=True)
    return Ledger({(record.type, getattr(record, "key", record.id)): record for record in ordered}.values())


def larger_wins(left: Ledger, right: Ledger) -> Ledger:
    """Keep the larger ledger whole."""
    return left if len(left) > len(right) else right


@pytest.mark.parametrize("merge", [last_writer_wins, smallest_id_wins, larger_wins])
def test_a_merge_that_loses_records_fails(merge: Merge) -> None:
    with pytest.raises(AssertionError, match=r"lost|differ"):
        run_state_machine_as_test(ledger_machine(merge, outlets()), settings=ENOUGH)


def test_a_merge_that_makes_records_up_fails() -> None:
    extra = Ledger([Outlet(key="outlet:ghost", name="Ghost")])
    with pytest.raises(AssertionError, match="made up"):
        run_state_machine_as_test(ledger_machine(lambda a, b: a | b | extra, outlets()), settings=ENOUGH)


def test_replicas_under_last_writer_wins_do_not_converge() -> None:
    one, other = (Ledger([Outlet(key="outlet:a", name=name)]) for name in ("Morning", "Evening"))
    with pytest.raises(AssertionError, match="differ in their records"):
        assert_converged(last_writer_wins, [one, other])
