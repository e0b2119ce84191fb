"""Which articles of an archive descend from which, looked for again as far as they changed: the outcome is that of all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from hashlib import blake2b
from itertools import groupby, islice
from typing import TypeVar

from claimtrack.archives import shelves
from claimtrack.archives.shelves import Owned
from claimtrack.archives.sources import Batch, Reader, Source, Sources, Telling, Tracing, together
from claimtrack.files import Raw
from claimtrack.linking import overlapping
from claimtrack.model import Article, Derivation, Judgement, Outlet, Speaker, Statement, View
from claimtrack.model.base import ID_BYTES
from claimtrack.model.reading import ArticleText
from claimtrack.provenance.copies import Changes, Descent, Finder, Text, batches, settle
from claimtrack.provenance.copies.families import Couple, families
from claimtrack.store import Scratch, Store
from claimtrack.workers import in_batches

T = TypeVar("T")
COPIES = "copies: "
"""Goes before the key of an article that owns the records of its own descent."""
CHUNK = 500
"""Articles that are looked up together, and pairs whose families are settled together."""


def recopy(store: Store, raw: Iterable[Raw] = (), jobs: int = 1) -> None:
    """Compare the texts of an archive's articles as far as they changed, or what they are compared with.

    A text is read from its input again when it is compared. An article whose input is gone stays as it was compared last, and one that
    never was compared is passed over. Everything happens in one transaction.

    Args:
        store: the archive.
        raw: inputs at hand under another path than their name, or in memory.
        jobs: processes to spread the reading and the comparing over; the result is the same for any number.
    """
    with store.transaction():
        marks = shelves.plain(store.work("marks"))
        view = _named(store)
        now = [store.mark, _publishers(view)]
        if marks.get("texts") != now:
            last = marks.get("texts", ["", ""])
            with store.scratch("places") as places, store.scratch("asked") as asked, store.scratch("texts") as texts:
                _Recopying(store, Reader(view), jobs, {each.name: each for each in raw}, places).run(last, now, asked, texts)
            marks["texts"] = now


def _named(store: Store) -> View:
    """The outlets and speakers of an archive."""
    gone = store.retracted
    return View([each for kind in (Outlet, Speaker) for each in store.each(kind) if each.id not in gone])


def _publishers(view: View) -> str:
    """A digest of what outlets are called, and of what may be taken for one."""
    names = {name.casefold() for each in view.outlets.values() for name in (each.key, each.name, *each.aliases)}
    told = [f"{each.key}={'|'.join((each.name, *each.aliases))}" for each in view.outlets.values()]
    others = (each for each in view.speakers.values() if not names.isdisjoint(map(str.casefold, (each.name, *each.aliases))))
    return _digest([*told, *(f"{each.key}:{'|'.join((each.name, *each.aliases))}" for each in others)])


class _Recopying:
    """One run over what changed."""

    def __init__(self, store: Store, reader: Reader, jobs: int, raw: Mapping[str, Raw], places: Scratch) -> None:
        self._store = store
        self._reader = reader
        self._jobs = jobs
        self._gone = store.retracted
        self._work = store.work("copies")
        self._kept = shelves.plain(store.work("descents"))
        self._sources = Sources(store, raw, self._gone, reader, places)

    def run(self, last: Sequence[str], now: Sequence[str], asked: Scratch, texts: Scratch) -> None:
        """Compare what changed since, and settle the families that it touches."""
        gone = dict.fromkeys(self._asked(last, last[1] == now[1], asked))
        traced = dict(self._traced(asked, texts))
        finder = Finder((item, value) for item, _, value in self._work.values())
        found = finder.update({**gone, **traced})
        self._compare(found, finder.common, texts)
        touched = {key for couple in (*found.gone, *found.compare) for key in couple} | gone.keys() | traced.keys()
        self._keep(found, asked)
        self._settle(touched, finder)

    def _asked(self, last: Sequence[str], only_new: bool, asked: Scratch) -> Iterator[str]:
        """Ask for the articles whose texts are new or changed, as far as they are at hand; the keys of those that are gone come out."""
        known = {key for key, _ in self._work.items()} - {""}
        keys = self._store.keys(Article)
        looked = {*self._store.news(last[0]).articles, *(keys - known)} if only_new else keys
        for chunk in _chunks(sorted(looked | (known - keys)), CHUNK):
            records = self._sources.records(chunk)
            articles = self._sources.articles(records)
            yield from (key for key in chunk if key in known and key not in articles)
            were = {key: digest for key, digest, _ in self._work.some(articles)}
            digests = {key: self._digest(article) for key, article in articles.items()}
            inputs = self._sources.inputs({key: records[key] for key, digest in digests.items() if digest != were.get(key)})
            asked.put((key, f"{raw.name}\n{digests[key]}") for key, raw in inputs.items())

    def _digest(self, article: Article) -> str:
        """A digest of all that the traces of an article's text are made of."""
        return _digest([article.line, str(self._reader.outline(_outline(article)))])

    def _traced(self, asked: Scratch, texts: Scratch) -> Iterator[tuple[str, bytes]]:
        """The traces of the articles that were asked for; their texts are kept, since many are compared soon."""
        sources = (source for chunk in _chunks(asked.names(), CHUNK) for source in self._sources.sources(chunk))
        for rows in in_batches(Tracing(self._reader), together(sources), self._jobs):
            texts.put((key, text) for key, _, text in rows)
            yield from ((key, traces) for key, traces, _ in rows)

    def _compare(self, found: Changes, common: frozenset[int], texts: Scratch) -> None:
        """Keep what comes of comparing pairs, in place of what was known of them and of those that are none any more."""
        self._kept.drop_all(map(_name, (*found.gone, *found.compare)))
        for told in in_batches(Telling(self._reader, common), self._batches(found.compare, texts), self._jobs):
            self._kept.put_all((_name((each.source, each.derived)), each.to_row()) for each in told)

    def _batches(self, couples: Iterable[Couple], texts: Scratch) -> Iterator[Batch]:
        """Pairs whose texts are at hand, in batches."""
        for batch in batches(couples):
            keys = sorted({key for couple in batch for key in couple})
            given: dict[str, Source | bytes] = texts.get(keys)
            given |= {source.article.key: source for source in self._sources.sources([key for key in keys if key not in given])}
            yield [couple for couple in batch if couple[0] in given and couple[1] in given], given

    def _keep(self, found: Changes, asked: Scratch) -> None:
        """Keep the state of the finder, with the digests of what it was made of."""
        for chunk in _chunks(found.state, CHUNK):
            digests = {key: digest for key, digest, _ in self._work.some(chunk)}
            digests |= {key: told.rpartition("\n")[2] for key, told in asked.get(chunk).items()}
            states = [(key, digests.get(key, ""), found.state[key]) for key in chunk]
            self._work.drop(key for key, _, state in states if state is None)
            self._work.put_many((key, digest, state) for key, digest, state in states if state is not None)

    def _settle(self, touched: Set[str], finder: Finder) -> None:
        """Put the records of the families concerned in place of the earlier ones."""
        couples = [_couple(name) for name in self._kept]
        family = families(sorted(couples))
        concerned = {family[key] for key in touched if key in family}
        couples = sorted((couple for couple in couples if family[couple[0]] in concerned), key=lambda couple: (family[couple[0]], couple))
        judgements = [each for each in self._store.each(Judgement) if each.id not in self._gone]
        with Owned(self._store) as owned:
            for key in sorted(key for key in touched if key not in family):
                owned.drop(f"{COPIES}{key}")
            for part in _whole(couples, lambda couple: family[couple[0]]):
                owned.put_all(self._settled(part, judgements, finder))

    def _settled(self, couples: Sequence[Couple], judgements: Sequence[Judgement], finder: Finder) -> dict[str, list[Derivation]]:
        """The records of some whole families, by what owns them."""
        found = [Descent.from_row(row) for row in self._kept.some(map(_name, couples))]
        keys = sorted({key for couple in couples for key in couple})
        ages = {key: finder.traces(key).age for key in keys}
        settled: dict[str, list[Derivation]] = {f"{COPIES}{key}": [] for key in keys}
        for record in settle(found, ages, judgements, lambda article, span: overlapping(self._statements(article), span)):
            settled.setdefault(f"{COPIES}{record.derived}", []).append(record)
        return settled

    def _statements(self, article: str) -> list[Statement]:
        keys = self._store.keys_naming(Statement, "article", [article])
        records = [each for each in self._store.keyed(Statement, sorted(keys)) if each.id not in self._gone]
        return [each for each in View(records).statements.values() if each.article == article]


def _outline(article: Article) -> Text:
    """All of a text that its article's record tells."""
    return Text.of(ArticleText(article=article, text="", reading="", blocks=()))


def _name(couple: Couple) -> str:
    """What a pair is kept as."""
    return "\n".join(sorted(couple))


def _couple(name: str) -> Couple:
    one, _, other = name.partition("\n")
    return one, other


def _chunks(keys: Iterable[T], many: int) -> Iterator[list[T]]:
    rest = iter(keys)
    while chunk := list(islice(rest, many)):
        yield chunk


def _whole(couples: Iterable[Couple], family: Callable[[Couple], str]) -> Iterator[list[Couple]]:
    """Pairs, family by family in order, so many together as make a chunk."""
    part: list[Couple] = []
    for _, group in groupby(couples, key=family):
        part += group
        if len(part) >= CHUNK:
            yield part
            part = []
    yield part


def _digest(told: Iterable[str]) -> str:
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()
