"""Who says what of which object, as flat arrays of whole numbers: there is never a table of sources by objects."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cached_property

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, Ints, distinct, totals


@attrs.frozen(eq=False)
class Observations:
    """Sources, objects, and the facts (an object with one of its values) that each source asserts.

    The order of what was given, and saying a thing twice, leave no trace.
    A source that gives several values for one object asserts them all.

    Args:
        sources: names, sorted, each of which asserts something.
        objects: names, sorted, each of which has a value.
        fact_object: for each fact the number of its object; facts are sorted by object, then by spelling.
        fact_value: for each fact the spelling of its value.
        source: for each observation the number of its source.
        fact: for each observation the number of its fact; observations are sorted by fact, then by source.
    """

    sources: tuple[str, ...]
    objects: tuple[str, ...]
    fact_object: Ints
    fact_value: tuple[str, ...]
    source: Ints
    fact: Ints

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, str]]) -> Observations:
        """Observations from rows of source, object and value."""
        names: tuple[dict[str, int], ...] = ({}, {}, {})
        columns = (array("q"), array("q"), array("q"))
        (of_source, of_object, of_value), (one, two, three) = names, columns
        for source, subject, value in rows:
            one.append(of_source.setdefault(source, len(of_source)))
            two.append(of_object.setdefault(subject, len(of_object)))
            three.append(of_value.setdefault(value, len(of_value)))
        ranked = (_ranked(numbers, column) for numbers, column in zip(names, columns, strict=True))
        (sources, by_source), (objects, by_object), (values, by_value) = ranked
        fact_keys, facts = np.unique(by_object * len(values) + by_value, return_inverse=True)
        keys = distinct(facts * len(sources) + by_source)
        return cls(
            sources=sources,
            objects=objects,
            fact_object=fact_keys // max(len(values), 1),
            fact_value=tuple(values[at] for at in (fact_keys % max(len(values), 1)).tolist()),
            source=keys % max(len(sources), 1),
            fact=keys // max(len(sources), 1),
        )

    def __len__(self) -> int:
        return len(self.fact)

    @cached_property
    def starts(self) -> Ints:
        """For each object the number of its first fact."""
        return np.searchsorted(self.fact_object, np.arange(len(self.objects)))

    @cached_property
    def rivals(self) -> Ints:
        """For each object how many values it was given, at least 1."""
        return np.bincount(self.fact_object, minlength=len(self.objects))

    @cached_property
    def supporters(self) -> Ints:
        """For each fact how many sources assert it, at least 1."""
        return np.bincount(self.fact, minlength=len(self.fact_object))

    @cached_property
    def asserted(self) -> Ints:
        """For each source how many facts it asserts, at least 1."""
        return np.bincount(self.source, minlength=len(self.sources))

    @cached_property
    def voters(self) -> Ints:
        """For each object how many observations it has, at least 1."""
        return np.add.reduceat(self.supporters, self.starts)

    @cached_property
    def speaking(self) -> tuple[Ints, Ints]:
        """The numbers of source and object of each pair of them that has an observation, each pair once."""
        many = len(self.objects)
        pairs = distinct(self.source * many + self.fact_object[self.fact])
        return pairs // many, pairs % many

    def by_fact(self, amounts: Floats) -> Floats:
        """For each fact the sum of the amounts of its observations."""
        return totals(self.fact, amounts, len(self.fact_object))

    def by_source(self, amounts: Floats) -> Floats:
        """For each source the sum of the amounts of its observations."""
        return totals(self.source, amounts, len(self.sources))

    def by_object(self, amounts: Floats) -> Floats:
        """For each object the sum of the amounts of its facts."""
        sums: Floats = np.add.reduceat(amounts, self.starts)
        return sums


def _ranked(numbers: dict[str, int], places: array[int]) -> tuple[tuple[str, ...], Ints]:
    """The names in order, and for each place the rank of the name whose number it holds."""
    names = sorted(numbers)
    ranks = np.empty(len(names), np.int64)
    ranks[[numbers[name] for name in names]] = np.arange(len(names))
    return tuple(names), ranks[np.frombuffer(places, np.int64)]
