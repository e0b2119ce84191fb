"""What is to be written on some claims of an archive, worked out from their keys in any process; nothing is written here."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import attrs

from claimtrack.archives.seats import Seats
from claimtrack.assessing import method
from claimtrack.collecting import paused
from claimtrack.model.policy import Policy
from claimtrack.model.reports import SupportReport
from claimtrack.reports import claim_line
from claimtrack.seams import Rule
from claimtrack.store import Reported, Store


@attrs.frozen
class Decided:
    """What comes of some keys.

    Attributes:
        keys: all keys that were decided on, those that were asked for among them.
        claims: the keys of the claims that were looked at.
        reports: those that are to be written, new or in place of earlier ones.
        members: for the key of each claim with such a report, the ids and handles on which it depends.
        gone: the keys of claims with a report that are no more.
    """

    keys: frozenset[str]
    claims: frozenset[str]
    reports: tuple[Reported, ...]
    members: Mapping[str, Sequence[str]]
    gone: frozenset[str]


class Deciding:
    """Works out what is to be written on the claims of some keys. Where it is pickled, the file is opened again, only to be read.

    Args:
        store: the archive, with its names and carriers up to date; None to open it when the first keys come.
        path: the file.
        rules: the flags to try.
        policy: how sources are weighed and claims graded.
    """

    def __init__(self, store: Store | None, path: Path, rules: tuple[Rule, ...], policy: Policy) -> None:
        self._given = store
        self._path = path
        self._rules = rules
        self._policy = policy
        self._method = method(rules, policy)

    def __reduce__(self) -> tuple[type[Deciding], tuple[None, Path, tuple[Rule, ...], Policy]]:
        return Deciding, (None, self._path, self._rules, self._policy)

    @cached_property
    def _store(self) -> Store:
        return self._given or Store(self._path, read_only=True)

    @cached_property
    def seats(self) -> Seats:
        """Where the claims are assessed."""
        return Seats(self._store, self._rules, self._policy)

    @property
    def sendable(self) -> bool:
        """Whether other processes can be given this: not where a rule is of a kind that cannot be pickled, such as a lambda."""
        try:
            pickle.dumps(self)
        except (AttributeError, TypeError, pickle.PicklingError):
            return False
        return True

    def __call__(self, keys: Collection[str]) -> Decided:
        """What is to be written on the claims to which what has these keys belongs."""
        self.seats.lookups.rest()
        with paused():
            return self._decided(keys)

    def _decided(self, keys: Collection[str]) -> Decided:
        claims, closed = self.seats.tracked(keys)
        near = dict(zip((each.key for each in claims), self.seats.near(claims), strict=True))
        known = self._store.reports.known(closed)
        digests = {key: each.digest(self._method) for key, each in near.items()}
        fresh = [each for each in claims if known.get(each.key) != digests[each.key]]
        made = self.seats.reports(fresh, [near[each.key] for each in fresh])
        return Decided(
            keys=closed.union(keys),
            claims=frozenset(near),
            reports=tuple(self._kept(each, digests[each.claim.key]) for each in made),
            members={each.key: self.seats.members(near[each.key]) for each in fresh},
            gone=frozenset(known.keys() - near.keys()),
        )

    def _kept(self, report: SupportReport, digest: str) -> Reported:
        claim = report.claim
        return Reported(
            claim=claim.key,
            digest=digest,
            name=self.seats.name(claim),
            wording=claim.wording,
            least=report.lower,
            most=report.upper,
            disputed=report.flagged("disputed") is not None,
            flags=len(report.flags),
            json=claim_line(report, report.view),
        )
