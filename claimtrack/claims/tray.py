"""What happens to ties while articles are compared: which statements are concerned, and the ties on their way to where they are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, MutableMapping
from itertools import chain

from claimtrack.claims.questions import askable
from claimtrack.claims.ties import Spot, Tie, Ties

TRAY = 50_000
"""Ties that are held before they are put where they are kept."""


class Touched:
    """Statements that something changed about, in little room."""

    def __init__(self) -> None:
        self._marks: dict[str, int] = defaultdict(int)
        self.askers: set[str] = set()

    def add(self, spot: Spot) -> None:
        """One more."""
        self._marks[spot[0]] |= 1 << spot[1]

    def meet(self, one: Spot, other: Spot, bits: float, against: int) -> None:
        """Two more, that are or were tied."""
        self.add(one)
        self.add(other)
        if askable(bits, against):
            self.askers.add(min(one, other)[0])

    def whole(self, article: str, many: int) -> None:
        """All statements of an article."""
        self._marks[article] |= (1 << many) - 1

    def __contains__(self, spot: Spot) -> bool:
        return bool(self._marks.get(spot[0], 0) >> spot[1] & 1)

    def __iter__(self) -> Iterator[Spot]:
        """Each of them, in order."""
        return ((article, number) for article in sorted(self._marks) for number in _ones(self._marks[article]))

    def __len__(self) -> int:
        return sum(marks.bit_count() for marks in self._marks.values())


def _ones(marks: int) -> Iterator[int]:
    return (number for number in range(marks.bit_length()) if marks >> number & 1)


class Tray:
    """Ties on their way to where they are kept, some at a time."""

    def __init__(self, ties: MutableMapping[str, Ties]) -> None:
        self._ties = ties
        self._found: dict[str, list[Tie]] = defaultdict(list)
        self._many = 0

    def put(self, one: Spot, other: Spot, bits: float, against: int) -> None:
        """One more, for both of its ends."""
        self._found[one[0]].append((one[1], other, bits, against))
        self._found[other[0]].append((other[1], one, bits, against))
        self._many += 2
        if self._many >= TRAY:
            self.empty()

    def empty(self) -> None:
        """Keep all."""
        for article, found in sorted(self._found.items()):
            before = self._ties[article]
            self._ties[article] = Ties.of(before.many, chain(before, found))
        self._found.clear()
        self._many = 0
