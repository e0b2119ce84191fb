from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words import content, in_small, stem, words


def test_numbers_abbreviations_and_negations_have_one_spelling() -> None:
    assert words("The U.S. didn't pay 1,200 to Rusk's crew; 3.5 was the offer.") == [
        *("the", "u.s", "did", "n't", "pay", "1200", "to", "rusk", "crew", "3.5", "was", "the", "offer")
    ]


@pytest.mark.parametrize(
    "alike",
    [
        ("protest", "protests", "protested", "protesting"),
        ("recognize", "recognised", "recognition", "recognizes"),
        ("accuse", "accused", "accusation", "accusations"),
        ("run", "ran", "running", "runs"),
        ("deny", "denied", "denies"),
        ("organise", "organizer", "organizations"),
        ("die", "died", "dies"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(alike: tuple[str, ...]) -> None:
    assert len({stem(word) for word in alike}) == 1


@pytest.mark.parametrize("apart", [("police", "policy"), ("minister", "mine"), ("paris", "parish"), ("nation", "nature")])
def test_words_that_only_begin_alike_keep_their_own(apart: tuple[str, ...]) -> None:
    assert len({stem(word) for word in apart}) == len(apart)


@given(st.text())
def test_any_text_has_words_without_blanks(text: str) -> None:
    assert all(word and word == word.strip() for word in words(text))
    assert all(content(text))


PATTERN = r"\b(?:sa(?:id|ys?)|k[a-i]|declin(?:e|ed) to|no (?:one|comment))\b|[^a-z ]i"


@given(
    st.lists(
        st.sampled_from(
            ["said", "SAID", "says", "ſaid", "saıd", "SAİD", "Ka", "Ka", "declined to", "no one", "É", "ΣΑΣ", "ß", " ", ".", "I"]
        )
    )
)
def test_a_pattern_finds_in_small_letters_what_it_finds_when_it_ignores_case(parts: list[str]) -> None:
    text = "".join(parts)
    small = in_small(text)
    if small is not None:
        found = [match.span() for match in re.finditer(PATTERN, text, re.IGNORECASE)]
        assert [match.span() for match in re.finditer(PATTERN, small)] == found


def test_few_letters_are_uneven() -> None:
    assert in_small("The Café SAID “no”.") == "the café said “no”."
    assert in_small("ſaid") is in_small("İt") is None
