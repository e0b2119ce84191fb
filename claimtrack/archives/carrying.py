"""The carriers of the articles of an archive, kept by key; where little came or went, only what hangs together with it is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

import attrs

from claimtrack.archives import shelves
from claimtrack.model import Article, Derivation, Judgement, MakerKind, Outlet, Record, Retraction, Speaker, View
from claimtrack.model.terms import COPIES
from claimtrack.provenance import Carriers
from claimtrack.store import Store

MOST = 2_000
"""Texts that follow what changed, or are followed by it, above which all carriers are worked out anew."""
_NOTE = "note"


@attrs.frozen
class _Settled:
    """What stands for what in a view.

    Attributes:
        carriers: for what is carried by something else than its outlet, or than itself where it is no article: the key of its carrier.
        simple: whether copies of articles alone decide, none of them in a circle, and no article or text stands for an outlet.
        names: the references that are no keys, in small letters; what they name may come, or come to be called otherwise.
    """

    carriers: dict[str, str]
    simple: bool
    names: frozenset[str]


class Carrying:
    """What stands for what in an archive, kept where it is not the usual: for an article its outlet, for anything else itself.

    Args:
        store: the archive.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept = store.work("carriers")
        self._notes = shelves.plain(store.work("carrying"))

    @property
    def known(self) -> bool:
        """Whether carriers were ever worked out."""
        return _NOTE in self._notes

    def of(self, key: str) -> str:
        """The key of the carrier of an article; empty where it is the usual one."""
        return self._kept.digest(key) or ""

    def some(self, keys: Iterable[str]) -> dict[str, str]:
        """The keys of the carriers of some articles, of those alone for which it is another than the usual one."""
        return {key: carrier for key, carrier, _ in self._kept.some(keys) if carrier}

    def renew(self) -> list[str]:
        """Work out all carriers; the keys for which they are others than before."""
        found = _settled(_whole(self._store))
        self._notes[_NOTE] = {"simple": found.simple, "names": sorted(found.names)}
        return self._put(found.carriers, dict(self._kept.items()))

    def update(self, changed: Sequence[Record]) -> list[str]:
        """The same after records and links came, went or were taken back; those of them that `decides` says can matter are to be told.

        The names of the archive must be up to date.
        """
        note = self._notes.get(_NOTE, {"simple": False, "names": []})
        near = _around(self._store, changed, frozenset(note["names"])) if note["simple"] else None
        found = _settled(near) if near else None
        if near is None or found is None or not found.simple:
            return self.renew()
        if not found.names.issubset(note["names"]):
            self._notes[_NOTE] = {**note, "names": sorted(found.names.union(note["names"]))}
        ends = {key: found.carriers.get(key, near.resolve(article.outlet or key)) for key, article in near.articles.items()}
        told = {key: end if end in near.articles else self.of(end) or end for key, end in ends.items()}
        now = {key: carrier for key, carrier in told.items() if carrier != (near.articles[key].outlet or key)}
        return self._put(now, {key: carrier for key in near.articles if (carrier := self.of(key))})

    def _put(self, now: dict[str, str], before: dict[str, str]) -> list[str]:
        """Keep carriers in place of earlier ones; the keys for which they differ."""
        moved = sorted(key for key in before.keys() | now.keys() if before.get(key) != now.get(key))
        with self._store.transaction():
            self._kept.drop(key for key in moved if key not in now)
            self._kept.put_many((key, now[key], b"") for key in moved if key in now)
        return moved


def carried(store: Store) -> dict[str, str]:
    """For what is carried by something else than its outlet, or than itself where it is no article: the key of its carrier.

    Args:
        store: the archive.
    """
    return _settled(_whole(store)).carriers


def _settled(view: View) -> _Settled:
    """What stands for what in a view."""
    carriers = Carriers(view)
    articles = {key: article.outlet or key for key, article in view.articles.items()}
    named = _ends(view).union(article.outlet for article in view.articles.values() if article.outlet)
    others = {*view.outlets, *map(view.resolve, articles.values()), *map(view.resolve, named)}
    usual = {**{key: key for key in others}, **articles}
    found = {key: carrier for key in sorted(usual) if (carrier := carriers.of(key)) != usual[key]}
    derived = {view.resolve(each.derived) for each in view.derivations if carriers.stands(each)}
    outlets = {view.resolve(article.outlet) for article in view.articles.values() if article.outlet}
    at_once = view.articles.keys() >= derived and outlets.isdisjoint(view.articles)
    versions = any(article.url and not article.outlet for article in view.articles.values())
    names = frozenset(each.casefold() for each in named if not _is_key(each, view))
    circles = not derived.isdisjoint(found.values())
    return _Settled(found, at_once and not versions and not circles and not view.judgements, names)


def _is_key(reference: str, view: View) -> bool:
    return reference in view.outlets or reference in view.speakers or reference in view.articles


def _ends(view: View) -> set[str]:
    """The texts between which something is recorded to be copied, as they are referred to."""
    return {end for each in view.derivations for end in (each.derived, each.source)}


