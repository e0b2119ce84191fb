"""From pairs of propositions about one matter to stances: who denies, contradicts, limits or takes for granted what another says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from math import inf

import attrs

from claimtrack.claims.matching import Weighed
from claimtrack.claims.stance import Bearing, Told, bearing, told
from claimtrack.model.matching import Proposition
from claimtrack.model.records import Stance, Statement
from claimtrack.model.terms import MakerKind
from claimtrack.model.values import Maker
from claimtrack.seams import Inference

MAKER = Maker(name="claimtrack stance", kind=MakerKind.SOFTWARE, version="1")
BARE = "bare-denial"
NEAR = 600
"""Characters within which what a bare denial answers begins."""
ONE_MATTER = -1.0
"""Bits from which two propositions are taken to be about one matter: a denial shares most words with what it denies."""


def bearings(weighed: Iterable[Weighed], statements: Mapping[str, Statement], inference: Inference | None = None) -> tuple[Stance, ...]:
    """How statements bear on what other statements and claims say; each with the words that tell and a cautious wording.

    Args:
        weighed: pairs with their bills; those hardly about one matter are left alone.
        statements: the statements by their keys.
        inference: a model of natural language inference, to join the table of rules.
    """
    found = [each for pair in weighed if pair.bill.bits >= ONE_MATTER for each in _between(pair, statements, inference)]
    kept = [each for each in found if each.found.rule != BARE] + list(_nearest(each for each in found if each.found.rule == BARE))
    return tuple(sorted({each.stance for each in kept}, key=lambda stance: stance.order))


@attrs.frozen
class _Way:
    """How a statement bears on what another says, and how far apart the two stand; infinitely far in different articles."""

    found: Bearing
    claim: str
    statement: str
    apart: float

    @property
    def stance(self) -> Stance:
        return Stance(statement=self.statement, claim=self.claim, kind=self.found.kind, note=_note(self.found), maker=MAKER)


def _between(pair: Weighed, statements: Mapping[str, Statement], inference: Inference | None) -> Iterator[_Way]:
    """How a pair bears on each other: the stronger way round."""
    ways = [
        _Way(found, claim.key, by.key, _apart(claim.key, by.key, statements))
        for claim, by in ((pair.one, pair.other), (pair.other, pair.one))
        if by.key in statements and (found := bearing(_told(claim, statements), told(statements[by.key]), inference=inference))
    ]
    yield from sorted(ways, key=lambda way: (-way.found.score, way.claim))[:1]


def _apart(one: str, other: str, statements: Mapping[str, Statement]) -> float:
    """The characters between the beginnings of two statements of one article."""
    first, second = statements.get(one), statements.get(other)
    if first is None or second is None or first.article != second.article:
        return inf
    return abs(first.anchor.start - second.anchor.start)


def _nearest(ways: Iterable[_Way]) -> Iterator[_Way]:
    """Of what a bare denial may deny, the nearest in its own article: it leaves its content to what it answers."""
    for _, group in groupby(sorted(ways, key=lambda way: (way.statement, way.apart, way.claim)), key=lambda way: way.statement):
        nearest = next(group)
        if nearest.apart <= NEAR:
            yield nearest


def _told(proposition: Proposition, statements: Mapping[str, Statement]) -> Told:
    """What a statement or a claim tells."""
    statement = statements.get(proposition.key)
    return told(statement) if statement else Told(text=proposition.text)


def _note(found: Bearing) -> str:
    """What the rule says, and how far it is to be relied on."""
    return found.wording if found.sure else f"possibly: {found.wording}"
