"""What a claim must show before a flag can be raised at all, seen at a glance, so that most flags need not be tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimtrack.model.case import Case
from claimtrack.model.lineage import NodeKind
from claimtrack.model.records import Statement
from claimtrack.model.terms import ClaimKind, Framing, Modality, Role, StanceKind, Term


class Sign(Term):
    """Something that holds of a claim or of any statement that bears on it."""

    ALTERED = "a quotation is recorded as altered"
    CALL = "a call"
    CIRCLE = "texts cite each other in a circle"
    COPIED = "a copy carries it"
    CREDITED = "an article credits sources"
    DENIED = "denied or contradicted"
    DOCUMENT = "a document passes it on"
    DOUBTED = "its source is disputed"
    FIGURES = "figures that differ"
    FLAT = "told as fact without a source"
    FORECAST = "a forecast"
    HEDGED = "a hedge"
    LOADED = "words of attribution that take a side"
    LONG = "more places than two on its way"
    NAMELESS = "a source without a name"
    OPINION = "an opinion"
    PRESUPPOSED = "taken for granted"
    SEVERAL = "several carriers"
    SHOWN = "a headline or a deck"
    STATE = "an outlet that a state controls"
    SUBJECTS = "somebody whom it is about"
    TIMES = "several times"
    VOICE = "an article's own voice"


_BY_FRAMING: Mapping[Framing, Sign] = {
    Framing.HEDGED: Sign.HEDGED,
    Framing.FORECAST: Sign.FORECAST,
    Framing.AUTHOR_OPINION: Sign.OPINION,
    Framing.ATTRIBUTED_OPINION: Sign.OPINION,
    Framing.PRESCRIPTIVE: Sign.CALL,
}
_BY_MODALITY: Mapping[Modality, Sign] = {
    Modality.HEDGED: Sign.HEDGED,
    Modality.FACTIVE: Sign.LOADED,
    Modality.LOADED: Sign.LOADED,
    Modality.PRESUPPOSITION: Sign.PRESUPPOSED,
}
_BY_KIND: Mapping[ClaimKind, Sign] = {
    ClaimKind.OPINION: Sign.OPINION,
    ClaimKind.FORECAST: Sign.FORECAST,
    ClaimKind.CALL: Sign.CALL,
}
_BY_STANCE: Mapping[StanceKind, Sign] = {
    StanceKind.DENIES: Sign.DENIED,
    StanceKind.CONTRADICTS: Sign.DENIED,
    StanceKind.PRESUPPOSES: Sign.PRESUPPOSED,
    StanceKind.DISPUTES_SOURCE: Sign.DOUBTED,
}
_BY_NODE: Mapping[NodeKind, Sign] = {
    NodeKind.ANONYMOUS: Sign.NAMELESS,
    NodeKind.VOICE: Sign.VOICE,
    NodeKind.DOCUMENT: Sign.DOCUMENT,
}
_ON_SHOW = frozenset({Role.HEADLINE, Role.HEADLINE_DUPLICATE, Role.DECK})
LONG = 3
"""Nodes from which on a way may be long."""


def signs(case: Case) -> frozenset[Sign]:
    """What a claim shows; a flag can only be raised where all that its row needs is among it."""
    found = {*_of_claim(case), *_of_lineage(case), *_of_records(case)}
    for bearing in case.claim.bearings:
        if bearing.kind in _BY_STANCE:
            found.add(_BY_STANCE[bearing.kind])
        found.update(_of_statement(case.view.statements[bearing.statement]))
    return frozenset(found)


def _of_claim(case: Case) -> Iterator[Sign]:
    """What the claim itself shows."""
    claim = case.claim
    for kind in claim.kinds:
        if kind in _BY_KIND:
            yield _BY_KIND[kind]
    if claim.subjects:
        yield Sign.SUBJECTS
    if len(claim.times) > 1:
        yield Sign.TIMES
    if case.figures:
        yield Sign.FIGURES


def _of_lineage(case: Case) -> Iterator[Sign]:
    """What the lineage of its support shows."""
    lineage = case.support.lineage
    for node in lineage.nodes:
        if node.kind in _BY_NODE:
            yield _BY_NODE[node.kind]
    if len(lineage.nodes) >= LONG:
        yield Sign.LONG
    if len(lineage.carriers) > 1:
        yield Sign.SEVERAL
    if lineage.cycles:
        yield Sign.CIRCLE
    if lineage.contractions:
        yield Sign.COPIED


def _of_records(case: Case) -> Iterator[Sign]:
    """What is recorded of outlets, articles and quotations."""
    if case.view.altered:
        yield Sign.ALTERED
    if case.view.controlled:
        yield Sign.STATE
    if case.view.crediting and not case.view.crediting.isdisjoint(article.key for article in case.articles):
        yield Sign.CREDITED


def _of_statement(statement: Statement) -> Iterator[Sign]:
    """What one statement shows that bears on it."""
    framing = statement.framing
    if framing in _BY_FRAMING:
        yield _BY_FRAMING[framing]
    for shade in statement.modality:
        if shade in _BY_MODALITY:
            yield _BY_MODALITY[shade]
    if statement.role in _ON_SHOW:
        yield Sign.SHOWN
    if not statement.chain:
        yield from _UNCHAINED.get(framing, ())


_UNCHAINED: Mapping[Framing, Iterable[Sign]] = {Framing.REPORTED_FACT: (Sign.FLAT,), Framing.FORECAST: (Sign.OPINION,)}
"""What else a statement without a source shows by its framing: an author's own forecast is an opinion too."""
