"""What a lineage amounts to: its bounds, its bottlenecks, what would raise them, and how well each utterance is attested."""

from __future__ import annotations

from typing import Any

from claimtrack.model.lineage import SINK, Certificate, Lineage, Node, NodeKind
from claimtrack.model.reports import Call, Missing, Sourcing, Utterance
from claimtrack.model.view import View
from claimtrack.provenance.bounds import certify
from claimtrack.provenance.flow import Flow


def source(lineage: Lineage, view: View, **more: Any) -> Sourcing:
    """Sum up a lineage.

    Args:
        lineage: what flows to a claim.
        view: for the names of actors.
        more: the fields of `Sourcing` that tell what its sources weigh, where that is known.
    """
    certificate = certify(lineage)
    narrow = () if certificate.lower != 1 and certificate.exhaustive else bottlenecks(lineage)  # two lines share nothing
    return Sourcing(
        lineage=lineage,
        certificate=certificate,
        bottlenecks=narrow,
        missing=missing(lineage, certificate, narrow, view),
        utterances=tuple([Utterance(node.key, attested(lineage, node.key)) for node in lineage.origins]),
        **more,
    )


def bottlenecks(lineage: Lineage) -> tuple[str, ...]:
    """The nodes and actors without which nothing on record reaches the reader, those nearest to the reader first."""
    record = lineage.on_record
    if line := _only_line(record):
        own = record.node[line[-1]].actors
        return (*line, *(actor for actor in own if len(own) == 1 and actor not in line))
    if not record.arrives():
        return ()
    capped = [node.key for node in record.nodes if node.capped and not record.without([node.key]).arrives()]
    shared = set.intersection(*({*node.actors} for node in record.origins))
    actors = [actor for actor in sorted(shared) if actor not in capped and not record.without((), [actor]).arrives()]
    nearest = sorted(capped, key=lambda key: (-len(record.without([key]).reached()), key))
    return (*nearest, *actors)


def _only_line(record: Lineage) -> list[str]:
    """The capped nodes of the one line there is, those nearest to the reader first; nothing where there are more, or none arrives."""
    if len(record.origins) != 1:
        return []
    line = [record.origins[0].key]
    while len(onward := record.onward.get(line[-1], ())) == 1 and onward[0] not in line:
        if not record.node[onward[0]].capped:
            return line[::-1]
        line.append(onward[0])
    return []


def missing(lineage: Lineage, certificate: Certificate, narrow: tuple[str, ...], view: View) -> tuple[Missing, ...]:
    """What one could find out to raise the lower bound, in a fixed order."""
    found = []
    if certificate.lower < certificate.upper:
        found += [_gap(node, view) for node in lineage.origins if _is_gap(node, certificate)]
    if certificate.lower <= 1 and narrow:
        name = lineage.node[narrow[0]].name if narrow[0] in lineage.node else view.name(narrow[0])
        found.append(Missing(Call.BYPASS, narrow[0], f"find a source that does not go back to {name}"))
    return tuple(sorted(found))


def _is_gap(node: Node, certificate: Certificate) -> bool:
    """Whether an origin counts in the upper bound only, for want of a name, or of knowing which member spoke."""
    counted = any(line[0] == node.key for line in certificate.lines)
    return not counted and (not node.recorded or len(node.actors) > 1)


def _gap(node: Node, view: View) -> Missing:
    if node.kind is NodeKind.VOICE:
        outlet = node.name.removesuffix(" in its own voice")
        return Missing(Call.ATTRIBUTE, node.key, f"ask {outlet} for its source")
    if not node.recorded:
        return Missing(Call.NAME, node.key, f"find out who is meant by {node.name}")
    members = ", ".join(sorted(view.name(actor) for actor in node.actors))
    return Missing(Call.MEMBER, node.key, f"find out who spoke for {node.name} ({members})")


def attested(lineage: Lineage, origin: str) -> int:
    """How many carriers report an origin's word independently of each other: lines from it that share no node, not even a carrier."""
    onto = lineage.onward.get(origin, ())
    if all(not lineage.node[key].capped for key in onto):
        return len(onto)
    keys = [node.key for node in lineage.nodes if node.key != origin]
    places = {key: place for place, key in enumerate(keys)}
    onward: list[list[int]] = [[] for _ in places]
    starts = []
    for edge in lineage.edges:
        if edge.source == origin:
            starts.append(places[edge.target])
        elif edge.target != origin:
            onward[places[edge.source]].append(places[edge.target])
    for node in lineage.carriers:
        onward[places[node.key]].append(SINK)
    flow = Flow(onward)
    return sum(flow.add(start) for start in starts)
