"""The articles that an archive had at one moment, and whom others than a maker recorded."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.model import Article, Maker, Outlet, Retraction
from claimtrack.store import Before, Store

FERRY, TIDE = (Article(key=f"article:{name}", digest=digest * 32) for name, digest in (("ferry", "0a"), ("tide", "1b")))
BARE = Article(key="article:bare")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as store:
        store.add([FERRY, BARE])
        yield store


def knows(before: Before, article: Article) -> tuple[bool, bool]:
    return before.has_text(article.digest), before.has_key(article.key)


def test_articles_are_known_by_text_and_key_and_those_without_a_text_by_none(store: Store) -> None:
    before = store.before()
    assert (knows(before, FERRY), knows(before, TIDE), before.has_key(BARE.key)) == ((True, True), (False, False), False)


def test_what_comes_later_was_not_there(store: Store) -> None:
    before = store.before()
    store.add([TIDE])
    assert (knows(before, TIDE), knows(store.before(), TIDE)) == ((False, False), (True, True))


def test_what_was_taken_back_or_is_left_out_was_not_there(store: Store) -> None:
    assert knows(store.before([FERRY.id]), FERRY) == (False, False)
    store.add([Retraction(record=FERRY.id, reason="twice")])
    assert knows(store.before(), FERRY) == (False, False)


def test_another_process_is_told_the_same(store: Store) -> None:
    before = pickle.loads(pickle.dumps(store.before()))
    store.add([TIDE])
    assert (knows(before, FERRY), knows(before, TIDE)) == ((True, True), (False, False))
    before._connection.close()


def test_a_program_s_outlets_are_passed_over(store: Store) -> None:
    reader, later = (Maker(name="a reader", version=version) for version in ("1", "2"))
    made = [Outlet(key=f"outlet:o{place}", name="Gull", maker=maker) for place, maker in enumerate((reader, later, None))]
    store.add(made)
    assert set(store.made_by_others(Outlet, reader)) == set(made[1:])
