"""Articles come in an order in which those beside each other follow each other closely, and every pair in reach comes once."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.reach import in_reach, walk
from claimtrack.claims.standings import Placed, Standings
from claimtrack.claims.turns import in_turn

ARTICLES = "abcdefgh"
pairs = st.sets(st.sampled_from([*combinations(ARTICLES, 2)]))
some = st.sets(st.sampled_from(ARTICLES))


def neighbours(found: set[tuple[str, str]]) -> dict[str, list[str]]:
    """The articles beside each."""
    return {one: [other for other in ARTICLES if (one, other) in found or (other, one) in found] for one in ARTICLES}


def standing(near: dict[str, list[str]]) -> Standings:
    """Articles that are near some others."""
    standings = Standings()
    for article in near:
        standings[article] = Placed((), ())
    for article, others in near.items():
        standings[article] = Placed((), (), near=tuple((other, 0.5) for other in others))
    return standings


@given(pairs, some)
def test_next_is_one_that_has_most_of_those_beside_it_behind_it(found: set[tuple[str, str]], articles: set[str]) -> None:
    beside = neighbours(found)
    order = [*in_turn(articles, beside.__getitem__)]

    def behind(article: str, place: int) -> int:
        return len({*order[:place]}.intersection(beside[article]))

    assert sorted(order) == sorted(articles)
    for place, article in enumerate(order):
        assert behind(article, place) == max(behind(other, place) for other in order[place:])


def test_of_two_that_have_as_many_behind_them_the_latest_to_come_is_next() -> None:
    beside = {"a": ["b", "c"], "b": ["a"], "c": ["a", "d"], "d": ["c"]}
    assert [*in_turn(beside.keys(), beside.__getitem__)] == ["a", "c", "d", "b"]


@given(pairs, some)
def test_every_pair_in_reach_comes_once(found: set[tuple[str, str]], articles: set[str]) -> None:
    standings = standing({one: [other for other in ARTICLES if (one, other) in found] for one in ARTICLES})
    expected = {pair for pair in found if not articles.isdisjoint(pair)} | {(each, each) for each in articles}
    told = [*in_reach(standings, articles)]
    assert (len(told), {*told}) == (len(expected), expected)


@pytest.mark.parametrize("many", [0, 1, 50])
def test_a_chain_is_walked_from_its_beginning(many: int) -> None:
    keys = [f"{number:03}" for number in range(many)]
    standings = standing({key: keys[number + 1 : number + 2] for number, key in enumerate(keys)})
    assert [*walk(standings)] == keys
