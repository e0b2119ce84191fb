"""Quotations are found in every habit of marking them; apostrophes, inches and empty marks are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.reading import QuotationKind
from claimtrack.quotations import MARKS, quotations

SAID = "the Tarn Bridge will open on Monday"
MARKED = st.text(st.sampled_from("\"'“”‘’„«»` \n.,sAb9:"), max_size=60)


def whole(text: str) -> list[str]:
    """The quotations with their marks."""
    return [text[each.start : each.end] for each in quotations(text)]


def inner(text: str) -> list[str]:
    """The quotations without their marks."""
    return [text[each.inner.start : each.inner.end] for each in quotations(text)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'),
        ("“", "”"),
        ("“", '"'),
        ('"', "”"),
        ("‘", "’"),
        ("'", "'"),
        ("‘", "'"),
        ("«", "»"),
        ("„", "”"),
        ("„", "“"),
        ("''", "''"),
        ("``", "''"),
        ("'''", "'''"),
        ('"""', '"""'),
    ],
)
def test_every_habit_of_marking_makes_one_closed_quotation(opening: str, closing: str) -> None:
    text = f"Quill said {opening}{SAID}{closing} at noon."
    (found,) = quotations(text)
    assert text[found.start : found.end] == f"{opening}{SAID}{closing}"
    assert text[found.inner.start : found.inner.end] == SAID
    assert (found.kind, found.closed) == (QuotationKind.SPEECH, True)


@pytest.mark.parametrize(
    "text",
    [
        "It's the minister's plan, and they're sure it won't fail.",
        "The farmers' boats and the fishers' nets were lost.",
        "The boats’ owners and the crews’ wives wept.",
        "In the '90s the boats' owners paid.",
        'A 12" pipe and a 6" valve burst in Port Lune.',
        'The board typed "" and left.',
        "The board typed “ ” and left.",
        '"',
        "''",
        "'''",
    ],
)
def test_apostrophes_inches_and_empty_marks_are_no_quotations(text: str) -> None:
    assert whole(text) == []


def test_a_plural_possessive_does_not_close_a_single_quotation() -> None:
    assert whole("‘The crews’ boats were lost at sea,’ Quill said.") == ["‘The crews’ boats were lost at sea,’"]


def test_a_quotation_inside_a_quotation_stands_not_by_itself() -> None:
    assert whole("“She told us ‘never again’ twice,” Quill said.") == ["“She told us ‘never again’ twice,”"]


def test_two_quotations_of_one_sentence_are_two() -> None:
    assert whole('"The toll," she said, "will stay."') == ['"The toll,"', '"will stay."']


def test_glued_quotations_are_two() -> None:
    assert inner('"The toll will stay.""It will not."') == ["The toll will stay.", "It will not."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge will open\nNobody came.", "“The bridge will open"),
        ('"The bridge will open  \nNobody came.', '"The bridge will open'),
        ("“The bridge will open, said Ada Quill.", "“The bridge will open,"),
        ("“The bridge will open, she said.", "“The bridge will open,"),
    ],
)
def test_an_unclosed_quotation_ends_with_its_paragraph_or_where_it_is_attributed(text: str, expected: str) -> None:
    (found,) = quotations(text)
    assert text[found.start : found.end] == expected
    assert not found.closed
    assert found.inner.end == found.end


def test_a_mark_that_opens_each_paragraph_of_a_speech_opens_each_anew() -> None:
    assert [each.closed for each in quotations("“The deck is old.\n“It must go,” Quill said.")] == [False, True]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The so-called “reform” failed.", QuotationKind.WORD),
        ("The “harbour tax” failed.", QuotationKind.WORD),
        ("The film “The Silent Harbour” opened.", QuotationKind.TITLE),
        ("The opera “Songs of the Drowned” opened.", QuotationKind.TITLE),
        ("“Stop.”", QuotationKind.SPEECH),
        ("“Never again,” she said.", QuotationKind.SPEECH),
        ("She called it “a shame for the town” twice.", QuotationKind.SPEECH),
    ],
)
def test_words_titles_and_speech_are_told_apart(text: str, kind: QuotationKind) -> None:
    assert [each.kind for each in quotations(text)] == [kind]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "“One word here.” “Two words here.” “Three words here.”"
    start, end = text.index("“Two"), text.index(" “Three")
    assert [text[each.start : each.end] for each in quotations(text, start, end)] == ["“Two words here.”"]


@given(st.one_of(st.text(), MARKED))
def test_quotations_are_in_order_apart_and_inside_any_text(text: str) -> None:
    last = 0
    for each in quotations(text):
        assert last <= each.start < each.inner.start < each.inner.end <= each.end <= len(text)
        assert "\n" not in text[each.start : each.end]
        last = each.end


@given(MARKED, MARKED)
def test_paragraphs_are_read_one_by_one(first: str, second: str) -> None:
    assert whole(f"{first}\n{second}") == whole(first) + whole(second)


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "’", "«", "„", "``", "''", "'a ", "‘a ", '" ', '"a '])
def test_a_hundred_thousand_marks_are_read_without_fault(mark: str) -> None:
    text = mark * (100_000 // len(mark))
    assert len(quotations(text)) <= len(text)


@given(MARKED)
def test_without_a_mark_there_is_no_quotation(text: str) -> None:
    assert any(mark in text for mark in MARKS) or not quotations(text)


@given(st.text(st.characters(exclude_characters=MARKS)))
def test_no_other_character_marks_a_quotation(text: str) -> None:
    assert not quotations(text)
