"""Tests of the graph in its formats: they show the same nodes and edges, with labels as they were meant."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import networkx
import pytest

from claimtrack import Report, UnknownNameError
from claimtrack.model import StanceKind
from claimtrack.reports import markdown
from claimtrack.reports.formats.cytoscape import cytoscape
from claimtrack.reports.formats.dot import dot
from claimtrack.reports.formats.graphml import EDGE, NODE, graphml
from claimtrack.reports.formats.mermaid import MOST, flowchart, mermaid
from claimtrack.reports.graph import Arc, Vertex, graph
from tests.reports.formats.drawings import read_dot, read_mermaid
from tests.support.building import article, claim, report, said

BRAND = said("S1", "person:brand")
ODD = 'He said: "no" & <left>; 100% #1 \\N `x` | y'


def read(text: str) -> Any:
    return networkx.parse_graphml(text, force_multigraph=True)


def test_graphml_and_cytoscape_json_hold_the_same_graph_as_we_have(seeds: Report) -> None:
    ours = graph(seeds)
    edges = Counter((arc.source, arc.target, str(arc.tie), arc.detail, arc.recorded) for arc in ours.edges)
    for theirs in (read(graphml(seeds)), networkx.cytoscape_graph(json.loads(cytoscape(seeds)))):
        assert {key: facts["name"] for key, facts in theirs.nodes(data=True)} == {vertex.id: vertex.name for vertex in ours.nodes}
        assert edges == Counter((s, t, f["tie"], f.get("detail", ""), f["recorded"]) for s, t, f in theirs.edges(data=True))


def test_graphml_keeps_types_and_leaves_out_what_is_empty() -> None:
    found = read(graphml(report(BRAND, article("a1", url="https://harbour.example/dam"))))
    told = dict(found.nodes["c-claim.dam-leaks"])
    assert (told["lower"], told["upper"], told["origin"]) == (1, 1, False)
    assert "url" not in told
    assert found.nodes["a-a1"]["url"] == "https://harbour.example/dam"


def test_graphml_declares_every_fact_of_nodes_and_edges() -> None:
    assert list(NODE) == [name for name in Vertex.__annotations__ if name != "id"]
    assert list(EDGE) == [name for name in Arc.__annotations__ if name not in ("source", "target")]


def test_odd_words_come_back_from_graphml_dot_and_cytoscape() -> None:
    told = report(BRAND, about=claim(wording=ODD))
    assert read(graphml(told)).nodes["c-claim.dam-leaks"]["name"] == ODD
    spelled = read_dot(dot(told)).nodes['"c-claim.dam-leaks"']
    assert spelled[1:-1].replace('\\"', '"').replace("\\\\", "\\").replace("&amp;", "&") == f"{ODD} (1..1)"
    names = [node["data"]["name"] for node in json.loads(cytoscape(told))["elements"]["nodes"]]
    assert ODD in names


def test_dot_draws_every_node_and_edge_and_cuts_long_names(seeds: Report) -> None:
    found, ours = read_dot(dot(seeds)), graph(seeds)
    assert found.nodes.keys() == {f'"{vertex.id}"' for vertex in ours.nodes}
    assert len(found.edges) == len(ours.edges)
    assert max(map(len, found.nodes.values())) <= 100


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://harbour.example/"]', "https://harbour.example/\u202e"])
def test_dot_has_no_link_that_could_do_harm(url: str) -> None:
    assert "URL" not in dot(report(BRAND, article("a1", url=url)))


def test_a_strict_reader_of_dot_refuses_what_breaks_out() -> None:
    text = dot(report(BRAND))
    for broken in (
        '"x" [label="a"b"];',
        '"x" [label="\\N"];',
        '"x" -> [label="y"];',
        '"x" [label="a" shape="box"];',
        '"x" [label="&lt;"];',
    ):
        with pytest.raises((AssertionError, ValueError)):
            read_dot(text.replace("}", f"{broken}\n}}"))


def test_mermaid_draws_the_lines_of_one_claim_dotted_where_not_on_record_and_crossed_for_a_denial() -> None:
    told = report(said("S1", "person:brand"), said("S2", article="a2", stance=StanceKind.DENIES), about=claim(label="C1"))
    found = read_mermaid(mermaid(told, claim="C1"))
    assert found == read_mermaid(mermaid(told))
    named = {(found.nodes[source], arrow, found.nodes[target]) for source, target, arrow in found.edges}
    assert named == {
        ("Ilse Brand", "-->", "Harbour Post"),
        ("Harbour Post", "-->", "C1#58; The dam leaks. (1 origin)"),
        ("Valley Herald in its own voice", "-.->", "Valley Herald"),
        ("Valley Herald", "--x|denies|", "C1#58; The dam leaks. (1 origin)"),
    }


def test_mermaid_spells_what_means_something_as_entities() -> None:
    (told,) = report(BRAND, about=claim(wording=ODD)).claims
    assert "He said#58; #34;no#34; #38; #60;left#62;#59; 100#37; #35;1 #92;N #96;x#96; #124; y (1 origin)" in flowchart(told)


def test_mermaid_stops_before_it_cannot_be_read_and_says_what_is_left_out(seeds: Report) -> None:
    found = read_mermaid(mermaid(seeds))
    assert len(found.nodes) <= MOST + 1
    assert found.nodes["left"].endswith(" claims left out")
    few = read_mermaid(mermaid(seeds, most=5, claim="C02"))
    assert len(few.nodes) == 6
    assert [label for label in few.nodes.values() if "left out" in label] == ["7 nodes left out"]


def test_mermaid_of_no_claim_is_an_empty_drawing_and_of_an_unknown_one_an_error() -> None:
    assert read_mermaid(mermaid(report(BRAND))).nodes
    with pytest.raises(UnknownNameError):
        mermaid(report(BRAND), claim="C99")


def test_a_strict_reader_of_mermaid_refuses_what_breaks_out() -> None:
    text = flowchart(report(BRAND).claims[0])
    for broken in (
        'n9["a"b"]',
        'n9["a;b"]',
        "click n0 call x()",
        'end["x"]',
        'n9[["x"]',
        'n9["<b>"]',
        'n9["`x`"]',
        "n0 --> n1 --> n2",
        "end",
    ):
        with pytest.raises(AssertionError):
            read_mermaid(f"{text}  {broken}\n")


def test_markdown_draws_the_worst_claims_that_have_lines_and_none_when_plain(seeds: Report) -> None:
    page = markdown(seeds)
    assert page.count("```mermaid") == 12
    assert "```" not in markdown(seeds, plain=True)
    assert markdown(seeds, plain=True).splitlines() == without_drawings(page)


def without_drawings(page: str) -> list[str]:
    """The lines of a page without its drawings and the blank line before each."""
    lines: list[str] = []
    inside = False
    for line in page.splitlines():
        if line == "```mermaid":
            inside = True
            lines.pop()
        if not inside:
            lines.append(line)
        inside = inside and line != "```"
    return lines
