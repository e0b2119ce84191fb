from __future__ import annotations

from math import isclose

from hypothesis import given

from claimtrack.claims.likeness import Rarity, cosine, vector
from claimtrack.words import words
from tests.claims.propositions import sentences

NONE = Rarity([])


@given(sentences(), sentences())
def test_likeness_is_symmetric_and_one_for_the_same_text(one: str, other: str) -> None:
    first, second = (vector(words(text), NONE) for text in (one, other))
    assert isclose(cosine(first, second), cosine(second, first))
    assert isclose(cosine(first, first), 1.0)
    assert 0 <= cosine(first, second) <= 1 + 1e-9


def test_a_rare_word_in_common_counts_more_than_a_frequent_one() -> None:
    rarity = Rarity([["ferri", "harbour"], ["ferri"], ["ferri"], ["ferri"], ["ferri", "reef"]])
    text, by_rare, by_frequent = (vector(words(each), rarity) for each in ("ferry reef", "reef tower", "ferry tower"))
    assert cosine(text, by_rare) > cosine(text, by_frequent)


def test_a_text_about_something_else_changes_no_weight() -> None:
    before, after = Rarity([["reef"]]), Rarity([["reef"], ["kiln"], ["loom"]])
    assert before["reef"] == after["reef"]


def test_spellings_of_one_name_are_more_alike_than_two_names() -> None:
    one, respelled, other = (vector(words(each), NONE) for each in ("Brandtsen spoke", "Brandtson spoke", "Quillfeather spoke"))
    assert cosine(one, respelled) > cosine(one, other)


def test_no_words_are_like_nothing() -> None:
    assert cosine(vector([], NONE), vector(words("the reef"), NONE)) == 0
