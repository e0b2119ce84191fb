"""Circles in who cites whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator


def cycles(links: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The groups of two or more that cite each other in a circle (strongly connected components, Tarjan 1972), each sorted.

    Args:
        links: pairs of who cites and who is cited.
    """
    onward: dict[str, set[str]] = defaultdict(set)
    for source, target in links:
        onward[source].add(target)
    if all(map(onward.keys().isdisjoint, onward.values())):
        return ()  # nobody who cites is cited
    found: list[tuple[str, ...]] = []
    place: dict[str, int] = {}
    low: dict[str, int] = {}
    held: list[str] = []
    done: set[str] = set()
    for root in sorted(onward):
        if root in place:
            continue
        walk: list[tuple[str, Iterator[str]]] = [_enter(root, onward, place, low, held)]
        while walk:
            node, targets = walk[-1]
            target = next(targets, "")
            if not target:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                if low[node] == place[node]:
                    group = held[held.index(node) :]
                    del held[held.index(node) :]
                    done.update(group)
                    if len(group) > 1:
                        found.append(tuple(sorted(group)))
            elif target not in place:
                walk.append(_enter(target, onward, place, low, held))
            elif target not in done:
                low[node] = min(low[node], place[target])
    return tuple(sorted(found))


def _enter(
    node: str, onward: dict[str, set[str]], place: dict[str, int], low: dict[str, int], held: list[str]
) -> tuple[str, Iterator[str]]:
    """Number a node and start walking its targets."""
    place[node] = low[node] = len(place)
    held.append(node)
    return node, iter(sorted(onward.get(node, ())))
