from __future__ import annotations

from claimtrack.claims import Search
from tests.claims.propositions import said

SEARCH = Search(
    [
        said("The mayor of Skell banned bells before nine in the morning", "bells"),
        said("A ferry with 212 people on board ran aground off the Outer Skerries", "ferry"),
        said("Norvale will tax tin whistles from January", "whistles"),
    ]
)


def test_the_nearest_comes_first() -> None:
    assert SEARCH("Skerries ferry aground, hundreds on board")[0][0] == "ferry"


def test_a_post_is_read_past_its_address_and_hashtag() -> None:
    assert SEARCH("This is mad #TinWhistles https://example.org/bells-ferry-skell")[0][0] == "whistles"


def test_who_signs_a_post_counts_less_than_what_it_says() -> None:
    found = SEARCH("No more tin whistles from January — Mayor of Skell (@skellmayor) May 3, 2031")
    assert [key for key, _ in found][:2] == ["whistles", "bells"]


def test_no_more_are_given_than_asked_for_and_none_that_share_nothing() -> None:
    assert len(SEARCH("mayor ferry whistles", 2)) == 2
    assert SEARCH("quartz kilns") == ()
    assert Search([])("anything") == ()
