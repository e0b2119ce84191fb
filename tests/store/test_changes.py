"""What came, went or was taken back since somebody last looked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.model import Outlet, Record, Retraction, Stance, StanceKind
from claimtrack.store import Store

GULL, TERN = (Outlet(key=f"outlet:{name}", name=name.title()) for name in ("gull", "tern"))
FOR, AGAINST = (Stance(statement="S1", claim="claim:lamp-out", kind=kind) for kind in (StanceKind.SUPPORTS, StanceKind.DENIES))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as store:
        yield store


def came(store: Store, mark: str) -> set[Record]:
    return {record for records in store.changes.records(mark) for record in records}


def links(store: Store) -> set[Record]:
    return {record for records in store.changes.links() for record in records}


def test_records_come_after_a_mark_with_what_they_take_back(store: Store) -> None:
    store.add([GULL])
    mark = store.mark
    assert came(store, mark) == set()
    back = Retraction(record=GULL.id, reason="closed")
    store.add([TERN, back])
    assert came(store, mark) == {GULL, TERN, back}
    store.add([Retraction(record=back.id, reason="open")])
    assert came(store, store.mark) == set()


def test_a_mark_counts_until_rows_are_numbered_anew(store: Store) -> None:
    store.add([GULL])
    assert store.changes.counts(store.mark)
    assert not store.changes.counts("7/7")


def test_links_are_noted_from_when_they_are_watched(store: Store) -> None:
    store.replace_links([FOR])
    assert (store.changes.watched, links(store)) == (False, set())
    store.changes.watch()
    store.replace_links([FOR])
    assert (store.changes.watched, links(store)) == (True, set())
    store.replace_links([AGAINST])
    assert links(store) == {FOR, AGAINST}
    store.changes.watch()
    assert links(store) == set()
