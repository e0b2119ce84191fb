"""Articles read into an archive, linked and assessed there: nothing twice, and a run that breaks off goes on where it stopped."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import attrs

from claimtrack.archives.reassessing import Assessed, reassess
from claimtrack.archives.recopying import recopy
from claimtrack.archives.relinking import relink
from claimtrack.archives.suggesting import SUGGESTED, suggest
from claimtrack.errors import Fault, InputError
from claimtrack.files import Raw, reason
from claimtrack.intake import Read, Watch, read_each
from claimtrack.model import Article, Derivation, Judgement, Ledger, Outlet, Retraction, Speaker, Stance, Statement
from claimtrack.model.policy import Policy
from claimtrack.seams import Inference, Rule
from claimtrack.statements.speakers import MAKER
from claimtrack.store import Input, Store
from claimtrack.support import FLAGS

TOGETHER = 64
"""Inputs whose records are acknowledged at a time."""
T = TypeVar("T")


@attrs.frozen
class Told:
    """What came of reading into an archive.

    Attributes:
        articles: how many were read.
        statements: how many were found in them.
        same: how many inputs had not changed since they were read.
        faults: what could not be read, now or when it was last tried.
    """

    articles: int
    statements: int
    same: int
    faults: tuple[Fault, ...] = ()


def read_into(store: Store, raw: Sequence[Raw], *, jobs: int = 1, watched: Watch = iter) -> Told:
    """Read articles into an archive, each batch of inputs in one transaction with the note that it was read.

    An input whose size and time, or else whose bytes, are as they were when it was read is not read again. What is read does not
    depend on where an earlier run broke off.

    Args:
        store: the archive; its outlets and speakers are recognized.
        raw: all inputs, those among them that were read before.
        jobs: processes to spread the inputs over; the result is the same for any number.
        watched: passes on what was read of each input, to show how far the reading is.
    """
    looked = _Looked(store, raw)
    articles = statements = 0
    faults = list(looked.faults)
    store.inputs.note(*looked.changed)
    others = [each.name for each in looked.same]
    read = read_each([each for each, _ in looked.new], _known(store), jobs=jobs, beside=others, before=store.before(looked.came))
    for batch in _batches(zip(looked.new, watched(read), strict=True)):
        with store.transaction():
            store.add(record for _, (records, _) in batch for record in records)
            store.inputs.note(*(_noted(state, read) for (_, state), read in batch))
        articles += sum(isinstance(record, Article) for _, (records, _) in batch for record in records)
        statements += sum(isinstance(record, Statement) for _, (records, _) in batch for record in records)
        faults += [fault for _, (_, missed) in batch for fault in missed]
    suggest(store)
    return Told(articles, statements, len(looked.same), tuple(faults))


@attrs.frozen
class Linked:
    """How many links of each kind there are.

    Attributes:
        joined, apart: pairs of statements judged the same, or different.
        stances: statements found to bear on others.
        descended: articles found to descend from others.
        proposals: what awaits a person's word.
    """

    joined: int = 0
    apart: int = 0
    stances: int = 0
    descended: int = 0
    proposals: int = 0


class _Looked:
    """The inputs of a run, those that were read before apart from the others.

    Attributes:
        new: those to read, each with what is to be noted of it; those among them in which something could not be read before.
        same: what is to be noted of the others.
        changed: those of these that have another name or time than was noted.
        came: the ids of the articles that came of inputs as they are now.
        faults: which inputs are not there any more.
    """

    def __init__(self, store: Store, raw: Sequence[Raw]) -> None:
        self.new: list[tuple[Raw, Input]] = []
        self.same: list[Input] = []
        self.changed: list[Input] = []
        self.faults: list[Fault] = []
        self.came: set[str] = set()
        self._store = store
        self._names = frozenset(each.name for each in raw)
        for some in _batches(raw):
            noted = {each.name: each for each in store.inputs.some(each.name for each in some)}
            for each in some:
                try:
                    self._look(each, noted.get(each.name))
                except InputError as error:
                    self.faults += error.faults

    def _look(self, raw: Raw, before: Input | None) -> None:
        """Sort one input, by what was noted of it before."""
        size, changed = _stamp(raw)
        state = before
        if not before or not changed or (before.size, before.mtime_ns) != (size, changed):
            state = Input(raw.name, hashlib.sha256(raw.data).hexdigest(), size, changed)
            before = before if before and before.digest == state.digest else self._elsewhere(state.digest)
        assert state is not None
        if before and before is not state:
            state = attrs.evolve(state, came=before.came, faults=before.faults)
        if before:
            self.came.update(before.came)
        if before and not before.faults:
            self.same.append(state)
            self.changed += [state] if state != before else []
        else:
            self.new.append((raw, state))

    def _elsewhere(self, digest: str) -> Input | None:
        """What came of a file with these bytes that is no input of this run, as one that was given another name meanwhile."""
        names = self._store.inputs.known_digest(digest)
        return next((self._store.inputs.get(name) for name in names if name not in self._names), None)


def _stamp(raw: Raw) -> tuple[int, int]:
    """The size of an input in bytes, and when it was last changed; 0 where it is no file.

    Raises:
        InputError: when there is no such file any more.
    """
    if raw.held is not None:
        return len(raw.held), 0
    try:
        found = os.stat(raw.path)
    except (OSError, ValueError) as error:
        raise InputError([Fault(raw.name, 0, "", f"cannot be read: {reason(error)}")]) from error
    return found.st_size, found.st_mtime_ns


def _known(store: Store) -> Ledger:
    """The outlets and speakers that people recorded, for a reader to recognize."""
    return Ledger([*(each for kind in (Outlet, Speaker) for each in store.made_by_others(kind, MAKER)), *store.each(Retraction)])


def _noted(state: Input, read: Read) -> Input:
    """What is noted of an input that was read."""
    records, faults = read
    return attrs.evolve(state, came=tuple(record.id for record in records if isinstance(record, Article)), faults=faults)


def _batches(parts: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(parts)
    while batch := list(islice(rest, TOGETHER)):
        yield batch


def link_into(store: Store, raw: Sequence[Raw] = (), inference: Inference | None = None, *, jobs: int = 1) -> Linked:
    """Link what is in an archive as far as it changed, in place of the links that were found before.

    The links come to what linking all of it at once comes to. Articles are compared with each other as far as their inputs are at hand.

    Args:
        store: the archive, with all inputs read.
        raw: inputs that are at hand under another path than their name, or in memory.
        inference: a model of natural language inference, to join the rules that find denials; with several jobs, something that can be
            pickled.
        jobs: processes to spread the matters and the texts over; the result is the same for any number.
    """
    relink(store, inference, jobs)
    recopy(store, raw, jobs)
    made, proposed = store.links.tally(Judgement, "verdict", "maker.name"), store.links.tally(Derivation, "proposed")
    verdicts = Counter[str]()
    for (verdict, maker), many in made.items():
        verdicts[verdict] += many if (verdict, maker) != SUGGESTED else 0
    return Linked(
        joined=verdicts["same"],
        apart=verdicts["different"],
        stances=sum(store.links.tally(Stance, "kind").values()),
        descended=proposed.get(("",), 0),
        proposals=verdicts["unsure"] + proposed.get(("1",), 0),
    )


def track_into(
    store: Store,
    raw: Sequence[Raw] = (),
    *,
    jobs: int = 1,
    inference: Inference | None = None,
    rules: Iterable[Rule] = FLAGS,
    policy: Policy | None = None,
) -> tuple[Told, Linked, Assessed]:
    """Read articles into an archive, link what is in it and bring its reports up to date, each as far as anything changed.

    `claimtrack.archives.retelling.retold` gives the reports, and `store.reports` what a list tells of each.

    Args:
        store: the archive.
        raw: all inputs, those among them that were read before.
        jobs: processes to read, link and assess with; what comes of it is the same for any number.
        inference: a model of natural language inference, to join the rules that find denials.
        rules: the flags to try.
        policy: how sources are weighed and claims graded; the packaged policy without one.
    """
    return read_into(store, raw, jobs=jobs), link_into(store, raw, inference, jobs=jobs), reassess(store, rules, policy, jobs)
