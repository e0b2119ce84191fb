"""What letters leave of a source's evidence: a factor for each place that a line passes, and the evidence of each origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from fractions import Fraction

import attrs

from claimtrack.model.lineage import Lineage, Node, NodeKind
from claimtrack.model.marks import Marks, Reach, source_of
from claimtrack.model.policy import Policy
from claimtrack.model.records import Statement
from claimtrack.model.strength import Weighing
from claimtrack.model.terms import Framing

End = Callable[[Reach], Fraction]


@attrs.frozen
class Weighings:
    """The same at both ends and in the middle of what is known of the sources."""

    least: Weighing
    middle: Weighing
    most: Weighing


@attrs.frozen
class Heard:
    """What is heard of the places of a lineage.

    Attributes:
        letters: for the key of each node, the letters of each source that bears on it.
        hedged: the keys of the origins on record that say it with a hedge everywhere.
    """

    letters: Mapping[str, tuple[Reach, ...]]
    hedged: frozenset[str]

    def renamed(self, names: Mapping[str, str]) -> Heard:
        """The same with other keys for the nodes."""
        return Heard({names[key]: reaches for key, reaches in self.letters.items()}, frozenset(names[key] for key in self.hedged))


def heard(lineage: Lineage, said: Sequence[Statement], marks: Marks) -> Heard:
    """The letters of the places of a lineage, and which of its origins hedge.

    Args:
        lineage: what flows to a claim or to its denial.
        said: the statements that it was drawn from.
        marks: the letters of sources.
    """
    hedges = any(statement.framing is Framing.HEDGED for statement in said)
    if not hedges and not lineage.contractions:
        return Heard({node.key: marks.reaches(node) for node in lineage.nodes}, frozenset())
    told = _Told(lineage, said, marks)
    hedged = [node.key for node in lineage.on_record.origins if told.hedged(source_of(node.key))] if hedges else ()
    return Heard({node.key: told.letters(node) for node in lineage.nodes}, frozenset(hedged))


def weighings(lineage: Lineage, said: Sequence[Statement], marks: Marks, policy: Policy) -> Weighings:
    """What the nodes of a lineage weigh by their letters, and its origins by what they say and through whom.

    Args:
        lineage: what flows to a claim or to its denial.
        said: the statements that it was drawn from.
        marks: the letters of sources.
        policy: what letters and shortcomings weigh.
    """
    return weighed(lineage, heard(lineage, said, marks), policy)


def weighed(lineage: Lineage, found: Heard, policy: Policy) -> Weighings:
    """The same by what was heard already."""
    evidence = _evidence(lineage, found.hedged, policy)
    weight = policy.weight
    ends: tuple[End, End, End] = (weight.least, weight.middle, weight.most)
    return Weighings(*(Weighing({key: _least(reaches, end) for key, reaches in found.letters.items()}, evidence) for end in ends))


def _least(reaches: Sequence[Reach], end: End) -> Fraction:
    """The weight of the letters; where there are several, of those that weigh least."""
    return end(reaches[0]) if len(reaches) == 1 else min(map(end, reaches))


def _evidence(lineage: Lineage, hedged: Set[str], policy: Policy) -> dict[str, Fraction]:
    counts = policy.evidence
    record = lineage.on_record
    heard = {edge.source for edge in record.edges if not record.node[edge.target].capped}
    vouching = {edge.target for edge in lineage.edges if lineage.node[edge.source].kind is NodeKind.ANONYMOUS}
    return {
        origin.key: counts.origin
        * (counts.hedged if origin.key in hedged else 1)
        * (counts.nameless if origin.key in vouching else 1)
        * (1 if origin.key in heard else counts.second_hand)
        for origin in record.origins
    }


class _Told:
    """Who says what in which article, so that what a copy alone says never counts for more than the text that it copies.

    Of a carrier whose own text is among the articles, that text counts; of one known through copies only, each of these.
    """

    def __init__(self, lineage: Lineage, said: Sequence[Statement], marks: Marks) -> None:
        self._marks = marks
        self._firm: dict[str, dict[str, bool]] = defaultdict(dict)
        for statement in said:
            for link in statement.chain:
                for holder in map(marks.view.resolve, link.holders):
                    told = self._firm[marks.view.resolve(statement.article)]
                    told[holder] = told.get(holder, False) or statement.framing is not Framing.HEDGED
        self._copies = copies = {contraction.article for contraction in lineage.contractions}
        self._texts = [
            ([a for a in node.articles if a not in copies], [a for a in node.articles if a in copies]) for node in lineage.carriers
        ]

    def hedged(self, holder: str) -> bool:
        """Whether a holder says it with a hedge everywhere; not if it is named nowhere, as those are whom a text is recorded to rest on."""
        heard = [found for own, copied in self._texts if (found := self._heard(holder, own) or self._heard(holder, copied)[:1])]
        return bool(heard) and not any(any(firm) for firm in heard)

    def _heard(self, holder: str, articles: Sequence[str]) -> list[bool]:
        """Whether a holder says it without a hedge, in each of the articles that name it; those with a hedge first."""
        return sorted(self._firm[article][holder] for article in articles if holder in self._firm[article])

    def letters(self, node: Node) -> tuple[Reach, ...]:
        """The letters of each source that bears on a node."""
        if node.capped or not self._adds(node):
            return self._marks.reaches(node)
        return tuple([self._marks.of(key) for key in sorted({*self._marks.bearers(node), *map(self._marks.outlet, node.articles)})])

    def _adds(self, node: Node) -> bool:
        """Whether a copy names holders that the text of the carrier's own does not."""
        if not self._copies:
            return False
        own, copied = next((own, copied) for own, copied in self._texts if {*own, *copied} == {*node.articles})
        return not self._named(copied) <= self._named(own)

    def _named(self, articles: Sequence[str]) -> set[str]:
        return {holder for article in articles for holder in self._firm[article]}
