"""All propositions that are compared with each other, and what is worked out of them once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from claimtrack.claims.likeness import Rarity, Vector, vector
from claimtrack.claims.meeting import week
from claimtrack.claims.profiles import Profile
from claimtrack.claims.stories import Page, Stories
from claimtrack.model.matching import Proposition

HELD = 2_000
"""Directions that are held at once, each of some ten thousand bytes; beyond that they are worked out anew."""


class Nearness(Protocol):
    """Tells how near two articles are to each other."""

    def near(self, one: str, other: str, /) -> float | None:
        """From 0 to 1; None where one is not known."""


class Collection:
    """The profiles of some propositions in an order that theirs has no part in, the rarity of their words, their stories.

    Args:
        propositions: what is compared.
        rarity: how much each stem tells; found out from the propositions without it.
        stories: how near the articles are; found out likewise.
    """

    def __init__(self, propositions: Iterable[Proposition], rarity: Rarity | None = None, stories: Nearness | None = None) -> None:
        ordered = sorted(propositions, key=_place)
        self.profiles = tuple(Profile(each) for each in ordered)
        self._of = {_place(each.proposition): each for each in self.profiles}
        self._vectors: dict[Profile, Vector] = {}
        self._rarity = rarity
        self._stories = stories

    @cached_property
    def rarity(self) -> Rarity:
        """How much each stem tells; what is said twice in the same words counts once, so that a copy changes no weight."""
        return self._rarity or Rarity({each.text: each.stems for each in self.profiles}.values())

    @cached_property
    def stories(self) -> Nearness:
        """Which articles are near each other."""
        return self._stories or self.told

    @cached_property
    def told(self) -> Stories:
        """The stories as found out from the propositions."""
        found: dict[str, list[Sequence[str]]] = defaultdict(list)
        weeks: dict[str, int] = {}
        for each in self.profiles:
            if each.article:
                found[each.article].append(each.words)
                weeks[each.article] = week(each.proposition.published)
        stories = Stories()
        stories.update(found, lambda article: Page(found[article], weeks[article]), self.rarity)
        return stories

    def profile(self, proposition: Proposition) -> Profile:
        """The profile of a proposition; one that is not in the collection gets its own."""
        found = self._of.get(_place(proposition))
        return found if found and (found.proposition is proposition or found.proposition == proposition) else Profile(proposition)

    def vector(self, profile: Profile) -> Vector:
        """The direction of a profile's words."""
        if profile not in self._vectors:
            if len(self._vectors) >= HELD:
                self._vectors.clear()
            self._vectors[profile] = vector(profile.words, self.rarity)
        return self._vectors[profile]


def _place(proposition: Proposition) -> tuple[str, str, str]:
    """Where a proposition stands and what it says: told apart sooner than all its fields are."""
    return proposition.article, proposition.key, proposition.text
