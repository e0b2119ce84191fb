"""From pairs of propositions about one matter to stances: who denies, contradicts, limits or takes for granted what another says."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice, takewhile

import attrs

from claimtrack.claims.stance import Bearing, Told, bearing, told
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


Couple = tuple[Proposition, Proposition]
"""Two propositions that are about one matter."""


def bearings(pairs: Iterable[Couple], statements: Mapping[str, Statement], inference: Inference | None = None) -> tuple[Stance, ...]:
    """How statements bear on what other statements and claims say; each with the words that tell and a cautious wording.

    Args:
        pairs: what is about one matter.
        statements: the statements by their keys.
        inference: a model of natural language inference, to join the table of rules.
    """
    heard = {key: told(statement) for key, statement in statements.items()}
    found = [stance for pair in pairs for stance in between(*pair, heard, inference)]
    denying = {stance.statement for stance in found if stance.kind is StanceKind.DENIES}
    return tuple(sorted({*found, *answers(statements.values(), denying)}, key=lambda stance: stance.order))


def between(one: Proposition, other: Proposition, heard: Mapping[str, Told], inference: Inference | None = None) -> Iterator[Stance]:
    """How two propositions bear on each other, the stronger way round; bare denials, which leave their content to others, do not.

    Args:
        one: the one proposition.
        other: the other, about the same matter.
        heard: what each statement tells, by its key; what has none is a claim, which bears on nothing.
        inference: a model of natural language inference, to join the table of rules.
    """
    ways = [
        _Way(found, claim.key, by.key)
        for claim, by in ((one, other), (other, one))
        if by.key in heard and (found := bearing(heard.get(claim.key) or Told(text=claim.text), heard[by.key], inference=inference))
    ]
    stronger = sorted(ways, key=lambda way: (-way.found.score, way.claim))[:1]
    return (way.stance for way in stronger if way.found.rule != BARE)


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


def _note(found: Bearing) -> str:
    """What the rule says, and how far it is to be relied on."""
    return found.wording if found.sure else f"possibly: {found.wording}"
