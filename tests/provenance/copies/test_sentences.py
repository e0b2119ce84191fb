"""Tests of where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.copies.sentences import sentences, terms


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The wall fell. Nobody was hurt.", 2),
        ("Mr. Oddly ran. Dr. Quill did not.", 2),
        ("“It fell.” She ran!", 2),
        ("J. B. Oddly ran at 4 p.m. on Friday.", 1),
        ("A wall\nA chapel", 2),
        ("", 0),
    ],
)
def test_sentences_end_at_stops_but_not_after_titles_and_initials(text: str, many: int) -> None:
    assert len(sentences(text)) == many


@given(st.text(alphabet="aB .!\n“”", max_size=40))
def test_sentences_lie_in_order_and_leave_out_only_blanks(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[span.start : span.end] for span in found).split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


def test_names_and_numbers_count_more_than_words() -> None:
    found = terms("The baker Ada sold 1,200 hats")
    assert found["ada"] == found["1200"] == 1.5
    assert found["hat"] == 1.0
    assert "the" not in found
