"""Tests of walks over a graph, against networkx."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.walks import reached, turned

KEYS = st.sampled_from("abcdefg")
GRAPHS = st.dictionaries(KEYS, st.lists(KEYS, max_size=4))


@given(GRAPHS, st.lists(KEYS, max_size=3))
def test_what_can_be_reached_is_what_networkx_reaches(onward: dict[str, list[str]], starts: list[str]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph([(source, target) for source, targets in onward.items() for target in targets])
    graph.add_nodes_from("abcdefg")
    assert reached(starts, onward) == set(starts).union(*(nx.descendants(graph, start) for start in starts))


@given(GRAPHS, st.lists(KEYS, max_size=3), st.sets(KEYS, max_size=3))
def test_a_walk_past_some_keys_is_one_in_the_graph_without_them(onward: dict[str, list[str]], starts: list[str], past: set[str]) -> None:
    gone = past.difference(starts)
    left = {source: [each for each in targets if each not in gone] for source, targets in onward.items() if source not in gone}
    assert reached(starts, onward, past) == reached(starts, left)


@given(GRAPHS, KEYS, KEYS)
def test_one_key_reaches_another_if_and_only_if_the_other_reaches_it_in_the_turned_graph(
    onward: dict[str, list[str]], here: str, there: str
) -> None:
    assert (there in reached([here], onward)) == (here in reached([there], turned(onward)))
