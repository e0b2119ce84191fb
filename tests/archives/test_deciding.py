"""What is to be written on claims comes out the same in any process."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from claimtrack.archives.deciding import Deciding
from claimtrack.archives.lookups import PLAIN, VERSION, spelled
from claimtrack.store import Store
from claimtrack.support import FLAGS
from tests.model.test_neighbourhood import POLICY
from tests.support.building import TOWN, article, claim, said


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "archive.db") as store:
        store.add([*TOWN, article("a1"), claim(), *said("S1", "person:brand"), *said("S2", "person:oro")])
        store.names.update(spelled, VERSION, PLAIN)
        yield store


def test_a_copy_for_another_process_reads_the_file_and_decides_the_same(store: Store) -> None:
    here = Deciding(store, store.path, FLAGS, POLICY)
    there = pickle.loads(pickle.dumps(here))
    found = here(["claim:dam-leaks"])
    assert there(["claim:dam-leaks"]) == found
    assert found.claims == found.members.keys() == {each.claim for each in found.reports} == {"claim:dam-leaks"}
    there._store.close()


def test_nothing_is_written_by_deciding(store: Store) -> None:
    Deciding(store, store.path, FLAGS, POLICY)(["claim:dam-leaks"])
    assert not len(store.reports)
    assert not list(store.claims)


def test_a_report_that_stands_is_not_to_be_written_again_unless_by_other_rules(store: Store) -> None:
    deciding = Deciding(store, store.path, FLAGS, POLICY)
    store.reports.put(deciding(["claim:dam-leaks"]).reports)
    assert deciding(["claim:dam-leaks"]).reports == ()
    assert len(Deciding(store, store.path, FLAGS[:1], POLICY)(["claim:dam-leaks"]).reports) == 1


def test_a_report_on_what_is_no_claim_goes(store: Store) -> None:
    deciding = Deciding(store, store.path, FLAGS, POLICY)
    (report,) = deciding(["claim:dam-leaks"]).reports
    store.reports.put([attrs.evolve(report, claim="S1")])
    found = deciding(["S1"])
    assert found.gone == found.keys == frozenset({"S1"})
    assert not found.claims


def test_a_rule_that_is_a_lambda_is_sent_to_nobody(store: Store) -> None:
    assert Deciding(store, store.path, FLAGS, POLICY).sendable
    assert not Deciding(store, store.path, (*FLAGS, lambda _: None), POLICY).sendable
