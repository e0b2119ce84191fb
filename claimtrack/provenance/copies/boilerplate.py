"""Boilerplate: shingles that stand in many texts, which say nothing of descent; copies of one text count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from claimtrack.provenance.copies.buckets import Bucket
from claimtrack.provenance.copies.sketches import CROWD


@attrs.frozen
class Limits:
    """How many texts are many.

    Attributes:
        everywhere: texts beyond which a shingle is boilerplate, wherever they appeared.
        at_home: texts of one outlet from which a shingle is that outlet's boilerplate.
        crowd: texts that share a code beyond which each is paired with the first and with its neighbour, not with all.
        marked: texts beyond which a name or number tells no story from another.
    """

    everywhere: int = 50
    at_home: int = 4
    crowd: int = CROWD
    marked: int = 100


LIMITS = Limits()
Groups = Mapping[int, int]
"""For each place of a text that has near-duplicates, what stands for all of them; a story that sixty outlets print is one text."""


def common_among(buckets: Mapping[int, Bucket], outlets: Sequence[str], groups: Groups, limits: Limits = LIMITS) -> set[int]:
    """The codes that stand in many texts, or in several of one outlet.

    Args:
        buckets: for each code the texts that have it, by their places.
        outlets: the outlet of each text, empty when unknown.
        groups: near-duplicates, which count once.
        limits: how many are many.
    """
    return {
        code
        for code, bucket in buckets.items()
        if len(bucket) >= min(limits.at_home, limits.everywhere) and _common(bucket, outlets, groups, limits)
    }


def _common(bucket: Bucket, outlets: Sequence[str], groups: Groups, limits: Limits) -> bool:
    texts = {groups.get(place, place) for place in bucket}
    if len(texts) > limits.everywhere:
        return True
    homes: dict[str, set[int]] = defaultdict(set)
    for place in bucket:
        if outlets[place]:
            homes[outlets[place]].add(groups.get(place, place))
    return any(len(found) >= limits.at_home for found in homes.values())
