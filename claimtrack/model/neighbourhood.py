"""The records that the report on one claim depends on, found by looking up one name after another.

Each record is found under a few names, its handles, such as `key:article:7` or `stance:claim:dam-leaks`. The search for a claim's records
goes by such lookups alone. So a record that comes or goes can change the report on a claim only if one of its handles was asked for.
Lookups go through a function, which may read a dict or a table of a database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b

import attrs

from claimtrack.model.base import ID_BYTES, Record
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Article, Claim, Derivation, Judgement, Outlet, Rating, Speaker, Stance, Statement
from claimtrack.model.terms import COPIES, FactKind, MakerKind, NoticeKind, Verdict
from claimtrack.model.view import View

KEPT = 1 << 14
"""Keys and references whose lookups are kept."""
Find = Callable[[str], Sequence[Record]]
"""For a handle, the standing records that have it."""


def handles(record: Record) -> tuple[str, ...]:
    """The names under which a record is looked up; those that people may spell differently in small letters."""
    return tuple(dict.fromkeys(_handles(record)))


def _handles(record: Record) -> Iterator[str]:
    if isinstance(record, Article | Claim | Outlet | Speaker | Statement):
        yield f"key:{record.key}"
    match record:
        case Outlet() | Speaker():
            yield from (f"name:{name.casefold()}" for name in (record.name, *record.aliases))
        case Statement():
            yield f"said:{record.article.casefold()}"
        case Rating():
            yield f"rated:{record.source.casefold()}"
        case Judgement():
            yield from (f"judged:{key.casefold()}" for key in (record.left, record.right))
        case Stance():
            yield f"stance:{record.claim}"
        case Derivation():
            yield from (f"derived:{record.derived.casefold()}",) if record.kind in COPIES else ()
            yield from (f"rests:{key}" for key in record.claims)
            yield from (f"altered:{key}" for key in record.altered)


def catalogue(ledger: Ledger) -> Find:
    """Lookups among the standing records of a ledger in memory."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in ledger:
        if record.id not in ledger.retracted:
            for handle in handles(record):
                found[handle].append(record)
    return lambda handle: found.get(handle, ())


@attrs.frozen(kw_only=True)
class Neighbourhood:
    """What the report on one claim depends on, beside the policy and the rules.

    Attributes:
        claim: the claim's key.
        label: what tables call the claim; claims without a record are numbered over the whole ledger.
        carriers: for each article that speaks of the claim the key of its carrier, which links in the whole ledger decide.
        records: the ids of the standing records that it depends on, sorted.
        asked: the handles that were looked up; a record without any of these makes no difference. `carrier:` before an article's key
            stands for its carrier.
    """

    claim: str
    label: str
    carriers: tuple[tuple[str, str], ...]
    records: tuple[str, ...]
    asked: frozenset[str] = attrs.field(eq=False, repr=False)

    def digest(self, method: str = "") -> str:
        """The digest of all that decides the report (BLAKE2b, 128 bits): with the same one, the report is the same.

        Args:
            method: what stands for policy, rules and version, such as `assessing.method` gives.
        """
        told = [method, self.claim, self.label, *(f"{article} {carrier}" for article, carrier in self.carriers), *self.records]
        return blake2b("\n".join(told).encode(), digest_size=ID_BYTES).hexdigest()


class Neighbourhoods:
    """Finds the neighbourhood of any claim, and keeps what it looked up for the next one, as long as what `find` gives stays the same.

    Args:
        find: looks up standing records by handle; `catalogue` gives one for a ledger in memory.
        carrier: for an article's key, the key of its carrier, as `provenance.Carriers.of` has it for the whole ledger.
        agencies: names that the policy gives agencies, since these are resolved like other names.
    """

    def __init__(self, find: Find, carrier: Callable[[str], str], agencies: Iterable[str] = ()) -> None:
        self._known = _Known(find)
        self._carrier = carrier
        self._agencies = tuple(agencies)

    def of(self, claim: TrackedClaim) -> Neighbourhood:
        """The neighbourhood of a claim as it is tracked."""
        search = _Search(self._known)
        search.bearing_on(claim.members)
        articles = sorted({search.refer(search.statement(bearing.statement).article) for bearing in claim.bearings})
        carriers = tuple((article, self._carrier(article)) for article in articles)
        search.told(claim, carriers)
        search.agencies(self._agencies)
        asked = frozenset(search.asked).union(f"carrier:{article}" for article in articles)
        return Neighbourhood(claim=claim.key, label=claim.label, carriers=carriers, records=tuple(sorted(search.found)), asked=asked)


