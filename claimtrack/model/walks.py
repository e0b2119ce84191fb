"""Walks over a directed graph of keys: what can be reached, and from where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def reached(starts: Iterable[K], onward: Mapping[K, Iterable[K]], past: Collection[K] = ()) -> set[K]:
    """The keys that some start leads to, the starts among them, past some that are not entered; one without an entry leads nowhere."""
    todo = list(starts)
    found = set(todo)
    while todo:
        for target in onward.get(todo.pop(), ()):
            if target not in found and target not in past:
                found.add(target)
                todo.append(target)
    return found


def turned(onward: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The same graph with every edge the other way round."""
    back: dict[str, list[str]] = defaultdict(list)
    for source, targets in onward.items():
        for target in targets:
            back[target].append(source)
    return back
