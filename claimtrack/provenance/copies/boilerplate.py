"""Boilerplate: shingles that stand in many texts, which say nothing of descent; copies of one text count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimtrack.provenance.copies.texts import Reading

MANY = 50
"""Texts beyond which a shingle is boilerplate, wherever they appeared."""
MANY_OF_ONE = 4
"""Texts of one outlet from which a shingle is that outlet's boilerplate."""


def boilerplate(readings: Sequence[Reading], buckets: Iterable[Sequence[int]], alike: Mapping[int, int]) -> frozenset[int]:
    """The codes that stand in many texts.

    Args:
        readings: the texts.
        buckets: the places of the texts that share a fingerprint; only texts of crowded buckets are looked into.
        alike: for each place, what stands for the group of near-duplicates that it is in; a story that sixty outlets print is one text.
    """
    suspects = sorted({place for bucket in buckets if _crowded(bucket, readings, alike) for place in bucket})
    everywhere: dict[int, set[int]] = defaultdict(set)
    at_home: dict[tuple[str, int], set[int]] = defaultdict(set)
    for place in suspects:
        reading = readings[place]
        for code in reading.all:
            everywhere[code].add(alike[place])
            if reading.text.outlet:
                at_home[reading.text.outlet, code].add(alike[place])
    wide = {code for code, groups in everywhere.items() if len(groups) > MANY}
    return frozenset(wide | {code for (_, code), groups in at_home.items() if len(groups) >= MANY_OF_ONE})


def _crowded(bucket: Sequence[int], readings: Sequence[Reading], alike: Mapping[int, int]) -> bool:
    """Whether a fingerprint stands in many texts, copies counted once."""
    if len(bucket) < MANY_OF_ONE:
        return False
    if len({alike[place] for place in bucket}) > MANY:
        return True
    homes: dict[str, set[int]] = defaultdict(set)
    for place in bucket:
        if readings[place].text.outlet:
            homes[readings[place].text.outlet].add(alike[place])
    return any(len(groups) >= MANY_OF_ONE for groups in homes.values())
