"""Near articles compared with each other, a bench of them at a time, here or in another process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol

import attrs

from claimtrack.claims.collection import Collection
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.ties import Desk, Said
from claimtrack.model.matching import Proposition

PAIRS = 500
"""Pairs of articles that make up a bench."""
Found = Sequence[tuple[str, str, Sequence[tuple[int, int, float]]]]
"""For pairs of articles the numbers of the statements that are about one matter, with their bits."""


@attrs.frozen
class Bench:
    """Some pairs of articles to compare.

    Attributes:
        near: how near the two of each pair are, 0 to 1; an article may be paired with itself.
        said: what the statements of these articles say.
    """

    near: Mapping[tuple[str, str], float]
    said: Mapping[str, tuple[Proposition, ...]]


class Over(Protocol):
    """Does a piece of work for each of some benches, as `map` does, or by several processes."""

    def __call__(self, work: Callable[[Bench], Found], benches: Iterable[Bench], /) -> Iterable[Found]:
        """The results in the order of the benches."""


class Comparing:
    """Compares the articles of benches; what was worked out of an article stays for the next bench, as far as there is room.

    Args:
        counts: how many texts hold each stem; copied when it is sent to another process.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._bench = Bench({}, {})
        self._desk = Desk(Collection((), Rarity.counted(counts), self), lambda article: self._bench.said[article])

    def __reduce__(self) -> tuple[Any, ...]:
        return Comparing, (dict(self._counts),)

    def near(self, one: str, other: str) -> float:
        """How near two articles of the bench at hand are."""
        return 1.0 if one == other else self._bench.near[(one, other) if one < other else (other, one)]

    def __call__(self, bench: Bench) -> Found:
        """The ties between the articles of a bench."""
        self._bench = bench
        return [(one, other, found) for one, other in bench.near if (found := tuple(self._desk.tied(one, other)))]


def benches(pairs: Iterable[tuple[str, str]], near: Mapping[tuple[str, str], float], said: Said) -> Iterator[Bench]:
    """Pairs of articles, bench by bench.

    Args:
        pairs: the pairs in order, each in order.
        near: how near the two of each are.
        said: what the statements of an article say.
    """
    source = iter(pairs)
    while some := tuple(islice(source, PAIRS)):
        articles = dict.fromkeys(article for pair in some for article in pair)
        yield Bench({pair: near.get(pair, 1.0) for pair in some}, {article: tuple(said(article)) for article in articles})
