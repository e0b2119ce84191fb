"""An archive: a ledger in one SQLite file that keeps everything and is changed a transaction at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

import attrs

from claimtrack.model.base import Record, plain
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Article, Claim, Outlet, Retraction, Speaker, Statement
from claimtrack.model.values import Maker
from claimtrack.model.view import Conflict, View
from claimtrack.store.before import Before
from claimtrack.store.changes import Changes
from claimtrack.store.kept import Kept
from claimtrack.store.merging import BATCH, take_over
from claimtrack.store.names import Names
from claimtrack.store.opening import opened
from claimtrack.store.parts import Inputs, Reports, Work
from claimtrack.store.rows import ADD, records, row
from claimtrack.store.schema import MEMBERS_INDEX, field
from claimtrack.store.scratch import Scratch, scratch

R = TypeVar("R", bound=Record)
_MEMBERS = " UNION ".join(
    f"SELECT type, key, id, json FROM {table} WHERE id IN (SELECT member FROM members WHERE claim = ?)" for table in ("records", "links")
)


@attrs.frozen
class News:
    """What changed in an archive.

    Attributes:
        references: what statements that are new or taken back name as their article, and those that share a key with others.
        articles: the keys of articles that are new, described anew, or taken back.
        claims: whether there is anything new about claims.
        names: whether there is anything new about outlets or speakers, so that a name may mean another.
    """

    references: frozenset[str]
    articles: frozenset[str]
    claims: bool
    names: bool


class Store(Kept):
    """The records of an archive as a set, which grows by `add` and `merge`; use it as a context manager, or `close` it.

    It answers as a `Ledger` of the same records does. The links that our own linker makes of the records stand apart, as `links`:
    they are no part of the set, and merging leaves them out. Other processes may read and write the same file meanwhile.

    Args:
        path: the file; made where it is not there, unless it is only to be read.
        read_only: whether nothing may be written.

    Raises:
        VersionError: when a newer claimtrack wrote the file.
        InputError: when it is no archive, or cannot be opened; as all that is done with it may when it cannot be read or written.
    """

    def __init__(self, path: str | os.PathLike[str], read_only: bool = False) -> None:
        super().__init__(opened(path, read_only), "records")
        self.path = Path(path)
        self.links = Kept(self._connection, "links")
        self.inputs = Inputs(self._connection)
        self.reports = Reports(self._connection)
        self.names = Names(self._connection)
        self.changes = Changes(self._connection, self.anywhere)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def __repr__(self) -> str:
        return f"<Store of {len(self):,} records in {self.path}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ledger | Kept):
            return NotImplemented
        return len(self) == len(other) and self.digest == other.digest

    def __le__(self, other: Ledger | Kept) -> bool:
        if not isinstance(other, Ledger | Kept):
            return NotImplemented
        return len(self) <= len(other) and all(_holds(other, record_id) for record_id in self.ids)

    def __ge__(self, other: Ledger | Kept) -> bool:
        if not isinstance(other, Ledger | Kept):
            return NotImplemented
        return len(self) >= len(other) and all(record in self for record in other)

    def __or__(self, other: Ledger | Kept) -> Ledger:
        if not isinstance(other, Ledger | Kept):
            return NotImplemented
        return Ledger(self) | Ledger(other)

    __ror__ = __or__

    @property
    def ledger(self) -> Ledger:
        """All in memory: the records and the links."""
        return Ledger(chain(self._each(""), self.links))

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The standing records of one type, in their order."""
        gone = self.retracted
        return tuple(record for record in self.each(kind) if record.id not in gone)

    @property
    def retracted(self) -> frozenset[str]:
        """The ids of the records that a standing retraction takes back."""
        back = list(self.each(Retraction))
        return Ledger([*back, *self.some(each.record for each in back)]).retracted

    @property
    def taken_back(self) -> frozenset[str]:
        """The same with the ids of links, which `retracted` leaves out."""
        back = list(self.each(Retraction))
        return Ledger([*back, *self.anywhere(each.record for each in back)]).retracted

    def anywhere(self, ids: Iterable[str]) -> Iterator[Record]:
        """The records and links with these ids, as far as they are here."""
        asked = list(ids)
        return chain(self.some(asked), self.links.some(asked))

    @property
    def view(self) -> View:
        """What the standing records say; all of them are read for it."""
        return Ledger(self).view

    def conflicts(self) -> tuple[Conflict, ...]:
        """Everything that the view had to decide; all records are read for it."""
        return Ledger(self).conflicts()

    @property
    def mark(self) -> str:
        """How far the set has grown; `since` tells what came later."""
        last, many = self._connection.row("SELECT (SELECT coalesce(max(rowid), 0) FROM records), (SELECT count(*) FROM records)")
        return f"{last}/{many}"

    def made_by_others(self, kind: type[Outlet] | type[Speaker], maker: Maker) -> Iterator[Record]:
        """The outlets or speakers that another than a maker recorded, or nobody, in no order; those of the maker are not read for it."""
        told = json.dumps(plain(maker), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        named = f"SELECT id, json FROM records INDEXED BY records_by_{kind.type}_maker WHERE type = '{kind.type}' AND {field('maker')}"
        for values, which in (((told,), "< ?"), ((told,), "> ?"), ((), "IS NULL")):
            for rows in self._connection.chunks(f"{named} {which}", values):
                yield from self.look_up(rows)

    def before(self, without: Iterable[str] = ()) -> Before:
        """The articles that are here now, however many come while they are looked up, without those that were taken back.

        Args:
            without: the ids of others that are left out.
        """
        last, _ = self.mark.split("/")
        return Before(self._connection, self.path, int(last), self.retracted.union(without))

    def news(self, mark: str) -> News:
        """What came after a mark; everything where the rows of the file were numbered anew meanwhile."""
        last = int(mark.partition("/")[0]) if mark and self.changes.counts(mark) else 0
        new = "FROM records WHERE rowid > ? AND type"
        rows, row = self._connection.rows, self._connection.row
        back = frozenset(taken for (taken,) in rows(f"SELECT {field('record')} {new} = 'retraction'", (last,)))
        taken = [*self.some(back)]
        while deeper := [each.record for each in taken if isinstance(each, Retraction)]:
            taken = [*(each for each in taken if not isinstance(each, Retraction)), *self.some(deeper)]
        said = {said for (said,) in rows(f"SELECT DISTINCT {field('article')} {new} = 'statement'", (last,))}
        twice = "(SELECT key FROM records WHERE type = 'statement' GROUP BY key HAVING count(*) > 1)"
        rivals = rows(f"SELECT DISTINCT {field('article')} FROM records WHERE type = 'statement' AND key IN {twice}")
        return News(
            references=frozenset(said | {said for (said,) in rivals} | {each.article for each in taken if isinstance(each, Statement)}),
            articles=frozenset(key for (key,) in rows(f"SELECT DISTINCT key {new} = 'article'", (last,)))
            | {each.key for each in taken if isinstance(each, Article)},
            claims=any(isinstance(each, Claim) for each in taken) or row(f"SELECT 1 {new} = 'claim'", (last,)) is not None,
            names=any(isinstance(each, Outlet | Speaker) for each in taken)
            or row(f"SELECT 1 {new} IN ('outlet', 'speaker')", (last,)) is not None,
        )

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside stands on the disk when it ends, or none of it does."""
        return self._connection.transaction()

    @property
    def in_transaction(self) -> bool:
        """Whether something is written that others do not see yet."""
        return self._connection.sql.in_transaction

    def add(self, records: Iterable[Record]) -> int:
        """Add records in one transaction; how many were new.

        When it returns they are on the disk. When it does not, none of them are.
        """
        with self.transaction():
            return self._connection.many(ADD, map(row, records))

    def merge(self, other: Store | Ledger | str | os.PathLike[str] | Iterable[Record]) -> int:
        """Add all records of another archive, of a ledger or of any source; how many were new.

        Some are added at a time, each time on the disk, so that a run that breaks off is completed by doing it again.

        Raises:
            InputError: when the other is no archive; and, after all others were added, for rows in it that are no records.
        """
        if isinstance(other, Store):
            other = other.path
        if isinstance(other, str | os.PathLike):
            return 0 if _same(self.path, other) else take_over(self._connection, other)
        rest = iter(other)
        added = 0
        while batch := list(islice(rest, BATCH)):
            added += self.add(batch)
        return added

    def replace_links(self, links: Iterable[Record], gone: Iterable[str] | None = None) -> None:
        """Put links in place of all there are, or of some, in one transaction; what stays the same is not touched.

        They go by way of a table on the disk, since there may be too many for memory.

        Args:
            links: the new ones.
            gone: the ids of those that go, where the others stay.
        """
        with self.transaction():
            self._connection.run("CREATE TEMP TABLE fresh (id TEXT PRIMARY KEY, type, key, json)")
            self._connection.run("CREATE TEMP TABLE going (id TEXT PRIMARY KEY)")
            self._connection.many("INSERT OR IGNORE INTO fresh VALUES (?, ?, ?, ?)", map(row, links))
            if gone is not None:
                self._connection.many("INSERT OR IGNORE INTO going VALUES (?)", ((link_id,) for link_id in gone))
            going = f"id NOT IN (SELECT id FROM fresh){'' if gone is None else ' AND id IN (SELECT id FROM going)'}"
            self.changes.note("fresh", going)
            self.names.forget(going)
            self._connection.run(f"DELETE FROM links WHERE {going}")
            self.names.settle()
            self._connection.run("INSERT OR IGNORE INTO links SELECT id, type, key, json FROM fresh ORDER BY id")
            self._connection.run("DROP TABLE fresh")
            self._connection.run("DROP TABLE going")

    def replace_claims(self, members: Mapping[str, Iterable[str]], gone: Iterable[str] | None = None) -> None:
        """Keep which records belong to which claim, in place of all that was kept, or of some claims.

        Args:
            members: for the key of each claim, the ids of its records and links.
            gone: the keys of claims that go, where the others stay; those in `members` are replaced in any case.
        """
        with self.transaction():
            if gone is None:
                self._connection.run("DELETE FROM members")
            self._connection.many("DELETE FROM members WHERE claim = ?", ((claim,) for claim in (*(gone or ()), *members)))
            rows = ((claim, member) for claim, ids in members.items() for member in ids)
            self._connection.many("INSERT OR IGNORE INTO members VALUES (?, ?)", rows)

    def index_claims(self) -> None:
        """Have claims found quickly by their records again, after `unindex_claims`; nothing where they are."""
        self._connection.run(f"CREATE INDEX IF NOT EXISTS {MEMBERS_INDEX} ON members (member)")

    def unindex_claims(self) -> None:
        """Let go of what finds claims by their records while many are put in, since each record would be put in at another place there."""
        self._connection.run(f"DROP INDEX IF EXISTS {MEMBERS_INDEX}")

    @property
    def claims(self) -> Iterator[str]:
        """The keys of the claims whose records are known, in order."""
        for rows in self._connection.chunks("SELECT DISTINCT claim FROM members ORDER BY claim"):
            yield from (claim for (claim,) in rows)

    def claims_with(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The keys of the claims to which any of these records belongs, in order."""
        return tuple(sorted({claim for (claim,) in self._connection.among("SELECT claim FROM members WHERE member IN", ids)}))

    def keys_of(self, claims: Iterable[str], *kinds: type[Record]) -> set[str]:
        """The keys of the records of some types that belong to any of these claims."""
        types = "', '".join(kind.type for kind in kinds)
        mine = f"SELECT r.key FROM members m JOIN records r ON r.id = m.member WHERE r.type IN ('{types}') AND m.claim IN"
        return {key for (key,) in self._connection.among(mine, claims)}

    def lines_of(self, claim: str) -> tuple[str, ...]:
        """The lines of the records and links that belong to a claim, in the order of a ledger."""
        return tuple(line for _, line in self._members(claim))

    def records_of(self, claim: str) -> tuple[Record, ...]:
        """The same as records."""
        return tuple(records(self._members(claim), self._connection.name))

    def _members(self, claim: str) -> list[tuple[str, str]]:
        return [found[2:] for found in self._connection.rows(f"{_MEMBERS} ORDER BY type, key, id", (claim, claim))]

    def scratch(self, table: str) -> AbstractContextManager[Scratch]:
        """A table of values that a run needs, inside of its transaction; at the end they are gone."""
        return scratch(self._connection, table)

    def work(self, stage: str) -> Work:
        """The derived values of a stage."""
        return Work(self._connection, stage)


def _holds(other: Ledger | Kept, record_id: str) -> bool:
    return other._has(record_id) if isinstance(other, Kept) else other.get(record_id) is not None


def _same(one: str | os.PathLike[str], other: str | os.PathLike[str]) -> bool:
    """Whether two paths are one file."""
    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)
