"""Standing records of an archive looked up by their handles, many at a time and each once; and what asked for a handle, as far as noted.

Most handles are found by the indexes that an archive has of its records. The others, such as names, go into its table of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from claimtrack.model import Article, Claim, Derivation, Judgement, Outlet, Record, Speaker, Stance, Statement, Verdict
from claimtrack.model.neighbourhood import handles
from claimtrack.store import Store

KINDS = (Article, Claim, Outlet, Speaker, Statement)
"""The records that have keys."""
HELD = 40_000
"""Handles whose records are held before they are forgotten."""
VERSION = "1"
"""Tells the names of `spelled` from those of other versions."""
PLAIN = {"statement": ("key", "article"), "article": ("key",), "claim": ("key",), "judgement": ("left", "right"), "stance": ()}
"""Records without names in `spelled` where these fields have small letters alone."""
_FOLDED, _VOICE = "folded:", "voice:"


def spelled(record: Record) -> Iterator[str]:
    """The names by which a record is found that no index of an archive has: its handles, where it does not stand as the handle does."""
    exact = set(_exact(record))
    yield from (handle for handle in handles(record) if handle not in exact)
    key = getattr(record, "key", "")
    if key != key.casefold():
        yield f"{_FOLDED}{key.casefold()}"


def _exact(record: Record) -> Iterator[str]:
    """The handles by which a record is found as it is written."""
    if isinstance(record, KINDS):
        yield f"key:{record.key}"
    match record:
        case Statement():
            yield f"said:{record.article}"
        case Judgement():
            yield from (f"judged:{record.left}", f"judged:{record.right}")
        case Stance():
            yield f"stance:{record.claim}"
        case Derivation():
            yield f"derived:{record.derived}"


@lru_cache(maxsize=1 << 14)
def subject(handle: str) -> str:
    """What a handle is about, in small letters: a key or a name."""
    return handle.partition(":")[2].casefold().removeprefix(_VOICE)


def subjects(record: Record) -> Iterator[str]:
    """What a record describes: its key, and the names of an outlet or a speaker."""
    if isinstance(record, KINDS):
        yield record.key.casefold().removeprefix(_VOICE)
    if isinstance(record, Outlet | Speaker):
        yield from (name.casefold().removeprefix(_VOICE) for name in (record.name, *record.aliases))


class Lookups:
    """Looks up standing records, and holds them until there are too many.

    Args:
        store: the archive, with its names up to date.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gone = store.taken_back
        self._held: dict[str, tuple[Record, ...]] = {}
        self._records: dict[str, Record] = {}
        self._subjects: dict[str, tuple[str, ...]] = {}

    def find(self, handle: str) -> Sequence[Record]:
        """The standing records that have a handle, in the order of a ledger."""
        if handle not in self._held:
            self.fetch([handle])
        return self._held[handle]

    def record(self, record_id: str) -> Record:
        """A record that was found."""
        return self._records[record_id]

    def subjects(self, record_id: str) -> tuple[str, ...]:
        """What a record that was found describes."""
        found = self._subjects.get(record_id)
        if found is None:
            found = self._subjects[record_id] = tuple(subjects(self._records[record_id]))
        return found

    def rest(self) -> None:
        """Forget what was found, if it is too much."""
        if len(self._held) > HELD:
            self._held.clear()
            self._records.clear()
            self._subjects.clear()

    def fetch(self, asked: Iterable[str]) -> None:
        """Look up many handles at once."""
        new: dict[str, list[Record]] = {handle: [] for handle in asked if handle not in self._held}
        for record in sorted(self._found(new), key=lambda record: record.order) if new else ():
            for handle in handles(record):
                if handle in new:
                    new[handle].append(record)
        self._held |= {handle: tuple(records) for handle, records in new.items()}

    def _found(self, asked: Iterable[str]) -> list[Record]:
        """The standing records that may have some of these handles; those that were read before are not read again."""
        rows = {record_id: line for record_id, line in self._rows(asked) if record_id not in self._gone}
        for record in self._store.look_up((record_id, line) for record_id, line in rows.items() if record_id not in self._records):
            self._records[record.id] = record
        return [self._records[record_id] for record_id in rows]

    def _rows(self, asked: Iterable[str]) -> Iterator[tuple[str, str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for handle in asked:
            kind, _, name = handle.partition(":")
            names[kind].append(name)
        yield from self._store.rows_keyed(KINDS, names["key"])
        yield from self._store.rows_naming(Statement, "article", names["said"])
        ids = list(self._store.names.ids(handle for handle in asked if not handle.startswith(("key:", "stance:"))))
        for kept in (self._store, self._store.links):
            yield from kept.rows_of(ids)
            yield from kept.rows_naming(Stance, "claim", names["stance"])
            yield from kept.rows_naming(Derivation, "derived", names["derived"])
            for side in ("left", "right"):
                yield from kept.rows_naming(Judgement, side, names["judged"])

    def closed(self, keys: Iterable[str]) -> frozenset[str]:
        """The keys with all that paths of "same" lead to from them."""
        found, todo = set(keys), set(keys)
        while todo:
            self.fetch(f"judged:{key.casefold()}" for key in todo)
            near = {end for key in todo for end in self._same(key)}
            todo = near - found
            found |= near
        return frozenset(found)

    def _same(self, key: str) -> Iterator[str]:
        for each in self.find(f"judged:{key.casefold()}"):
            if isinstance(each, Judgement) and each.verdict is Verdict.SAME:
                if each.left == key:
                    yield each.right
                elif each.right == key:
                    yield each.left

    def bearing_of(self, keys: Iterable[str]) -> set[str]:
        """What statements of these keys bear on."""
        asked = list(keys)
        found = chain(self._store.naming(Stance, "statement", asked), self._store.links.naming(Stance, "statement", asked))
        return {each.claim for each in found if each.id not in self._gone}

    def stances_on(self, keys: Iterable[str]) -> list[Stance]:
        """The stances on what has these keys."""
        asked = sorted(keys)
        self.fetch(f"stance:{key}" for key in asked)
        return [each for key in asked for each in self.find(f"stance:{key}") if isinstance(each, Stance)]

    def around(self, keys: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """What decides what is a claim among some keys that are closed.

        Returns:
            What they may bear on, themselves among it; and everything that bears on that too.
        """
        known = frozenset(keys)
        targets = known | self.closed(self.bearing_of(known) - known)
        return targets, targets | self.closed({stance.statement for stance in self.stances_on(targets)} - targets)

    def askers(self, records: Iterable[Record]) -> set[str]:
        """The keys of the claims whose reports may be others when these records come or go."""
        records = list(records)
        asked = {handle for record in records for handle in handles(record)}
        return {*self._store.claims_with({record.id for record in records}), *self.asking(asked)}

    def asking(self, asked: Iterable[str]) -> set[str]:
        """The keys of the claims for which some handles were looked up: those that noted it, and those with a record on the subject."""
        asked = set(asked)
        about = {*map(subject, asked)}
        keys = [f"{voice}{each}" for voice in ("", _VOICE) for each in about]
        ids = {*self._store.ids_keyed(KINDS, keys), *self._store.names.ids(f"{kind}{key}" for kind in (_FOLDED, "name:") for key in keys)}
        return set(self._store.claims_with({*asked, *ids}))
