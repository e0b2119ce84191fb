"""The claims of an archive assessed as far as they changed since they last were: the outcome is that of assessing all of them at once.

What is to do is kept in the archive, so a run that breaks off goes on where it stopped. A claim whose neighbourhood is as it was keeps
its report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from claimtrack.archives import shelves
from claimtrack.archives.carrying import Carrying, decides
from claimtrack.archives.deciding import Decided, Deciding
from claimtrack.archives.lookups import PLAIN, VERSION, spelled
from claimtrack.archives.portions import TO_ASSESS, Portions
from claimtrack.assessing import method
from claimtrack.codec import default_policy
from claimtrack.model import Claim, Judgement, Record, Stance, Statement
from claimtrack.model.policy import Policy
from claimtrack.seams import Rule
from claimtrack.store import Store
from claimtrack.support import FLAGS
from claimtrack.workers import in_batches

MANY, SHARE = 20_000, 10
"""Statements and claim records to assess above which claims have no index by their records meanwhile, if for each there are fewer than so
many reports: to make it anew takes less time then than to put each record in where it belongs."""
TOUCHED = 1_000
"""Claims whose statements are looked up at a time."""


@attrs.frozen
class Assessed:
    """What came of assessing.

    Attributes:
        looked: claims that were looked at.
        made: reports that were written, new or in place of earlier ones.
        gone: reports on claims that are no more.
    """

    looked: int = 0
    made: int = 0
    gone: int = 0


def reassess(store: Store, rules: Iterable[Rule] = FLAGS, policy: Policy | None = None, jobs: int = 1) -> Assessed:
    """Bring the reports in an archive up to date.

    Args:
        store: the archive.
        rules: the flags to try.
        policy: how sources are weighed and claims graded; the packaged policy without one.
        jobs: processes to spread the claims over; the result is the same for any number. One alone works where a rule cannot be pickled,
            and inside of a transaction, of which others see nothing yet.

    Raises:
        InputError: when the archive cannot be read or written, or a process was ended from outside; what was written until then stays.
    """
    rules, policy = tuple(rules), policy or default_policy()
    if up_to_date(store, rules, policy):
        return Assessed()
    alone = store.in_transaction
    with store.transaction():
        run = _Reassessing(store, rules, policy)
        run.take_in()
    parts = list(run.parts(1 if alone else jobs))
    return Assessed(sum(each.looked for each in parts), sum(each.made for each in parts), sum(each.gone for each in parts))


def up_to_date(store: Store, rules: Iterable[Rule] = FLAGS, policy: Policy | None = None) -> bool:
    """Whether the reports in an archive are those on what is in it, by these rules and this policy."""
    marks = shelves.plain(store.work("marks")).get("assessed", ["", "", ""])
    current = marks[0] == store.mark and marks[1] == method(tuple(rules), policy or default_policy())
    return (
        current
        and Carrying(store).known
        and store.changes.watched
        and not store.work(TO_ASSESS).first(1)
        and next(store.changes.links(), None) is None
    )


class _Reassessing:
    """One run over what changed."""

    def __init__(self, store: Store, rules: tuple[Rule, ...], policy: Policy) -> None:
        self._store = store
        self._method = method(rules, policy)
        self._todo = store.work(TO_ASSESS)
        self._marks = shelves.plain(store.work("marks"))
        store.names.update(spelled, VERSION, PLAIN)
        self._carrying = Carrying(store)
        self._deciding = Deciding(store, store.path, rules, policy)

    def take_in(self) -> None:
        """Note what is to do."""
        before = self._marks.get("assessed", ["", "", ""])
        now = [self._store.mark, self._method, self._deciding.seats.agencies()]
        watched = before[1:] == now[1:] and self._store.changes.watched and self._carrying.known
        if not watched or not self._store.changes.counts(before[0]):
            self._carrying.renew()
            self._note(self._store.each_key(Statement, Claim))
        else:
            self._store.index_claims()
            self._take_in(before[0])
        if len(self._todo) > MANY and len(self._todo) * SHARE > len(self._store.reports):
            self._store.unindex_claims()
        self._marks["assessed"] = now
        self._store.changes.watch()

    def _note(self, keys: Iterable[str]) -> None:
        self._todo.put_many((key, "", b"") for key in keys)

    def _take_in(self, mark: str) -> None:
        claims: set[str] = set()
        keys: set[str] = set()
        deciding: list[Record] = []
        for changes in (self._store.changes.records(mark), self._store.changes.links()):
            for records in changes:
                claims |= self._deciding.seats.lookups.askers(records)
                keys |= {key for each in records for key in _about(each)}
                deciding += filter(decides, records)
                self._deciding.seats.lookups.rest()
        if moved := self._carrying.update(deciding):
            claims |= self._deciding.seats.lookups.asking(f"carrier:{key}" for key in moved)
        for some in _parts(sorted(claims), TOUCHED):
            keys |= self._store.keys_of(some, Statement, Claim).union(some)
        for some in _parts(sorted(keys), TOUCHED):
            lookups = self._deciding.seats.lookups
            self._note(lookups.around(lookups.closed(some))[1])
            lookups.rest()

    def parts(self, jobs: int) -> Iterator[Assessed]:
        """Do what is to do, part by part; what any process works out is written here, each part in one transaction.

        Nothing on which it depends is changed by that, so parts may be worked out before earlier ones are written.
        """
        portions = Portions(self._store)
        for found in in_batches(self._deciding, portions, jobs if self._deciding.sendable else 1):
            with self._store.transaction():
                self._keep(found)
                self._todo.drop(found.keys)
            portions.done()
            yield Assessed(len(found.claims), len(found.reports), len(found.gone))
        self._store.index_claims()

    def _keep(self, found: Decided) -> None:
        """Write what was worked out."""
        gone = sorted(found.gone)
        self._store.reports.put(found.reports)
        self._store.reports.drop(gone)
        self._store.replace_claims(found.members, gone=gone)


def _about(record: Record) -> Iterator[str]:
    """The keys of the statements and claims whose place among the claims a record decides."""
    match record:
        case Statement() | Claim():
            yield record.key
        case Judgement():
            yield from (record.left, record.right)
        case Stance():
            yield from (record.statement, record.claim)


def _parts(items: Iterable[str], many: int) -> Iterator[list[str]]:
    rest = iter(items)
    while part := list(islice(rest, many)):
        yield part
