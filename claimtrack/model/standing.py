"""What judgements say together of any two things: what was said of them, and what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimtrack.model.joining import join
from claimtrack.model.records import Judgement
from claimtrack.model.terms import MakerKind, Verdict
from claimtrack.model.view import Conflict


class Standing:
    """Judgements that come and go, and the verdict on any two things that follows from all of them at each time.

    Same is transitive under the rule of the weakest link (`join`). A difference, and a person's "unsure", hold between all that is the
    same as the one and all that is the same as the other. Each change costs as much as the things it is connected with.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._of: dict[str, dict[str, Judgement]] = defaultdict(dict)
        self._group: dict[str, tuple[str, ...]] = {}
        self._conflicts: dict[str, set[Conflict]] = defaultdict(set)
        for judgement in judgements:
            self._hold(judgement)
        self._rejoin(frozenset(self._of))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the judgements contradict each other."""
        return tuple(sorted(conflict for found in self._conflicts.values() for conflict in found))

    def verdict(self, left: str, right: str) -> Verdict | None:
        """What is decided of two things: by what is joined and kept apart, else by a person's own word; None while it is open."""
        one, other = self._members(left), self._members(right)
        if one == other:
            return Verdict.SAME
        between = list(self._between(one, other))
        if any(judgement.verdict is Verdict.DIFFERENT for judgement in between):
            return Verdict.DIFFERENT
        if any(judgement.verdict is Verdict.UNSURE and by_person(judgement) for judgement in between):
            return Verdict.UNSURE
        own = (each.verdict for each in between if by_person(each) and (each.left, each.right) == (min(left, right), max(left, right)))
        return min(own, key=str, default=None)

    def add(self, judgement: Judgement) -> tuple[frozenset[str], tuple[Conflict, ...]]:
        """Take a judgement in.

        Returns:
            The things whose verdicts may be others now, and the contradictions that were not there before.
        """
        self._hold(judgement)
        return self._changed(self._connected(judgement))

    def remove(self, judgement: Judgement) -> frozenset[str]:
        """Take a judgement out again; the answer is the things whose verdicts may be others now."""
        touched = self._connected(judgement)
        for key in (judgement.left, judgement.right):
            self._of[key].pop(judgement.id, None)
        return self._changed(touched)[0]

    def _hold(self, judgement: Judgement) -> None:
        for key in (judgement.left, judgement.right):
            self._of[key][judgement.id] = judgement

    def _members(self, key: str) -> tuple[str, ...]:
        return self._group.get(key, (key,))

    def _between(self, one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[Judgement]:
        """The judgements on one thing of each of two groups."""
        fewer, more = sorted((one, other), key=lambda members: (len(members), members))
        for key in fewer:
            for judgement in self._of[key].values() if key in self._of else ():
                if self._members(judgement.right if judgement.left == key else judgement.left) == more:
                    yield judgement

    def _connected(self, judgement: Judgement) -> frozenset[str]:
        """Everything that a path of "same" leads to from the two things of a judgement, whatever was set aside."""
        todo, found = [judgement.left, judgement.right], {judgement.left, judgement.right}
        while todo:
            key = todo.pop()
            for each in self._of[key].values():
                if each.verdict is Verdict.SAME and not found.issuperset((each.left, each.right)):
                    todo += {each.left, each.right} - found
                    found |= {each.left, each.right}
        return frozenset(found)

    def _changed(self, keys: frozenset[str]) -> tuple[frozenset[str], tuple[Conflict, ...]]:
        before = {conflict for key in keys for conflict in self._conflicts.get(key, ())}
        after = self._rejoin(keys)
        return keys, tuple(sorted(after - before))

    def _rejoin(self, keys: frozenset[str]) -> set[Conflict]:
        """Group anew what is connected, which nothing outside bears on; the contradictions within."""
        joining = join({judgement.id: judgement for key in sorted(keys) for judgement in self._of[key].values()}.values())
        for key in keys:
            self._group.pop(key, None)
            self._conflicts.pop(key, None)
        for group in joining.groups:
            self._group |= dict.fromkeys(keys.intersection(group), group)
        for conflict in joining.conflicts:
            self._conflicts[conflict.about].add(conflict)
        return set(joining.conflicts)


def by_person(judgement: Judgement) -> bool:
    """Whether a person made it."""
    return judgement.maker is not None and judgement.maker.kind is MakerKind.PERSON
