"""Near articles compared with each other, a bench of them at a time, here or in another process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol

import attrs

from claimtrack.claims.bearings import between
from claimtrack.claims.collection import Collection
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.stance import Told
from claimtrack.claims.ties import Desk, Said, Spot, Tied
from claimtrack.model.matching import Proposition
from claimtrack.model.records import Stance
from claimtrack.model.terms import StanceKind
from claimtrack.seams import Inference

PAIRS = 500
"""Pairs of articles that make up a bench."""


@attrs.frozen
class Met:
    """What came of comparing two articles, or an article with itself.

    Attributes:
        ties: the pairs of their statements that are about one matter.
        stances: how these bear on each other.
    """

    one: str
    other: str
    ties: tuple[Tied, ...]
    stances: tuple[Stance, ...] = ()


@attrs.frozen
class Bench:
    """Some pairs of articles to compare.

    Attributes:
        near: how near the two of each pair are, 0 to 1; an article may be paired with itself.
        said: what the statements of these articles say.
        heard: what these statements tell of how they are said, by their keys; without it no stances are found.
    """

    near: Mapping[tuple[str, str], float]
    said: Mapping[str, tuple[Proposition, ...]]
    heard: Mapping[str, Told] = attrs.field(factory=dict)


Hear = Callable[[str], Mapping[str, Told]]
"""Tells what the statements of an article tell, by their keys."""


class Over(Protocol):
    """Does a piece of work for each of some benches, as `map` does, or by several processes."""

    def __call__(self, work: Callable[[Bench], Sequence[Met]], benches: Iterable[Bench], /) -> Iterable[Sequence[Met]]:
        """The results, in any order."""


@attrs.frozen
class Listener:
    """What wants to know how statements bear on each other.

    Attributes:
        heard: what the statements of an article tell, by their keys; of claims nothing, since they bear on nothing.
        take: takes what comes of comparing two articles; nothing comes of those that something came of before and that are not compared
            any more.
        inference: a model of natural language inference, to join the table of rules.
    """

    heard: Hear
    take: Callable[[Met], None]
    inference: Inference | None = None


NOBODY = Listener(lambda _: {}, lambda _: None)
"""Wants to know nothing."""


class Comparing:
    """Compares the articles of benches; what was worked out of an article stays for the next bench, as far as there is room.

    Args:
        counts: how many texts hold each stem; copied when it is sent to another process.
        inference: a model of natural language inference, to join the table of rules.
    """

    def __init__(self, counts: Mapping[str, int], inference: Inference | None = None) -> None:
        self._counts = counts
        self._inference = inference
        self._bench = Bench({}, {})
        self._desk = Desk(Collection((), Rarity.counted(counts), self), lambda article: self._bench.said[article])

    def __reduce__(self) -> tuple[Any, ...]:
        return Comparing, (dict(self._counts), self._inference)

    def near(self, one: str, other: str) -> float | None:
        """How near two articles of the bench at hand are; None where one is none."""
        if not one or not other:
            return None
        return 1.0 if one == other else self._bench.near[(one, other) if one < other else (other, one)]

    def __call__(self, bench: Bench) -> Sequence[Met]:
        """The ties between the articles of a bench, and how their statements bear on each other."""
        self._bench = bench
        return [self._met(one, other, found) for one, other in bench.near if (found := tuple(self._desk.tied(one, other)))]

    def apart(self, claim: str, spots: Iterable[Spot], bench: Bench) -> Iterator[Met]:
        """The same for a claim that stands in no article and some statements."""
        self._bench = bench
        at: dict[str, list[int]] = defaultdict(list)
        for article, number in sorted(spots):
            at[article].append(number)
        return (self._met(claim, article, found) for article in at if (found := tuple(self._desk.apart(claim, article, at[article]))))

    def _met(self, one: str, other: str, ties: tuple[Tied, ...]) -> Met:
        return Met(one, other, ties, tuple(self._stances(one, other, ties)) if self._bench.heard else ())

    def _stances(self, one: str, other: str, ties: tuple[Tied, ...]) -> Iterator[Stance]:
        """How the statements bear on each other; who denies a figure, a day or a thing does not deny another."""
        for mine, theirs, *_ in ties:
            pair = self._desk.proposition(one, mine), self._desk.proposition(other, theirs)
            for stance in between(*pair, self._bench.heard, self._inference):
                if stance.kind is not StanceKind.DENIES or not self._desk.elsewhere(one, mine, other, theirs):
                    yield stance


def benches(pairs: Iterable[tuple[str, str]], near: Callable[[str, str], float], said: Said, heard: Hear = NOBODY.heard) -> Iterator[Bench]:
    """Pairs of articles, bench by bench.

    Args:
        pairs: the pairs in order, each in order.
        near: how near the two of each are.
        said: what the statements of an article say.
        heard: what these statements tell, by their keys.
    """
    source = iter(pairs)
    while some := tuple(islice(source, PAIRS)):
        articles = dict.fromkeys(article for pair in some for article in pair)
        told = {key: each for article in articles for key, each in heard(article).items()}
        yield Bench({pair: near(*pair) for pair in some}, {article: tuple(said(article)) for article in articles}, told)
