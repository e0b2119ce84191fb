"""What was planted in a synthetic corpus: who says what where, which articles are copies, and how many origins each claim has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import attrs


@attrs.frozen
class Planted:
    """One statement as it was planted.

    Attributes:
        article: the key that the article gets when its file is read.
        start, end: where what is said stands in the text, in code points.
        claim: the key of the planted claim that it makes or denies.
        speaker: the key of who says so; empty for the article's own voice.
        denies: whether the claim is denied.
        headline: whether it is the article's headline.
        rests: the actors that it rests on: those whom the speaker stands for, or whom the article had it from without saying so, or the
            outlet itself; two statements are independent when they have none in common.
    """

    article: str
    start: int
    end: int
    claim: str
    speaker: str = ""
    denies: bool = False
    headline: bool = False
    rests: frozenset[str] = frozenset()


@attrs.frozen
class PlantedCopy:
    """That one article was made from another.

    Attributes:
        derived, source: the keys of the articles; the source is the text that all its copies go back to.
        declared: whether the copy says so.
        whole: whether it is the whole text, edited, and not an excerpt.
        changed: the share of its sentences that were edited, 0 to 1.
    """

    derived: str
    source: str
    declared: bool
    whole: bool
    changed: float


@attrs.frozen
class PlantedClaim:
    """One planted claim.

    Attributes:
        key: a name for it.
        wording: one of its wordings.
        origins: how many independent origins affirm it: the most among them with pairwise disjoint actors.
        near: the claim that this one is a near miss of, one thing in it being another; empty for most.
    """

    key: str
    wording: str
    origins: int
    near: str = ""


@attrs.frozen(repr=False)
class Truth:
    """The truth about some articles; truths are joined by `+`."""

    statements: tuple[Planted, ...] = ()
    copies: tuple[PlantedCopy, ...] = ()
    claims: tuple[PlantedClaim, ...] = ()

    def __add__(self, other: Truth) -> Truth:
        if not isinstance(other, Truth):
            return NotImplemented
        return joined([self, other])

    def __repr__(self) -> str:
        return f"<Truth of {len(self.statements)} statements, {len(self.claims)} claims, {len(self.copies)} copies>"


def joined(truths: Iterable[Truth]) -> Truth:
    """All of some truths as one."""
    statements: list[Planted] = []
    copies: list[PlantedCopy] = []
    claims: list[PlantedClaim] = []
    for each in truths:
        statements += each.statements
        copies += each.copies
        claims += each.claims
    return Truth(tuple(statements), tuple(copies), tuple(claims))


def unified(truth: Truth) -> Truth:
    """A truth in which no two claims have one wording: those that came about twice are one, with the origins of all its statements."""
    firsts = {claim.wording: claim.key for claim in reversed(truth.claims)}
    one = {claim.key: first for claim in truth.claims if (first := firsts[claim.wording]) != claim.key}
    if not one:
        return truth
    statements = tuple(attrs.evolve(each, claim=one.get(each.claim, each.claim)) for each in truth.statements)
    merged, rests = {*one.values()}, dict[str, set[frozenset[str]]]()
    for each in statements:
        if each.claim in merged and not each.denies:
            rests.setdefault(each.claim, set()).add(each.rests)
    claims = (_renamed(claim, one) for claim in truth.claims if claim.key not in one)
    counted = (attrs.evolve(claim, origins=independent(rests.get(claim.key, ()))) if claim.key in merged else claim for claim in claims)
    return Truth(statements, truth.copies, tuple(counted))


def _renamed(claim: PlantedClaim, one: Mapping[str, str]) -> PlantedClaim:
    """A claim with the name of what it is a near miss of, which is never itself."""
    near = one.get(claim.near, claim.near)
    return attrs.evolve(claim, near="" if near == claim.key else near)


def independent(origins: Iterable[frozenset[str]]) -> int:
    """The most origins with pairwise disjoint actors, by trying; one that holds all of another's actors is no better than that."""
    given = frozenset(origins)
    least = sorted((each for each in given if not any(other < each for other in given)), key=sorted)
    for many in range(len(least), 0, -1):
        if any(sum(map(len, some)) == len(frozenset().union(*some)) for some in combinations(least, many)):
            return many
    return 0