def _around(store: Store, changed: Sequence[Record], names: Set[str]) -> View | None:
    """What decides the carriers that a change could move, where all was simple before; None where it may reach further than copies do."""
    if any(_matters(each, names) for each in changed):
        return None
    keys = {each.key for each in changed if isinstance(each, Article)}
    keys |= {each.derived for each in changed if isinstance(each, Derivation)}
    copies = _copies(store, keys)
    if copies is None:
        return None
    keys |= {end for each in copies for end in (each.derived, each.source)}
    gone = store.taken_back
    articles = [each for each in store.keyed(Article, keys) if each.id not in gone]
    outlets = {each.outlet for each in articles if each.outlet}
    beside = _called(store, keys | outlets)
    alone = len(articles) == len({each.key for each in articles})
    strange = any(store.ids_keyed([Article], outlets)) or any(
        each.rows_naming(Derivation, "derived", outlets) for each in (store, store.links)
    )
    return View([*articles, *copies, *(each for each in beside if each.id not in gone)]) if alone and not strange else None


def _called(store: Store, references: Set[str]) -> list[Record]:
    """The outlets and speakers that references can mean, by key or by name."""
    found = list(store.some(store.names.ids(f"name:{each.casefold()}" for each in references)))
    keys = {*references, *(each.key for each in found if isinstance(each, Outlet | Speaker))}
    return [*store.keyed(Outlet, keys), *store.keyed(Speaker, keys)]


def _matters(changed: Record, names: Set[str]) -> bool:
    """Whether a change may reach further than copies do: by a name, by what people judged, or by what is taken back."""
    match changed:
        case Outlet() | Speaker():
            return not names.isdisjoint(name.casefold() for name in (changed.key, changed.name, *changed.aliases))
        case Article():
            return changed.key.casefold() in names
        case _:
            return isinstance(changed, Judgement | Retraction)


def decides(record: Record) -> bool:
    """Whether a record can have to do with who carries what."""
    if isinstance(record, Judgement):
        return record.maker is None or record.maker.kind is not MakerKind.SOFTWARE
    return isinstance(record, Article | Outlet | Retraction | Speaker) or (isinstance(record, Derivation) and record.kind in COPIES)


def _copies(store: Store, keys: Set[str]) -> list[Derivation] | None:
    """The standing copies that lead to some texts, and what those and these lead to; None where these are too many."""
    down = _led(store, "source", "derived", keys)
    up = None if down is None else _led(store, "derived", "source", keys | {each.derived for each in down})
    return None if down is None or up is None else list({each.id: each for each in (*down, *up)}.values())


def _led(store: Store, side: str, other: str, keys: Iterable[str]) -> list[Derivation] | None:
    """The standing copies found from some texts on one of their sides, and from what is on the other; None where these are too many."""
    gone = store.taken_back
    found: list[Derivation] = []
    seen, todo = set(keys), set(keys)
    while todo:
        named = (each for kept in (store, store.links) for each in kept.naming(Derivation, side, todo))
        near = [each for each in named if each.kind in COPIES and each.id not in gone]
        found += near
        todo = {str(getattr(each, other)) for each in near} - seen
        seen |= todo
        if len(seen) > MOST:
            return None
    return found


def _whole(store: Store) -> View:
    """Everything in an archive that decides who carries what."""
    return View(list(_deciding(store, store.taken_back)))


def _deciding(store: Store, gone: Set[str]) -> Iterator[Record]:
    """The standing records that decide who carries what: of articles no more than that."""
    for kind in (Outlet, Speaker):
        yield from (each for each in store.each(kind) if each.id not in gone)
    for each in chain(store.each(Derivation), store.links.each(Derivation)):
        if each.kind in COPIES and each.id not in gone:
            yield each
    articles = list(_articles(store, gone))
    yield from articles
    yield from (each for each in store.some(_judged(store, {each.key for each in articles})) if each.id not in gone)


def _judged(store: Store, articles: Set[str]) -> list[str]:
    """The ids of the judgements on two articles that no program made; a program's decide nothing here."""
    rows = store.columns(Judgement, "left", "right", "maker.kind")
    return [each for each, _, left, right, kind in rows if kind != MakerKind.SOFTWARE.value and left in articles and right in articles]


def _articles(store: Store, gone: Set[str]) -> Iterator[Article]:
    """The articles with their outlets and addresses alone; in full where several records describe one."""
    last = ""
    rows: list[tuple[str, ...]] = []
    for row in chain(store.columns(Article, "outlet", "url"), [("", "", "", "")]):
        if row[1] != last and rows:
            yield from _article(store, rows)
            rows = []
        last = row[1]
        rows += [row] if row[0] not in gone else []


def _article(store: Store, rows: list[tuple[str, ...]]) -> Iterator[Article]:
    if len(rows) > 1:
        yield from (each for each in store.some(record_id for record_id, *_ in rows) if isinstance(each, Article))
        return
    record_id, key, outlet, url = rows[0]
    article = Article(key=key, outlet=outlet, url=url)
    object.__setattr__(article, "id", record_id)  # which it would have to be worked out for otherwise
    yield article
