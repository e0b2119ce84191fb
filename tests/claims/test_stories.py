from __future__ import annotations

from itertools import product

from hypothesis import given

from claimtrack.claims import Collection
from claimtrack.model.matching import Proposition
from tests.claims.propositions import piles, said

FERRY = [
    said("A ferry struck the Brannick reef in thick fog", article="a"),
    said("The ferry that hit the reef near Brannick in fog had a faulty radar", article="b"),
    said("Rusk had asked the firm for a new radar for his ferry", article="c"),
    said("Quartz kilns of Zell are to be fired with peat", article="z"),
]
STORIES = Collection(FERRY).stories


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
    assert STORIES.companions("a") == ("b", "c")
    assert STORIES.companions("z") == ()


def test_an_article_without_a_word_in_common_changes_no_nearness() -> None:
    without = Collection(FERRY[:3]).stories
    assert [STORIES.near("a", each) for each in "bc"] == [without.near("a", each) for each in "bc"]


@given(piles())
def test_no_nearness_passes_what_it_is_at_most(pile: list[Proposition]) -> None:
    stories = Collection(pile).stories
    for one, other in product({each.article for each in pile}, repeat=2):
        assert (stories.near(one, other) or 0) <= (stories.near_at_most(one, other) or 0)


def test_of_an_unknown_article_nothing_is_known_at_most() -> None:
    assert STORIES.near_at_most("a", "nowhere") is None
