"""The report's graph as Cytoscape JSON, for Cytoscape, cytoscape.js and networkx."""

from __future__ import annotations

import json
from typing import Any

from claimtrack.model.reports import Report
from claimtrack.reports.graph import Arc, Vertex, graph
from claimtrack.reports.words import escaped


def cytoscape(report: Report) -> str:
    """The graph of the whole report as `elements`; several edges may join the same two nodes."""
    drawn = graph(report)
    data = {
        "data": {"name": "claimtrack", "ledger": report.digest},
        "directed": True,
        "multigraph": True,
        "elements": {"nodes": [_node(vertex) for vertex in drawn.nodes], "edges": [_edge(n, arc) for n, arc in enumerate(drawn.edges)]},
    }
    return escaped(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def _node(vertex: Vertex) -> dict[str, Any]:
    """A node; networkx takes its `value` for the node itself."""
    return {"data": {"id": vertex.id, "value": vertex.id, **vertex.facts}}


def _edge(place: int, arc: Arc) -> dict[str, Any]:
    """An edge; networkx tells parallel ones apart by `key`."""
    return {"data": {"id": f"e{place}", "key": place, "source": arc.source, "target": arc.target, **arc.facts}}
