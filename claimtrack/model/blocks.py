"""The blocks of a graph that grows edge by edge: which edges lie on a simple path between two of its nodes.

A block is a largest part that stays connected when any one node is taken out. An edge lies on a simple path between two nodes just
when its block lies on the path between them in the tree of blocks and nodes (Harary 1969). The tree is kept as edges come, as by
Westbrook and Tarjan 1992: an edge within a tree makes one block of all blocks between its ends, an edge between two trees is a block
by itself and turns the smaller tree round to hang from it.
"""

from __future__ import annotations

from collections.abc import Sequence


class _Climb:
    """The way from a node up its tree, with the number of blocks passed before each node and block."""

    def __init__(self, node: int) -> None:
        self.node = node
        self.blocks: list[int] = []
        self.nodes = {node: 0}
        self.places: dict[int, int] = {}


class Blocks:
    """A forest of blocks over numbered nodes, with pairs of nodes to watch.

    Args:
        size: how many nodes there are, numbered from 0.
        pairs: pairs of different nodes; `between` tells which of them a block lies between.
    """

    def __init__(self, size: int, pairs: Sequence[tuple[int, int]]) -> None:
        self._pairs = pairs
        self._tree = list(range(size))
        self._sizes = [1] * size
        self._above = [-1] * size
        self._top: list[int] = []
        self._merged: list[int] = []
        self._between: list[set[int]] = []
        self._lies: list[bool] = []
        self._apart: dict[int, list[int]] = {}
        for pair, ends in enumerate(pairs):
            for end in ends:
                self._apart.setdefault(end, []).append(pair)
        self._joined: list[int] = []

    def add(self, left: int, right: int) -> int:
        """Draw an edge between two different nodes; the answer is for `between`."""
        if _root(self._tree, left) != _root(self._tree, right):
            return self._bridge(left, right)
        blocks, top = self._path(left, right)
        return self._condense(blocks, top)

    def settle(self) -> None:
        """Note which blocks lie between the pairs that the edges drawn since the last time have joined."""
        for pair in self._joined:
            blocks, _ = self._path(*self._pairs[pair])
            for block in blocks:
                self._between[block].add(pair)
                self._lies[block] = True
        self._joined = []

    def lies_between(self, edge: int) -> bool:
        """Whether an edge lies on a simple path between the two of any pair, as far as settled."""
        return self._lies[_root(self._merged, edge)]

    def between(self, edge: int) -> set[int]:
        """The pairs that it lies between, by their places; whoever has heard enough of a pair may take it out."""
        return self._between[_root(self._merged, edge)]

    def _bridge(self, left: int, right: int) -> int:
        """Hang the smaller tree from the larger one by a block of one edge."""
        small, large = _root(self._tree, left), _root(self._tree, right)
        if self._sizes[small] > self._sizes[large]:
            left, right, small, large = right, left, large, small
        self._turn(left)
        self._meet(small, large)
        self._above[left] = len(self._top)
        self._top.append(right)
        self._merged.append(len(self._merged))
        self._between.append(set())
        self._lies.append(False)
        return self._above[left]

    def _turn(self, node: int) -> None:
        """Make a node the top of its tree."""
        block = -1
        while node >= 0:
            up = self._above[node]
            self._above[node] = block
            if up < 0:
                return
            block = _root(self._merged, up)
            self._top[block], node = node, self._top[block]

    def _meet(self, small: int, large: int) -> None:
        """Make one tree of two, and note the pairs that it joins."""
        self._tree[small] = large
        self._sizes[large] += self._sizes[small]
        for pair in self._apart.pop(small, ()):
            if all(_root(self._tree, end) == large for end in self._pairs[pair]):
                self._joined.append(pair)
            else:
                self._apart.setdefault(large, []).append(pair)

    def _path(self, left: int, right: int) -> tuple[list[int], int]:
        """The blocks between two nodes of one tree, and the node that the highest of them hangs from.

        Both climb in turns, so that the way is never much longer than what lies between them.
        """
        way, other = _Climb(left), _Climb(right)
        while True:
            up = self._above[way.node]
            if up >= 0:
                block = _root(self._merged, up)
                if block in other.places:
                    return [*way.blocks, *other.blocks[: other.places[block]], block], self._top[block]
                way.places[block] = len(way.blocks)
                way.blocks.append(block)
                way.node = self._top[block]
                if way.node in other.nodes:
                    return [*way.blocks, *other.blocks[: other.nodes[way.node]]], way.node
                way.nodes[way.node] = len(way.blocks)
            way, other = other, way

    def _condense(self, blocks: Sequence[int], top: int) -> int:
        """Make one block of several that lie in a circle now."""
        first, *others = blocks
        for other in others:
            self._merged[other] = first
            small, large = sorted((self._between[first], self._between[other]), key=len)
            large |= small
            self._between[first], self._between[other] = large, set()
            self._lies[first] |= self._lies[other]
        self._top[first] = top
        return first


def _root(parents: list[int], item: int) -> int:
    """What stands for the item among all that were made one with it (path halving)."""
    while parents[item] != item:
        parents[item] = item = parents[parents[item]]
    return item
