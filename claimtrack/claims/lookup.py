"""What is said of a proposition among others: the nearest ones, each with its bill and the figures that clash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from claimtrack.claims.collection import Collection
from claimtrack.claims.comparisons import Pair
from claimtrack.claims.gates import GATES, figures
from claimtrack.claims.scoring import WordScorer
from claimtrack.claims.search import Search
from claimtrack.claims.weighing import Weighed
from claimtrack.model.matching import Proposition

NEAREST = 12
"""Propositions that one is compared with, the nearest by their words."""
HOW = frozenset({"figures", "kinds", "done"})
"""Gates on how a thing is put forward and how many there are: what is looked up may differ in that and be the same matter."""


@attrs.frozen
class Near:
    """A proposition that is near another.

    Attributes:
        weighed: the pair with its bill, whose gates leave out figures and whether a thing is done or planned.
        other: the one that was found.
        clash: the figures that differ, in words; empty where none do.
    """

    weighed: Weighed
    other: Proposition
    clash: str

    @property
    def score(self) -> float:
        """The chance that the two are one claim, 0 to 1."""
        return self.weighed.bill.score

    @property
    def free(self) -> bool:
        """Whether nothing stands against taking the two for one."""
        return not self.weighed.bill.objections


def look_up(asked: Sequence[Proposition], among: Sequence[Proposition]) -> Mapping[str, tuple[Near, ...]]:
    """For each proposition that is asked about, by key, the nearest of others, the likeliest first.

    Args:
        asked: what to look up.
        among: where to look.
    """
    collection = Collection([*asked, *among])
    score = WordScorer(collection, gates=[gate for gate in GATES if gate.name not in HOW])
    search, known = Search(among), {each.key: each for each in among}
    found = {}
    for one in asked:
        near = [known[key] for key, _ in search(one.text, NEAREST)]
        pairs = [_near(one, other, score, collection) for other in near]
        found[one.key] = tuple(sorted(pairs, key=lambda each: (-each.weighed.bill.bits, each.other.key)))
    return found


def _near(one: Proposition, other: Proposition, score: WordScorer, collection: Collection) -> Near:
    pair = Pair(collection.profile(one), collection.profile(other), collection)
    return Near(Weighed.billed(one, other, score(one, other)), other, figures(pair))
