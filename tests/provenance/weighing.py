"""Lineages with factors and evidence, drawn and by hand, for tests of strengths."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from claimtrack.model import Edge, Lineage, Node, NodeKind
from claimtrack.testing import lineages

Weighed = tuple[Lineage, dict[str, Fraction], dict[str, Fraction]]
"""A lineage with factors and evidence."""
FACTORS = [Fraction(twentieths, 20) for twentieths in (0, 2, 7, 10, 12, 16, 19, 20)]
EVIDENCE = [Fraction(0), Fraction(1, 2), Fraction(1), Fraction(2)]


@st.composite
def weighed(draw: DrawFn, most: int = 12) -> Weighed:
    """Lineages with a factor for most nodes and evidence for most origins."""
    lineage = draw(lineages(most))
    factors = {node.key: draw(st.sampled_from(FACTORS)) for node in lineage.nodes if draw(st.integers(0, 5))}
    evidence = {node.key: draw(st.sampled_from(EVIDENCE)) for node in lineage.origins}
    return lineage, factors, evidence


def line(*keys: str, carrier: str = "carrier:a") -> Lineage:
    """One origin that reaches a carrier through the nodes named."""
    nodes = [Node(key=keys[0], name=keys[0], kind=NodeKind.SPEAKER, actors=(keys[0],), origin=True)]
    nodes += [Node(key=key, name=key, kind=NodeKind.DOCUMENT) for key in keys[1:]]
    nodes += [Node(key=carrier, name=carrier, kind=NodeKind.CARRIER)]
    return Lineage(claim="c", nodes=tuple(nodes), edges=tuple(map(Edge, keys, (*keys[1:], carrier))))


def edges(*drawn: str) -> tuple[Edge, ...]:
    """Edges from pairs of keys."""
    return tuple(Edge(source, target) for source, target in map(str.split, drawn))


def behind_one_document() -> Weighed:
    """Two heavy origins behind a document, and a light one beside it."""
    lineage = Lineage(
        claim="c",
        nodes=(
            *(Node(key=key, name=key, kind=NodeKind.SPEAKER, actors=(key,), origin=True) for key in ("o1", "o2", "o3")),
            Node(key="doc", name="doc", kind=NodeKind.DOCUMENT),
            Node(key="carrier:a", name="A", kind=NodeKind.CARRIER),
        ),
        edges=(Edge("doc", "carrier:a"), Edge("o1", "doc"), Edge("o2", "doc"), Edge("o3", "carrier:a")),
    )
    return lineage, {"o3": Fraction(1, 10)}, dict.fromkeys(("o1", "o2", "o3"), Fraction(2))
