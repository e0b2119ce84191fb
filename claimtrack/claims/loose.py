"""Which statements are worth comparing with claims that stand in no article: those that share rare stems with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import nsmallest
from itertools import chain

from claimtrack.claims.likeness import Rarity
from claimtrack.claims.portraits import code
from claimtrack.claims.profiles import Profile
from claimtrack.claims.stories import Standing
from claimtrack.claims.ties import Said, Spot
from claimtrack.model.matching import Proposition

RAREST, MOST_STEP = 6, 9
"""Rarest stems of a claim by which its like is looked for, and the highest step of these: some five hundred texts."""
FEW_STEP = 2
"""Two stems must be shared, but one will do that is of this step at most, which three texts hold."""
BEST = 50
"""Statements that a claim is compared with, those that share most."""

UNPLACED = "\n"
"""Goes before the key of a claim that stands in no article, where articles and such claims stand side by side."""


def loose_pairs(claims: Sequence[Proposition], standings: Mapping[str, Standing], said: Said, rarity: Rarity) -> Iterator[tuple[str, Spot]]:
    """The statements worth comparing with claims that stand in no article, and such claims with each other.

    Args:
        claims: the claims.
        standings: the articles, by whose stems the statements are looked for.
        said: what the statements of an article say.
        rarity: how much each stem tells.

    Returns:
        The key of the claim, and where the other is; `UNPLACED` before its key for a claim.
    """
    asked = {each.key: _rare(Profile(each), rarity) for each in claims}
    holders = _turned(asked)
    fit: dict[str, list[tuple[int, Spot]]] = defaultdict(list)
    beside = [(UNPLACED + each.key, 0, each) for each in claims]
    told = ((article, number, each) for article in _holding(standings, holders) for number, each in enumerate(said(article)))
    for article, number, other in chain(beside, told):
        for key, many in _sharing(Profile(other), holders, asked):
            if article != UNPLACED + key:
                fit[key].append((-many, (article, number)))
    return ((key, spot) for key, found in fit.items() for _, spot in nsmallest(BEST, found))


def _rare(each: Profile, rarity: Rarity) -> frozenset[tuple[int, str]]:
    """The rarest stems of a claim that another text holds too, with their steps."""
    steps = ((step, word) for word in each.stems if 2 <= (step := rarity.step(word)) <= MOST_STEP)
    return frozenset(nsmallest(RAREST, steps))


def _turned(asked: Mapping[str, Set[tuple[int, str]]]) -> dict[str, list[str]]:
    """For each stem the claims that ask for it."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, found in sorted(asked.items()):
        for _, word in found:
            holders[word].append(key)
    return holders


def _holding(standings: Mapping[str, Standing], wanted: Iterable[str]) -> list[str]:
    """The articles that hold any of some stems."""
    codes = frozenset(map(code, wanted))
    return sorted(article for article, known in standings.items() if not codes.isdisjoint(known.stems)) if codes else []


def _sharing(each: Profile, holders: Mapping[str, Sequence[str]], asked: Mapping[str, Set[tuple[int, str]]]) -> Iterator[tuple[str, int]]:
    """The claims that a proposition shares enough of their rare stems with, and how many."""
    shared = each.stems.keys() & holders.keys()
    counted = Counter(key for word in shared for key in holders[word])
    for key, many in counted.items():
        if many > 1 or any(step <= FEW_STEP and word in shared for step, word in asked[key]):
            yield key, many
