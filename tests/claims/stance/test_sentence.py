from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.stance.sentence import covered, kin, sentence, shared
from claimtrack.words import stem


def negated(text: str) -> list[str]:
    looked = sentence(text)
    return [looked.words[at] for at in sorted(looked.negated)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tower did not fall.", ["fall"]),
        ("The tower hasn't yet fallen.", ["fallen"]),
        ("The tower never really fell.", ["fell"]),
        ("No bells rang in the tower.", ["bells"]),
        ("The keeper refused to ring the bell.", ["ring"]),
        ("The keeper has yet to ring the bell.", ["ring"]),
        ("The tower not only fell but burned.", []),
        ("Not all bells rang.", []),
        ("There is no doubt that it fell.", []),
        ("The tower fell.", []),
    ],
)
def test_a_negator_takes_the_next_word_that_says_something(text: str, words: list[str]) -> None:
    assert negated(text) == words


def test_words_of_time_are_no_matter() -> None:
    assert sentence("The tower fell on Monday last week.").matter == {stem("tower"), stem("fell")}


@pytest.mark.parametrize(("one", "other"), [("poisoned", "poisons"), ("occupation", "occupations"), ("reliable", "reliably")])
def test_forms_of_one_word_are_kin(one: str, other: str) -> None:
    assert kin(stem(one), stem(other))


@pytest.mark.parametrize(("one", "other"), [("minister", "minaret"), ("copper", "copy"), ("war", "ward")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert not kin(stem(one), stem(other))


SETS = st.frozensets(st.sampled_from(["tower", "bell", "fall", "keeper", "ring"]))


@given(SETS, SETS)
def test_what_is_covered_is_a_share_and_all_of_a_subset(one: frozenset[str], other: frozenset[str]) -> None:
    assert 0 <= covered(one, other) <= 1
    assert shared(one, one | other) == one
    assert covered(one, one | other) == (1 if one else 0)


@given(st.text())
def test_any_text_is_a_sentence_whose_places_are_its_own(text: str) -> None:
    looked = sentence(text)
    assert len(looked.words) == len(looked.stems)
    assert looked.negated <= set(range(len(looked.words)))
    assert looked.matter <= set(looked.stems)
