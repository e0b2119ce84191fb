"""How much evidence the origins on record bring along independent lines, and the proof that no choice of lines brings more."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from math import prod

import attrs

from claimtrack.model.lineage import Lineage, faults_of_lines, runs
from claimtrack.model.opinions import EVEN, Number, Opinion
from claimtrack.model.walks import reached

NONE = Fraction(0)
WHOLE = Fraction(1)
"""The factor of a node that none is given for."""
Factors = Mapping[str, Fraction]
"""For the key of a node, how much of the evidence that passes it is kept, from 0 to 1; a node that is missing keeps all."""
Evidence = Mapping[str, Fraction]
"""For the key of an origin, what its word is worth at first hand, from 0; an origin that is missing brings none."""


@attrs.frozen
class Weighing:
    """What the places of one lineage weigh.

    Attributes:
        factors: for each node, the share of the evidence that passes it, from 0 to 1.
        evidence: for each origin on record, what its word is worth at first hand, in observations.
    """

    factors: Factors
    evidence: Evidence


@attrs.frozen
class Token:
    """What one origin on record brings.

    Attributes:
        evidence: what its word is worth at first hand, from 0.
        factor: the largest product of factors along any of its paths to a carrier, both ends included, from 0 to 1; 0 without a path.
        path: the keys of such a path, the shortest and then the first by its keys where several are as good; empty if `factor` is 0.
        chosen: whether it is among those that independent lines link.
    """

    origin: str
    evidence: Fraction
    factor: Fraction
    path: tuple[str, ...]
    chosen: bool = False

    @property
    def weight(self) -> Fraction:
        """The evidence that arrives, e = evidence x factor."""
        return self.evidence * self.factor


@attrs.frozen
class Level:
    """A cut: nodes and actors without which no origin that weighs `least` or more reaches a carrier."""

    least: Fraction
    cut: tuple[str, ...] = ()
    cut_actors: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many origins of such weight can be linked at once, at most."""
        return len({*self.cut}) + len({*self.cut_actors})


@attrs.frozen(kw_only=True)
class Strength:
    """The most evidence that origins on record bring along lines that are independent of each other, with its proof.

    Sets of origins that disjoint lines can link are the independent sets of a gammoid (Perfect 1968, Mason 1972), so where no two
    origins share an actor the cuts at each level prove the choice the best: linear duality for the rank function of a matroid
    (Edmonds 1971), level by level with Menger's theorem. Where actors are shared, `gap` tells what the proof leaves open.

    Attributes:
        tokens: one for each origin on record, by key.
        lines: lines that share no capped node, one from each chosen origin, as keys from the origin to a carrier.
        total: the weights of the chosen, added; it takes each origin by its best path, whichever line links it.
        levels: one for each weight above 0 that occurs, the heaviest first.
        exhaustive: whether no choice is better; false where the search was cut short, and `total` is what was found.
    """

    tokens: tuple[Token, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    total: Fraction = NONE
    levels: tuple[Level, ...] = ()
    exhaustive: bool = True

    @property
    def bound(self) -> Fraction:
        """What no choice can exceed: the size of each cut times the step from its level down to the next, added."""
        steps = pairwise((*self.levels, Level(NONE)))
        return sum(((level.least - below.least) * level.size for level, below in steps), NONE)

    @property
    def gap(self) -> Fraction:
        """How far `bound` lies above `total`; 0 where the cuts prove the choice the best."""
        return self.bound - self.total

    def verify(self, lineage: Lineage, factors: Factors, evidence: Evidence) -> bool:
        """Whether tokens, lines and cuts prove the total for this lineage, these factors and this evidence."""
        return not self.objections(lineage, factors, evidence)

    def objections(self, lineage: Lineage, factors: Factors, evidence: Evidence) -> tuple[str, ...]:
        """What is wrong with the proof, empty for a sound one."""
        record = lineage.on_record
        wrong = [*faults_of_lines(self.lines, record), *self._faults_of_tokens(record, factors, evidence)]
        chosen = [token for token in self.tokens if token.chosen]
        if sorted(line[:1] for line in self.lines) != sorted((token.origin,) for token in chosen):
            wrong.append("the lines do not link the origins chosen")
        if self.total != sum((token.weight for token in chosen), NONE):
            wrong.append("the total is not what the origins chosen weigh")
        if [level.least for level in self.levels] != sorted({token.weight for token in self.tokens} - {NONE}, reverse=True):
            wrong.append("the levels are not the weights that occur")
        wrong += [f"evidence gets past the cut at {level.least}" for level in self.levels if self._passes(level, record)]
        actors = [actor for node in record.origins for actor in node.actors]
        if self.gap and (self.gap < 0 or len(actors) == len(set(actors))):
            wrong.append("the cuts do not prove the total")
        if not self.gap and not self.exhaustive:
            wrong.append("the search is said to be cut short, but the cuts prove its result")
        return tuple(wrong)

    def _faults_of_tokens(self, record: Lineage, factors: Factors, evidence: Evidence) -> list[str]:
        """What is wrong with the weights."""
        wrong = []
        if [token.origin for token in self.tokens] != sorted(node.key for node in record.origins):
            wrong.append("the tokens are not those of the origins on record")
        best = _best(record, factors)
        for token in self.tokens:
            if token.evidence != evidence.get(token.origin, NONE):
                wrong.append(f"{token.origin} is given other evidence")
            if token.factor != best.get(token.origin, NONE):
                wrong.append(f"{token.origin} has another best factor")
            if not _walks(token, record, factors):
                wrong.append(f"the path of {token.origin} does not have the factor")
        return wrong

    def _passes(self, level: Level, record: Lineage) -> bool:
        """Whether an origin of the level's weight reaches a carrier without its cut, or the cut takes out what caps nothing."""
        left = record.without(level.cut, level.cut_actors)
        heavy = {token.origin for token in self.tokens if token.weight >= level.least}
        found = reached((node.key for node in left.origins if node.key in heavy), left.onward)
        capped = all(record.node[key].capped for key in level.cut if key in record.node)
        return not capped or any(carrier.key in found for carrier in left.carriers)


def _walks(token: Token, record: Lineage, factors: Factors) -> bool:
    """Whether a token's path leads from its origin to a carrier and has the factor; without a factor there must be none."""
    if not token.factor:
        return not token.path
    product = prod((factors.get(key, WHOLE) for key in token.path), start=WHOLE)
    return runs(token.path, record) and token.path[0] == token.origin and product == token.factor


def _best(record: Lineage, factors: Factors) -> dict[str, Fraction]:
    """For each node, the largest product of factors on any way to a carrier, by steps repeated until none is left (Bellman 1958)."""
    best = {carrier.key: factors.get(carrier.key, WHOLE) for carrier in record.carriers}
    before: dict[str, Fraction] = {}
    while best != before:
        before = dict(best)
        for edge in record.edges:
            through = factors.get(edge.source, WHOLE) * best.get(edge.target, NONE)
            best[edge.source] = max(through, best.get(edge.source, NONE))
    return best


def opinion(support: Strength | None, denial: Strength | None = None, *, factual: bool = True, base_rate: Number = EVEN) -> Opinion:
    """What support and denial make of a claim together: their totals as evidence for and against.

    Args:
        support: the strength of the lines that support the claim, if any.
        denial: the strength of the lines that deny it, if any.
        factual: whether the claim is a matter of fact; an opinion, a forecast or a call is not to be assessed, whoever makes it.
        base_rate: how likely such a claim is before any evidence.
    """
    for_it, against = (side.total if side and factual else NONE for side in (support, denial))
    return Opinion(positive=for_it, negative=against, base_rate=base_rate)
