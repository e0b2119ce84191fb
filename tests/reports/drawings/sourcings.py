"""Lineages for drawings, and their sourcing."""

from __future__ import annotations

from hypothesis import strategies as st

from claimtrack import Ledger, Lineage, Sourcing, View
from claimtrack.model import Edge, Node
from claimtrack.model.lineage import NodeKind
from claimtrack.provenance import source
from claimtrack.testing import lineages

NOBODY: View = Ledger().view


def sourced(lineage: Lineage) -> Sourcing:
    """What a lineage amounts to."""
    return source(lineage, NOBODY)


def wide(origins: int) -> Lineage:
    """So many origins, each of which one article carries."""
    nodes = [
        Node(key=f"node:{n:03}", name=f"Office {n}", kind=NodeKind.SPEAKER, actors=(f"node:{n:03}",), origin=True) for n in range(origins)
    ]
    carriers = [Node(key=f"carrier:{n:03}", name=f"Paper {n}", kind=NodeKind.CARRIER, articles=(f"article:{n}",)) for n in range(origins)]
    edges = [Edge(f"node:{n:03}", f"carrier:{n:03}") for n in range(origins)]
    return Lineage(claim="claim:dam-leaks", nodes=(*nodes, *carriers), edges=tuple(edges))


SOURCINGS = lineages(most=9).map(sourced)
LARGE = st.one_of(lineages(most=60), st.integers(18, 60).map(wide)).map(sourced)
