"""Which pairs of statements a person is asked about: the likeliest few of both sides that are not joined without asking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest

from claimtrack.claims.ties import ASKABLE, ASKED, FORBIDDEN, HELD, SURE, Spot, Ties

Names = tuple[str, ...]
"""For the statements of an article the matters that they are in, empty for those that stand alone."""


class Questions:
    """Finds what to ask about.

    Args:
        ties: the ties of the statements of each article.
        names: the matters that these are in.
    """

    def __init__(self, ties: Mapping[str, Ties], names: Mapping[str, Names]) -> None:
        self._ties = ties
        self._names: Callable[[str], Names] = lru_cache(HELD)(lambda article: names.get(article, ()))
        self._likeliest: Callable[[str], Mapping[int, Sequence[Spot]]] = lru_cache(HELD)(self._found)

    def of(self, article: str) -> Iterator[tuple[Spot, Spot]]:
        """The pairs to ask about of which the first is a statement of an article."""
        for number, others in sorted(self._likeliest(article).items()):
            one = (article, number)
            yield from ((one, other) for other in sorted(others) if one < other and one in self._likeliest(other[0]).get(other[1], ()))

    def _found(self, article: str) -> dict[int, Sequence[Spot]]:
        """For each statement those that it is likeliest one claim with."""
        open_: dict[int, list[tuple[float, Spot]]] = defaultdict(list)
        for mine, other, bits, against in self._ties.get(article, Ties()):
            if askable(bits, against) and not self._together((article, mine), other):
                open_[mine].append((-bits, other))
        return {mine: tuple(other for _, other in nsmallest(ASKED, found)) for mine, found in open_.items()}

    def _together(self, one: Spot, other: Spot) -> bool:
        """Whether two statements are in one matter, which is judged as a whole."""
        name = self._name(one)
        return bool(name) and name == self._name(other)

    def _name(self, spot: Spot) -> str:
        names = self._names(spot[0])
        return names[spot[1]] if spot[1] < len(names) else ""


def askable(bits: float, against: int) -> bool:
    """Whether a pair of two matters may be asked about."""
    return ASKABLE <= bits < SURE and against != FORBIDDEN
