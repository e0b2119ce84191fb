"""The claims of an archive assessed as far as they changed since they last were: the outcome is that of assessing all of them at once.

What is to do is kept in the archive, so a run that breaks off goes on where it stopped. A claim whose neighbourhood is as it was keeps
its report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from hashlib import blake2b
from itertools import islice

import attrs

from claimtrack.archives import shelves
from claimtrack.archives.carrying import Carrying, decides
from claimtrack.archives.lookups import KINDS, PLAIN, VERSION, Lookups, spelled, subject
from claimtrack.assessing import Bench, method
from claimtrack.codec import default_policy
from claimtrack.collecting import paused
from claimtrack.model import Article, Claim, Claims, Derivation, Judgement, Ledger, Outlet, Record, Speaker, Stance, Statement, View
from claimtrack.model.base import ID_BYTES
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.neighbourhood import Neighbourhood, Neighbourhoods
from claimtrack.model.policy import Policy
from claimtrack.model.reports import SupportReport
from claimtrack.model.whatif import NOTHING
from claimtrack.outcomes import Outcomes
from claimtrack.provenance import Carriers
from claimtrack.reports import claim_line
from claimtrack.seams import Rule
from claimtrack.store import UNNAMED, Reported, Store
from claimtrack.support import FLAGS

TOGETHER = 600
"""Statements and claim records whose claims are assessed at a time."""
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


def reassess(store: Store, rules: Iterable[Rule] = FLAGS, policy: Policy | None = None) -> Assessed:
    """Bring the reports in an archive up to date.

    Args:
        store: the archive.
        rules: the flags to try.
        policy: how sources are weighed and claims graded; the packaged policy without one.
    """
    rules, policy = tuple(rules), policy or default_policy()
    if up_to_date(store, rules, policy):
        return Assessed()
    with store.transaction():
        run = _Reassessing(store, rules, policy)
        run.take_in()
    parts = []
    while part := run.part():
        parts.append(part)
    return Assessed(sum(each.looked for each in parts), sum(each.made for each in parts), sum(each.gone for each in parts))


def up_to_date(store: Store, rules: Iterable[Rule] = FLAGS, policy: Policy | None = None) -> bool:
    """Whether the reports in an archive are those on what is in it, by these rules and this policy."""
    marks = shelves.plain(store.work("marks")).get("assessed", ["", "", ""])
    current = marks[0] == store.mark and marks[1] == method(tuple(rules), policy or default_policy())
    return (
        current
        and Carrying(store).known
        and store.changes.watched
        and not store.work("to assess").first(1)
        and next(store.changes.links(), None) is None
    )


class Seats:
    """Where claims of an archive are assessed, some at a time, from no more than the records that they depend on.

    Args:
        store: the archive.
        rules: the flags to try.
        policy: how sources are weighed and claims graded.
    """

    def __init__(self, store: Store, rules: Sequence[Rule], policy: Policy) -> None:
        self.lookups = Lookups(store)
        self.policy = policy
        self._rules = rules
        self._carrying = Carrying(store)
        self._outcomes = Outcomes(policy)

    def _carrier(self, article: str) -> str:
        if found := self._carrying.of(article):
            return found
        known = View([each for each in self.lookups.find(f"key:{article}") if isinstance(each, Article)]).articles.get(article)
        return (known.outlet if known else "") or article

    def tracked(self, keys: Iterable[str]) -> tuple[list[TrackedClaim], frozenset[str]]:
        """The claims that what has these keys belongs to, those of statements alone without a label; and all keys decided on."""
        lookups = self.lookups
        closed = lookups.closed(keys)
        targets, around = lookups.around(closed)
        lookups.fetch(f"key:{key}" for key in around)
        records: list[Record] = [each for key in around for each in lookups.find(f"key:{key}") if isinstance(each, Statement | Claim)]
        judged = {each for key in around for each in lookups.find(f"judged:{key.casefold()}") if isinstance(each, Judgement)}
        records += [each for each in judged if each.left in around and each.right in around]
        records += lookups.stances_on(targets)
        view = View(records)
        found = [each for each in Claims(view).all if closed.issuperset(each.members)]
        return [attrs.evolve(each, label="") if each.key in view.statements else each for each in found], closed

    def near(self, claims: Iterable[TrackedClaim]) -> list[Neighbourhood]:
        """The neighbourhoods of claims."""
        claims = list(claims)
        self._prepare(claims)
        near = Neighbourhoods(self.lookups.find, self._carrier, self.policy.sources.agencies)
        return [near.of(each) for each in claims]

    def _prepare(self, claims: Sequence[TrackedClaim]) -> None:
        """Look up together what will be asked for one after the other."""
        members = {key for each in claims for key in each.members}
        bearings = {bearing.statement for each in claims for bearing in each.bearings}
        first = {f"{kind}:{key}" for key in members for kind in ("stance", "rests")} | {f"altered:{key}" for key in bearings}
        self.lookups.fetch(first)
        said = [each for key in bearings for each in self.lookups.find(f"key:{key}") if isinstance(each, Statement)]
        articles = {each.article for each in said}
        named = {holder for each in said for link in each.chain for holder in link.holders}
        small = {each.casefold() for each in articles}
        self.lookups.fetch({f"key:{each}" for each in (*articles, *named)} | {f"derived:{each}" for each in small})
        copies = [each for key in small for each in self.lookups.find(f"derived:{key}") if isinstance(each, Derivation)]
        self._prepare_around(articles, named, {end for each in copies for end in (each.derived, each.source)})

    def _prepare_around(self, articles: Iterable[str], named: Iterable[str], ends: Set[str]) -> None:
        """Look up what is rated of articles, of those who carry them and of those whom they name, and what people judged of copies."""
        find = self.lookups.find
        outlets = {each.outlet for key in articles for each in find(f"key:{key}") if isinstance(each, Article)}
        asked = {*articles, *named, *ends, *outlets, *map(self._carrier, articles)}
        self.lookups.fetch(f"key:{each}" for each in asked)
        called = {name for key in asked for each in find(f"key:{key}") if isinstance(each, Outlet | Speaker) for name in _names(each)}
        small = {each.casefold() for each in asked | called}
        handles = {f"rated:{voice}{each}" for each in small for voice in ("", "voice:")}
        self.lookups.fetch(handles | {f"judged:{each.casefold()}" for each in ends} | {f"key:voice:{each}" for each in asked})

    def reports(self, claims: Sequence[TrackedClaim], near: Sequence[Neighbourhood]) -> Iterator[SupportReport]:
        """The reports on claims with their neighbourhoods."""
        ids = {record_id for each in near for record_id in each.records}
        ledger = Ledger(self.lookups.record(record_id) for record_id in ids)
        carriers = Carriers(ledger.view, {article: carrier for each in near for article, carrier in each.carriers})
        bench = Bench(ledger, self.policy, NOTHING, carriers, self._outcomes)
        return (bench.report(each, each, self._rules) for each in claims)

    def name(self, claim: TrackedClaim) -> str:
        """What tables call a claim; for one that is numbered `UNNAMED`, and the label that decides on its number, if any."""
        if not any(isinstance(each, Statement) for each in self.lookups.find(f"key:{claim.key}")):
            return claim.label or claim.key
        records = [each for key in claim.members for each in self.lookups.find(f"key:{key}") if isinstance(each, Claim)]
        described = View(records).claims if records else {}
        return UNNAMED + min((each.label for each in described.values() if each.label), default="")

    def members(self, of: Neighbourhood) -> list[str]:
        """The ids of the records of a neighbourhood, and the handles that were looked up on what none of them describes."""
        known = {name for record_id in of.records for name in self.lookups.subjects(record_id)}
        return [*of.records, *sorted(handle for handle in of.asked if subject(handle) not in known and handle not in self.common)]

    @cached_property
    def common(self) -> frozenset[str]:
        """The handles that every claim asks for, to find out whether an agency of the policy is meant."""
        names = [f"name:{each.casefold()}" for each in self.policy.sources.agencies]
        found = [each for name in names for each in self.lookups.find(name) if isinstance(each, KINDS)]
        return frozenset({*names, *(f"key:{each.key}" for each in found)})

    def agencies(self) -> str:
        """A digest of all that can be meant by the agencies of the policy."""
        ids = sorted(each.id for handle in self.common for each in self.lookups.find(handle))
        return blake2b("\n".join([*sorted(self.common), *ids]).encode(), digest_size=ID_BYTES).hexdigest()


class _Reassessing:
    """One run over what changed."""

    def __init__(self, store: Store, rules: Sequence[Rule], policy: Policy) -> None:
        self._store = store
        self._method = method(rules, policy)
        self._todo = store.work("to assess")
        self._marks = shelves.plain(store.work("marks"))
        store.names.update(spelled, VERSION, PLAIN)
        self._carrying = Carrying(store)
        self._seats = Seats(store, rules, policy)

    def take_in(self) -> None:
        """Note what is to do."""
        before = self._marks.get("assessed", ["", "", ""])
        now = [self._store.mark, self._method, self._seats.agencies()]
        watched = before[1:] == now[1:] and self._store.changes.watched and self._carrying.known
        if not watched or not self._store.changes.counts(before[0]):
            self._carrying.renew()
            self._note(self._store.each_key(Statement, Claim))
        else:
            self._take_in(before[0])
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
                claims |= self._seats.lookups.askers(records)
                keys |= {key for each in records for key in _about(each)}
                deciding += filter(decides, records)
                self._seats.lookups.rest()
        if moved := self._carrying.update(deciding):
            claims |= self._seats.lookups.asking(f"carrier:{key}" for key in moved)
        for some in _parts(sorted(claims), TOUCHED):
            keys |= self._store.keys_of(some, Statement, Claim).union(some)
        for some in _parts(sorted(keys), TOUCHED):
            lookups = self._seats.lookups
            self._note(lookups.around(lookups.closed(some))[1])
            lookups.rest()

    def part(self) -> Assessed | None:
        """Do some of what is to do, in one transaction; None when nothing is left."""
        self._seats.lookups.rest()
        with paused(), self._store.transaction():
            keys = self._todo.first(TOGETHER)
            return self._part(keys) if keys else None

    def _part(self, keys: Sequence[str]) -> Assessed:
        claims, decided = self._seats.tracked(keys)
        near = dict(zip((each.key for each in claims), self._seats.near(claims), strict=True))
        known = self._store.reports.known(decided)
        digests = {key: each.digest(self._method) for key, each in near.items()}
        fresh = [each for each in claims if known.get(each.key) != digests[each.key]]
        gone = known.keys() - near.keys()
        made = self._seats.reports(fresh, [near[each.key] for each in fresh])
        self._store.reports.put([self._kept(each, digests[each.claim.key]) for each in made])
        self._store.reports.drop(sorted(gone))
        self._store.replace_claims({each.key: self._seats.members(near[each.key]) for each in fresh}, gone=sorted(gone))
        self._todo.drop({*keys, *decided})
        return Assessed(len(claims), len(fresh), len(gone))

    def _kept(self, report: SupportReport, digest: str) -> Reported:
        claim = report.claim
        return Reported(
            claim=claim.key,
            digest=digest,
            name=self._seats.name(claim),
            wording=claim.wording,
            least=report.lower,
            most=report.upper,
            disputed=report.flagged("disputed") is not None,
            flags=len(report.flags),
            json=claim_line(report, report.view),
        )


def _names(of: Outlet | Speaker) -> Iterable[str]:
    """All that an outlet or a speaker is called."""
    return (of.name, *of.aliases)


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
