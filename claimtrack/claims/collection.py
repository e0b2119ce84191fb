"""All propositions that are compared with each other, and what is worked out of them once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from claimtrack.claims.likeness import Rarity, Vector, vector
from claimtrack.claims.profiles import Profile
from claimtrack.claims.stories import Stories
from claimtrack.model.matching import Proposition

HELD = 30_000
"""Directions that are held at once, each of some ten thousand bytes; beyond that they are worked out anew."""


class Collection:
    """The profiles of some propositions in an order that theirs has no part in, the rarity of their words, their stories."""

    def __init__(self, propositions: Iterable[Proposition]) -> None:
        ordered = sorted(propositions, key=_place)
        self.profiles = tuple(Profile(each) for each in ordered)
        self._of = {_place(each.proposition): each for each in self.profiles}
        self._vectors: dict[Profile, Vector] = {}

    @cached_property
    def rarity(self) -> Rarity:
        """How much each stem tells; what is said twice in the same words counts once, so that a copy changes no weight."""
        return Rarity({each.text: each.stems for each in self.profiles}.values())

    @cached_property
    def stories(self) -> Stories:
        """Which articles are near each other."""
        return Stories(self.profiles, self.rarity)

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
