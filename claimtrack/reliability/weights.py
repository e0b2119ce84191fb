"""What letters leave of a source's evidence: a factor for each place that a line passes, and the evidence of each origin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import attrs

from claimtrack.model.lineage import Lineage, Node, NodeKind
from claimtrack.model.marks import Marks, Reach, source_of
from claimtrack.model.policy import Policy
from claimtrack.model.records import Statement
from claimtrack.model.terms import Framing

End = Callable[[Reach], Fraction]


@attrs.frozen
class Weighing:
    """What the places of one lineage weigh.

    Attributes:
        factors: for each node, the part of the evidence that passes it, from 0 to 1.
        evidence: for each origin on record, its evidence before any discount, in observations.
    """

    factors: Mapping[str, Fraction]
    evidence: Mapping[str, Fraction]


@attrs.frozen
class Weighings:
    """The same at both ends and in the middle of what is known of the sources."""

    least: Weighing
    middle: Weighing
    most: Weighing


def weighings(lineage: Lineage, said: Sequence[Statement], marks: Marks, policy: Policy) -> Weighings:
    """What the nodes of a lineage weigh by their letters, and its origins by what they say and through whom.

    Args:
        lineage: what flows to a claim or to its denial.
        said: the statements that it was drawn from.
        marks: the letters of sources.
        policy: what letters and shortcomings weigh.
    """
    evidence = _evidence(lineage, said, marks, policy)
    weight = policy.weight
    ends: tuple[End, End, End] = (weight.least, weight.middle, weight.most)
    return Weighings(*(Weighing({node.key: _factor(node, marks, end) for node in lineage.nodes}, evidence) for end in ends))


def _factor(node: Node, marks: Marks, end: End) -> Fraction:
    """The weight of a node's letters; where several sources bear on it, of the least."""
    return min(end(marks.of(key)) for key in marks.bearers(node))


def _evidence(lineage: Lineage, said: Sequence[Statement], marks: Marks, policy: Policy) -> dict[str, Fraction]:
    counts = policy.evidence
    record = lineage.on_record
    heard = {edge.source for edge in record.edges if not record.node[edge.target].capped}
    vouching = {edge.target for edge in lineage.edges if lineage.node[edge.source].kind is NodeKind.ANONYMOUS}
    firm = _firm(said, marks)
    return {
        origin.key: counts.origin
        * (counts.hedged if firm.get(source_of(origin.key)) is False else 1)
        * (counts.nameless if origin.key in vouching else 1)
        * (1 if origin.key in heard else counts.second_hand)
        for origin in record.origins
    }


def _firm(said: Sequence[Statement], marks: Marks) -> dict[str, bool]:
    """For each holder, whether anything that it says comes without a hedge."""
    firm: dict[str, bool] = {}
    for statement in said:
        for link in statement.chain:
            for holder in map(marks.view.resolve, link.holders):
                firm[holder] = firm.get(holder, False) or statement.framing is not Framing.HEDGED
    return firm
