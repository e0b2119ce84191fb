"""Tests of finding anchors again in texts that changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Anchor, AnchoredText, AnchorState, Found, Page, anchoring, digest

TEXT = "On Monday the dam leaked. Ilse Brand saw it. Vesna Oro did not."
WORDS = "Ilse Brand saw it"
START = TEXT.index(WORDS)


def anchor(words: str = WORDS, text: str = TEXT, fragment: bool = True) -> Anchor:
    start = text.index(words)
    made = Page(text).fragment(start, start + len(words)) if fragment else ""
    return Anchor(start=start, end=start + len(words), digest=digest(words), fragment=made)


def test_words_in_their_place_are_exact() -> None:
    assert AnchoredText(TEXT).find(anchor()) == Found(AnchorState.EXACT, START, START + len(WORDS))


@pytest.mark.parametrize("fragment", [True, False])
def test_words_elsewhere_are_moved(fragment: bool) -> None:
    found = AnchoredText(f"Corrected. {TEXT}").find(anchor(fragment=fragment))
    assert found == Found(AnchorState.MOVED, START + 11, START + 11 + len(WORDS))


def test_other_words_where_the_fragment_fits_are_drifted() -> None:
    text = TEXT.replace("Ilse Brand saw it", "Ilse  Brand saw it")
    assert AnchoredText(text).find(anchor()).state is AnchorState.DRIFTED


def test_words_that_are_gone_are_orphaned_and_keep_their_offsets() -> None:
    assert AnchoredText("Nothing of it.").find(anchor()) == Found(AnchorState.ORPHANED, START, START + len(WORDS), unique=False)


def test_words_in_two_places_are_not_guessed_at() -> None:
    twice = f"{WORDS}. So {WORDS} again, and more of it."
    assert AnchoredText(f"- {twice}").find(anchor(fragment=False)).state is AnchorState.ORPHANED
    assert AnchoredText(f"- {twice}").find(anchor()).state is AnchorState.ORPHANED


def test_a_fragment_with_context_tells_two_places_apart() -> None:
    kept = anchor("the dam", "They saw the dam leak. We saw the dam hold.")
    found = AnchoredText("Now: They saw the dam leak. We saw the dam hold.").find(kept)
    assert (found.state, found.start) == (AnchorState.MOVED, 14)


def test_an_exact_place_says_whether_its_fragment_is_unique() -> None:
    text = f"{TEXT} {WORDS}."
    assert AnchoredText(text).find(anchor()) == Found(AnchorState.EXACT, START, START + len(WORDS), unique=False)


def test_in_very_long_texts_words_are_looked_for_near_the_fragment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchoring, "SEARCHED", 10)
    assert AnchoredText(f"So. {TEXT}").find(anchor()).state is AnchorState.MOVED
    assert AnchoredText(f"So. {TEXT}").find(anchor(fragment=False)).state is AnchorState.ORPHANED


@given(st.text("ab ", max_size=30), st.text("ab ", max_size=12), st.integers(0, 12))
def test_what_counts_as_evidence_has_the_very_words(text: str, kept: str, start: int) -> None:
    words = kept[start : start + 4]
    if words:
        found = AnchoredText(text).find(Anchor(start=start, end=start + len(words), digest=digest(words)))
        if found.state in (AnchorState.EXACT, AnchorState.MOVED):
            assert text[found.start : found.end] == words
        else:
            assert found.state is AnchorState.ORPHANED
