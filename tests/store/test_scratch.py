"""What a run keeps on the disk for itself is found by name, and leaves nothing in the archive."""

from __future__ import annotations

import pytest

from claimtrack.store import Input, Store
from tests.store.archives import fresh


def test_values_are_found_by_name_in_the_order_of_the_values_and_are_gone_with_the_run() -> None:
    with fresh() as store, store.transaction():
        with store.scratch("berths") as berths:
            berths.put([("gull", b"3"), ("tern", b"1")])
            berths.put([("gull", b"2"), ("auk", b"2")])
            assert berths.get(["gull", "auk", "heron"]) == {"gull": b"2", "auk": b"2"}
            assert list(berths.names()) == ["tern", "auk", "gull"]
        with store.scratch("berths") as berths:
            assert list(berths.names()) == []


def _break_off(store: Store) -> None:
    with store.transaction(), store.scratch("berths") as berths:
        berths.put([("gull", "3")])
        raise KeyboardInterrupt


def test_a_run_that_breaks_off_leaves_nothing_behind() -> None:
    with fresh() as store:
        with pytest.raises(KeyboardInterrupt):
            _break_off(store)
        with store.transaction(), store.scratch("berths") as berths:
            assert list(berths.names()) == []


def test_the_last_input_of_which_an_article_came_is_found_by_its_id_and_inputs_without_articles_by_themselves() -> None:
    with fresh() as store, store.transaction(), store.scratch("places") as places:
        plain = Input("a.txt", "ab", 9, 1, ("id1", "id2"))
        store.inputs.note(plain, Input("b.txt", "ab", 9, 1, ("id2",)), Input("c.txt", "cd", 9, 1))
        store._connection.run("INSERT INTO inputs VALUES ('d.txt', 'ef', 9, 1, 'no JSON'), ('e.txt', 'ef', 9, 1, '{\"articles\": []}')")
        store.inputs.places(places)
        assert places.get(["id1", "id2", "id3"]) == {"id1": "a.txt", "id2": "b.txt"}
        assert list(store.inputs.bare()) == ["c.txt"]
