"""Which keys a chain of pairs connects, as the pairs come in."""

from __future__ import annotations


class Components:
    """Keys in groups that grow together: a forest whose paths are halved on the way (Tarjan and van Leeuwen 1984)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Bring the groups of two keys together."""
        self._parent.setdefault(one, one)
        self._parent.setdefault(other, other)
        self._parent[self._root(one)] = self._root(other)

    def together(self, one: str, other: str) -> bool:
        """Whether some chain of pairs connects two keys."""
        return one in self._parent and other in self._parent and self._root(one) == self._root(other)

    def _root(self, key: str) -> str:
        parent = self._parent
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key
