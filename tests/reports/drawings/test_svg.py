"""Tests of the drawing of lines of reporting."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given

from claimtrack import Lineage, Report, Sourcing
from claimtrack.model import Derivation, DerivationKind, Edge, Framing, Node
from claimtrack.model.lineage import NodeKind
from claimtrack.reports import drawing, drawing_of, find_claim
from tests.reports.drawings.sourcings import NOBODY, SOURCINGS, sourced, wide
from tests.reports.hostile import SOME, controls
from tests.support.building import report as reported
from tests.support.building import said

ALLOWED = {"svg", "title", "desc", "g", "rect", "path", "circle", "text"}


def drawn(sourcing: Sourcing, title: str = "Lines", ident: str = "c1") -> ElementTree.Element:
    return ElementTree.fromstring(drawing(sourcing, NOBODY, title=title, ident=ident))


def words(svg: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in svg.iter("text"))


def named(name: str) -> Sourcing:
    """One origin of that name, and one article."""
    nodes = (
        Node(key="p", name=name, kind=NodeKind.SPEAKER, actors=("p",), origin=True),
        Node(key="carrier:a", name=name, kind=NodeKind.CARRIER, articles=("a",)),
    )
    return sourced(Lineage(claim="c", nodes=nodes, edges=(Edge("p", "carrier:a"),)))


@given(SOURCINGS)
def test_every_node_has_a_box_dashed_where_it_is_not_on_record_and_barred_where_it_is_cut(sourcing: Sourcing) -> None:
    svg = drawn(sourcing)
    lineage, cut = sourcing.lineage, sourcing.certificate.cut
    boxes = [group for group in svg.iter("g") if "node" in str(group.get("class")).split()]
    barred = [group for group in boxes if any(path.get("class") == "bar" for path in group)]
    dashed = [group for group in svg.iter("g") if "unrecorded" in str(group.get("class")).split()]
    assert {element.tag for element in svg.iter()} <= ALLOWED
    assert len(boxes) == len(lineage.nodes) + 1
    assert len(barred) == len(cut)
    assert all("cut" in [text.text for text in group.iter("text")] for group in barred)
    assert len(dashed) == sum(not node.recorded for node in lineage.nodes) + sum(not edge.recorded for edge in lineage.edges)
    assert all(any(part.get("stroke-dasharray") for part in group) for group in dashed)


def test_the_same_sourcing_gives_the_same_bytes(seeds: Report) -> None:
    claim = find_claim(seeds, "C02")
    assert drawing_of(claim, seeds.view) == drawing_of(attrs.evolve(claim), seeds.view)


@pytest.mark.parametrize("text", SOME)
def test_hostile_names_and_titles_are_text_and_nothing_else(text: str) -> None:
    raw = drawing(named(text), NOBODY, title=text, ident=text)
    svg = ElementTree.fromstring(raw)
    assert {element.tag for element in svg.iter()} <= ALLOWED
    assert controls(raw) == set()
    assert not any(name.startswith("on") or name in ("style", "href", "src") for element in svg.iter() for name in element.attrib)


@pytest.mark.parametrize("ident", ["c-C07", "a b", 'a"b', "é", "claim:x", ""])
def test_ids_are_built_from_what_is_given_and_label_the_drawing(ident: str) -> None:
    svg = drawn(named("x"), ident=ident)
    ids = [element.get("id") for element in svg.iter() if element.get("id")]
    assert str(svg.get("aria-labelledby")).split() == ids
    assert svg.get("role") == "img"
    assert all(re.fullmatch(r"[A-Za-z][\w.-]*", str(each)) for each in ids)


def test_two_drawings_share_no_id() -> None:
    assert drawn(named("x"), ident="c 1").get("aria-labelledby") != drawn(named("x"), ident="c1").get("aria-labelledby")


def test_a_long_name_is_cut_and_told_whole_in_a_title() -> None:
    name = "the joint committee on harbours, rivers, canals and the repair of dams of the lower coast"
    svg = drawn(named(name))
    assert "…" in words(svg)
    assert any(name in str(title.text) for title in svg.iter("title"))


def test_it_refers_to_nothing_outside_and_needs_no_style(seeds: Report) -> None:
    for claim in seeds.claims:
        raw = drawing_of(claim, seeds.view)
        assert "http" not in raw
        assert "style=" not in raw
        assert "url(" not in raw


def test_lines_are_told_apart_by_number_and_by_dashes() -> None:
    svg = drawn(sourced(wide(3)))
    lines = [group for group in svg.iter("g") if "line" in str(group.get("class")).split()]
    dashes = {str(group.find("path").attrib.get("stroke-dasharray")) for group in lines}  # type: ignore[union-attr]
    assert len(dashes) == 3
    assert {text.text for group in lines for text in group.iter("text")} == {"1", "2", "3"}


def test_what_there_is_no_room_for_is_counted() -> None:
    assert "20 more nodes and 10 more steps are not drawn" in words(drawn(sourced(wide(30))))


def test_a_circle_is_named() -> None:
    nodes = (
        Node(key="p", name="Tidewire", kind=NodeKind.OUTLET, actors=("p",), origin=True),
        Node(key="q", name="Valley Herald", kind=NodeKind.OUTLET, actors=("q",)),
        Node(key="carrier:a", name="Harbour Post", kind=NodeKind.CARRIER),
    )
    edges = (Edge("p", "q"), Edge("q", "carrier:a"), Edge("q", "p"))
    assert "circular, back to Tidewire" in words(drawn(sourced(Lineage(claim="c", nodes=nodes, edges=edges))))


def test_copies_are_told_under_their_carrier() -> None:
    report = reported(
        *said("s1", "person:brand"),
        *said("s2", "person:brand", article="a2"),
        Derivation(derived="a2", source="a1", kind=DerivationKind.REPUBLICATION, declared=True),
    )
    svg = ElementTree.fromstring(drawing_of(report.claims[0], report.view))
    carrier = next(group for group in svg.iter("g") if "carrier" in str(group.get("class")).split())
    assert "republication of Harbour Post" in " ".join(str(text.text) for text in carrier.iter("text"))


def test_where_a_hedge_was_lost_is_written_in_the_box() -> None:
    report = reported(*said("s1", "person:brand", framing=Framing.HEDGED), *said("s2"))
    assert "hedge lost here" in drawing_of(report.claims[0], report.view)


def test_an_actor_that_is_cut_is_named_at_each_origin(seeds: Report) -> None:
    claim = find_claim(seeds, "C18")
    origins = [node for node in claim.support.lineage.origins if "gov:russia" in node.actors]
    assert words(ElementTree.fromstring(drawing_of(claim, seeds.view))).count("cut as an actor: Russia") == len(origins)


def test_a_lineage_of_nobody_is_the_claim_alone() -> None:
    svg = drawn(sourced(Lineage(claim="c")))
    assert "0 origins" in words(svg)
