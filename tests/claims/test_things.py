"""Words that name one thing are one, others are not."""

from __future__ import annotations

from collections import Counter

import pytest

from claimtrack.claims.quantities import clash, quantities
from claimtrack.claims.things import one_thing, thing, turns_of_phrase
from claimtrack.lexicon import lexicon
from claimtrack.words import stem


@pytest.mark.parametrize(("one", "other"), [("homes", "houses"), ("truck", "lorries"), ("pictures", "painting"), ("lodged", "filed")])
def test_words_of_one_class_name_one_thing(one: str, other: str) -> None:
    assert thing(one) == thing(other) != ""
    assert one_thing(stem(one), stem(other))


def test_words_that_no_class_has_name_one_thing_only_when_they_are_the_same() -> None:
    assert thing("granary") == thing("harbour") == ""
    assert one_thing("granari", "granari")
    assert not one_thing("granari", "harbour")


def test_a_turn_of_phrase_is_of_a_class_with_what_says_the_same_in_a_word() -> None:
    assert turns_of_phrase(["a", "fire", "broke", "out", "at", "dawn"]) == {"breaking-out": {"broke", "out"}}
    assert turns_of_phrase(["a", "fire", "started", "at", "dawn"]) == {"breaking-out": {"started"}}
    assert turns_of_phrase(["the", "house", "burned"]) == {}


def test_no_word_stands_in_two_classes() -> None:
    many = Counter(word for each in lexicon("alike").classes for word in each.words)
    assert [word for word in many if many[word] > 1] == []


def test_figures_of_one_thing_under_two_names_exclude_each_other() -> None:
    assert clash(quantities("6 houses lost power"), quantities("213 homes lost power"))
    assert not clash(quantities("6 houses lost power"), quantities("213 farms lost power"))
