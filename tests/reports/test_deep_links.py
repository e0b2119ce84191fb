"""Links to statements, opened in headless Chromium: it highlights the words of the statement, no more and no fewer.

Every link takes half a second, so that a sample is tried here; `python -m tests.reports.deep_links` tries them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from playwright.sync_api import Page as Tab

from claimtrack import Anchor, Statement
from claimtrack.model import Framing, Voice
from claimtrack.model.fragments import Page
from tests.reports.deep_links import Told, Tried, browser, served, told, tried, units

pytestmark = pytest.mark.browser
EVERY = 16
GOAL = 0.95
HARD = """A dam.

The dam leaks.

The dam leaks.

The dam leaks. The survey says so; the keeper denies it.

“The dam leaks”, said Ilse Brand. “It has for years.

“Nobody asked the river.”

It cost 12,000 crowns (€1.30 each), the office said on 3.5.2024.

A well-known fact: Émile & Söhne, of Straße 5, built it -- the dam, that is.

The river rose.The valley did not. 🌊 The 🌊 dam 🌊 held."""
PIECES = {
    "first of three": (8, 21),
    "second of three": (24, 37),
    "third of three": (40, 53),
    "over two paragraphs": (HARD.index("It has"), HARD.index("river.”") + 5),
    "a whole paragraph": (HARD.index("“Nobody"), HARD.index("river.”") + 7),
    "at a number": (HARD.index("each"), HARD.index(", the office")),
    "from a number": (HARD.index("12,000"), HARD.index("(") - 1),
    "to the end of a date": (HARD.index("the office"), HARD.index("3.5.2024") + 8),
    "marks that mean something": (HARD.index("well-known"), HARD.index(", of")),
    "letters that fold": (HARD.index("Straße"), HARD.index(" 5, built") + 2),
    "after a lost blank": (HARD.index("The valley"), HARD.index(" did not") + 8),
    "beside pictures": (HARD.index("The 🌊"), HARD.index("held") + 4),
}


@pytest.fixture(scope="module")
def tabs() -> Iterator[tuple[Tab, Tab]]:
    with browser() as opened:
        yield opened


def placed(name: str, start: int, end: int) -> Statement:
    """A statement at a stretch of the hard page."""
    anchor = Anchor(start=start, end=end, fragment=Page(HARD).fragment(start, end))
    return Statement(key=name.replace(" ", "-"), article="hard", anchor=anchor, voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT)


def test_links_into_our_own_articles_highlight_the_words_of_their_statements(tabs: tuple[Tab, Tab], tmp_path: Path) -> None:
    pages = list(told())
    found: list[Tried] = []
    place = 0
    with served(pages, tmp_path) as address:
        for page in pages:
            sample = [each for number, each in enumerate(page.statements, place) if number % EVERY == 0]
            place += len(page.statements)
            found += tried(page, address, tabs, sample) if sample else ()
    failed = [attrs.astuple(each, recurse=False) for each in found if not each.works]
    assert len(found) >= 30
    assert len(failed) <= (1 - GOAL) * len(found), failed


def test_links_into_a_hard_page_highlight_the_very_words(tabs: tuple[Tab, Tab], tmp_path: Path) -> None:
    page = Told("hard", HARD, tuple(placed(name, *stretch) for name, stretch in PIECES.items()))
    with served([page], tmp_path) as address:
        found = {each.statement.key: (each.wanted, each.shown) for each in tried(page, address, tabs)}
    assert {key: shown for key, (_, shown) in found.items()} == {key: wanted for key, (wanted, _) in found.items()}


def test_a_link_without_a_place_highlights_nothing(tabs: tuple[Tab, Tab], tmp_path: Path) -> None:
    nowhere = attrs.evolve(placed("nowhere", 0, 13), anchor=Anchor(start=0, end=13, fragment="no%20such%20words"))
    with served([page := Told("hard", HARD, (nowhere,))], tmp_path) as address:
        (found,) = tried(page, address, tabs)
    assert found.shown == ""
    assert not found.works


def test_a_browser_counts_two_units_for_a_picture() -> None:
    assert units("🌊 dam") == 6
