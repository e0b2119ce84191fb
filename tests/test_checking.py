"""Tests of looking up a ledger's anchors in the articles' texts."""

from __future__ import annotations

import hashlib

import pytest

from claimtrack import Anchor, Article, Ledger, Statement
from claimtrack.checking import Anchored, anchored
from claimtrack.model import AnchorState, Framing, Voice, digest

WORDS = "the dam leaks at night"
TEXT = f"Residents say {WORDS}, and nobody comes to look."
START = TEXT.index(WORDS)


def look_up(text: str, fragment: str = "the%20dam,at%20night", known: bool = True) -> Anchored:
    """Look up one anchor, made in `TEXT`, in another text."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    anchor = Anchor(start=START, end=START + len(WORDS), digest=digest(WORDS), fragment=fragment)
    statement = Statement(key="S1", article="a1", anchor=anchor, voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT)
    ledger = Ledger([Article(key="a1", digest=sha), statement])
    return anchored(ledger.view, {sha: text} if known else {})[0]


def test_words_at_their_place_are_exact_and_need_no_telling() -> None:
    found = look_up(TEXT)
    assert (found.state, found.worth_telling, found.told) == (AnchorState.EXACT, False, "exact")


def test_words_elsewhere_have_moved_and_the_place_is_told() -> None:
    found = look_up("Update. " + TEXT)
    assert (found.state, found.worth_telling) == (AnchorState.MOVED, True)
    assert found.told == f"moved to {START + 8}-{START + 8 + len(WORDS)}"


def test_other_words_where_the_fragment_fits_have_drifted() -> None:
    found = look_up(TEXT.replace("leaks", "drips"))
    assert (found.state, found.told) == (AnchorState.DRIFTED, "drifted")


def test_words_that_are_gone_are_orphaned() -> None:
    found = look_up("Nothing of the kind.")
    assert found.state is AnchorState.ORPHANED
    assert found.told.startswith("orphaned; its fragment is missing")


@pytest.mark.parametrize("fragment", ["", "e%20"])
def test_a_fragment_that_is_missing_or_fits_nowhere_is_told_though_the_words_are_there(fragment: str) -> None:
    found = look_up(TEXT, fragment)
    assert found.state is AnchorState.EXACT
    assert found.worth_telling
    assert "fragment" in found.told


def test_an_article_whose_text_is_not_at_hand_is_left_open() -> None:
    found = look_up(TEXT, known=False)
    assert (found.state, found.worth_telling, found.told) == (None, False, "the text of its article is not at hand")


def test_a_statement_of_an_unknown_article_is_left_open() -> None:
    statement = Statement(key="S1", article="nowhere", anchor=Anchor(start=0, end=3), voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT)
    assert [found.state for found in anchored(Ledger([statement]).view, {})] == [None]


def test_two_statements_of_one_text_are_both_looked_up() -> None:
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    told = [
        Statement(
            key=f"S{n}",
            article="a1",
            anchor=Anchor(start=n, end=9, digest=digest(TEXT[n:9])),
            voice=Voice.AUTHORIAL,
            framing=Framing.FORECAST,
        )
        for n in (0, 3)
    ]
    results = anchored(Ledger([Article(key="a1", digest=sha), *told]).view, {sha: TEXT})
    assert [(found.statement, found.state) for found in results] == [("S0", AnchorState.EXACT), ("S3", AnchorState.EXACT)]
