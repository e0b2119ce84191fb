"""The ledger: a set of records whose merge is set union, so that nothing anybody recorded is ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from typing import Any, TypeVar

from claimtrack.model.base import ID_BYTES, Record
from claimtrack.model.records import Retraction
from claimtrack.model.terms import MakerKind
from claimtrack.model.view import Conflict, View

R = TypeVar("R", bound=Record)


class Ledger:
    """An immutable set of records under union.

    `a | b` is associative, commutative and idempotent, and `Ledger()` is its identity: a join-semilattice with a bottom, ordered by
    `<=`. What the records say is read through `view`, which leaves out what was retracted and picks one record where several disagree.

    Args:
        records: any records, in any order, repeated or not.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records = {record.id: record for record in records}

    @classmethod
    def _of(cls, records: dict[str, Record]) -> Ledger:
        ledger = cls.__new__(cls)
        ledger._records = records
        return ledger

    def __or__(self, other: Ledger) -> Ledger:
        if not isinstance(other, Ledger):
            return NotImplemented
        return Ledger._of(self._records | other._records)

    def __le__(self, other: Ledger) -> bool:
        if not isinstance(other, Ledger):
            return NotImplemented
        return self._records.keys() <= other._records.keys()

    def __lt__(self, other: Ledger) -> bool:
        if not isinstance(other, Ledger):
            return NotImplemented
        return self._records.keys() < other._records.keys()

    def __eq__(self, other: object) -> bool:
        return self._records.keys() == other._records.keys() if isinstance(other, Ledger) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._records))

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(sorted(self._records.values(), key=lambda record: record.order))

    def __contains__(self, record: object) -> bool:
        return isinstance(record, Record) and record.id in self._records

    def __repr__(self) -> str:
        return f"<Ledger of {len(self):,} records, {self.digest[:12]}>"

    def get(self, record_id: str) -> Record | None:
        """The record with that id, or None."""
        return self._records.get(record_id)

    @cached_property
    def digest(self) -> str:
        """The digest of the whole set, whatever order it was gathered in."""
        return blake2b("".join(sorted(self._records)).encode(), digest_size=ID_BYTES).hexdigest()

    @cached_property
    def _retracted(self) -> tuple[frozenset[str], tuple[Conflict, ...]]:
        return _settle(self._records)

    @property
    def retracted(self) -> frozenset[str]:
        """The ids of the records that a standing retraction takes back."""
        return self._retracted[0]

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The standing records of one type, in their order."""
        gone = self.retracted
        return tuple(sorted((r for r in self._records.values() if isinstance(r, kind) and r.id not in gone), key=lambda r: r.order))

    @cached_property
    def view(self) -> View:
        """What the standing records say, one value where several disagree."""
        gone = self.retracted
        return View([record for record in self._records.values() if record.id not in gone])

    def conflicts(self) -> tuple[Conflict, ...]:
        """Everything that the view had to decide: fields that disagree, judgements that contradict, retractions not followed."""
        return tuple(sorted({*self._retracted[1], *self.view.conflicts}))


def _settle(records: dict[str, Any]) -> tuple[frozenset[str], tuple[Conflict, ...]]:
    """Which records are taken back, and which retractions are not followed.

    A retraction stands unless it is itself retracted; digests cannot form a cycle, so the question always ends. What a person
    recorded is not taken back by a program.
    """
    against: dict[str, list[Retraction]] = {}
    for record in records.values():
        if isinstance(record, Retraction):
            against.setdefault(record.record, []).append(record)
    gone: set[str] = set()
    refused: set[Conflict] = set()
    for target in _innermost_last(against):
        for retraction in sorted(against[target]):
            if retraction.id in gone or target not in records:
                continue
            if _person(records[target]) and not _person(retraction):
                refused.add(Conflict.of("retraction", target, "a program cannot take back a person's record", [retraction.id, target]))
            else:
                gone.add(target)
    return frozenset(gone), tuple(sorted(refused))


def _innermost_last(against: dict[str, list[Retraction]]) -> list[str]:
    """The targets, each after the targets among its own retractions."""
    done: dict[str, None] = {}
    for first in sorted(against):
        path = [first]
        while path:
            target = path[-1]
            deeper = [r.id for r in against[target] if r.id in against and r.id not in done]
            if deeper:
                path.append(deeper[0])
            else:
                done[path.pop()] = None
    return list(done)


def _person(record: Any) -> bool:
    return record.maker is not None and record.maker.kind is MakerKind.PERSON
