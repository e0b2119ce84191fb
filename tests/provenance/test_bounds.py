"""Tests of the bounds on origins, against maximum flow and brute force on small lineages."""

from itertools import combinations
from random import Random
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.model import Certificate, Edge, Lineage, Node, NodeKind
from claimtrack.model.lineage import SINK
from claimtrack.provenance import bounds
from claimtrack.provenance.bounds import certify
from claimtrack.provenance.flow import Flow
from claimtrack.testing import lineages

MANY = 999


def network(lineage: Lineage) -> "nx.DiGraph[Any]":
    """The lineage with every node split in two, so that what passes it has a capacity, and all carriers led to one end."""
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_nodes_from("st")
    for node in lineage.nodes:
        graph.add_edge((node.key, 0), (node.key, 1), capacity=1 if node.capped else MANY)
        if not node.capped:
            graph.add_edge((node.key, 1), "t", capacity=MANY)
    for edge in lineage.edges:
        graph.add_edge((edge.source, 1), (edge.target, 0), capacity=MANY)
    return graph


def upper(lineage: Lineage) -> int:
    """The largest flow from a source above all actors."""
    graph = network(lineage)
    for node in lineage.origins:
        for actor in node.actors:
            graph.add_edge("s", ("actor", actor), capacity=1)
            graph.add_edge(("actor", actor), (node.key, 0), capacity=1)
    return int(nx.maximum_flow_value(graph, "s", "t"))


def linkable(lineage: Lineage, keys: tuple[str, ...]) -> bool:
    """Whether lines that share no node link all these nodes to carriers."""
    graph = network(lineage)
    for key in keys:
        graph.add_edge("s", (key, 0), capacity=1)
    return int(nx.maximum_flow_value(graph, "s", "t")) == len(keys)


def lower(lineage: Lineage) -> int:
    """The largest set of origins on record with disjoint actors that can be linked, by trying all sets."""
    record = lineage.on_record
    for size in range(len(record.origins), 0, -1):
        for chosen in combinations(record.origins, size):
            actors = [actor for node in chosen for actor in node.actors]
            if len(actors) == len(set(actors)) and linkable(record, tuple(node.key for node in chosen)):
                return size
    return 0


@given(lineages())
def test_every_certificate_proves_its_bounds(lineage: Lineage) -> None:
    certificate = certify(lineage)
    assert certificate.objections(lineage) == ()
    assert certificate.verify(lineage)
    assert 0 <= certificate.lower <= certificate.upper
    assert certificate.exhaustive


@given(lineages())
def test_the_upper_bound_is_the_largest_flow(lineage: Lineage) -> None:
    assert certify(lineage).upper == upper(lineage)


@given(lineages(most=9))
def test_the_lower_bound_is_the_largest_set_of_independent_origins(lineage: Lineage) -> None:
    assert certify(lineage).lower == lower(lineage)


@given(lineages())
def test_a_tampered_certificate_is_refused(lineage: Lineage) -> None:
    sound = certify(lineage)
    assert not attrs.evolve(sound, lower=sound.lower + 1).verify(lineage)
    assert not attrs.evolve(sound, upper=sound.upper + 1).verify(lineage)
    assert not attrs.evolve(sound, lower=sound.lower + 1, lines=(*sound.lines, ("carrier:0", "carrier:0"))).verify(lineage)
    if sound.cut:
        assert not attrs.evolve(sound, upper=sound.upper - 1, cut=sound.cut[1:]).verify(lineage)
    if sound.lines:
        twice = attrs.evolve(sound, lower=sound.lower + 1, lines=(*sound.lines, sound.lines[0]))
        assert not twice.verify(lineage)


@given(lineages(), st.data())
def test_one_more_edge_never_lowers_the_upper_bound(lineage: Lineage, data: st.DataObject) -> None:
    capped = [node.key for node in lineage.nodes if node.capped]
    source = data.draw(st.sampled_from(capped))
    target = data.draw(st.sampled_from([node.key for node in lineage.nodes]))
    assume(source != target)
    more = attrs.evolve(lineage, edges=(*lineage.edges, Edge(source, target)))
    assert certify(more).upper >= certify(lineage).upper


@given(lineages())
def test_repeating_what_is_known_changes_nothing(lineage: Lineage) -> None:
    twice = attrs.evolve(lineage, edges=lineage.edges * 2)
    before, after = certify(lineage), certify(twice)
    assert (after.lower, after.upper) == (before.lower, before.upper)
    assert after.verify(lineage)


