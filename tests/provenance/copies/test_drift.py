"""Tests of quotations whose words differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.copies import drifted
from claimtrack.provenance.copies.drift import SHOWN, alike, difference
from tests.provenance.copies.building import reading

SAID = "We have never seen a colder morning on this quay"
WORDS = st.lists(st.sampled_from(["we", "saw", "the", "roof", "go", "up", "like", "a", "hat"]), min_size=4, max_size=12)


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        ("We have never seen a colder evening on this quay", "colder [-morning-] {+evening+} on"),
        ("We have hardly ever seen a colder morning on this quay", "have [-never-] {+hardly ever+} seen"),
        ("We have never seen a morning on this quay", "a [-colder-] morning"),
        ("We have never seen a much colder morning on this quay", "a {+much+} colder"),
    ],
)
def test_the_words_that_changed_are_shown_with_a_word_beside_them(theirs: str, told: str) -> None:
    assert difference(SAID, theirs) == told


@pytest.mark.parametrize(
    "theirs",
    [
        SAID,
        "we have never seen a colder morning, on this quay!",
        "never seen a colder morning",
        "We have never seen a colder morning on [the] quay",
        "We have never seen … a colder morning here on this quay",
    ],
)
def test_a_part_other_marks_and_a_change_that_is_shown_as_one_are_faithful(theirs: str) -> None:
    assert difference(SAID, theirs) == ""


def test_a_quotation_that_drifted_is_found_with_its_places() -> None:
    source = reading(f"“{SAID},” said Ada Quill.", "The market opened late.", key="source")
    derived = reading("The market opened late.", "“We have never seen a colder evening on this quay,” Quill told us.", key="derived")
    (found,) = drifted(source, derived)
    assert source.text.text[found.left.start : found.left.end] == f"{SAID},"
    assert derived.text.text[found.right.start : found.right.end].startswith("We have never")
    assert (found.source, found.derived) == ("source", "derived")


def test_another_remark_of_the_same_speaker_has_not_drifted() -> None:
    source = reading(f"“{SAID},” said Ada Quill.")
    assert drifted(source, reading("“The plums were good and the bread was better,” said Ada Quill.")) == ()


def test_a_quotation_that_stands_in_full_elsewhere_has_not_drifted() -> None:
    other = "We have never seen a colder evening on this quay"
    source = reading(f"“{SAID},” said Ada Quill. “{other},” said Bram Oddly.")
    assert drifted(source, reading(f"“{other},” said Bram Oddly.")) == ()


@given(WORDS, WORDS)
def test_no_change_that_is_shown_has_more_than_six_words(one: list[str], other: list[str]) -> None:
    for change in difference(" ".join(one), " ".join(other)).split("; "):
        assert len(change.replace("[-", "").replace("{+", "").replace("…", "").split()) <= SHOWN


@given(WORDS)
def test_a_quotation_is_wholly_like_itself_and_like_its_parts(words: list[str]) -> None:
    assert alike(words, words) == 1.0
    assert alike(words[:4], words) == 1.0
