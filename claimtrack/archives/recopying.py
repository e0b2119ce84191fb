"""Which articles of an archive descend from which, looked for again as far as they changed: the outcome is that of all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any

import attrs

from claimtrack.archives import shelves
from claimtrack.archives.shelves import Owned
from claimtrack.articles import read_article
from claimtrack.errors import Fault, InputError
from claimtrack.files import Raw, at_hand
from claimtrack.linking import overlapping, resolved_text
from claimtrack.model import Article, Derivation, Judgement, Outlet, Speaker, Statement, View
from claimtrack.model.base import ID_BYTES
from claimtrack.model.reading import ArticleText
from claimtrack.provenance.copies import Descent, Finder, Text, Traces, compare_texts, kin, settle, traces
from claimtrack.store import Store

COPIES = "copies: "
"""Goes before the key of an article that owns the records of its own descent."""
OPEN = 8
"""Inputs that are held at once, since one may have several articles."""


def recopy(store: Store, raw: Iterable[Raw] = ()) -> None:
    """Compare the texts of an archive's articles as far as they changed, or what they are compared with.

    A text is read from its input again when it is compared. An article whose input is gone stays as it was compared last, and one that
    never was compared is passed over. Everything happens in one transaction.

    Args:
        store: the archive.
        raw: inputs at hand under another path than their name, or in memory.
    """
    with store.transaction():
        marks = shelves.plain(store.work("marks"))
        run = _Recopying(store, raw)
        if marks.get("texts") != [store.mark, run.publishers]:
            run.run(marks.get("texts", ["", ""]))
            marks["texts"] = [store.mark, run.publishers]


class _Recopying:
    """One run over what changed."""

    def __init__(self, store: Store, raw: Iterable[Raw]) -> None:
        self._store = store
        self._gone = store.retracted
        self._raw = {each.name: each for each in raw}
        self._view = View([each for kind in (Outlet, Speaker) for each in store.each(kind) if each.id not in self._gone])
        self._read = lru_cache(OPEN)(self._articles_in)

    @property
    def publishers(self) -> str:
        """A digest of what outlets are called, and of what may be taken for one."""
        names = {name.casefold() for each in self._view.outlets.values() for name in (each.key, each.name, *each.aliases)}
        told = [f"{each.key}={'|'.join((each.name, *each.aliases))}" for each in self._view.outlets.values()]
        others = (each for each in self._view.speakers.values() if not names.isdisjoint(map(str.casefold, (each.name, *each.aliases))))
        return _digest([*told, *(f"{each.key}:{'|'.join((each.name, *each.aliases))}" for each in others)])

    def run(self, last: Sequence[str]) -> None:
        """Compare what changed since, and settle the families that it touches."""
        work = self._store.work("copies")
        finder = Finder({item: value for item, _, value in work.values()})
        changed = dict(self._changed(dict(work.items()), last))
        found = finder.update({key: each for key, (each, _) in changed.items()})
        kept = shelves.plain(self._store.work("descents"))
        for couple in (*found.gone, *found.compare):
            kept.put("\n".join(sorted(couple)), None)
        held = [couple for couple in found.compare if all(map(self._input, couple))]
        for pair in compare_texts(self._text, held, finder.common):
            if descent := Descent.of(pair):
                kept["\n".join(sorted((pair.source, pair.derived)))] = descent.to_row()
        for key, state in found.state.items():
            digest = changed[key][1] if key in changed else work.digest(key) or ""
            work.drop([key]) if state is None else work.put(key, digest, state)
        self._settle(kept, {key for couple in (*found.gone, *found.compare) for key in couple} | changed.keys(), finder)

    def _changed(self, known: Mapping[str, str], last: Sequence[str]) -> Iterator[tuple[str, tuple[Traces | None, str]]]:
        """The articles whose texts are new, changed or gone, each with its traces and a digest of what these were made of."""
        mark, publishers = last
        keys = self._store.keys(Article)
        asked = keys if publishers != self.publishers else {*self._store.news(mark).articles, *(keys - known.keys())}
        for key in sorted(asked | (known.keys() - keys - {""})):
            article = self._article(key)
            if article is None:
                if key in known:
                    yield key, (None, "")
                continue
            digest = _digest([article.line, str(resolved_text(_outline(article), self._view))])
            if digest != known.get(key) and self._has(key):
                yield key, (traces(self._text(key)), digest)

    def _article(self, key: str) -> Article | None:
        """An article as the view of all records has it; None for one without a text."""
        records = [each for each in self._store.keyed(Article, [key]) if each.id not in self._gone]
        article = View(records).articles.get(key)
        return article if article and article.digest else None

    @cached_property
    def _found(self) -> dict[str, str]:
        """The input in which an article was found, by the id of its record, or by its digest where it was known before."""
        found: dict[str, str] = {}
        for each in self._store.inputs:
            found |= dict.fromkeys(each.came, each.name)
            if not each.came and not each.faults and at_hand(raw := self._raw.get(each.name, Raw(each.name, path=each.name))):
                found |= {read.article.digest: each.name for read in self._read(raw)}
        return found

    def _input(self, key: str) -> Raw | None:
        """The input in which an article stands, if it is at hand."""
        for record in self._store.keyed(Article, [key]):
            if name := self._found.get(record.id) or self._found.get(record.digest):
                raw = self._raw.get(name, Raw(name, path=name))
                return raw if at_hand(raw) else None
        return None

    def _has(self, key: str) -> bool:
        """Whether the text of an article is at hand as it was read."""
        try:
            return self._input(key) is not None and bool(self._text(key))
        except InputError:
            return False

    def _text(self, key: str) -> Text:
        """The text of an article whose input is at hand.

        Raises:
            InputError: when the input is not what it was.
        """
        article, raw = self._article(key), self._input(key)
        assert article
        assert raw
        for read in self._read(raw):
            if read.article.digest == article.digest:
                return resolved_text(Text.of(attrs.evolve(read, article=article)), self._view)
        raise InputError([Fault(raw.name, 0, "", "has changed since it was first read; read it again")])

    def _articles_in(self, raw: Raw) -> tuple[ArticleText, ...]:
        return tuple(read_article(raw.data, raw.name, list(self._view.outlets.values())))

    def _settle(self, kept: shelves.Shelf[Any], touched: Set[str], finder: Finder) -> None:
        """Put the records of the families concerned in place of the earlier ones."""
        found = [Descent.from_row(row) for _, row in kept.all()]
        family = kin(found)
        families = {family[key] for key in touched if key in family}
        again = [each for each in found if family[each.source] in families]
        articles = {key for key, of in family.items() if of in families} | touched
        ages = {key: finder.traces(key).age for each in again for key in (each.source, each.derived)}
        judgements = [each for each in self._store.each(Judgement) if each.id not in self._gone]
        records = settle(again, ages, judgements, lambda article, span: overlapping(self._statements(article), span))
        by_article: dict[str, list[Derivation]] = defaultdict(list)
        for record in records:
            by_article[record.derived].append(record)
        with Owned(self._store) as owned:
            for key in sorted(articles):
                owned.put(f"{COPIES}{key}", by_article[key])

    def _statements(self, article: str) -> list[Statement]:
        keys = {each.key for each in self._store.naming(Statement, "article", [article])}
        records = [each for each in self._store.keyed(Statement, sorted(keys)) if each.id not in self._gone]
        return [each for each in View(records).statements.values() if each.article == article]


def _outline(article: Article) -> Text:
    """All of a text that its article's record tells."""
    return Text.of(ArticleText(article=article, text="", reading="", blocks=()))


def _digest(told: Iterable[str]) -> str:
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()
