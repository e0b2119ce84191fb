from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.components import Components

pairs = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=10)


def connected(found: list[tuple[str, str]]) -> Components:
    components = Components()
    for one, other in found:
        components.join(one, other)
    return components


def test_a_chain_connects_its_ends() -> None:
    assert connected([("a", "b"), ("c", "d"), ("b", "c")]).together("a", "d")


def test_what_no_pair_names_is_connected_to_nothing() -> None:
    assert not connected([("a", "b")]).together("a", "z")
    assert not connected([]).together("z", "z")


@given(pairs)
def test_the_order_of_the_pairs_means_nothing(found: list[tuple[str, str]]) -> None:
    one, other = connected(found), connected(found[::-1])
    assert all(one.together(left, right) == other.together(left, right) for left in "abcdefgh" for right in "abcdefgh")