def joined(find: Find, keys: Iterable[str]) -> frozenset[str]:
    """The keys, with everything that a path of "same" leads to from them, whatever is set aside later.

    What is judged of any of them can change the claims of these keys alone.
    """
    return frozenset(_Search(_Known(find)).judged(keys))


class _Reach:
    """What was found on the way from one reference: the key that it is resolved to, and all that was taken, asked and visited."""

    __slots__ = ("asked", "found", "key", "visited")

    def __init__(self, key: str, search: _Search) -> None:
        self.key = key
        self.found, self.asked, self.visited = frozenset(search.found), frozenset(search.asked), frozenset(search.visited)


class _Known:
    """What the searches for several claims share: lookups, what has which key, and what references lead to."""

    def __init__(self, find: Find) -> None:
        self.find = find
        self._chosen: dict[str, View] = {}
        self._reaches: dict[str, _Reach] = {}

    def things(self, key: str, asked: str) -> View:
        """What has this key; only outlets, speakers, articles and statements of it are read."""
        found = self._chosen.get(key)
        if found is None:
            if len(self._chosen) >= KEPT:
                self._chosen.clear()
            found = self._chosen[key] = View(self.find(asked))
        return found

    def statement(self, key: str, asked: str) -> Statement | None:
        """The statement of that key; mostly one record alone describes it."""
        found = self.find(asked)
        if len(found) == 1:
            return found[0] if isinstance(found[0], Statement) else None
        return self.things(key, asked).statements.get(key)

    def reach(self, reference: str) -> _Reach:
        """Where a reference leads, and what it depends on."""
        found = self._reaches.get(reference)
        if found is None:
            if len(self._reaches) >= KEPT:
                self._reaches.clear()
            search = _Search(self)
            found = self._reaches[reference] = _Reach(search.follow(reference), search)
        return found


