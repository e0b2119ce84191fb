from __future__ import annotations

from claimtrack.claims import Collection
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
