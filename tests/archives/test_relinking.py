"""Linking an archive in portions comes to what linking all of it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import intake
from claimtrack.archives import relinking
from claimtrack.archives.relinking import relink
from claimtrack.claims import meeting, portraits
from claimtrack.files import Raw
from claimtrack.linking import link
from claimtrack.model import Claim, Derivation, Ledger, Record, Retraction, Statement
from claimtrack.store import Store
from claimtrack.testing import coherent_ledgers, corpus


@pytest.fixture(scope="module", autouse=True)
def crowded() -> Iterator[None]:
    """A few articles make a crowd here, so that limits are met that only large collections meet."""
    with pytest.MonkeyPatch.context() as patched:
        for place, limit, value in ((meeting, "FEW", 2), (meeting, "CROWD", 4), (meeting, "MET", 3), (portraits, "NEAREST", 2)):
            patched.setattr(place, limit, value)
        yield


def linked(portions: Iterable[Iterable[Record]]) -> Ledger:
    """The links of an archive that grew by portions, linked after each."""
    with TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        for portion in portions:
            store.add(portion)
            relink(store)
        return Ledger(store.links)


def at_once(ledger: Ledger) -> Ledger:
    return Ledger(each for each in link(ledger) if not isinstance(each, Derivation))


@cache
def news() -> tuple[Record, ...]:
    """What is read of some articles that tell of a few events, with claims of a person and a statement taken back."""
    made = corpus(10, seed=3)
    told, _ = intake.read([Raw(name, text.encode()) for name, text in made.articles], made.case)
    said = told.of(Statement)
    claims = [Claim(key=f"claim:{number}", wording=said[number].proposition) for number in (3, 30)]
    return (*made.case, *told, *claims, *(Retraction(record=said[number].id, reason="misread") for number in (3, 21)))


@given(st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=4)
def test_articles_linked_in_portions_are_linked_as_all_at_once(rng: Random, many: int) -> None:
    records = list(news())
    rng.shuffle(records)
    cut = len(records) // many + 1
    portions = [records[start : start + cut] for start in range(0, len(records), cut)]
    assert linked(portions) == at_once(Ledger(records))


@given(coherent_ledgers(), coherent_ledgers())
@settings(max_examples=6)
def test_any_two_ledgers_linked_one_after_the_other_are_linked_as_their_union(one: Ledger, other: Ledger) -> None:
    assert linked([one, other]) == at_once(one | other)


def test_linking_again_changes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "archive.db") as store:
        store.add(news())
        relink(store)
        before = list(store.links.lines)
        relink(store)
        assert before == list(store.links.lines)
        assert before


def test_an_archive_that_was_linked_by_another_method_is_linked_anew(tmp_path: Path) -> None:
    with Store(tmp_path / "archive.db") as store:
        store.add(news())
        relink(store)
        before = sorted(store.links.lines)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(relinking, "METHOD", "another")
            store.work("said").put("article:gone", "", b"[]")
            relink(store)
            assert sorted(store.links.lines) == before
            assert store.work("said").get("article:gone") is None
        store.work("marks").put("statements", "", b'"of an early version"')
        relink(store)
        assert sorted(store.links.lines) == before
