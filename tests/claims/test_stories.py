"""Articles are near those of their story, whatever else there is, and whatever came first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims import Collection, meeting, portraits
from claimtrack.claims.spread import Spread
from claimtrack.claims.stories import Page, Stories
from claimtrack.words import words
from tests.claims.propositions import said

FERRY = [
    said("A ferry struck the Brannick reef in thick fog", article="a"),
    said("The ferry that hit the reef near Brannick in fog had a faulty radar", article="b"),
    said("Rusk had asked the firm for a new radar for his ferry", article="c"),
    said("Quartz kilns of Zell are to be fired with peat", article="z"),
]
STORIES = Collection(FERRY).told


def test_articles_of_one_event_are_near_and_others_far() -> None:
    assert (STORIES.near("a", "b") or 0) > 0.5 > (STORIES.near("a", "z") or 0)


def test_two_articles_meet_through_a_third() -> None:
    apart = Collection([FERRY[0], FERRY[2]]).stories
    assert (STORIES.near("a", "c") or 0) > (apart.near("a", "c") or 0)


def test_an_article_is_near_itself_and_an_unknown_one_is_nowhere() -> None:
    assert STORIES.near("a", "a") == 1
    assert STORIES.near("a", "nowhere") is None


def test_the_order_of_two_articles_means_nothing() -> None:
    assert STORIES.near("a", "b") == STORIES.near("b", "a")


def test_companions_are_those_of_the_story() -> None:
    assert {other: STORIES.near("a", other) for other in "bc"} == STORIES.companions("a")
    assert STORIES.companions("z") == {}


def test_an_article_without_a_word_in_common_changes_no_nearness() -> None:
    without = Collection(FERRY[:3]).stories
    assert [STORIES.near("a", each) for each in "bc"] == [without.near("a", each) for each in "bc"]


VOCABULARY = ["kelp", "quay", "barge", "lamp", "tram", "roof", "pear", "mint", "coal", "dune"]
WORDS = st.lists(st.sampled_from(VOCABULARY), unique=True, max_size=6).map(" ".join)
WEEK = st.sampled_from([0, 700, 701, 702, 704])
PORTION = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(WORDS, WEEK), min_size=1, max_size=2)
START = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(WORDS, WEEK), min_size=4)
PORTIONS = st.tuples(START, st.lists(PORTION, min_size=1, max_size=4)).map(lambda drawn: [drawn[0], *drawn[1]])


@pytest.fixture(scope="module")
def _small_crowds() -> Any:
    """Four articles are a crowd already, and three of one week, so that signs come to be of one and cease to be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portraits, "SIGNS", 5)
        patch.setattr(meeting, "FEW", 2)
        patch.setattr(meeting, "CROWD", 3)
        patch.setattr(meeting, "MET", 2)
        yield


Dated = dict[str, tuple[str, int]]
"""The texts of articles with the weeks in which they appeared."""


def settled(spread: Spread, found: Stories, before: Dated, portion: Dated) -> Dated:
    """Take in a portion of articles; those without a word go."""
    now = {article: page for article, page in {**before, **portion}.items() if page[0]}
    stepped = spread.update([before[each][0] for each in portion if each in before], [now[each][0] for each in portion if each in now])
    pages = {article: Page([words(text)], week) for article, (text, week) in now.items()}
    found.update(portion, lambda article: pages.get(article, Page()), spread.rarity, stepped)
    return now


@pytest.mark.usefixtures("_small_crowds")
@given(PORTIONS)
def test_articles_that_come_and_go_in_portions_stand_as_if_they_had_come_at_once(portions: list[Dated]) -> None:
    spread, found, now = Spread(), Stories(), Dated()
    for portion in portions:
        now = settled(spread, found, now, portion)
    whole = Stories()
    settled(Spread(), whole, {}, now)
    assert told(found) == told(whole)


def told(found: Stories) -> dict[str, Any]:
    return {key: (each.neighbours, each.near, each.week, each.least) for key, each in found.standings.items()}
