"""Standings come out as they went in, from memory and from rows, whoever comes and goes in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.standings import Near, Placed, Standing, Standings

ARTICLES = ("heron-post", "kelp-times", "quill-echo", "violet-mail")
CODES = st.lists(st.integers(0, 2**32 - 1), max_size=4)


@st.composite
def placings(draw: st.DrawFn) -> dict[str, Placed]:
    """Articles that name each other."""
    keys = draw(st.lists(st.sampled_from(ARTICLES), unique=True, min_size=1))
    some = st.lists(st.sampled_from(keys), unique=True).map(tuple)
    near = st.lists(st.tuples(st.sampled_from(keys), st.integers(0, 100).map(lambda each: each / 100)), max_size=4).map(tuple)
    return {key: Placed(draw(CODES), draw(CODES), draw(some), draw(near)) for key in keys}


def put(placed: dict[str, Placed], into: Standings) -> Standings:
    for key, each in placed.items():
        into[key] = Placed(each.stems, each.signs)
    for key, each in placed.items():
        into[key] = each
    return into


def told(found: Standing) -> tuple[list[int], list[int], tuple[str, ...], Near]:
    return list(found.stems), list(found.signs), found.neighbours, found.near


@given(placings(), placings())
def test_what_is_put_in_comes_out_again(earlier: dict[str, Placed], placed: dict[str, Placed]) -> None:
    standings = put(earlier, Standings())
    for key in earlier:
        del standings[key]
    assert not standings
    put(placed, standings)
    assert {key: told(each) for key, each in standings.items()} == {key: told(each) for key, each in placed.items()}


@given(placings(), placings())
def test_rows_tell_the_same_and_can_be_gone_on_with(placed: dict[str, Placed], later: dict[str, Placed]) -> None:
    kept = put(placed, Standings())
    again = Standings((key, kept.row(key)) for key in reversed(list(kept)))
    assert {key: told(each) for key, each in again.items()} == {key: told(each) for key, each in kept.items()}
    put(later, again)
    assert {key: told(again[key]) for key in later} == {key: told(each) for key, each in later.items()}


def test_an_article_that_goes_may_still_be_named_until_all_is_settled() -> None:
    standings = put({"heron-post": Placed([1], [2]), "kelp-times": Placed([1], [2], ("heron-post",), (("heron-post", 0.57),))}, Standings())
    del standings["heron-post"]
    before = standings["kelp-times"]
    standings["kelp-times"] = Placed(before.stems, before.signs, (), before.near)
    assert "heron-post" not in standings
    assert told(standings["kelp-times"]) == ([1], [2], (), (("heron-post", 0.57),))


def test_whoever_is_named_has_to_be_known() -> None:
    with pytest.raises(KeyError):
        Standings()["heron-post"] = Placed([1], [2], ("nowhere-news",))
