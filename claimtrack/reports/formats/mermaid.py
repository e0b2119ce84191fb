"""Lines of reporting in Mermaid, which GitHub and many wikis draw: one claim, or as many of the worst supported as fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.model.case import counted
from claimtrack.model.reports import Report, SupportReport
from claimtrack.reports.find import find_claim
from claimtrack.reports.graph import Graph, Kind, Tie, Vertex, lines_of
from claimtrack.reports.words import range_of, shortened

MOST = 60
"""Nodes of one drawing; with more it cannot be read."""
LONGEST = 80
_FORMS = {
    Kind.ORIGIN: "{{%s}}",
    Kind.DOCUMENT: "[/%s/]",
    Kind.SPEAKER: "([%s])",
    Kind.OUTLET: "[%s]",
    Kind.CLAIM: "[[%s]]",
}
_ORDERS = re.compile(r"[^\w ,.'()?!-]|^[\d.]+\.(?=\s|$)|(?<!\w)-", re.ASCII)
"""What could mean something in Mermaid, in its Markdown or in HTML."""


def mermaid(report: Report, *, claim: str = "", most: int = MOST) -> str:
    """A flowchart, with a box for each claim; lines run from origins to the claim, dotted where they are not on record.

    Args:
        report: what to draw.
        claim: label or key of the one claim to draw; by default the worst supported ones, as many as fit.
        most: the most nodes to draw.

    Raises:
        UnknownNameError: when there is no claim of that name, with the nearest ones.
        AmbiguousNameError: when the name fits several.
    """
    wanted = [find_claim(report, claim)] if claim else list(report.claims)
    lines = ["flowchart LR"]
    left = max(most, 1)
    for place, each in enumerate(wanted):
        drawn = lines_of(each)
        if len(drawn.nodes) > left and not (claim or place == 0):
            lines.append(f'  left["{counted(len(wanted) - place, "claim")} left out"]')
            break
        lines += [f'  subgraph c{place}["{_text(each.name)}"]', *_drawn(drawn, each, f"c{place}n", left), "  end"]
        left -= len(drawn.nodes)
    return "\n".join(lines) + "\n"


def flowchart(claim: SupportReport) -> str:
    """The lines of one claim as a drawing of its own."""
    return "\n".join(["flowchart LR", *_drawn(lines_of(claim), claim, "n", MOST)]) + "\n"


def _drawn(graph: Graph, claim: SupportReport, prefix: str, most: int) -> Iterator[str]:
    """Its nodes, the claim first, and the edges between them; a note says how many nodes are left out."""
    ordered = sorted(graph.nodes, key=lambda vertex: (vertex.kind is not Kind.CLAIM, not vertex.origin, vertex.id))
    kept = {vertex.id: f"{prefix}{place}" for place, vertex in enumerate(ordered[:most])}
    for vertex in ordered[:most]:
        yield f"  {kept[vertex.id]}{_FORMS[vertex.kind] % _label(vertex, claim)}"
    for arc in graph.edges:
        if arc.source in kept and arc.target in kept:
            yield f"  {kept[arc.source]} {_arrow(arc.tie, arc.recorded)} {kept[arc.target]}"
    if len(ordered) > most:
        yield f'  {prefix}left["{counted(len(ordered) - most, "node")} left out"]'


def _label(vertex: Vertex, claim: SupportReport) -> str:
    bounds = f" ({range_of(claim)} {'origin' if claim.upper == 1 else 'origins'})" if vertex.kind is Kind.CLAIM else ""
    return f'"{_text(vertex.name)}{bounds}"'


def _arrow(tie: Tie, recorded: bool) -> str:
    if tie is Tie.DENIES:
        return "--x|denies|" if recorded else "-.-x|denies|"
    return "-->" if recorded else "-.->"


def _text(words: str) -> str:
    """Text inside of a quoted label: all but letters, digits and plain punctuation is spelled as an entity."""
    return _ORDERS.sub(lambda found: "".join(_entity(c) for c in found[0]), shortened(words, LONGEST)) or "#45;"


def _entity(character: str) -> str:
    return character if not character.isascii() or character.isalnum() else f"#{ord(character)};"
