"""The texts of an archive's articles: in which inputs they stand, and what is made of them, batch by batch, in any process."""

from __future__ import annotations

import pickle
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter

import attrs

from claimtrack.articles import read_article
from claimtrack.articles.outlets import Register
from claimtrack.errors import Fault, InputError
from claimtrack.files import Raw, at_hand
from claimtrack.linking import resolved_text
from claimtrack.model import Article, View
from claimtrack.model.reading import ArticleText
from claimtrack.provenance.copies import Descent, Text, compare_texts, traces
from claimtrack.provenance.copies.families import Couple
from claimtrack.store import Scratch, Store

TOGETHER = 64
"""Articles that a process reads at a time, but all of one input."""
Row = tuple[str, bytes, bytes]
"""The key of an article, the traces of its text, and the text."""


Records = Mapping[str, Sequence[Article]]
"""The records that describe each of some articles, by its key."""


@attrs.frozen
class Source:
    """An article and the input in which it stands.

    Attributes:
        article: the article as the view of all records has it.
        raw: the input.
    """

    article: Article
    raw: Raw


class Sources:
    """Finds articles and the inputs in which they stand.

    Args:
        store: the archive.
        raw: inputs at hand under another path than their name, or in memory.
        gone: the ids of the records that were taken back.
        reader: reads inputs.
        places: an empty table.
    """

    def __init__(self, store: Store, raw: Mapping[str, Raw], gone: frozenset[str], reader: Reader, places: Scratch) -> None:
        self._store = store
        self._raw = raw
        self._gone = gone
        self._reader = reader
        self._empty = places

    @cached_property
    def _places(self) -> Scratch:
        """The input in which an article was found, by the id of its record, or by its digest where it was known before."""
        self._store.inputs.places(self._empty)
        for each in filter(at_hand, map(self._named, self._store.inputs.bare())):
            self._empty.put([(read.article.digest, each.name) for read in self._reader.read(each)])
        return self._empty

    def _named(self, name: str) -> Raw:
        return self._raw.get(name, Raw(name, path=name))

    def records(self, keys: Sequence[str]) -> Records:
        """The records that describe the articles of some keys, those that were taken back among them."""
        found: dict[str, list[Article]] = defaultdict(list)
        for each in self._store.keyed(Article, keys):
            found[each.key].append(each)
        return found

    def articles(self, records: Records) -> dict[str, Article]:
        """The articles that have a text, as the view of all records has them."""
        standing = {key: [each for each in given if each.id not in self._gone] for key, given in records.items()}
        found = {key: View(given).articles[key] if len(given) > 1 else given[0] for key, given in standing.items() if given}
        return {key: article for key, article in found.items() if article.digest}

    def inputs(self, records: Records) -> dict[str, Raw]:
        """The inputs in which articles stand, as far as they are at hand."""
        places = self._places.get(name for given in records.values() for each in given for name in (each.id, each.digest))
        names = {key: [places.get(each.id) or places.get(each.digest) for each in given] for key, given in records.items()}
        first = {key: self._named(name) for key, told in names.items() if (name := next(filter(None, told), None))}
        return {key: raw for key, raw in first.items() if at_hand(raw)}

    def sources(self, keys: Sequence[str]) -> Iterator[Source]:
        """The articles of some keys that have a text and whose inputs are at hand, in their order."""
        records = self.records(keys)
        articles, inputs = self.articles(records), self.inputs(records)
        return (Source(articles[key], inputs[key]) for key in keys if key in articles and key in inputs)


class Reader:
    """Reads texts from inputs.

    Args:
        view: the outlets and speakers.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._register = Register(view.outlets.values())

    def outline(self, text: Text) -> Text:
        """A text with the keys that the view has for whom it names."""
        return resolved_text(text, self._view)

    def read(self, raw: Raw) -> Sequence[ArticleText]:
        """The articles of an input.

        Raises:
            InputError: when it cannot be read.
        """
        return read_article(raw.data, raw.name, self._register)

    def texts(self, sources: Iterable[Source]) -> Iterator[tuple[Source, Text | None]]:
        """The texts of some articles, None where an input does not have it any more; each input is read once.

        Raises:
            InputError: when an input cannot be read.
        """
        for raw, group in groupby(sources, key=attrgetter("raw")):
            read = {each.article.digest: each for each in reversed(self.read(raw))}
            for source in group:
                found = read.get(source.article.digest)
                yield source, self.outline(Text.of(attrs.evolve(found, article=source.article))) if found else None


@attrs.frozen
class Tracing:
    """Makes traces of texts, and passes the texts on in few bytes, since many of them are compared soon."""

    reader: Reader

    def __call__(self, batch: Iterable[Source]) -> list[Row]:
        """What comes of some articles, in their order; those that cannot be read are left out."""
        return [row for _, group in groupby(batch, key=attrgetter("raw")) for row in self._of_one(group)]

    def _of_one(self, group: Iterable[Source]) -> list[Row]:
        try:
            found = [(source, text) for source, text in self.reader.texts(group) if text]
        except InputError:
            return []
        return [(source.article.key, traces(text).to_bytes(), packed(text)) for source, text in found]


Batch = tuple[Sequence[Couple], Mapping[str, Source | bytes]]
"""Pairs of articles, and for each article its text in bytes, or where it stands."""


@attrs.frozen
class Telling:
    """Compares the texts of pairs and tells which descend from which."""

    reader: Reader
    common: frozenset[int]

    def __call__(self, batch: Batch) -> list[Descent]:
        """What comes of some pairs.

        Raises:
            InputError: when an input is not what it was.
        """
        couples, given = batch
        texts = {key: opened(each) for key, each in given.items() if isinstance(each, bytes)}
        for source, text in self.reader.texts(sorted((each for each in given.values() if isinstance(each, Source)), key=_by_input)):
            if text is None:
                raise InputError([Fault(source.raw.name, 0, "", "has changed since it was first read; read it again")])
            texts[text.key] = text
        return list(filter(None, map(Descent.of, compare_texts(texts.__getitem__, couples, self.common))))


def _by_input(source: Source) -> tuple[str, str]:
    return source.raw.name, source.article.key


def packed(text: Text) -> bytes:
    """A text in few bytes, for this run alone."""
    return zlib.compress(pickle.dumps(text), 1)


def opened(kept: bytes) -> Text:
    """The text that `packed` made these bytes of."""
    found = pickle.loads(zlib.decompress(kept))
    assert isinstance(found, Text)
    return found


def together(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Articles in batches, with all of one input that follow each other."""
    batch: list[Source] = []
    for each in sources:
        if len(batch) >= TOGETHER and each.raw != batch[-1].raw:
            yield batch
            batch = []
        batch.append(each)
    if batch:
        yield batch
