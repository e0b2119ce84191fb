"""What the stages keep in an archive between runs, as mappings: read when asked for, or all at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from claimtrack.claims.portraits import Direction
from claimtrack.claims.standings import Standing, Standings
from claimtrack.claims.ties import Ties
from claimtrack.model import Record
from claimtrack.store import Store, Work

V = TypeVar("V")
WAITING = 1_000
"""Links that wait to be put into an archive together."""


class Tabled(Protocol[V]):
    """Values of one stage that are read all at once."""

    def held(self) -> MutableMapping[str, V]:
        """All values."""

    def keep(self, keys: Iterable[str], held: Mapping[str, V]) -> None:
        """Write what became of some values, or forget those that are no more."""


class Shelf(MutableMapping[str, V]):
    """The values of one stage, each read when it is asked for.

    Args:
        work: the stage.
        packed, opened: a value as bytes, and back.
    """

    def __init__(self, work: Work, packed: Callable[[V], bytes], opened: Callable[[bytes], V]) -> None:
        self._work = work
        self._packed = packed
        self._opened = opened

    def __getitem__(self, key: str) -> V:
        found = self._work.get(key)
        if found is None:
            raise KeyError(key)
        return self._opened(found)

    def __setitem__(self, key: str, value: V) -> None:
        self._work.put(key, "", self._packed(value))

    def __delitem__(self, key: str) -> None:
        self._work.drop([key])

    def __iter__(self) -> Iterator[str]:
        return (item for item, _ in self._work.items())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def all(self) -> Iterator[tuple[str, V]]:
        """Every value with its key."""
        return ((item, self._opened(value)) for item, _, value in self._work.values())

    def some(self, keys: Iterable[str]) -> Iterator[V]:
        """The values of some keys, as far as there are any."""
        return (self._opened(value) for _, _, value in self._work.some(keys))

    def put_all(self, rows: Iterable[tuple[str, V]]) -> None:
        """Keep many values."""
        self._work.put_many((key, "", self._packed(value)) for key, value in rows)

    def drop_all(self, keys: Iterable[str]) -> None:
        """Forget many values."""
        self._work.drop(keys)

    def held(self) -> MutableMapping[str, V]:
        """All values, read at once."""
        return dict(self.all())

    def keep(self, keys: Iterable[str], held: Mapping[str, V]) -> None:
        """Write what became of some values, or forget those that are no more."""
        for key in keys:
            self.put(key, held.get(key))

    def put(self, key: str, value: V | None) -> None:
        """Keep a value, or forget it where there is none."""
        if value is None:
            self._work.drop([key])
        else:
            self[key] = value


class Table(MutableMapping[str, V], Generic[V]):
    """The values of one stage, all read at once; `keep` writes what changed since."""

    def __init__(self, shelf: Tabled[V]) -> None:
        self._held = shelf.held()
        self._shelf = shelf
        self._changed: set[str] = set()

    def __getitem__(self, key: str) -> V:
        return self._held[key]

    def __setitem__(self, key: str, value: V) -> None:
        self._held[key] = value
        self._changed.add(key)

    def __delitem__(self, key: str) -> None:
        del self._held[key]
        self._changed.add(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def items(self) -> Any:
        """The values with their keys, as a dict has them."""
        return self._held.items()

    def keep(self) -> None:
        """Write what changed."""
        self._shelf.keep(sorted(self._changed), self._held)
        self._changed.clear()


class Rows:
    """What is known of articles among others; a row makes sense beside the others alone, so they are read all at once.

    Args:
        work: the stage.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._held = Standings()

    def held(self) -> MutableMapping[str, Standing]:
        """The standings of all articles."""
        self._held = Standings((article, row) for article, _, row in self._work.values())
        return self._held

    def keep(self, keys: Iterable[str], held: Mapping[str, Standing]) -> None:
        """Write what became of some of them."""
        changed = list(keys)
        self._work.drop(key for key in changed if key not in held)
        self._work.put_many((key, "", self._held.row(key)) for key in changed if key in held)


def plain(work: Work) -> Shelf[Any]:
    """A stage whose values are JSON."""
    return Shelf(work, lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), json.loads)


def numbers(work: Work) -> Shelf[int]:
    """A stage whose values are whole numbers."""
    return Shelf(work, lambda value: str(value).encode(), int)


def directions(work: Work) -> Shelf[Direction]:
    """A stage of directions."""
    return Shelf(work, lambda value: value.data, Direction.read)


def standings(work: Work) -> Rows:
    """A stage of what is known of articles among others."""
    return Rows(work)


def ties(work: Work) -> Shelf[Ties]:
    """A stage of ties between statements."""
    return Shelf(work, lambda value: value.data, Ties.read)


def names(work: Work) -> Shelf[tuple[str, ...]]:
    """A stage of names in rows."""
    return Shelf(work, lambda value: json.dumps(value, ensure_ascii=False).encode(), lambda data: tuple(json.loads(data)))


class Owned:
    """Which links come of what, so that they go with it; a context manager that changes the links of an archive at its end.

    Args:
        store: the archive.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._owned = plain(store.work("links"))
        self._fresh = next(iter(self._owned), None) is None  # so that nothing can go
        self._gone: set[str] = set()
        self._put: set[str] = set()
        self._waiting: list[Record] = []

    def __iter__(self) -> Iterator[str]:
        """The names of all owners."""
        return iter(self._owned)

    def __enter__(self) -> Owned:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        if failed is None:
            self._store.replace_links(self._waiting, gone=sorted(self._gone - self._put))

    def put(self, owner: str, links: Sequence[Record], told: Sequence[str] = ()) -> None:
        """Keep links as those of an owner, in place of its earlier ones.

        Args:
            owner: by what name it is known again.
            links: all of its links.
            told: what else is to be known of it.
        """
        self.drop(owner)
        if links:
            self._owned[owner] = [sorted(link.id for link in links), list(told)]
            self._put.update(link.id for link in links if not self._fresh)
            self._waiting += links
        if len(self._waiting) >= WAITING:
            self._store.replace_links(self._waiting, gone=())
            self._waiting.clear()

    def put_all(self, links: Mapping[str, Sequence[Record]]) -> None:
        """The same for many owners of whom nothing else is to be known."""
        for owner in links:
            self.drop(owner)
        rows = {owner: sorted(link.id for link in each) for owner, each in links.items() if each}
        self._owned.put_all((owner, [ids, []]) for owner, ids in rows.items())
        self._put.update(*rows.values())
        if rows:
            self._store.replace_links([link for each in links.values() for link in each], gone=())

    def drop(self, owner: str) -> None:
        """Let the links of an owner go."""
        ids, _ = self._owned.get(owner, ((), ()))
        self._gone.update(ids)
        if ids:
            del self._owned[owner]

    def told(self, owner: str) -> Sequence[str]:
        """What else was told of an owner."""
        return tuple(self._owned.get(owner, ((), ()))[1])
