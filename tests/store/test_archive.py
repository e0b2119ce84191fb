"""An archive is the same set as a ledger: merging is union, nothing changes on the way in and out, and it answers alike."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import InputError
from claimtrack.model import RECORDS, Article, Ledger, Outlet, Record, Retraction, Speaker, SpeakerKind, Stance, StanceKind, Statement
from claimtrack.model.base import ID_BYTES
from claimtrack.store import Store
from claimtrack.testing import adversarial_ledgers, coherent_ledgers, ledgers, records
from tests.store.archives import fresh, retractions

GULL = Outlet(key="outlet:gull", name="The Brinemouth Gull")
DRAWN = ledgers() | adversarial_ledgers()


@given(st.lists(records(), max_size=6))
def test_what_goes_in_comes_out(found: list[Record]) -> None:
    with fresh() as store:
        store.add(found)
        assert list(store) == list(Ledger(found))
        assert [store.get(record.id) for record in found] == found
        assert list(store.lines) == [record.line for record in Ledger(found)]
        assert [record.id for record in store] == [record.id for record in Ledger(found)]


@given(DRAWN, DRAWN, st.randoms())
def test_merging_archives_is_the_union_of_their_ledgers_in_any_order_and_repeated(one: Ledger, other: Ledger, dice: object) -> None:
    with fresh() as first, fresh() as second:
        first.merge(one)
        second.merge(other)
        assert first.merge(second) == len(one | other) - len(one)
        assert first.merge(second.path) == 0
        assert first == one | other
        second.merge(one)
        assert second == first
        assert second.digest == first.digest == (one | other).digest
        assert first.merge(first) == 0
        assert (second | one) == (one | second) == one | other


@given(DRAWN | coherent_ledgers())
def test_an_archive_answers_as_its_ledger_does(ledger: Ledger) -> None:
    with fresh() as store:
        assert store.add(ledger) == len(ledger)
        assert store.add(ledger) == 0
        assert len(store) == len(ledger)
        assert bool(store) == bool(len(ledger))
        assert store.digest == ledger.digest
        assert store.retracted == ledger.retracted
        assert store.conflicts() == ledger.conflicts()
        assert store.ledger == ledger
        assert all(store.of(kind) == ledger.of(kind) for kind in RECORDS.values())
        assert store.view.statements == ledger.view.statements
        assert all(record in store for record in ledger)


@given(ledgers(), ledgers())
def test_archives_and_ledgers_are_ordered_by_inclusion(one: Ledger, other: Ledger) -> None:
    with fresh() as store, fresh() as second:
        store.merge(one)
        second.merge(other)
        assert (store <= other) == (one <= other)
        assert (other <= store) == (other <= one)
        assert (store <= second) == (one <= other)
        assert (store == other) == (one == other) == (store == second)


def test_an_archive_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.add([GULL])
    with Store(tmp_path / "a.db", read_only=True) as store:
        assert list(store) == [GULL]
        with pytest.raises(InputError, match="read-only"):
            store.add(retractions(1))
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def _broken_off() -> Iterator[Record]:
    raise KeyboardInterrupt
    yield  # which makes it a generator


def _add_and_break_off(store: Store) -> None:
    store.add(retractions(3))
    raise KeyboardInterrupt


def test_what_is_added_stands_there_whole_or_not_at_all() -> None:
    with fresh() as store:
        store.add([GULL])
        with pytest.raises(KeyboardInterrupt):
            store.add(chain(retractions(5), _broken_off()))
        assert list(store) == [GULL]
        with pytest.raises(KeyboardInterrupt), store.transaction():
            _add_and_break_off(store)
        assert list(store) == [GULL]


def test_links_stand_apart_and_are_replaced() -> None:
    one, two, three = retractions(3)
    with fresh() as store, fresh() as other:
        store.add([GULL])
        store.replace_links([one, two])
        assert list(store) == [GULL]
        assert store.ledger == Ledger([GULL, one, two])
        store.replace_links([two, three])
        assert set(store.links) == {two, three}
        store.replace_links([one], gone=[two.id])
        assert set(store.links) == {one, three}
        other.merge(store)
        assert (list(other), list(other.links)) == ([GULL], [])


def test_records_are_found_by_what_they_name() -> None:
    stances = [Stance(statement=f"S{number}", claim=f"claim:{number % 3}", kind=StanceKind.DENIES) for number in range(9)]
    article = Article(key="article:a", outlet="outlet:gull")
    with fresh() as store:
        store.add([*stances, GULL, article])
        assert list(store.naming(Stance, "statement", ["S4", "S4", "S77"])) == [stances[4]]
        assert set(store.naming(Stance, "claim", ["claim:0", "claim:1"])) == {each for each in stances if each.claim != "claim:2"}
        assert store.keys_naming(Stance, "statement", ["S4", "S77"]) == {""}
        assert not store.keys_naming(Stance, "statement", ["S77"])
        assert list(store.keyed(Outlet, ["outlet:gull", "article:a"])) == [GULL]
        assert set(store.some([GULL.id, article.id, "f" * 32])) == {GULL, article}
        with pytest.raises(KeyError):
            store.naming(Stance, "kind", ["denies"])
        with pytest.raises(KeyError):
            store.keys_naming(Stance, "kind", ["denies"])


def test_records_and_links_are_found_by_names_of_ones_own_as_they_come_and_go() -> None:
    one, two, three, four = retractions(4)

    def named(record: Record) -> list[str]:
        return [record.line[-40:], f"all:{record.type}"]

    with fresh() as store:
        store.add([one])
        store.replace_links([two, three])
        assert store.names.update(named, "1") == 3
        assert set(store.names.find("all:retraction")) == {one, two, three}
        store.replace_links([three, four])
        assert set(store.names.find("all:retraction")) == {one, three}
        assert store.names.update(named, "1") == 1
        assert set(store.names.find("all:retraction")) == {one, three, four}
        assert list(store.names.of([one.id])) == sorted(named(one))
        store.replace_links([two], gone=[four.id])
        store.add([four])
        assert store.names.update(named, "1") == 2
        assert set(store.names.find("all:retraction")) == {one, two, three, four}
        assert store.names.update(lambda record: ["x"], "2") == 4
        assert (store.names.find("all:retraction"), len(store.names.find("x"))) == ((), 4)


def test_more_names_than_sqlite_takes_at_once_are_looked_for_all_the_same() -> None:
    many = retractions(1_100)
    with fresh() as store:
        store.add(many)
        assert len(list(store.some(record.id for record in many))) == 1_100
        assert len(list(store.naming(Retraction, "record", (f"{number:032x}" for number in range(2_000))))) == 1_100


def test_lines_that_are_looked_up_are_the_records_and_none_that_was_changed() -> None:
    (back,) = retractions(1)
    changed = back.line.replace("retraction", "redaction")
    with fresh() as store:
        store.add([back])
        assert store.look_up(store.rows_of([back.id])) == [back]
        for row in ((back.id, changed), (blake2b(changed.encode(), digest_size=ID_BYTES).hexdigest(), changed)):
            with pytest.raises(InputError):
                store.look_up([row])


def test_the_keys_of_a_claim_are_those_of_its_records_of_some_types() -> None:
    one, two = (Speaker(key=f"person:{name}", name=name, kind=SpeakerKind.PERSON) for name in ("oddly", "quill"))
    (back,) = retractions(1)
    with fresh() as store:
        store.add([one, two, back])
        store.replace_claims({"claim:a": [one.id, back.id], "claim:b": [two.id]})
        assert store.keys_of(["claim:a", "claim:c"], Speaker) == {"person:oddly"}
        assert store.keys_of(["claim:a", "claim:b"], Speaker, Retraction) == {"person:oddly", "person:quill", ""}
        assert store.keys_of(["claim:a"], Statement) == set()


def test_the_records_of_a_claim_are_those_that_it_was_told() -> None:
    one, two, three = retractions(3)
    with fresh() as store:
        store.add([one, two])
        store.replace_links([three])
        store.replace_claims({"claim:a": [one.id, three.id], "claim:b": [two.id]})
        assert set(store.records_of("claim:a")) == {one, three}
        assert store.lines_of("claim:b") == (two.line,)
        assert store.claims_with([one.id, two.id]) == ("claim:a", "claim:b")
        store.unindex_claims()
        assert store.claims_with([one.id, two.id]) == ("claim:a", "claim:b")
        store.index_claims()
        store.replace_claims({"claim:b": [one.id]}, gone=["claim:a"])
        assert (list(store.claims), store.records_of("claim:b")) == (["claim:b"], (one,))
        store.replace_claims({})
        assert list(store.claims) == []


def test_many_records_pass_through_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.store.merging.BATCH", 7)
    monkeypatch.setattr("claimtrack.store.connection.CHUNK", 3)
    with fresh() as store, fresh() as other:
        store.add(retractions(40))
        assert other.merge(store) == 40
        assert list(other) == sorted(retractions(40))
        assert other.digest == store.digest
