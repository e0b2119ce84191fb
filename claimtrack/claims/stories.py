"""Which articles are about one matter: near each other in their words, and near to what is near."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import chain

from claimtrack.claims.likeness import Rarity, Vector, cosine, features, unit
from claimtrack.claims.outlines import Outline, Outlines, limit
from claimtrack.claims.profiles import Profile
from claimtrack.words import SMALL

KEPT = 300
"""Features of an article that are kept, the heaviest."""
NEAREST = 5
"""Articles that an article is blended with."""
ROUNDS = 2
ONE_STORY = 0.4
"""Nearness from which two articles are taken to tell one story."""
MET = 20
"""Articles whose nearness is worked out for one, those that share most of the stems looked for."""
LEAST = 0.25
"""Cosine below which an article is no neighbour."""
SIGNS, CROWD = 40, 400
"""Stems by which neighbours are looked for, the rarest, and the most articles that one of these may bring."""


class Stories:
    """How near the articles of some statements are to each other, 0 to 1.

    Each article's direction is blended with those of its nearest, twice, so that two reports of one event meet through a third
    (a random walk on the graph of neighbours; Zhou and others 2004 spread labels in the same way). Articles that share no telling word
    are never neighbours, so one about something else changes nothing.
    """

    def __init__(self, profiles: Sequence[Profile], rarity: Rarity) -> None:
        found: dict[str, list[str]] = defaultdict(list)
        for each in sorted(profiles, key=lambda each: (each.article, each.key, each.text)):
            if each.article:
                found[each.article] += [word for word in each.words if word not in SMALL]
        self._first = {article: _kept(features(words, rarity)) for article, words in found.items()}
        self._nearness: dict[tuple[str, str], float] = {}

    def near(self, one: str, other: str) -> float | None:
        """How near two articles are: 1 for the same one, None where one is not known."""
        if one not in self._first or other not in self._first:
            return None
        if one == other:
            return 1.0
        pair = (one, other) if one < other else (other, one)
        if pair not in self._nearness:
            self._nearness[pair] = cosine(self._blended[one], self._blended[other])
        return self._nearness[pair]

    def near_at_most(self, one: str, other: str) -> float | None:
        """A limit that the nearness of two articles does not pass, sooner known than that; None where one is not known."""
        if one == other or one not in self._first or other not in self._first:
            return self.near(one, other)
        return limit(self._outlines[one], self._outlines[other])

    def companions(self, article: str) -> tuple[str, ...]:
        """The articles of the same story: those near it by more than the least that counts, itself left out."""
        return tuple(other for other in self.neighbours.get(article, ()) if self._companion(article, other))

    def _companion(self, one: str, other: str) -> bool:
        return (self.near_at_most(one, other) or 0) >= ONE_STORY and (self.near(one, other) or 0) >= ONE_STORY

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, ...]]:
        """For each article, those that share most telling words with it, itself left out."""
        shared = Counter(chain.from_iterable(self._first.values()))
        signs = {article: _signs(features, shared) for article, features in self._first.items()}
        holders: dict[str, list[str]] = defaultdict(list)
        for article in sorted(signs):
            for sign in signs[article]:
                holders[sign].append(article)
        return {article: self._met(article, [holders[sign] for sign in found]) for article, found in signs.items()}

    def _met(self, article: str, groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """The articles that stand in most of some groups."""
        met = Counter(chain.from_iterable(group for group in groups if len(group) <= CROWD))
        del met[article]
        return tuple(nsmallest(MET, met, key=lambda other: (-met[other], other)))

    @property
    def _blended(self) -> Mapping[str, Vector]:
        return self._rounds[0]

    @property
    def _outlines(self) -> Mapping[str, Outline]:
        return self._rounds[1]

    @cached_property
    def _rounds(self) -> tuple[Mapping[str, Vector], Mapping[str, Outline]]:
        """The directions after all rounds, and their outlines."""
        outline = Outlines()
        directions: Mapping[str, Vector] = self._first
        outlines: Mapping[str, Outline] = {article: outline(direction) for article, direction in directions.items()}
        for _ in range(ROUNDS):
            before, directions = directions, {article: self._blend(article, directions, outlines) for article in directions}
            outlines = {
                article: outlines[article] if direction is before[article] else outline(direction)
                for article, direction in directions.items()
            }
        return directions, outlines

    def _blend(self, article: str, directions: Mapping[str, Vector], outlines: Mapping[str, Outline]) -> Vector:
        """Half an article's own direction, half that of its nearest, each by how near it is; its own where none is near."""
        own, outline = directions[article], outlines[article]
        likely = (other for other in self.neighbours[article] if limit(outline, outlines[other]) >= LEAST)
        reached = ((cosine(own, directions[other]), other) for other in likely)
        near = nsmallest(NEAREST, (pair for pair in reached if pair[0] >= LEAST), key=lambda pair: (-pair[0], pair[1]))
        if not near:
            return own
        total = sum(weight for weight, _ in near)
        blended = {feature: weight / 2 for feature, weight in own.items()}
        for nearness, other in near:
            for feature, weight in directions[other].items():
                blended[feature] = blended.get(feature, 0.0) + weight * nearness / total / 2
        return _kept(blended, 2 * KEPT)


def _signs(features: Vector, shared: Mapping[str, int]) -> list[str]:
    """The stems that tell most of an article among those that another holds too."""
    stems = [feature for feature in features if feature[0] == "=" and shared[feature] > 1]
    return nsmallest(SIGNS, stems, key=lambda feature: (-features[feature], feature))


def _kept(features: Vector, many: int = KEPT) -> dict[str, float]:
    """The heaviest features of a direction; of those that weigh the same, the first in the alphabet."""
    if len(features) <= many:
        return unit(features)
    least = sorted(features.values())[-many]
    kept = {feature: weight for feature, weight in features.items() if weight > least}
    even = sorted(feature for feature, weight in features.items() if weight == least)
    return unit(kept | dict.fromkeys(even[: many - len(kept)], least))
