"""Tests of the ledger: the laws of its merge, and what is taken back."""

import operator
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.codec import write_lines
from claimtrack.model import Claim, Ledger, Maker, MakerKind, Outlet, Record, Retraction, Speaker, SpeakerKind
from claimtrack.testing import adversarial_ledgers, assert_join, coherent_ledgers, ledgers

ADA = Maker(name="Ada")
READER = Maker(name="reader", kind=MakerKind.SOFTWARE, version="1.0")
POST = Outlet(key="outlet:post", name="Post")
OF_ALL_SORTS = [ledgers(), coherent_ledgers(), adversarial_ledgers()]
ANY = st.one_of(OF_ALL_SORTS)


def back(record: Record, maker: Maker | None = None, reason: str = "a slip") -> Retraction:
    return Retraction(record=record.id, reason=reason, maker=maker)


@pytest.mark.parametrize("strategy", OF_ALL_SORTS, ids=["small", "coherent", "adversarial"])
def test_merging_is_a_join(strategy: SearchStrategy[Ledger]) -> None:
    assert_join(operator.or_, strategy, Ledger())


@given(ANY, ANY)
def test_a_ledger_is_below_another_when_the_join_is_the_other(a: Ledger, b: Ledger) -> None:
    assert (a <= b) == ((a | b) == b)
    assert a <= a | b
    assert (a < b) == (a <= b and a != b)


@given(ANY, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(ledger: Ledger, dice: Random) -> None:
    shuffled = [*ledger, *ledger]
    dice.shuffle(shuffled)
    again = Ledger(shuffled)
    assert again == ledger
    assert hash(again) == hash(ledger)
    assert again.digest == ledger.digest
    assert list(write_lines(again)) == list(write_lines(ledger))
    assert again.conflicts() == ledger.conflicts()
    assert shown(again) == shown(ledger)


def shown(ledger: Ledger) -> Iterable[object]:
    view = ledger.view
    return [view.outlets, view.articles, view.speakers, view.statements, view.claims, view.stances, view.judgements]


@given(ANY)
def test_iteration_is_sorted_and_complete(ledger: Ledger) -> None:
    found = list(ledger)
    assert found == sorted(found)
    assert len(found) == len(ledger)
    assert all(record in ledger and ledger.get(record.id) == record for record in found)


@given(ANY, ANY)
def test_different_ledgers_have_different_digests(a: Ledger, b: Ledger) -> None:
    assert (a.digest == b.digest) == (a == b)


@given(ANY)
def test_nothing_that_stands_is_retracted_and_nothing_else_is_left_out(ledger: Ledger) -> None:
    standing = {record.id for kind in {type(record) for record in ledger} for record in ledger.of(kind)}
    assert standing == {record.id for record in ledger} - ledger.retracted


def test_a_ledger_is_no_other_thing() -> None:
    assert Ledger() != frozenset()
    assert "outlet" not in Ledger([POST])
    with pytest.raises(TypeError):
        Ledger() | frozenset()  # type: ignore[operator]  # what no type checker lets pass must fail at run time too


def test_a_ledger_shows_its_size_and_digest() -> None:
    ledger = Ledger([POST])
    assert repr(ledger) == f"<Ledger of 1 records, {ledger.digest[:12]}>"


def test_an_unknown_id_gives_nothing() -> None:
    assert Ledger().get("0" * 32) is None


def test_what_is_retracted_is_kept_and_not_shown() -> None:
    ledger = Ledger([POST, back(POST)])
    assert POST in ledger
    assert ledger.retracted == {POST.id}
    assert ledger.view.outlets == {}
    assert ledger.of(Outlet) == ()


def test_a_retraction_can_come_before_what_it_takes_back() -> None:
    assert Ledger([back(POST)]).retracted == frozenset()
    assert (Ledger([back(POST)]) | Ledger([POST])).retracted == {POST.id}


def test_a_retracted_retraction_gives_the_record_back() -> None:
    first = back(POST)
    second = back(first)
    third = back(second)
    assert Ledger([POST, first, second]).retracted == {first.id}
    assert Ledger([POST, first, second, third]).retracted == {POST.id, second.id}


def test_another_retraction_still_stands_when_one_is_taken_back() -> None:
    first, other = back(POST), back(POST, reason="another slip")
    assert Ledger([POST, first, other, back(first)]).retracted == {POST.id, first.id}


def test_a_program_cannot_take_back_what_a_person_recorded() -> None:
    said = Claim(key="claim:a", wording="A", maker=ADA)
    refused = back(said, READER)
    ledger = Ledger([said, refused])
    assert ledger.retracted == frozenset()
    (conflict,) = ledger.conflicts()
    assert (conflict.kind, conflict.about, conflict.records) == ("retraction", said.id, tuple(sorted([said.id, refused.id])))
    assert Ledger([said, back(said, ADA)]).retracted == {said.id}


def test_a_program_can_take_back_a_program() -> None:
    said = Claim(key="claim:a", wording="A", maker=READER)
    assert Ledger([said, back(said, READER)]).retracted == {said.id}


def test_a_long_row_of_retractions_is_settled() -> None:
    row: list[Record] = [POST]
    for number in range(300):
        row.append(back(row[-1], reason=f"slip {number}"))
    gone = Ledger(row).retracted
    assert gone == {record.id for record in row[1::2]} if len(row) % 2 else {record.id for record in row[::2]}


def test_a_conflict_between_two_makers_is_told() -> None:
    ledger = Ledger([Speaker(key="p", name=name, kind=SpeakerKind.PERSON) for name in ("Ilse", "Vesna")])
    assert [conflict.kind for conflict in ledger.conflicts()] == ["field"]


class TestDeliberateNonIdentities:
    def test_two_different_ledgers_can_say_the_same(self) -> None:
        assert Ledger([POST, back(POST)]).view.outlets == Ledger().view.outlets
        assert Ledger([POST, back(POST)]) != Ledger()

    def test_a_larger_ledger_can_show_less(self) -> None:
        small = Ledger([POST])
        large = small | Ledger([back(POST)])
        assert small <= large
        assert not small.view.outlets.keys() <= large.view.outlets.keys()
