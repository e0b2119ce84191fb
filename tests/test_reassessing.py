"""Assessing an archive in portions comes to what assessing all of it comes to, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import pipeline
from claimtrack.model import Ledger, Outlet, Rating, Record, Retraction, Speaker, SpeakerKind, Statement
from claimtrack.publishing import publish
from claimtrack.reassessing import reassess
from claimtrack.relinking import relink
from claimtrack.retelling import retold
from claimtrack.store import Store
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.model.test_neighbourhood import POLICY, tangled
from tests.test_relinking import news


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


@given(st.lists(coherent_ledgers(), min_size=1, max_size=3))
def test_ledgers_of_newsrooms_added_one_after_the_other(ledgers: Sequence[Ledger]) -> None:
    grown(ledgers)


@given(st.lists(tangled(), min_size=1, max_size=3))
def test_ledgers_that_mean_harm_added_one_after_the_other(ledgers: Sequence[Ledger]) -> None:
    grown(ledgers)


@given(tangled(), st.randoms(use_true_random=False))
def test_records_of_one_ledger_added_in_any_order(ledger: Ledger, rng: object) -> None:
    records = list(ledger)
    rng.shuffle(records)  # type: ignore[attr-defined]
    grown([records[:-3], records[-3:-1], records[-1:]])


@given(coherent_ledgers() | adversarial_ledgers(), coherent_ledgers())
@settings(max_examples=8)
def test_archives_that_are_linked_between(one: Ledger, other: Ledger) -> None:
    grown([one, other], linked=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterable[Store]:
    with Store(tmp_path / "archive.db") as store:
        yield store


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
