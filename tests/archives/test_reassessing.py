"""Assessing an archive in portions comes to what assessing all of it comes to, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import pipeline
from claimtrack.archives import portions, reassessing
from claimtrack.archives.reassessing import Assessed, reassess, up_to_date
from claimtrack.archives.relinking import relink
from claimtrack.archives.retelling import retold
from claimtrack.model import Judgement, Ledger, Outlet, Rating, Record, Retraction, Speaker, SpeakerKind, Statement, Verdict
from claimtrack.publishing import publish
from claimtrack.store import Reported, Reports, Store
from claimtrack.support import FLAGS
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.archives.test_relinking import news
from tests.model.test_neighbourhood import POLICY, tangled
from tests.support.building import TOWN, article, claim, descends, said

T = TypeVar("T")
R = TypeVar("R")


def agree(store: Store, *formats: str) -> None:
    """What the archive tells is what the report on all of it tells."""
    whole = pipeline.track(store.ledger, policy=POLICY)
    for name in formats or ("jsonl",):
        assert "".join(retold(store, name, policy=POLICY)) == publish(whole, name)


def grown(portions: Iterable[Iterable[Record]], linked: bool = False) -> None:
    """An archive that grows by portions agrees after each."""
    with TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        for portion in portions:
            store.add(portion)
            if linked:
                relink(store)
            reassess(store, policy=POLICY)
            agree(store)


@given(st.lists(coherent_ledgers(), min_size=2, max_size=2))
@settings(max_examples=4)
def test_ledgers_added_one_after_the_other_come_to_the_report_on_all(ledgers: Sequence[Ledger]) -> None:
    grown(ledgers)


@pytest.mark.slow
@given(st.lists(coherent_ledgers() | tangled(), min_size=1, max_size=3))
def test_ledgers_that_mean_harm_come_to_the_report_on_all(ledgers: Sequence[Ledger]) -> None:
    grown(ledgers)


@given(tangled(), st.randoms(use_true_random=False))
@settings(max_examples=4)
def test_records_of_one_ledger_come_to_its_report_in_any_order(ledger: Ledger, rng: Random) -> None:
    records = list(ledger)
    rng.shuffle(records)
    grown([records[:-3], records[-3:-1], records[-1:]])


@pytest.mark.slow
@given(coherent_ledgers() | adversarial_ledgers(), coherent_ledgers())
def test_archives_that_are_linked_between_come_to_the_report_on_all(one: Ledger, other: Ledger) -> None:
    grown([one, other], linked=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterable[Store]:
    with Store(tmp_path / "archive.db") as store:
        yield store


@pytest.mark.slow
def test_news_in_portions_with_ratings_speakers_and_retractions_between(store: Store) -> None:
    records = list(news())
    outlet, said = Ledger(records).of(Outlet)[0], Ledger(records).of(Statement)
    speaker = Speaker(key="person:new", name=outlet.name, kind=SpeakerKind.PERSON)
    rating = Rating(source=outlet.name, rater="Ada", scale="admiralty", value="B")
    for portion in (records[::2], records[1::2], [rating], [speaker], [Retraction(record=said[7].id, reason="misread")]):
        store.add(portion)
        relink(store)
        reassess(store, policy=POLICY)
        agree(store, "jsonl", "csv", "csv-statements")


def town(store: Store) -> None:
    """Two claims of a town, with their reports."""
    store.add([*TOWN, article("a1"), article("a2", "outlet:valley"), claim(), claim("claim:gate-open", "The gate is open.")])
    store.add([*said("S1", "person:brand"), *said("S2", "person:oro", article="a2", of="claim:gate-open")])
    reassess(store, policy=POLICY)


def test_a_claim_that_nothing_new_bears_on_is_not_looked_at(store: Store) -> None:
    town(store)
    assert reassess(store, policy=POLICY) == Assessed()
    store.add([article("a3"), *said("S3", "person:oro", article="a3")])
    assert reassess(store, policy=POLICY) == Assessed(looked=1, made=1)
    agree(store)


def test_a_name_that_comes_to_be_known_changes_the_claims_that_used_it(store: Store) -> None:
    town(store)
    store.add([*said("S4", "Ren Ash")])
    assert reassess(store, policy=POLICY).made == 1
    store.add([Speaker(key="person:ash", name="REN ASH", kind=SpeakerKind.PERSON)])
    assert reassess(store, policy=POLICY).made == 1
    agree(store)


def test_a_copy_found_later_changes_the_claims_of_the_copying_article(store: Store) -> None:
    town(store)
    store.replace_links([descends("a1", "a2")])
    assert reassess(store, policy=POLICY).made == 1
    agree(store)
    store.replace_links([])
    assert reassess(store, policy=POLICY).made == 1
    agree(store)


def test_a_link_that_a_person_takes_back_does_not_count(store: Store) -> None:
    town(store)
    copy = descends("a1", "a2")
    store.replace_links([copy])
    reassess(store, policy=POLICY)
    store.add([Retraction(record=copy.id, reason="no copy")])
    assert reassess(store, policy=POLICY).made == 1
    agree(store)


def test_a_claim_that_is_no_more_is_dropped_with_what_belongs_to_it(store: Store) -> None:
    town(store)
    store.add([Judgement(left="claim:dam-leaks", right="claim:gate-open", verdict=Verdict.SAME)])
    assert reassess(store, policy=POLICY) == Assessed(looked=1, made=1, gone=1)
    assert list(store.claims) == ["claim:dam-leaks"]
    agree(store)


def test_another_policy_has_all_claims_assessed_anew(store: Store) -> None:
    town(store)
    assert reassess(store).made == 2
    assert up_to_date(store)
    assert not up_to_date(store, policy=POLICY)


def test_a_run_that_breaks_off_goes_on_where_it_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "TOGETHER", 1)
    put = Reports.put

    def breaking(self: Reports, found: Iterable[Reported]) -> None:
        if len(self) == 1:
            raise KeyboardInterrupt
        put(self, found)

    monkeypatch.setattr(Reports, "put", breaking)
    with pytest.raises(KeyboardInterrupt):
        town(store)
    assert len(store.reports) == 1
    assert not up_to_date(store, policy=POLICY)
    monkeypatch.setattr(Reports, "put", put)
    assert reassess(store, policy=POLICY).made == 1
    agree(store)


def ahead(work: Callable[[T], R], batches: Iterable[T], _: int) -> Iterator[R]:
    """All batches worked out before any is written, as several processes may do with some."""
    return iter([work(batch) for batch in list(batches)])


def kept(store: Store) -> tuple[list[Reported], list[tuple[str, str]]]:
    """The reports of an archive, and what belongs to each claim."""
    members = store._connection.rows("SELECT claim, member FROM members ORDER BY claim, member")
    return list(store.reports), members


def test_parts_worked_out_before_earlier_ones_are_written_count_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "TOGETHER", 1)
    found = []
    for name in ("one", "ahead"):
        with Store(tmp_path / f"{name}.db") as store:
            town(store)
            store.add([Judgement(left="claim:dam-leaks", right="claim:gate-open", verdict=Verdict.SAME)])
            found.append((reassess(store, policy=POLICY), kept(store)))
            agree(store)
        monkeypatch.setattr(reassessing, "in_batches", ahead)
    assert found[0] == found[1]
    assert found[0][0] == Assessed(looked=1, made=1, gone=1)


def test_inside_of_a_transaction_and_with_a_rule_that_cannot_be_sent_one_process_works(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def noting(work: Callable[[T], R], batches: Iterable[T], jobs: int) -> Iterator[R]:
        asked.append(jobs)
        return ahead(work, batches, jobs)

    monkeypatch.setattr(reassessing, "in_batches", noting)
    town(store)
    reassess(store, policy=POLICY, rules=[*FLAGS, lambda _: None], jobs=2)
    reassess(store, policy=POLICY, jobs=2)
    with store.transaction():
        store.add([article("a3"), *said("S3", "person:oro", article="a3")])
        reassess(store, policy=POLICY, jobs=2)
    assert asked == [1, 1, 2, 1]
    agree(store)


@pytest.mark.slow
def test_the_number_of_jobs_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "TOGETHER", 20)
    found = []
    for jobs in (1, 2, 3):
        with Store(tmp_path / f"{jobs}.db") as store:
            store.add(news())
            relink(store)
            found.append((reassess(store, policy=POLICY, jobs=jobs), kept(store)))
            agree(store)
    assert found[0] == found[1] == found[2]
    assert found[0][0].made > 40  # more portions than one


@pytest.mark.slow
def test_a_run_of_several_processes_that_breaks_off_goes_on_where_it_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "TOGETHER", 20)
    store.add(news())
    put, left = Reports.put, [2]

    def breaking(self: Reports, found: Iterable[Reported]) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        put(self, found)

    monkeypatch.setattr(Reports, "put", breaking)
    with pytest.raises(KeyboardInterrupt):
        reassess(store, policy=POLICY, jobs=2)
    before = len(store.reports)
    monkeypatch.setattr(Reports, "put", put)
    assert 0 < before < before + reassess(store, policy=POLICY, jobs=2).made == len(store.reports)
    agree(store)


def indexes(store: Store) -> set[str]:
    """What indexes an archive has."""
    return {name for (name,) in store._connection.rows("SELECT name FROM sqlite_master WHERE type = 'index'")}


def test_claims_are_found_by_their_records_after_many_were_assessed_and_after_a_run_that_broke_off(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reassessing, "MANY", 0)
    before, put, missing = indexes(store), Reports.put, []

    def breaking(self: Reports, found: Iterable[Reported]) -> None:
        missing.append(before - indexes(store))
        raise KeyboardInterrupt

    monkeypatch.setattr(Reports, "put", breaking)
    with pytest.raises(KeyboardInterrupt):
        town(store)
    assert missing == [{"members_by_member"}]
    monkeypatch.setattr(Reports, "put", put)
    reassess(store, policy=POLICY)
    assert indexes(store) == before
    store.unindex_claims()
    store.add([article("a3"), *said("S3", "person:oro", article="a3")])
    assert reassess(store, policy=POLICY) == Assessed(looked=1, made=1)
    assert indexes(store) == before
    agree(store)
