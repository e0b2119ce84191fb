"""How many texts hold each stem comes to the same in whatever portions texts come and go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.portraits import code, stems
from claimtrack.claims.spread import Spread
from claimtrack.words import words
from tests.claims.propositions import sentences

texts = st.lists(sentences(), max_size=8)


def counted(said: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    held: tuple[dict[str, int], dict[str, int]] = ({}, {})
    Spread(*held).update([], said)
    return held


@given(texts, texts)
def test_texts_that_come_and_go_leave_no_trace(stay: list[str], go: list[str]) -> None:
    held: tuple[dict[str, int], dict[str, int]] = ({}, {})
    spread = Spread(*held)
    spread.update([], go)
    spread.update([], stay)
    spread.update(go, [])
    assert held == counted(stay)


@given(texts)
def test_what_is_said_twice_counts_once(said: list[str]) -> None:
    assert counted([*said, *said])[1] == counted(said)[1]


@given(texts, texts)
def test_the_stems_that_tell_another_much_are_named(before: list[str], more: list[str]) -> None:
    spread = Spread()
    spread.update([], before)
    every = {word for text in (*before, *more) for word in stems([words(text)])}
    steps = {word: spread.rarity.step(word) for word in every}
    named = spread.update([], more)
    assert named == {code(word) for word in every if spread.rarity.step(word) != steps[word]}
