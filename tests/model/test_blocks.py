"""Tests of the blocks of a growing graph, beside those that networkx finds in the graph as it stands."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.blocks import Blocks

NODES = 7
PAIRS = list(combinations(range(NODES), 2))
GROWTH = st.lists(st.sampled_from(PAIRS), max_size=16, unique=True).flatmap(st.permutations)
WATCHED = st.lists(st.sampled_from(PAIRS), min_size=1, max_size=3)


def on_paths(graph: nx.Graph[int], pair: tuple[int, int]) -> set[frozenset[int]]:
    """The edges on simple paths between the two, going through all paths."""
    return {frozenset(step) for path in nx.all_simple_paths(graph, *pair) for step in pairwise(path)}


@given(GROWTH, WATCHED)
def test_at_every_step_an_edge_lies_between_a_pair_just_when_a_simple_path_passes_it(
    growth: list[tuple[int, int]], watched: list[tuple[int, int]]
) -> None:
    blocks, drawn = Blocks(NODES, watched), {}
    graph: nx.Graph[int] = nx.empty_graph(NODES)
    for edge in growth:
        drawn[edge] = blocks.add(*edge)
        graph.add_edge(*edge)
        blocks.settle()
        passed = [on_paths(graph, pair) for pair in watched]
        for each, block in drawn.items():
            assert blocks.between(block) == {place for place, edges in enumerate(passed) if frozenset(each) in edges}
            assert blocks.lies_between(block) == bool(blocks.between(block))


@given(GROWTH, WATCHED, st.randoms(use_true_random=False))
def test_the_order_of_growth_leaves_no_trace(growth: list[tuple[int, int]], watched: list[tuple[int, int]], dice: Random) -> None:
    def settled(edges: list[tuple[int, int]]) -> dict[tuple[int, int], bool]:
        blocks = Blocks(NODES, watched)
        drawn = {edge: blocks.add(*edge) for edge in edges}
        blocks.settle()
        return {edge: blocks.lies_between(block) for edge, block in drawn.items()}

    assert settled(growth) == settled(dice.sample(growth, len(growth)))


@pytest.mark.parametrize("length", [3, 4, 50])
def test_a_circle_is_one_block_and_a_tail_on_it_another(length: int) -> None:
    blocks = Blocks(length + 1, [(0, 1)])
    circle = [blocks.add(node, (node + 1) % length) for node in range(length)]
    tail = blocks.add(0, length)
    blocks.settle()
    assert all(blocks.lies_between(edge) for edge in circle)
    assert not blocks.lies_between(tail)


def test_a_pair_taken_out_still_lies_between() -> None:
    blocks = Blocks(2, [(0, 1)])
    edge = blocks.add(0, 1)
    blocks.settle()
    blocks.between(edge).clear()
    assert blocks.lies_between(edge)
