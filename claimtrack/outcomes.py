"""What lineages amount to, worked out once for each shape: the same places and lines with the same letters, whoever stands there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from claimtrack.model.lineage import Certificate, Edge, Lineage
from claimtrack.model.policy import Policy
from claimtrack.model.reports import Evidence, Sourcing, Utterance
from claimtrack.model.strength import Level, Strength, Token, Weighing
from claimtrack.model.view import View
from claimtrack.provenance import missing, source, total, weigh
from claimtrack.reliability import Heard, weighed

SMALL = 12
"""Nodes of a lineage up to which its outcome is remembered; larger ones hardly ever come again."""
KEPT = 1 << 13
"""Outcomes that are remembered before all are forgotten."""
_NOBODY = View(())

Keys = tuple[str, ...]
Numbers = Mapping[str, str]
"""For each key of a lineage a number of five digits, in the order of the keys; or the way back."""


class Outcomes:
    """Sums up lineages by one policy, each shape of a lineage once.

    Nothing that is worked out asks for more of keys than which are equal and which comes first. So it is worked out with numbers in the
    place of keys, and told with the keys put back.

    Args:
        policy: what letters and shortcomings weigh.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._known: dict[tuple[Any, ...], Sourcing] = {}
        self._silent = self._summed(Lineage(claim=""), Heard({}, frozenset()), _NOBODY)

    def sourcing(self, lineage: Lineage, heard: Heard, view: View) -> Sourcing:
        """The bounds of a lineage, and what its origins amount to.

        Args:
            lineage: what flows to a claim or to its denial.
            heard: the letters of its places, and which of its origins hedge.
            view: for the names of actors.
        """
        if not lineage.nodes:
            silent = self._silent
            return Sourcing(
                lineage=lineage,
                certificate=silent.certificate,
                evidence=silent.evidence,
                strength=silent.strength,
                weighing=silent.weighing,
            )
        if len(lineage.nodes) > SMALL:
            return self._summed(lineage, heard, view)
        names = sorted({key for node in lineage.nodes for key in (node.key, *node.actors)})
        form = _form(lineage, heard, {name: place for place, name in enumerate(names)})
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            bare = {name: f"{place:05}" for place, name in enumerate(names)}
            found = self._known[form] = self._summed(_numbered(lineage, bare), heard.renamed(bare), _NOBODY)
        return _told(found, lineage, {f"{place:05}": name for place, name in enumerate(names)}, view)

    def _summed(self, lineage: Lineage, heard: Heard, view: View) -> Sourcing:
        """A lineage summed up as it stands."""
        ends = weighed(lineage, heard, self._policy)
        middle = weigh(lineage, ends.middle.factors, ends.middle.evidence)
        least, most = (total(lineage, end.factors, end.evidence) for end in (ends.least, ends.most))
        evidence = Evidence(least=least, middle=middle.total, most=most)
        return source(lineage, view, evidence=evidence, strength=middle, weighing=ends.middle)


def _form(lineage: Lineage, heard: Heard, at: Mapping[str, int]) -> tuple[Any, ...]:
    """All that decides what a lineage amounts to, but for its keys."""
    letters, hedged = heard.letters, heard.hedged
    nodes = [
        (at[each.key], each.kind, each.origin, each.recorded, tuple([at[actor] for actor in each.actors]), letters[each.key])
        for each in lineage.nodes
    ]
    edges = [(at[each.source], at[each.target], each.recorded) for each in lineage.edges]
    return (*nodes, *edges, *sorted(at[key] for key in hedged)) if hedged else (*nodes, *edges)


def _numbered(lineage: Lineage, bare: Numbers) -> Lineage:
    """The lineage with numbers in the place of keys, and without names."""
    return Lineage(
        claim="",
        nodes=tuple(
            attrs.evolve(each, key=bare[each.key], name="", actors=tuple([bare[actor] for actor in each.actors]), articles=())
            for each in lineage.nodes
        ),
        edges=tuple(Edge(bare[each.source], bare[each.target], each.recorded) for each in lineage.edges),
    )


def _told(found: Sourcing, lineage: Lineage, key: Numbers, view: View) -> Sourcing:
    """What was worked out with numbers, with the keys of a lineage put back."""
    proof = found.certificate
    certificate = Certificate(
        proof.lower, proof.upper, _lines(proof.lines, key), _keys(proof.cut, key), _keys(proof.cut_actors, key), proof.exhaustive
    )
    narrow = _keys(found.bottlenecks, key)
    return Sourcing(
        lineage=lineage,
        certificate=certificate,
        bottlenecks=narrow,
        missing=missing(lineage, certificate, narrow, view),
        utterances=tuple([Utterance(key[each.origin], each.carriers) for each in found.utterances]),
        evidence=found.evidence,
        strength=_strength(found.strength, key) if found.strength else None,
        weighing=_weighing(found.weighing, key) if found.weighing else None,
    )


def _strength(found: Strength, key: Numbers) -> Strength:
    return Strength(
        tokens=tuple([Token(key[each.origin], each.evidence, each.factor, _keys(each.path, key), each.chosen) for each in found.tokens]),
        lines=_lines(found.lines, key),
        total=found.total,
        levels=tuple([Level(each.least, _keys(each.cut, key), _keys(each.cut_actors, key)) for each in found.levels]),
        exhaustive=found.exhaustive,
    )


def _weighing(found: Weighing, key: Numbers) -> Weighing:
    factors = {key[each]: factor for each, factor in found.factors.items()}
    return Weighing(factors, {key[each]: worth for each, worth in found.evidence.items()})


def _keys(numbers: Iterable[str], key: Numbers) -> Keys:
    return tuple([key[each] for each in numbers])


def _lines(lines: Iterable[Keys], key: Numbers) -> tuple[Keys, ...]:
    return tuple([_keys(line, key) for line in lines])
