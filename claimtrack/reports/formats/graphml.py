"""The report's graph as GraphML, for Gephi, yEd and networkx: flat attributes, nothing empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from claimtrack.model.reports import Report
from claimtrack.reports.graph import Arc, Vertex, graph
from claimtrack.reports.words import harmless

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = {
    **dict.fromkeys(("kind", "key", "name"), "string"),
    "origin": "boolean",
    **dict.fromkeys(("date", "url"), "string"),
    **dict.fromkeys(("lower", "upper"), "int"),
    **dict.fromkeys(("said", "content", "flags"), "string"),
}
EDGE = {"tie": "string", "detail": "string", "recorded": "boolean"}
"""The attributes of nodes and of edges, with GraphML's types."""


def graphml(report: Report) -> str:
    """The graph of the whole report; an attribute that is empty is left out, since GraphML has no word for it."""
    drawn = graph(report)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{NAMESPACE}">']
    for name, held, kind in (*((n, "node", k) for n, k in NODE.items()), *((n, "edge", k) for n, k in EDGE.items())):
        lines.append(f'  <key id="{held}-{name}" for="{held}" attr.name="{name}" attr.type="{kind}"/>')
    lines.append('  <graph edgedefault="directed">')
    lines += (line for vertex in drawn.nodes for line in _node(vertex))
    lines += (line for place, arc in enumerate(drawn.edges) for line in _edge(place, arc))
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def _node(vertex: Vertex) -> Iterator[str]:
    yield f"    <node id={quoteattr(vertex.id)}>"
    yield from _data("node", vertex.facts)
    yield "    </node>"


def _edge(place: int, arc: Arc) -> Iterator[str]:
    yield f'    <edge id="e{place}" source={quoteattr(arc.source)} target={quoteattr(arc.target)}>'
    yield from _data("edge", arc.facts)
    yield "    </edge>"


def _data(held: str, facts: Mapping[str, str | int | bool]) -> Iterator[str]:
    for name, value in facts.items():
        spelled = str(value).lower() if isinstance(value, bool) else escape(harmless(str(value)))
        yield f'      <data key="{held}-{name}">{spelled}</data>'
