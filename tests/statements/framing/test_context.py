"""The article around a sentence moves its score, and no more than it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.statements.framing.context import AUTHOR, context_shifts

SCORES = st.lists(st.floats(-30, 30), max_size=12)


def test_a_sentence_alone_keeps_its_score() -> None:
    assert context_shifts([7.0]) == [0.0]


def test_an_article_of_the_usual_leaning_moves_nothing() -> None:
    assert context_shifts([AUTHOR.usual] * 4) == [0.0] * 4


def test_an_article_that_argues_lifts_its_plain_sentences() -> None:
    assert context_shifts([9.0, 9.0, 0.0, 9.0, 9.0])[2] > 0 > context_shifts([0.0] * 5)[2]


def test_a_neighbour_counts_more_than_a_sentence_far_away() -> None:
    near, far = context_shifts([9.0, 0.0, 0.0, 0.0])[1], context_shifts([0.0, 0.0, 0.0, 9.0])[1]
    assert near > far


def test_one_loud_line_is_clipped() -> None:
    assert context_shifts([1000.0, 0.0]) == context_shifts([AUTHOR.clipped, 0.0])


def test_a_genre_that_argues_lifts_every_sentence() -> None:
    plain, column = context_shifts([1.0, 1.0]), context_shifts([1.0, 1.0], leaning=6.0)
    assert all(after > before for before, after in zip(plain, column, strict=True))


@given(SCORES)
def test_every_sentence_gets_a_shift_within_bounds(scores: list[float]) -> None:
    shifts = context_shifts(scores)
    assert len(shifts) == len(scores)
    assert all(abs(shift) <= 1.5 * (AUTHOR.clipped + AUTHOR.usual) for shift in shifts)


@given(SCORES.filter(bool), st.randoms())
def test_order_matters_to_neighbours_only(scores: list[float], random: object) -> None:
    backwards = context_shifts(scores[::-1])[::-1]
    assert backwards == pytest.approx(context_shifts(scores))
