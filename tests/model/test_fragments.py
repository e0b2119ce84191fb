"""Tests of text fragments: written, read, and found as a browser finds them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Fragment, Page
from claimtrack.model.fragments import _WORD, LONGEST_WORD, _searched, _searched_singly, quote, unquote
from claimtrack.model.values import FRAGMENT_LIMIT

TEXT = "The dam leaks, said Ilse Brand. The dam holds, said Vesna Oro. Nobody asked the river."
LINES = "The dam leaks.\n\nThe dam leaks.\n\nIt cost 1.30 euros, the U.S. said.\n\n“The dam leaks”, she said.\nThe river rose"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(WORDS)
def test_quoting_is_undone(words: str) -> None:
    assert unquote(quote(words)) == words
    assert not set(quote(words)) & set(" ,&-")


@given(st.builds(Fragment, start=WORDS, end=st.just("") | WORDS, prefix=st.just("") | WORDS, suffix=st.just("") | WORDS))
def test_a_fragment_is_read_back_from_its_spelling(fragment: Fragment) -> None:
    assert Fragment.parse(str(fragment)) == fragment


def test_what_is_no_utf8_becomes_a_replacement_character() -> None:
    assert unquote("%ff%zz") == "\ufffd%zz"


def test_the_parts_of_a_directive() -> None:
    assert Fragment.parse("a-,b%20c,d,-e") == Fragment(start="b c", end="d", prefix="a", suffix="e")
    assert Fragment.parse("a-") == Fragment(start="a-")


def places(directive: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in Page(text).find(Fragment.parse(directive))]


@pytest.mark.parametrize(
    ("directive", "found"),
    [
        ("The%20dam", ["The dam", "The dam"]),
        ("the%20DAM,ilse%20brand", ["The dam leaks, said Ilse Brand"]),
        ("Brand-,the%20dam", []),
        ("Brand.-,the%20dam", ["The dam"]),
        ("the%20dam,-leaks", ["The dam"]),
        ("the%20dam,said,-Vesna", ["The dam leaks, said Ilse Brand. The dam holds, said", "The dam holds, said"]),
        ("leaks,dam", ["leaks, said Ilse Brand. The dam"]),
        ("river,dam", []),
        ("iver", []),
        ("", []),
    ],
)
def test_what_a_directive_finds(directive: str, found: list[str]) -> None:
    assert places(directive) == found


def test_case_accents_and_blanks_do_not_count() -> None:
    assert places("emile%20ngo", "Then Émile\n  Ngô spoke") == ["Émile\n  Ngô"]


def test_words_glued_by_a_lost_blank_are_found() -> None:
    assert places("Brand", "said IlseBrand") == ["Brand"]
    assert places("brand", "firebrand") == []


@given(st.integers(0, len(TEXT)), st.integers(1, len(TEXT)))
def test_a_fragment_made_fits_its_stretch_and_no_other(start: int, length: int) -> None:
    page, end = Page(TEXT), min(len(TEXT), start + length)
    directive = page.fragment(start, end)
    if directive:
        ((first, last),) = page.find(Fragment.parse(directive))
        assert words(TEXT[first:last]) == [word[0] for word in re.finditer(r"\w+", TEXT) if word.start() < end and start < word.end()]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@given(st.integers(0, len(LINES)), st.integers(1, len(LINES)))
def test_no_part_of_a_fragment_made_runs_over_the_end_of_a_line(start: int, length: int) -> None:
    made = Page(LINES).fragment(start, start + length)
    assert "%0A" not in made
    assert not made or len(Page(LINES).find(Fragment.parse(made))) == 1


@pytest.mark.parametrize(
    ("start", "end", "made"),
    [
        (0, 13, "The%20dam%20leaks.,-The%20dam%20leaks"),
        (16, 29, "The%20dam%20leaks.-,The%20dam%20leaks.,-It%20cost%201.30"),
        (LINES.index("30 euros"), LINES.index(" euros"), "1.30"),
    ],
)
def test_a_stretch_that_fills_its_line_is_told_by_the_lines_around(start: int, end: int, made: str) -> None:
    assert Page(LINES).fragment(start, end) == made


@given(st.text(st.sampled_from("ab1. -,\n\u0301é宽“”🌊_"), max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_whatever_a_text_holds_a_fragment_made_fits_one_place_and_touches_the_stretch(text: str, start: int, length: int) -> None:
    page, end = Page(text), start + length
    if made := page.fragment(start, end):
        ((first, last),) = page.find(Fragment.parse(made))
        assert first < end
        assert start < last
        assert "%0A" not in made


@pytest.mark.parametrize("marks", ["-" * 150, "宽" * 150, "🌊" * 99])
def test_a_fragment_that_no_record_would_take_is_not_made(marks: str) -> None:
    text = f"The dam leaks{marks}\nThe dam leaks{marks}\nNobody asked."
    assert len(Page(text).fragment(0, 13)) <= FRAGMENT_LIMIT
    assert len(Page(marks).fragment(0, len(marks))) <= FRAGMENT_LIMIT


def test_context_tells_repeated_words_apart() -> None:
    page = Page(TEXT)
    second = TEXT.index("The dam holds")
    directive = page.fragment(second, second + len("The dam"))
    assert page.find(Fragment.parse(directive)) == [(second, second + len("The dam"))]
    assert "-" in directive


def test_no_more_than_six_words_are_quoted_at_either_end() -> None:
    text = " ".join(f"word{n}" for n in range(40))
    fragment = Fragment.parse(Page(text).fragment(0, len(text)))
    assert len(fragment.start.split()) <= 6
    assert len(fragment.end.split()) <= 6


def test_where_nothing_tells_places_apart_there_is_no_fragment() -> None:
    assert Page("la " * 60).fragment(60, 65) == ""
    assert Page("... !!!").fragment(0, 7) == ""


ODD = st.text(st.sampled_from("abA \n\t\u00a0\u00a8\u00bd\u2026\u2009“’éÉİıſKΣςßﬁ\u0301ｶﾞᏣꭰ.,1-"), max_size=60)


@given(ODD)
def test_a_text_is_searched_as_if_it_were_folded_letter_by_letter(text: str) -> None:
    folded, back = _searched(text)
    assert (folded, list(back)) == _searched_singly(text)


@given(st.text("ab1.,'’ \n", max_size=200), st.integers(0, 200), st.integers(1, 90))
def test_the_words_that_a_stretch_touches_are_found_as_from_its_beginning(text: str, start: int, many: int) -> None:
    begin = min(start, len(text))
    while start - LONGEST_WORD < begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    spans = (match.span() for match in _WORD.finditer(text, begin, start + many + LONGEST_WORD))
    assert Page(text)._touched(start, start + many) == [span for span in spans if span[1] > start and span[0] < start + many]
