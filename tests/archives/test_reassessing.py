"""Assessing an archive in portions comes to what assessing all of it comes to, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import pipeline
from claimtrack.archives import reassessing
from claimtrack.archives.reassessing import Assessed, reassess, up_to_date
from claimtrack.archives.relinking import relink
from claimtrack.archives.retelling import retold
from claimtrack.model import Judgement, Ledger, Outlet, Rating, Record, Retraction, Speaker, SpeakerKind, Statement, Verdict
from claimtrack.publishing import publish
from claimtrack.store import Reported, Reports, Store
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.archives.test_relinking import news
from tests.model.test_neighbourhood import POLICY, tangled
from tests.support.building import TOWN, article, claim, descends, said


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
    monkeypatch.setattr(reassessing, "TOGETHER", 1)
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
