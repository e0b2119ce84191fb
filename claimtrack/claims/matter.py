"""A matter: statements that may be one claim, with all that judging them depends on, so that it can be done anywhere."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping

import attrs

from claimtrack.claims.likeness import Rarity
from claimtrack.model.matching import Proposition

Edge = tuple[str, str, float]
"""Two articles and how near they are, 0 to 1."""


@attrs.frozen(kw_only=True)
class Matter:
    """Some statements that may be one claim, perhaps with claims that stand in no article; or pairs that a person is asked about.

    Attributes:
        propositions: what they say, in the order of articles and keys.
        near: the pairs of their articles that are near each other, with their nearness, 0 to 1.
        tied: the pairs to judge, as the places of both among the propositions, their bits in hundredths, and what stands against joining.
        spread: how many texts hold each stem of these propositions, at the least, as far as it matters.
    """

    propositions: tuple[Proposition, ...]
    near: tuple[Edge, ...] = ()
    tied: array[int] = attrs.field(factory=lambda: array("i"))
    spread: Mapping[str, int]

    @property
    def rarity(self) -> Rarity:
        """How much each stem tells."""
        return Rarity.counted(self.spread)

    @property
    def pairs(self) -> Iterator[tuple[int, int, float, int]]:
        """The pairs to judge: the places of both, their bits, and what stands against joining them."""
        marks = iter(self.tied)
        return ((one, other, bits / 100, against) for one, other, bits, against in zip(marks, marks, marks, marks, strict=True))


class Table:
    """The nearness of a few pairs of articles, as `Stories` found it."""

    def __init__(self, near: Iterable[Edge]) -> None:
        self._near = {pair: nearness for one, other, nearness in near for pair in ((one, other), (other, one))}

    def near(self, one: str, other: str) -> float | None:
        """From 0 to 1: 1 for an article and itself, 0 for articles that are not near; None for what stands in no article."""
        if not one or not other:
            return None
        return 1.0 if one == other else self._near.get((one, other), 0.0)
