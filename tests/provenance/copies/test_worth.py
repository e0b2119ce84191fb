"""Tests of the test that leaves out pairs of texts which cannot descend from each other: it loses none that do."""

from collections.abc import Iterable
from functools import lru_cache

import attrs
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.values import period
from claimtrack.provenance.copies import Text, compare, traced
from claimtrack.provenance.copies.relations import DESCENT
from claimtrack.provenance.copies.texts import Reading
from claimtrack.provenance.copies.worth import any_relation, descent
from tests.accuracy.copy_pairs import pairs
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, text
from tests.provenance.copies.test_rewrites import RETOLD

PIECES = st.lists(st.sampled_from([*FIRE, *MARKET, *RETOLD, QUOTE, QUOTE.replace("paper", "straw")]), min_size=1, max_size=7)

read = lru_cache(100)(Reading)


def worth(one: Text, other: Text, common: Iterable[int] = ()) -> bool:
    left, right = traced(read(one)), traced(read(other))
    assert descent(left, frozenset(common))(right) == descent(right, frozenset(common))(left)
    return descent(left, frozenset(common))(right)


def descends(one: Text, other: Text, common: Iterable[int] = ()) -> bool:
    return compare(read(one), read(other), frozenset(common)).relation in DESCENT


@given(PIECES, PIECES, st.sampled_from([None, "2031-03-04", "2031-09"]), st.booleans())
def test_no_pair_of_which_a_record_could_come_is_left_out(one: list[str], other: list[str], day: str | None, boilerplate: bool) -> None:
    left, right = text("l", *one, published="2031-03-01"), text("r", *other)
    right = attrs.evolve(right, published=period(day) if day else None)
    common = Reading(text("c", FIRE[0])).codes if boilerplate else ()
    assert worth(left, right, common) >= descends(left, right, common)


def test_none_of_our_labelled_copies_and_rewrites_is_left_out_and_hardly_another_is_let_in() -> None:
    told = [(worth(each.left, each.right), descends(each.left, each.right)) for each in pairs() if each.left.outlet != each.right.outlet]
    assert all(let >= found for let, found in told)
    assert sum(let > found for let, found in told) <= 0.05 * len(told)


def test_texts_of_one_outlet_are_left_out_and_texts_of_no_known_outlet_are_not() -> None:
    one, other = text("l", *FIRE, outlet="outlet:post"), text("r", *FIRE, outlet="outlet:post")
    assert not worth(one, other)
    assert worth(attrs.evolve(one, outlet=""), attrs.evolve(other, outlet=""))
    assert any_relation(traced(Reading(one)), frozenset())(traced(Reading(other)))


def test_a_text_retold_long_after_is_left_out() -> None:
    first = text("l", *FIRE, published="2031-03-01")
    assert worth(first, text("r", *RETOLD, published="2031-03-20"))
    assert not worth(first, text("r", *RETOLD, published="2031-05-20"))


def test_boilerplate_is_not_counted() -> None:
    one, other = text("l", MARKET[0], FIRE[0]), text("r", MARKET[0], FIRE[1])
    assert worth(one, other)
    assert not worth(one, other, Reading(text("c", MARKET[0])).codes)
