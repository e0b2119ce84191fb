"""Families: texts that are linked by pairs, whether directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

K = TypeVar("K", str, int)
Couple = tuple[str, str]
"""The keys of two texts, the older first."""


def families(pairs: Iterable[tuple[K, K]]) -> dict[K, K]:
    """For everything that stands in a pair the least member of its family; the order of the pairs makes no difference."""
    parent: dict[K, K] = {}

    def root(each: K) -> K:
        while (above := parent.setdefault(each, each)) != each:
            parent[each] = each = parent[above]
        return each

    for left, right in pairs:
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    return {each: root(each) for each in sorted(parent)}