@given(lineages(most=9), st.data())
def test_taking_the_heaviest_first_is_best(lineage: Lineage, data: st.DataObject) -> None:
    numbered = lineage.numbered
    starts = list(numbered.origins)
    weight = {start: data.draw(st.integers(1, 9)) for start in starts}
    flow = Flow(numbered.onward)
    greedy = sum(weight[start] for start in sorted(starts, key=lambda start: -weight[start]) if flow.add(start))
    keys = numbered.names
    sets = [chosen for size in range(len(starts) + 1) for chosen in combinations(starts, size)]
    best = max(sum(map(weight.__getitem__, chosen)) for chosen in sets if linkable(lineage, tuple(keys[start] for start in chosen)))
    assert greedy == best
    assert flow.size == len(flow.lines())


@given(lineages())
def test_a_copied_flow_grows_on_its_own(lineage: Lineage) -> None:
    flow = Flow(lineage.numbered.onward)
    twin = flow.copy()
    for start in lineage.numbered.starts:
        twin.add(start)
    assert flow.size == 0
    assert flow.lines() == []


@pytest.mark.parametrize(
    ("onward", "lines"),
    [
        ([[2, 3], [2], [SINK], [SINK]], [[0, 3], [1, 2]]),
        ([[2], [3], [3, 4], [SINK], [SINK]], [[0, 2, 4], [1, 3]]),
        ([[2], [4], [3], [4, 5], [SINK], [SINK]], [[0, 2, 3, 5], [1, 4]]),
    ],
)
def test_a_line_in_the_way_is_led_another_way(onward: list[list[int]], lines: list[list[int]]) -> None:
    flow = Flow(onward)
    assert flow.add(0)
    assert flow.add(1)
    assert flow.lines() == lines


def test_lines_through_larger_graphs_are_as_many_as_the_largest_flow() -> None:
    for seed in range(150):
        dice = Random(seed)
        count = dice.randint(8, 24)
        onward = [[t for t in dice.sample(range(count), 3) if t != node] for node in range(count)]
        for node in range(count - count // 4, count):
            onward[node].insert(0, SINK)
        graph: nx.DiGraph[Any] = nx.DiGraph()
        for node, targets in enumerate(onward):
            graph.add_edge((node, 0), (node, 1), capacity=1)
            graph.add_edges_from(((node, 1), "t" if target == SINK else (target, 0), {"capacity": 1}) for target in targets)
        starts = range(count // 3)
        graph.add_edges_from(("s", (start, 0), {"capacity": 1}) for start in starts)
        flow = Flow(onward)
        added = [flow.add(start) for start in starts]
        assert sum(added) == flow.size == len(flow.lines()) == nx.maximum_flow_value(graph, "s", "t")
        passed = [node for line in flow.lines() for node in line]
        assert len(passed) == len(set(passed))
        assert len(flow.cut(starts)) == flow.size


def tangle(groups: list[str]) -> Lineage:
    """Origins that each stand for the letters of a group, all leading to one carrier."""
    origins = [Node(key=f"o{n}", name=f"O{n}", kind=NodeKind.SPEAKER, actors=tuple(group), origin=True) for n, group in enumerate(groups)]
    carrier = Node(key="carrier:a", name="A", kind=NodeKind.CARRIER)
    return Lineage(claim="c", nodes=(*origins, carrier), edges=tuple(Edge(origin.key, carrier.key) for origin in origins))


def test_three_that_overlap_in_a_ring_are_one_at_least_and_three_at_most() -> None:
    certificate = certify(tangle(["ab", "bc", "ac"]))
    assert (certificate.lower, certificate.upper, certificate.exhaustive) == (1, 3, True)


def test_a_search_cut_short_gives_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    lineage = tangle(["ab", "bc", "ac", "cd", "de", "ae"])
    whole = certify(lineage)
    monkeypatch.setattr(bounds, "BUDGET", 2)
    short = certify(lineage)
    assert not short.exhaustive
    assert short.verify(lineage)
    assert short.lower <= whole.lower == 2
    assert short.upper == whole.upper


def test_nothing_gives_nothing() -> None:
    assert certify(Lineage(claim="c")) == Certificate(0, 0, (), ())


def test_an_actor_can_be_the_cut() -> None:
    certificate = certify(tangle(["a", "a", "a"]))
    assert (certificate.lower, certificate.upper, certificate.cut, certificate.cut_actors) == (1, 1, (), ("a",))


class TestDeliberateNonIdentities:
    def test_one_more_origin_can_widen_the_interval(self) -> None:
        narrow, wide = certify(tangle(["ab", "bc"])), certify(tangle(["ab", "bc", "ac"]))
        assert narrow.upper - narrow.lower < wide.upper - wide.lower

    def test_overlap_is_no_equivalence_so_origins_are_not_grouped(self) -> None:
        assert certify(tangle(["ab", "a", "b"])).lower == 2
