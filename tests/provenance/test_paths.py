"""Tests of best paths, against all the paths there are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Edge, Lineage, Node, NodeKind
from claimtrack.provenance.paths import best_paths
from claimtrack.testing import lineages

FACTORS = st.dictionaries(
    st.sampled_from([f"node:{n}" for n in range(9)] + ["carrier:0", "carrier:1"]),
    st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1, 2), Fraction(4, 5), Fraction(1)]),
)


def ways(record: Lineage, key: str, seen: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path from a node to a carrier that comes to no node twice."""
    if record.node[key].kind is NodeKind.CARRIER:
        yield (*seen, key)
    for target in record.onward.get(key, ()):
        if target not in seen and target != key:
            yield from ways(record, target, (*seen, key))


def kept(path: tuple[str, ...], factors: dict[str, Fraction]) -> Fraction:
    return prod((factors.get(key, Fraction(1)) for key in path), start=Fraction(1))


@given(lineages(most=9), FACTORS)
def test_the_best_path_keeps_the_most_then_is_the_shortest_then_the_first(lineage: Lineage, factors: dict[str, Fraction]) -> None:
    best = best_paths(lineage, factors)
    for node in lineage.nodes:
        paths = [path for path in ways(lineage, node.key) if kept(path, factors)]
        if paths:
            assert best[node.key].keys == min(paths, key=lambda path: (-kept(path, factors), len(path), path))
            assert best[node.key].factor == kept(best[node.key].keys, factors)
        else:
            assert node.key not in best


def test_of_paths_that_keep_as_much_the_shortest_counts_then_the_first_by_its_keys() -> None:
    passers = [Node(key=key, name=key, kind=NodeKind.DOCUMENT) for key in ("a", "b", "c", "top")]
    ends = [Node(key=key, name=key, kind=NodeKind.CARRIER) for key in ("carrier:x", "carrier:y")]
    drawn = ["top a", "a b", "b carrier:x", "top c", "c carrier:y", "top b", "b carrier:y"]
    edges = tuple(Edge(source, target) for source, target in map(str.split, drawn))
    for order in (1, -1):
        lineage = Lineage(claim="c", nodes=(*passers, *ends)[::order], edges=edges[::order])
        assert best_paths(lineage, {})["top"].keys == ("top", "b", "carrier:x")
        assert best_paths(lineage, {"b": Fraction(1, 2)})["top"].keys == ("top", "c", "carrier:y")


def layered(layers: int, width: int) -> tuple[Lineage, dict[str, Fraction]]:
    """Documents in layers, each leading to all of the next, the better ones later by key; a carrier behind the last."""
    rows = [[f"d{layer:02}-{place:02}" for place in range(width)] for layer in range(layers)]
    nodes = [Node(key=key, name=key, kind=NodeKind.DOCUMENT) for row in rows for key in row]
    nodes.append(Node(key="carrier", name="carrier", kind=NodeKind.CARRIER))
    edges = [Edge(one, other) for row, below in zip(rows, [*rows[1:], ["carrier"]], strict=True) for one in row for other in below]
    factors = {key: Fraction(place + 1, width + 1) for row in rows for place, key in enumerate(row)}
    return Lineage(claim="c", nodes=tuple(nodes), edges=tuple(edges)), factors


def test_deep_and_wide_lineages_are_searched_without_trying_every_path() -> None:
    lineage, factors = layered(layers=30, width=10)
    best = best_paths(lineage, factors)
    assert best["d00-09"].factor == Fraction(10, 11) ** 30
    assert len(best) == 301


def test_factors_of_many_digits_stay_exact() -> None:
    lineage, _ = layered(layers=40, width=1)
    factors = {f"d{layer:02}-00": Fraction(10**40 - layer - 1, 10**40 + layer) for layer in range(40)}
    assert best_paths(lineage, factors)["d00-00"].factor == prod(factors.values(), start=Fraction(1))
