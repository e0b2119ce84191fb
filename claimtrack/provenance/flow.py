"""Lines that share no node: a small search for augmenting paths on whole numbers, with the cut that stops it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.model.lineage import SINK

FREE = -2
SOURCE = -3


class Flow:
    """A largest family of node-disjoint lines from starts to the sink, grown one start after another.

    The sets of starts that can be linked at once are the independent sets of a gammoid (Mason 1972), so a start that cannot be added
    now never can be later, and taking starts greedily by any weight is exact.

    Args:
        onward: for each node, the nodes it leads to; `SINK` where it reaches the end.
    """

    __slots__ = ("after", "before", "onward", "size")

    def __init__(self, onward: Sequence[Sequence[int]]) -> None:
        self.onward = onward
        self.after = [FREE] * len(onward)
        self.before = [FREE] * len(onward)
        self.size = 0

    def copy(self) -> Flow:
        """The same lines, free to grow on their own."""
        twin = Flow(self.onward)
        twin.after, twin.before, twin.size = self.after[:], self.before[:], self.size
        return twin

    def add(self, start: int) -> bool:
        """Add one more line from a start, moving the others where needed; false if there is no way."""
        if self._straight(start):
            return True
        tried = {start: SOURCE}
        side = self._way(tried)
        if side == FREE:
            return False
        self._reroute(side, tried)
        self.size += 1
        return True

    def _straight(self, start: int) -> bool:
        """Lay a line by going on to the first free node each time, moving nothing; most lines are found so."""
        onward, after, before = self.onward, self.after, self.before
        if after[start] != FREE:
            return False
        came, node = SOURCE, start
        while True:
            before[node] = came
            for target in onward[node]:
                if target == SINK:
                    after[node] = SINK
                    self.size += 1
                    return True
                if before[target] == FREE:
                    after[node] = target
                    came, node = node, target
                    break
            else:
                self._take_back(node)
                return False

    def _take_back(self, node: int) -> None:
        """Free the nodes of a line that came to a dead end."""
        while node != SOURCE:
            came = self.before[node]
            self.before[node] = self.after[node] = FREE
            node = came

    def cut(self, starts: Iterable[int]) -> list[int]:
        """Once every start was tried: as many nodes as there are lines, one on each, which nothing gets past."""
        tried = dict.fromkeys(starts, SOURCE)
        self._way(tried)
        n = len(self.onward)
        return [node for node in tried if node < n and node + n not in tried]

    def _way(self, tried: dict[int, int]) -> int:
        """Search on from what is tried; the side of the last node before the sink, or `FREE` if there is no way.

        A node has two sides, `v` where a line comes in and `v + n` where it goes out. A line may come in once; where another is in
        the way, the search walks back along that one and lets it go on otherwise. `tried` keeps where each side was reached from.
        """
        onward, after, before = self.onward, self.after, self.before
        n = len(after)
        todo = list(tried)
        while todo:
            side = todo.pop()
            if side < n:
                step = side + n
                if after[side] != FREE:
                    if before[side] == SOURCE:
                        continue
                    step = before[side] + n
                if step not in tried:
                    tried[step] = side
                    todo.append(step)
                continue
            node = side - n
            taken = after[node]
            if taken != FREE and node not in tried:
                tried[node] = side
                todo.append(node)
            for target in onward[node]:
                if target == SINK:
                    if taken != SINK:
                        return side
                elif target not in tried and target != taken:
                    tried[target] = side
                    todo.append(target)
        return FREE

    def _reroute(self, side: int, tried: dict[int, int]) -> None:
        """Follow the search back from the sink, taking steps off other lines where it walked back, then laying the new ones."""
        n = len(self.onward)
        laid = [(side - n, SINK)]
        taken = []
        while (came := tried[side]) != SOURCE:
            if came >= n and came - n != side:
                laid.append((came - n, side))
            elif came < n and side - n != came:
                taken.append((side - n, came))
            side = came
        for node, target in taken:
            self.after[node] = FREE
            self.before[target] = FREE
        for node, target in laid:
            self.after[node] = target
            if target != SINK:
                self.before[target] = node
        self.before[side] = SOURCE

    def lines(self) -> list[list[int]]:
        """The lines found, each from its start to the last node before the sink."""
        found = []
        after = self.after
        for node, before in enumerate(self.before):
            if before == SOURCE:
                line = []
                while node != SINK:
                    line.append(node)
                    node = after[node]
                found.append(line)
        return found
