"""Pairs of texts compared, with few of the texts at hand at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice

from claimtrack.provenance.copies.families import Couple, families
from claimtrack.provenance.copies.relations import Pair, compare
from claimtrack.provenance.copies.texts import Reading, Text

HELD = 128
"""Texts that are held as they were read, while pairs that have them are compared."""
BATCH = 200
"""Pairs that a process takes at a time."""
Fetch = Callable[[str], Text]
"""Gets a text by its key."""


class Comparing:
    """Compares pairs of texts; a function of the texts and the boilerplate, to be spread over processes where `fetch` can be pickled.

    Args:
        fetch: gets a text.
        common: codes of boilerplate.
    """

    def __init__(self, fetch: Fetch, common: frozenset[int] = frozenset()) -> None:
        self._fetch = fetch
        self._common = common

    def __call__(self, couples: Iterable[Couple]) -> tuple[Pair, ...]:
        """What the two texts of each pair are to each other."""
        return tuple(compare_texts(self._fetch, couples, self._common))


def compare_texts(fetch: Fetch, couples: Iterable[Couple], common: frozenset[int] = frozenset(), held: int = HELD) -> Iterator[Pair]:
    """What the two texts of each pair are to each other, family by family, so that each text is got but a few times.

    Args:
        fetch: gets a text by its key.
        couples: the keys of the pairs.
        common: codes of boilerplate.
        held: how many texts are held at a time.
    """
    read = lru_cache(held)(lambda key: Reading(fetch(key)))
    return (compare(read(left), read(right), common) for left, right in by_family(couples))


def by_family(couples: Iterable[Couple]) -> list[Couple]:
    """The pairs in an order in which those of one family stand together."""
    couples = set(couples)
    family = families(sorted(couples))
    return sorted(couples, key=lambda couple: (family[couple[0]], couple))


def batches(couples: Iterable[Couple], size: int = BATCH) -> Iterator[tuple[Couple, ...]]:
    """The same in batches, each for one process."""
    ordered = iter(by_family(couples))
    while batch := tuple(islice(ordered, size)):
        yield batch
