"""What an archive keeps beside its records: inputs, derived values of stages, reports; each put, found, replaced and dropped."""

from __future__ import annotations

import attrs
import pytest

from claimtrack.errors import Fault, InputError
from claimtrack.store import Input, Reported, Store
from claimtrack.store.connection import LITTLE
from tests.store.archives import fresh, retractions

FERRY = Input("ferry.txt", "ab" * 32, 900, 12, ("id1", "id2"), (Fault("ferry.txt", 3, "", "is odd"),))
LAMP = Reported("claim:lamp", "d1", "C07", "The lamp went out.", 1, 2, disputed=False, flags=3, json="{}")


def test_an_input_is_known_by_size_and_time_and_by_its_bytes() -> None:
    with fresh() as store:
        store.inputs.note(FERRY, attrs.evolve(FERRY, name="copy.txt"))
        assert store.inputs.get("ferry.txt") == FERRY
        assert store.inputs.get("other.txt") is None
        assert list(store.inputs.some(["other.txt", "ferry.txt"])) == [FERRY]
        assert store.inputs.known("ferry.txt", 900, 12)
        assert not store.inputs.known("ferry.txt", 900, 13)
        assert not store.inputs.known("ferry.txt", 901, 12)
        assert store.inputs.known_digest("ab" * 32) == ("copy.txt", "ferry.txt")
        assert store.inputs.known_digest("cd") == ()
        store.inputs.note(attrs.evolve(FERRY, size=5))
        assert [each.size for each in store.inputs] == [900, 5]
        assert len(store.inputs) == 2


def _note_and_break_off(store: Store) -> None:
    with store.transaction():
        store.inputs.note(FERRY)
        store.add(retractions(1))
        raise KeyboardInterrupt


def test_what_is_noted_and_added_in_one_transaction_stands_or_falls_together() -> None:
    with fresh() as store:
        with pytest.raises(KeyboardInterrupt):
            _note_and_break_off(store)
        assert (len(store.inputs), len(store)) == (0, 0)


def test_a_note_that_makes_no_sense_is_no_note() -> None:
    with fresh() as store:
        store.inputs.note(FERRY)
        for came in ("{", "[]", "5", '{"articles": 5, "faults": []}', '{"articles": [], "faults": [[1]]}'):
            store._connection.run("UPDATE inputs SET came = ?", (came,))
            assert store.inputs.get("ferry.txt") is None
            assert list(store.inputs) == []


def test_work_is_kept_by_stage_and_item_with_what_it_was_made_of() -> None:
    with fresh() as store:
        work, other = store.work("matching"), store.work("copies")
        work.put("a", "d1", b"one")
        work.put_many([("b", "d2", b"two"), ("c", "d3", b"")])
        other.put("a", "d9", b"nine")
        assert (work.get("a"), work.get("a", "d1"), work.get("a", "d2"), work.get("z")) == (b"one", b"one", None, None)
        assert (work.digest("b"), work.digest("z")) == ("d2", None)
        assert list(work.items()) == [("a", "d1"), ("b", "d2"), ("c", "d3")]
        assert list(work.values())[1:] == [("b", "d2", b"two"), ("c", "d3", b"")]
        assert (len(work), len(other), work.first(2), work.first(2, after="a")) == (3, 1, ("a", "b"), ("b", "c"))
        work.put("a", "d4", b"four")
        assert work.get("a", "d4") == b"four"
        work.drop(["a"])
        assert list(work.items()) == [("b", "d2"), ("c", "d3")]
        work.drop()
        assert (list(work.items()), list(other.items())) == ([], [("a", "d9")])


def test_reports_come_the_worst_supported_first() -> None:
    better = attrs.evolve(LAMP, claim="claim:dam", least=2)
    disputed = attrs.evolve(LAMP, claim="claim:pier", disputed=True)
    flagged = attrs.evolve(LAMP, claim="claim:quay", flags=5)
    with fresh() as store:
        store.reports.put([better, LAMP, disputed, flagged])
        assert list(store.reports) == [disputed, flagged, LAMP, better]
        assert store.reports.get("claim:lamp") == LAMP
        assert store.reports.get("claim:none") is None
        assert next(store.reports.digests()) == ("claim:dam", "d1")
        store.reports.put([attrs.evolve(LAMP, digest="d2")])
        assert dict(store.reports.digests())["claim:lamp"] == "d2"
        store.reports.drop(["claim:lamp", "claim:none"])
        assert len(store.reports) == 3
        store.reports.drop()
        assert list(store.reports) == []


def test_many_reports_are_listed_by_sorting_in_little_memory() -> None:
    with fresh() as store:
        store.reports.put(attrs.evolve(LAMP, claim=f"claim:{number:05}", least=number % 7) for number in range(5_000))
        (before,) = store._connection.row("PRAGMA cache_size")
        assert before < LITTLE
        listing = store.reports.listed()
        claims = [claim for claim, *_ in next(listing)]
        assert store._connection.row("PRAGMA cache_size") == (before,)
        claims += [claim for part in listing for claim, *_ in part]
        assert claims == sorted(claims, key=lambda claim: (int(claim[-5:]) % 7, claim))


def test_a_listing_that_cannot_be_made_leaves_the_memory_as_it_was() -> None:
    with fresh() as store:
        before = store._connection.row("PRAGMA cache_size")
        store._connection.run("DROP TABLE reports")
        with pytest.raises(InputError):
            next(store.reports.listed())
        assert store._connection.row("PRAGMA cache_size") == before
