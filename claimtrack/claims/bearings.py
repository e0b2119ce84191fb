"""From pairs of propositions about one matter to stances: who denies, contradicts, limits or takes for granted what another says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimtrack.claims.matching import Weighed
from claimtrack.claims.stance import Bearing, Told, bearing, told
from claimtrack.model.matching import Proposition
from claimtrack.model.records import Stance, Statement
from claimtrack.model.terms import MakerKind
from claimtrack.model.values import Maker
from claimtrack.seams import Inference

MAKER = Maker(name="claimtrack stance", kind=MakerKind.SOFTWARE, version="1")
ONE_MATTER = -1.0
"""Bits from which two propositions are taken to be about one matter: a denial shares most words with what it denies."""


def bearings(weighed: Iterable[Weighed], statements: Mapping[str, Statement], inference: Inference | None = None) -> tuple[Stance, ...]:
    """How statements bear on what other statements and claims say; each with the words that tell and a cautious wording.

    Args:
        weighed: pairs with their bills; those hardly about one matter are left alone.
        statements: the statements by their keys.
        inference: a model of natural language inference, to join the table of rules.
    """
    found = (each for pair in weighed if pair.bill.bits >= ONE_MATTER for each in _between(pair, statements, inference))
    return tuple(sorted(set(found), key=lambda stance: stance.order))


def _between(pair: Weighed, statements: Mapping[str, Statement], inference: Inference | None) -> Iterator[Stance]:
    """The stances of a pair: the stronger way round."""
    ways = [
        (found, claim.key, by.key)
        for claim, by in ((pair.one, pair.other), (pair.other, pair.one))
        if by.key in statements and (found := bearing(_told(claim, statements), told(statements[by.key]), inference=inference))
    ]
    for found, claim_key, by_key in sorted(ways, key=lambda way: (-way[0].score, way[1:]))[:1]:
        yield Stance(statement=by_key, claim=claim_key, kind=found.kind, note=_note(found), maker=MAKER)


def _told(proposition: Proposition, statements: Mapping[str, Statement]) -> Told:
    """What a statement or a claim tells."""
    statement = statements.get(proposition.key)
    return told(statement) if statement else Told(text=proposition.text)


def _note(found: Bearing) -> str:
    """What the rule says, and how far it is to be relied on."""
    return found.wording if found.sure else f"possibly: {found.wording}"
