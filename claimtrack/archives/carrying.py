"""The carriers of all articles of an archive, worked out from few columns of them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain

from claimtrack.model import Article, Derivation, Judgement, MakerKind, Outlet, Record, Speaker, View
from claimtrack.model.terms import COPIES
from claimtrack.provenance import Carriers
from claimtrack.store import Store


def carried(store: Store) -> dict[str, str]:
    """For what is carried by something else than its outlet, or than itself where it is no article: the key of its carrier.

    Args:
        store: the archive.
    """
    view = View(list(_deciding(store, store.taken_back)))
    carriers = Carriers(view)
    articles = {key: article.outlet or key for key, article in view.articles.items()}
    others = {*view.outlets, *map(view.resolve, articles.values())}
    others |= {view.resolve(end) for each in view.derivations for end in (each.derived, each.source)}
    usual = {**{key: key for key in others}, **articles}
    return {key: carrier for key in sorted(usual) if (carrier := carriers.of(key)) != usual[key]}


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
