"""From pairs of propositions about one matter to stances: who denies, contradicts, limits or takes for granted what another says."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import islice, takewhile

import attrs

from claimtrack.claims.stance import Bearing, Told, bearing, told
from claimtrack.claims.ties import ONE_MATTER
from claimtrack.claims.weighing import Weighed
from claimtrack.model.claims import LEAST_WORDS
from claimtrack.model.matching import Proposition
from claimtrack.model.records import Stance, Statement
from claimtrack.model.terms import MakerKind, Polarity, Role, StanceKind
from claimtrack.model.values import Maker
from claimtrack.seams import Inference

MAKER = Maker(name="claimtrack stance", kind=MakerKind.SOFTWARE, version="1")
BARE = "bare-denial"
NEAR, MOST = 600, 12
"""Characters and statements within which what a bare denial answers begins before it."""


def bearings(weighed: Iterable[Weighed], statements: Mapping[str, Statement], inference: Inference | None = None) -> tuple[Stance, ...]:
    """How statements bear on what other statements and claims say; each with the words that tell and a cautious wording.

    Args:
        weighed: pairs with their bills; those hardly about one matter are left alone.
        statements: the statements by their keys.
        inference: a model of natural language inference, to join the table of rules.
    """
    found = borne(weighed, statements, inference)
    denying = {stance.statement for stance in found if stance.kind is StanceKind.DENIES}
    return tuple(sorted({*found, *answers(statements.values(), denying)}, key=lambda stance: stance.order))


def borne(weighed: Iterable[Weighed], statements: Mapping[str, Statement], inference: Inference | None = None) -> tuple[Stance, ...]:
    """The same for what is told of pairs alone: bare denials, which leave their content to what they answer, are passed over."""
    tell = cache(partial(_told, statements=statements))
    found = (each for pair in weighed if pair.bits >= ONE_MATTER for each in _between(pair, tell, statements, inference))
    return tuple(sorted({each.stance for each in found if each.found.rule != BARE}, key=lambda stance: stance.order))


def answers(statements: Iterable[Statement], denying: Container[str]) -> Iterator[Stance]:
    """How bare denials bear on the nearest statement of somebody else before them in their article.

    Args:
        statements: those of some articles, each article's all.
        denying: the keys of those that are found to deny something else already.
    """
    return (each.stance for each in _answers(statements) if each.statement not in denying)


@attrs.frozen
class _Way:
    """How a statement bears on what another says."""

    found: Bearing
    claim: str
    statement: str

    @property
    def stance(self) -> Stance:
        return Stance(statement=self.statement, claim=self.claim, kind=self.found.kind, note=_note(self.found), maker=MAKER)


def _between(pair: Weighed, tell: Callable[[Proposition], Told], statements: Container[str], inference: Inference | None) -> Iterator[_Way]:
    """How a pair bears on each other: the stronger way round."""
    ways = [
        _Way(found, claim.key, by.key)
        for claim, by in ((pair.one, pair.other), (pair.other, pair.one))
        if by.key in statements and (found := bearing(tell(claim), tell(by), inference=inference))
    ]
    yield from sorted(ways, key=lambda way: (-way.found.score, way.claim))[:1]


def _answers(statements: Iterable[Statement]) -> Iterator[_Way]:
    """For each bare denial, the nearest statement of somebody else before it in its article: it leaves its content to what it answers."""
    ordered = sorted(statements, key=lambda each: (each.article, each.anchor.start, each.anchor.end, each.key))
    for place, by in enumerate(ordered):
        if by.polarity is Polarity.DENY:
            before = takewhile(partial(_within_reach, by=by), reversed(ordered[max(0, place - MOST) : place]))
            ways = (_Way(found, each.key, by.key) for each in before if _others(each, by) and (found := bearing(told(each), told(by))))
            yield from islice((way for way in ways if way.found.rule == BARE), 1)


def _within_reach(each: Statement, by: Statement) -> bool:
    """Whether a statement stands near enough before another to be what it answers."""
    return each.article == by.article and by.anchor.start - each.anchor.start <= NEAR


def _others(each: Statement, by: Statement) -> bool:
    """Whether somebody else makes a statement, in the body of the article and in words of its own that say enough."""
    apart = each.role is Role.BODY and each.anchor.end <= by.anchor.start and len(each.proposition.split()) >= LEAST_WORDS
    return apart and (not each.chain or not by.chain or each.chain[-1] != by.chain[-1]) and each.polarity is not Polarity.DENY


def _told(proposition: Proposition, statements: Mapping[str, Statement]) -> Told:
    """What a statement or a claim tells."""
    statement = statements.get(proposition.key)
    return told(statement) if statement else Told(text=proposition.text)


def _note(found: Bearing) -> str:
    """What the rule says, and how far it is to be relied on."""
    return found.wording if found.sure else f"possibly: {found.wording}"
