"""The report's graph in DOT, for Graphviz: every name quoted, nothing in it an order."""

from __future__ import annotations

from claimtrack.model.reports import Report
from claimtrack.reports.graph import Arc, Kind, Tie, Vertex, graph
from claimtrack.reports.words import harmless, shortened

SHAPES = {
    Kind.ORIGIN: "diamond",
    Kind.DOCUMENT: "note",
    Kind.SPEAKER: "oval",
    Kind.OUTLET: "house",
    Kind.ARTICLE: "box",
    Kind.STATEMENT: "plaintext",
    Kind.CLAIM: "hexagon",
}
STYLES = {Tie.DENIES: "bold", Tie.BEARS_ON: "dotted", Tie.COPIES: "dashed"}
"""How nodes and edges look; what an edge says stands beside it as well."""
LONGEST = 80


def dot(report: Report) -> str:
    """The graph of the whole report; a kind of node is told by its shape and by its `class`."""
    drawn = graph(report)
    lines = ["digraph claimtrack {", "  rankdir=LR;", "  node [fontsize=10];", "  edge [fontsize=8];"]
    lines += [_node(vertex) for vertex in drawn.nodes]
    lines += [_edge(arc) for arc in drawn.edges]
    return "\n".join([*lines, "}"]) + "\n"


def _node(vertex: Vertex) -> str:
    facts = {"label": shortened(vertex.name, LONGEST), "shape": SHAPES[vertex.kind], "class": str(vertex.kind)}
    if vertex.kind is Kind.CLAIM:
        facts["label"] += f" ({vertex.lower}..{vertex.upper})"
    if vertex.url:
        facts["URL"] = vertex.url
    return f"  {_quoted(vertex.id)} [{_listed(facts)}];"


def _edge(arc: Arc) -> str:
    facts = {"label": str(arc.tie), "style": STYLES.get(arc.tie, "solid")}
    return f"  {_quoted(arc.source)} -> {_quoted(arc.target)} [{_listed(facts)}];"


def _listed(facts: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in facts.items())


def _quoted(text: str) -> str:
    r"""A quoted string of DOT: no backslash begins an escape such as `\N`, and no `&` an entity."""
    plain = harmless(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
