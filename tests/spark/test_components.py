from __future__ import annotations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyspark.sql import SparkSession

from claimtrack.spark import components, joined

pytestmark = pytest.mark.spark
NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 9)


@given(st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_nodes_are_joined_as_networkx_joins_them(edges: list[tuple[int, int]]) -> None:
    wanted = {node: min(group) for group in networkx.connected_components(networkx.Graph(edges)) for node in group}
    assert joined(edges) == sorted(wanted.items())


@given(st.lists(st.tuples(NUMBERS, NUMBERS)).flatmap(lambda edges: st.tuples(st.just(edges), st.permutations(edges))))
def test_the_order_of_edges_makes_no_difference(pair: tuple[list[tuple[int, int]], list[tuple[int, int]]]) -> None:
    assert joined(pair[0]) == joined(pair[1])


def test_a_table_of_edges_gives_a_table_of_nodes_with_their_components(spark: SparkSession) -> None:
    edges = spark.createDataFrame([(1, 2), (2, -5), (7, 7), (1, 2)], "left long, right long")
    assert sorted(map(tuple, components(edges).collect())) == [(-5, -5), (1, -5), (2, -5), (7, 7)]


def test_no_edges_give_no_nodes(spark: SparkSession) -> None:
    assert components(spark.createDataFrame([], "left long, right long")).collect() == []
