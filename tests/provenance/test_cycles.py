"""Tests of circles in who cites whom."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.cycles import cycles

LETTERS = st.sampled_from("abcdefgh")


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=20))
def test_circles_are_the_strongly_connected_components_of_two_or_more(links: list[tuple[str, str]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph(links)
    parts = nx.strongly_connected_components(graph)
    assert cycles(links) == tuple(sorted(tuple(sorted(part)) for part in parts if len(part) > 1))


def test_a_row_has_no_circle() -> None:
    assert cycles([(f"{n:04}", f"{n + 1:04}") for n in range(3_000)]) == ()


def test_a_long_circle_is_found() -> None:
    ring = [f"{n:04}" for n in range(3_000)]
    assert cycles(zip(ring, [*ring[1:], ring[0]], strict=True)) == (tuple(ring),)


def test_citing_oneself_is_no_circle() -> None:
    assert cycles([("a", "a")]) == ()
