"""Where claims of an archive are assessed, some at a time, from no more than the records that they depend on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from hashlib import blake2b

import attrs

from claimtrack.archives.carrying import Carrying
from claimtrack.archives.lookups import KINDS, Lookups, subject
from claimtrack.assessing import Bench
from claimtrack.model import Article, Claim, Claims, Derivation, Judgement, Ledger, Outlet, Record, Speaker, Statement, View
from claimtrack.model.base import ID_BYTES
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.neighbourhood import Neighbourhood, Neighbourhoods
from claimtrack.model.policy import Policy
from claimtrack.model.reports import SupportReport
from claimtrack.model.whatif import NOTHING
from claimtrack.outcomes import Outcomes
from claimtrack.provenance import Carriers
from claimtrack.seams import Rule
from claimtrack.store import UNNAMED, Store


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
        self._carriers: dict[str, str] = {}

    def _carrier(self, article: str) -> str:
        found = self._carriers.get(article)
        if found is None:
            found = self._carriers[article] = self._carrying.of(article) or self._usual(article)
        return found

    def _usual(self, article: str) -> str:
        """What carries an article of which nothing else is known: its outlet, or itself."""
        found = [each for each in self.lookups.find(f"key:{article}") if isinstance(each, Article)]
        known = found[0] if len(found) == 1 else View(found).articles.get(article)
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

    def _prepare_around(self, articles: Set[str], named: Iterable[str], ends: Set[str]) -> None:
        """Look up what is rated of articles, of those who carry them and of those whom they name, and what people judged of copies."""
        find = self.lookups.find
        outlets = {each.outlet for key in articles for each in find(f"key:{key}") if isinstance(each, Article)}
        self._carriers = self._carrying.some(articles)
        self._carriers |= {key: self._usual(key) for key in articles - self._carriers.keys()}
        asked = {*articles, *named, *ends, *outlets, *self._carriers.values()}
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


def _names(of: Outlet | Speaker) -> Iterable[str]:
    """All that an outlet or a speaker is called."""
    return (of.name, *of.aliases)