class _Search:
    """The records found so far, and what was asked for them."""

    def __init__(self, known: _Known) -> None:
        self._known = known
        self.visited: set[str] = set()
        self.asked: set[str] = set()
        self.found: set[str] = set()

    def _ask(self, handle: str) -> Sequence[Record]:
        self.asked.add(handle)
        return self._known.find(handle)

    def _take(self, *records: Record) -> None:
        self.found.update([record.id for record in records])

    def _things(self, key: str) -> View:
        """What has this key."""
        handle = f"key:{key}"
        self.asked.add(handle)
        return self._known.things(key, handle)

    def statement(self, key: str) -> Statement:
        """The statement of that key, as the view of the whole has it."""
        handle = f"key:{key}"
        self.asked.add(handle)
        found = self._known.statement(key, handle)
        if found is None:
            raise KeyError(key)
        return found

    def judged(self, keys: Iterable[str]) -> set[str]:
        """Take the judgements that decide what is joined with these keys; all keys on the way."""
        todo = sorted(keys)
        seen, different = set(todo), []
        while todo:
            key = todo.pop()
            for each in self._ask(f"judged:{key.casefold()}"):
                if not isinstance(each, Judgement) or (key != each.left and key != each.right):
                    continue
                if each.verdict is Verdict.SAME:
                    self.found.add(each.id)
                    end = each.right if key == each.left else each.left
                    if end not in seen:
                        seen.add(end)
                        todo.append(end)
                elif each.verdict is Verdict.DIFFERENT:
                    different.append(each)
        self._take(*(each for each in different if each.left in seen and each.right in seen))
        return seen

    def bearing_on(self, members: Iterable[str]) -> None:
        """Take what makes the claim what it is: its members, the stances on them, the statements behind these, and the judgements."""
        stances = [each for key in members for each in self._ask(f"stance:{key}") if isinstance(each, Stance)]
        self._take(*stances)
        keys = {*members, *(stance.statement for stance in stances)}
        self.judged(keys)
        for key in sorted(keys):
            self._take(*self._ask(f"key:{key}"))
            if said := self._known.statement(key, f"key:{key}"):
                self._says(said)

    def _says(self, statement: Statement) -> None:
        """Take those whom a statement names."""
        self.refer(statement.article)
        for link in statement.chain:
            for holder in link.holders:
                self.refer(holder)

    def told(self, claim: TrackedClaim, carriers: Iterable[tuple[str, str]]) -> None:
        """Take what else is told of a claim: what its articles copy, credit and rest on, whom it is about, which quotes are altered."""
        for article, carrier in carriers:
            self._carried(article, carrier)
        for subject in claim.subjects:
            self.refer(subject)
        for handle in (*(f"rests:{key}" for key in claim.members), *(f"altered:{bearing.statement}" for bearing in claim.bearings)):
            for each in self._ask(handle):
                if isinstance(each, Derivation):
                    self._derived(each)

    def _carried(self, article: str, carrier: str) -> None:
        """Take what an article copies and, where it credits sources, all that is said in it; also what goes by its carrier's key."""
        for key in (carrier, f"voice:{carrier}"):
            self._visit(key)
        for spelled in self._spelled(article):
            for each in self._ask(f"derived:{spelled}"):
                if isinstance(each, Derivation):
                    self._derived(each)
        known = self._things(article).articles.get(article)
        credited = [name for notice in known.notices if notice.kind is NoticeKind.CREDIT for name in notice.cites] if known else []
        for name in credited:
            self.refer(name)
        for spelled in self._spelled(article) if credited else ():
            for said in self._ask(f"said:{spelled}"):
                if isinstance(said, Statement):
                    self._take(*self._ask(f"key:{said.key}"))
                    self._says(self.statement(said.key))

    def _derived(self, derivation: Derivation) -> None:
        """Take a derivation, its two texts, and what people judged of the two."""
        self._take(derivation)
        ends = (self.refer(derivation.derived), self.refer(derivation.source))
        spelled = {name for key in ends for name in self._spelled(key)}
        for name in sorted(spelled):
            for each in self._ask(f"judged:{name}"):
                if isinstance(each, Judgement) and _by_person(each) and {each.left.casefold(), each.right.casefold()} <= spelled:
                    self._take(each)
                    self.refer(each.left)
                    self.refer(each.right)

    def refer(self, reference: str) -> str:
        """Take whatever a reference stands for, or could stand for; the key that it is resolved to."""
        reach = self._known.reach(reference)
        self.found |= reach.found
        self.asked |= reach.asked
        self.visited |= reach.visited
        return reach.key

    def follow(self, reference: str) -> str:
        """The same, each step looked up."""
        things = self._things(reference)
        if reference in things.speakers or reference in things.outlets or reference in things.articles:
            return self._visit(reference)
        fits = self._fits(reference)
        if len(fits) == 1:
            return self._visit(fits[0])
        for key in fits[:2]:  # two that fit are enough to leave it open
            self._describe(key)
        return self._visit(reference)

    def _fits(self, reference: str) -> list[str]:
        """The keys of the speakers and outlets that go by a name."""
        spelled = reference.casefold()
        keys = {each.key for each in self._ask(f"name:{spelled}") if isinstance(each, Speaker | Outlet)}
        return [key for key in sorted(keys) if spelled in self._names(key)]

    def _names(self, key: str) -> set[str]:
        """The names of the speaker and the outlet of a key, in small letters."""
        things = self._things(key)
        described = (things.speakers.get(key), things.outlets.get(key))
        return {name.casefold() for each in described if each for name in (each.name, *each.aliases)}

    def _spelled(self, key: str) -> list[str]:
        """How a reference to a key may be spelled, in small letters."""
        return sorted({key.casefold(), *self._names(key)})

    def _describe(self, key: str) -> None:
        self._take(*(each for each in self._ask(f"key:{key}") if isinstance(each, Article | Outlet | Speaker)))

    def _visit(self, key: str) -> str:
        """Take what describes a speaker, outlet or article: its records and ratings, whom it acts for, who publishes or controls it."""
        if key not in self.visited:
            self.visited.add(key)
            self._describe(key)
            for spelled in self._spelled(key):
                for rating in self._ask(f"rated:{spelled}"):
                    if isinstance(rating, Rating):
                        self._take(rating)
                        self.follow(rating.source)
            for reference in self._behind(key):
                self.follow(reference)
        return key

    def _behind(self, key: str) -> Iterator[str]:
        """Whom the records of a key name."""
        things = self._things(key)
        if speaker := things.speakers.get(key):
            yield from (*speaker.acts_for, *speaker.members)
        if outlet := things.outlets.get(key):
            yield from (fact.value for fact in outlet.facts if fact.about is FactKind.STATE_CONTROL)
        if (article := things.articles.get(key)) and article.outlet:
            yield article.outlet

    def agencies(self, names: Iterable[str]) -> None:
        """Take what decides whether names of agencies mean somebody found so far."""
        for name in names:
            if not self.visited.isdisjoint((name, *self._fits(name))):
                self.refer(name)


def _by_person(judgement: Judgement) -> bool:
    return judgement.maker is not None and judgement.maker.kind is MakerKind.PERSON
