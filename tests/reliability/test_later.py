"""Tests of what comes after what, and of origins that share nothing."""

from __future__ import annotations

import pytest
from hypothesis import given

from claimtrack.model import Edge, Lineage, Node, NodeKind, Period
from claimtrack.reliability.later import When, after, bearers, independent
from claimtrack.testing import lineages


def days(*spelled: str) -> list[Period | None]:
    return [Period.parse(each) if each else None for each in spelled]


@pytest.mark.parametrize(
    ("first", "others", "when"),
    [
        (["2024-05-01"], [], When.NEVER),
        (["2024-05-01"], ["2024-05-02"], When.AFTER),
        (["2024-05-01"], ["2024-05-01"], When.NOT_AFTER),
        (["2024-05-02"], ["2024-05-01"], When.NOT_AFTER),
        (["2024-05"], ["2024-05-20"], When.NOT_AFTER),
        (["2024-05"], ["2024-06-01"], When.AFTER),
        (["2024-05-09", "2024-05-01"], ["2024-05-03"], When.AFTER),
        ([""], ["2024-05-02"], When.UNDATED),
        (["2024-05-01"], [""], When.UNDATED),
        (["2024-05-02"], ["", "2024-05-01"], When.UNDATED),
        (["2024-05-01"], ["", "2024-05-02"], When.AFTER),
        (["", "2024-05-01"], ["2024-05-02"], When.AFTER),
    ],
)
def test_only_a_day_that_is_surely_later_is_after(first: list[str], others: list[str], when: When) -> None:
    assert after(days(*first), days(*others)) is when


def origin(key: str, *actors: str) -> Node:
    return Node(key=key, name=key, kind=NodeKind.SPEAKER, actors=actors or (key,), origin=True)


def carrier(key: str) -> Node:
    return Node(key=key, name=key, kind=NodeKind.CARRIER, articles=(f"{key}-1",))


REPORT = Node(key="report", name="report", kind=NodeKind.DOCUMENT, actors=("report",))
NODES = (origin("brand"), origin("oro"), origin("keeper", "brand"), REPORT, carrier("harbour"), carrier("valley"))


def keys(*edges: Edge, own: str = "harbour") -> list[str]:
    lineage = Lineage(claim="dam", nodes=NODES, edges=edges)
    return [node.key for node, _ in independent(lineage, [own])]


def test_another_origin_in_another_carrier_is_independent() -> None:
    assert keys(Edge("brand", "harbour"), Edge("oro", "valley")) == ["oro"]


def test_an_origin_of_the_same_actor_is_not() -> None:
    assert keys(Edge("brand", "harbour"), Edge("keeper", "valley")) == []


def test_an_origin_through_the_same_document_is_not() -> None:
    assert keys(Edge("report", "harbour"), Edge("oro", "report"), Edge("report", "valley")) == []


def test_what_came_through_the_document_that_passed_an_origin_on_is_not_independent_of_it() -> None:
    edges = (Edge("brand", "report"), Edge("oro", "report"), Edge("report", "valley"))
    assert keys(*edges, own="brand") == []
    assert keys(*edges, Edge("oro", "valley"), own="brand") == ["oro"]


def test_an_origin_that_also_reaches_the_carrier_is_not() -> None:
    assert keys(Edge("oro", "harbour"), Edge("oro", "valley")) == []


def test_its_bearers_are_the_articles_that_carry_it() -> None:
    lineage = Lineage(claim="dam", nodes=NODES, edges=(Edge("brand", "harbour"), Edge("oro", "valley")))
    assert bearers(independent(lineage, ["harbour"])) == ("valley-1",)


@given(lineages())
def test_what_is_independent_of_a_carrier_never_reaches_it(lineage: Lineage) -> None:
    for mine in lineage.carriers:
        reaching = {node.key for node in lineage.on_record.arriving if mine in lineage.on_record.carriers_of(node.key)}
        assert reaching.isdisjoint(node.key for node, _ in independent(lineage, [mine.key]))
