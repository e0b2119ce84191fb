"""Directions of articles: how near they are to each other, and what blending makes of them."""

from __future__ import annotations

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.claims import portraits
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.portraits import KEPT, Direction, blend, cosine, portrait, signs

RARITY = Rarity([["ferri", "reef"], ["ferri", "radar"], ["kiln"]])


def directions() -> SearchStrategy[Direction]:
    weights = st.dictionaries(st.integers(0, 30), st.floats(0.1, 1.0), min_size=1, max_size=12)
    return weights.map(Direction.of)


@given(directions())
def test_a_direction_has_length_one_and_its_bytes_give_it_back(direction: Direction) -> None:
    assert isclose(sqrt(sum(weight * weight for weight in direction.weights)), 1.0, abs_tol=1e-5)
    assert Direction.read(direction.data) == direction


@given(directions(), directions())
def test_the_cosine_is_the_same_from_either_side_and_lies_between_none_and_one(one: Direction, other: Direction) -> None:
    found = cosine(one.by_code, other)
    assert found == cosine(other.by_code, one)
    assert 0 <= found <= 1 + 1e-6
    assert isclose(cosine(one.by_code, one), 1.0, abs_tol=1e-5)


@given(directions(), st.lists(st.tuples(st.text("abc", max_size=2), st.floats(0.3, 1.0), directions()), max_size=8))
def test_the_order_of_neighbours_means_nothing_to_a_blend(own: Direction, others: list[tuple[str, float, Direction]]) -> None:
    named = list({each[0]: each for each in others}.values())
    assert blend(own, named) == blend(own, named[::-1])


@given(directions(), directions())
def test_a_blend_lies_nearer_to_the_neighbour_than_the_article_did(own: Direction, other: Direction) -> None:
    blended = blend(own, [("b", 1.0, other)])
    assert cosine(blended.by_code, other) >= cosine(own.by_code, other) - 1e-5


def test_what_is_hardly_near_is_not_blended_in() -> None:
    own, other = Direction.of({1: 1.0}), Direction.of({2: 1.0})
    assert blend(own, [("b", 0.1, other)]) == own


def test_only_the_heaviest_features_are_kept() -> None:
    words = [f"harbour{letter}{other}" for letter in "abcdefghij" for other in "klmnopqrst"]
    assert len(portrait([words], RARITY).codes) == KEPT


def test_an_article_is_signed_by_stems_that_another_text_holds_and_then_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    held = sorted(map(portraits.code, [word for word in ("ferri", "kiln", "reef") if RARITY.step(word)]))
    assert signs(["ferri", "kiln", "reef", "never said"], RARITY) == held
    monkeypatch.setattr(portraits, "SIGNS", 1)
    assert signs(["ferri", "kiln", "reef"], RARITY) == [portraits.code("ferri")]
