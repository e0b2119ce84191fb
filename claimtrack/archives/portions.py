"""What is to be assessed of an archive in portions of which no two have anything in common, though several are worked on at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Set

from claimtrack.model import Judgement, Statement, Verdict
from claimtrack.store import Store

TO_ASSESS = "to assess"
"""The stage in which the keys are noted whose claims are to be assessed."""
TOGETHER = 100
"""Statements and claim records with which a portion begins."""
BESIDE = 2_000
"""Keys of the same articles that come to them, at most."""


class Portions:
    """Keys that are to do, some at a time: with all that paths of "same" lead to, and with what else the same articles say.

    Claims of an article take the same records, and so do those of its copies, which are together then wherever they stand in the order
    of keys.

    Args:
        store: the archive; what is noted as to do has all that belongs together or nothing of it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._todo = store.work(TO_ASSESS)
        self._out: deque[frozenset[str]] = deque()

    def __iter__(self) -> Iterator[frozenset[str]]:
        keys = self._todo.first(TOGETHER)
        while keys:
            if free := self._free(keys):
                self._out.append(self._grown(free))
                yield self._out[-1]
            keys = self._todo.first(TOGETHER, after=keys[-1])

    def done(self) -> None:
        """Note that the first of the portions that are out is done, and noted as to do no more."""
        self._out.popleft()

    def _free(self, keys: Iterable[str]) -> set[str]:
        """Those of some keys that are in no portion that is out."""
        return set(keys).difference(*self._out)

    def _grown(self, keys: Set[str]) -> frozenset[str]:
        closed = self._closed(keys)
        articles = {article for (article,) in self._store.fields_keyed(Statement, closed, "article")}
        beside = self._free(self._store.keys_naming(Statement, "article", articles)) - closed
        waiting = sorted(key for key, _, _ in self._todo.some(beside))
        return frozenset(closed | self._closed(waiting[:BESIDE]))

    def _closed(self, keys: Iterable[str]) -> set[str]:
        """Keys with all that was ever judged the same, in steps; the records are not read for it."""
        found, todo = set(keys), set(keys)
        while todo:
            todo = {end for end in self._ends(todo) if end not in found}
            found |= todo
        return found

    def _ends(self, keys: Set[str]) -> Iterator[str]:
        for kept in (self._store, self._store.links):
            for side, other in (("left", "right"), ("right", "left")):
                for end, verdict in kept.fields_naming(Judgement, side, keys, other, "verdict"):
                    if verdict == str(Verdict.SAME):
                        yield end
