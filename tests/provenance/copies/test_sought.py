"""Tests of looking a quotation up: word for word whatever its marks, altered with the words that changed, or nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.copies import Quotes

TEXT = (
    "The keeper spoke at noon. “We will light the lamp on every night of the winter, whatever it costs us,” he told the council. "
    "The council heard him out and said that the oil was dear this year. Nobody at the quay believed a word of the other plan."
)
WORDS = TEXT.replace("“", "").replace("”", "").replace(",", "").replace(".", "").split()


@given(st.integers(0, len(WORDS) - 4), st.integers(4, 12), st.data())
def test_words_cut_out_of_a_text_are_found_in_it_whatever_is_done_to_marks_spaces_and_capitals(
    at: int, many: int, data: st.DataObject
) -> None:
    gaps = st.sampled_from([" ", "  ", ", ", " – ", "\n"])
    cut = "".join(word + data.draw(gaps) for word in WORDS[at : at + many])
    found = Quotes([("keeper", TEXT)])(data.draw(st.sampled_from([cut, cut.upper(), cut.lower()])))
    assert found
    assert not found[0].difference
    assert " ".join(TEXT[found[0].start : found[0].end].split()).startswith(WORDS[at])


@given(st.text(max_size=60))
def test_any_words_may_be_looked_for(quote: str) -> None:
    assert all(0 <= each.start < each.end <= len(TEXT) for each in Quotes([("keeper", TEXT)])(quote))


@pytest.mark.parametrize("gap", ["…", "...", "[…]", "[the lamp]", "[...]"])
def test_dots_and_brackets_stand_for_what_is_between(gap: str) -> None:
    (found,) = Quotes([("keeper", TEXT)])(f"We will light {gap} on every night")
    assert TEXT[found.start : found.end] == "We will light the lamp on every night"
    assert found.marked


def test_pieces_in_another_order_are_not_the_quotation() -> None:
    assert not [each for each in Quotes([("keeper", TEXT)])("every night … we will light") if not each.difference]


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("We will light the lamp on every night of the summer, whatever it costs us", "the [-winter-] {+summer+} whatever"),
        ("We will not light the lamp on every night of the winter", "will {+not+} light"),
        ("We will light the lamp on … night of the spring, whatever it costs us", "on [-every-] night; the [-winter-] {+spring+} whatever"),
    ],
)
def test_what_is_nearly_there_is_found_with_the_words_that_changed(quote: str, difference: str) -> None:
    (found,) = Quotes([("keeper", TEXT)])(quote)
    assert found.difference == difference


@pytest.mark.parametrize(
    "quote", ["Gulls are the only honest officials here", "the winter is", "", "…", "the council heard of another plan at noon today"]
)
def test_what_shares_a_few_words_only_is_nowhere(quote: str) -> None:
    assert Quotes([("keeper", TEXT)])(quote) == ()


def test_words_between_marks_come_before_those_without() -> None:
    found = Quotes([("a", "He will light the lamp at dusk."), ("b", "He said: “Light the lamp at dusk.”")])("light the lamp at dusk")
    assert [(each.text, each.marked) for each in found] == [("b", True), ("a", False)]


def test_a_text_that_says_one_thing_over_and_over_is_looked_through_in_good_time() -> None:
    found = Quotes([("drum", "tick tock " * 20_000)])
    assert len(found("tick tock … tock tick")) == 20
    assert found("tick tock " * 500 + "bell") == ()
