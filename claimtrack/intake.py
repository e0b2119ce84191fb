"""Raw articles to records: read one after the other, in several processes where asked, whatever cannot be read named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Protocol

import attrs

from claimtrack import files
from claimtrack.articles import Places, article_key, foreign, read_article
from claimtrack.errors import Fault, InputError, Place
from claimtrack.model import Article, Ledger, NoticeKind, Outlet, Record, Speaker, Statement, View
from claimtrack.model.reading import ArticleText, Extraction
from claimtrack.provenance.copies import Text
from claimtrack.reports import reading
from claimtrack.seams import Extractor, Framer
from claimtrack.statements import extract
from claimtrack.statements.identity import suggested
from claimtrack.statements.mentions import slug
from claimtrack.statements.speakers import MAKER
from claimtrack.workers import in_order

NOTHING = Extraction((), ())
Read = tuple[tuple[Record, ...], tuple[Fault, ...]]
"""The records of one input, and what could not be read of it."""
Watch = Callable[[Iterator[Read]], Iterable[Read]]


def read(
    raw: Iterable[files.Raw],
    known: Ledger,
    *,
    extractor: Extractor = extract,
    framer: Framer | None = None,
    jobs: int = 1,
    watched: Watch = iter,
) -> tuple[Ledger, tuple[Fault, ...]]:
    """Read raw articles into records: the articles, their speakers and statements, and what their notices say of their descent.

    Args:
        raw: the inputs; what cannot be read costs that input alone.
        known: outlets and speakers to recognize; a text whose article is known already, by its digest, is not read again.
            Articles whose files have one name in several folders, or the name of a known article with another text, get keys that
            end with eight digits of their digests.
        extractor: what finds the statements; with several jobs, something that can be pickled.
        framer: what says as what they are put forward; the extractor's word stands without one.
        jobs: processes to spread the inputs over; the result is the same for any number.
        watched: passes on what was read of each input, to show how far the reading is.

    Returns:
        The new records, and what could not be read.

    Raises:
        ValueError: when a framer leaves statements out or adds some.
    """
    told: list[Record] = []
    faults: list[Fault] = []
    for records, missed in watched(read_each(raw, known, extractor=extractor, framer=framer, jobs=jobs)):
        told += records
        faults += missed
    speakers = [record for record in (*told, *known.of(Speaker)) if isinstance(record, Speaker)]
    return Ledger([*told, *(suggested(speakers) if told else ())]), tuple(faults)


class Before(Protocol):
    """Articles that were read before; with several jobs, something that can be pickled."""

    def has_text(self, digest: str) -> bool:
        """Whether there is one with that text, by its digest."""

    def has_key(self, key: str) -> bool:
        """Whether there is one with that key."""


def read_each(
    raw: Iterable[files.Raw],
    known: Ledger,
    *,
    extractor: Extractor = extract,
    framer: Framer | None = None,
    jobs: int = 1,
    beside: Iterable[str] = (),
    before: Before | None = None,
) -> Iterator[Read]:
    """The same, one input after the other: for each its records, the article last, and what could not be read of it.

    What speakers of different articles may be one is not looked for; `statements.suggested` does it. `beside` are the names of inputs
    that belong to the same reading and were read before: articles of one name are told apart as if all were read now. `before` are the
    articles not to read again, in place of those that are known, where there are too many to hold.
    """
    inputs = tuple(raw)
    often = Counter(article_key(name) for name in (*(each.name for each in inputs), *beside))
    work = reader(known, (key for key, times in often.items() if times > 1), extractor=extractor, framer=framer, before=before)
    return in_order(work, inputs, jobs, size=_size)


def reader(
    known: Ledger, shared: Iterable[str], *, extractor: Extractor = extract, framer: Framer | None = None, before: Before | None = None
) -> Callable[[files.Raw], Read]:
    """What reads one input, here or in another process: gives its records, the article last, and what could not be read of it.

    Args:
        known: outlets and speakers to recognize, and articles not to read again.
        shared: the keys that the names of several inputs give; their articles are told apart by their digests.
        extractor: what finds the statements.
        framer: what says as what they are put forward; the extractor's word stands without one.
        before: the articles not to read again, in place of those that are known.
    """
    return _Reader(known, extractor, framer, frozenset(shared), before or _Listed.of(known))


@attrs.frozen
class _Listed:
    """The articles of a ledger whose texts were read."""

    texts: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, known: Ledger) -> _Listed:
        read = [article for article in known.of(Article) if article.digest]
        return cls(frozenset(article.digest for article in read), frozenset(article.key for article in read))

    def has_text(self, digest: str) -> bool:
        return digest in self.texts

    def has_key(self, key: str) -> bool:
        return key in self.keys


class Texts(Mapping[str, Text]):
    """The texts of articles that a ledger knows by their keys, each read from its input when it is asked for, so that few are held.

    Texts of an input that has several are held, since finding one of them takes reading all. Going through the keys reads every input
    once, and what was read last is at hand. What cannot be read then is passed over.

    Args:
        raw: the inputs, read already or not.
        ledger: the articles with their digests, by which a text is recognized.
    """

    def __init__(self, raw: Iterable[files.Raw], ledger: Ledger) -> None:
        self._raw = tuple(raw)
        self._ledger = ledger
        self._found: dict[str, files.Raw] = {}
        self._held: dict[str, Text] = {}
        self._last: Text | None = None

    def __iter__(self) -> Iterator[str]:
        for each, several, article in _read_again(self._raw, self._ledger):
            text = Text.of(article)
            if several:
                self._held[text.key] = text
            self._found[text.key], self._last = each, text
            yield text.key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __getitem__(self, key: str) -> Text:
        """The text of an article.

        Raises:
            KeyError: when there is none.
            InputError: when its input is not what it was.
        """
        if self._last is not None and self._last.key == key:
            return self._last
        if key not in self._found and key not in set(self):
            raise KeyError(key)
        return self._held[key] if key in self._held else self._again(key)

    def _again(self, key: str) -> Text:
        raw, article = self._found[key], self._ledger.view.articles[key]
        for read in read_article(raw.data, raw.name, list(self._ledger.view.outlets.values())):
            if read.article.digest == article.digest:
                return Text.of(attrs.evolve(read, article=article))
        raise InputError([Fault(raw.name, 0, "", "has changed since it was first read; run it again")])


def texts(raw: Iterable[files.Raw], ledger: Ledger) -> Texts:
    """The texts of articles that a ledger knows, to be compared with each other; what cannot be read is passed over.

    Args:
        raw: the inputs, read already or not.
        ledger: the articles with their digests, by which a text is recognized.
    """
    return Texts(raw, ledger)


def read_again(raw: Iterable[files.Raw], ledger: Ledger) -> Iterator[tuple[files.Raw, ArticleText]]:
    """The articles that a ledger knows with their texts, each with the input that it stands in; what cannot be read is passed over.

    Args:
        raw: the inputs, read already or not.
        ledger: the articles with their digests, by which a text is recognized.
    """
    return ((each, article) for each, _, article in _read_again(raw, ledger))


def _read_again(raw: Iterable[files.Raw], ledger: Ledger) -> Iterator[tuple[files.Raw, bool, ArticleText]]:
    """The same, with whether the input has several articles."""
    view = ledger.view
    left: dict[str, dict[str, Article]] = defaultdict(dict)
    for key, article in view.articles.items():
        left[article.digest][key] = article
    for each in raw:
        with suppress(InputError):
            found = list(read_article(each.data, each.name, list(view.outlets.values())))
            for read in found:
                known = left[read.article.digest]
                if known:
                    article = known.pop(read.article.key if read.article.key in known else min(known))
                    yield each, len(found) > 1, attrs.evolve(read, article=article)


def places(raw: Iterable[files.Raw], ledger: Ledger) -> dict[str, Place]:
    """Where the articles and statements that were read stand in their files, by the ids of the records.

    Each input is read once more for it, so this is for whoever shows places. What cannot be read is passed over, and of feeds, archives
    and lists of items the file alone is told.

    Args:
        raw: the inputs, read already.
        ledger: the records that came of them.
    """
    view = ledger.view
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in ledger.of(Statement):
        said[view.resolve(statement.article)].append(statement)
    known: dict[str, list[Article]] = defaultdict(list)
    for article in ledger.of(Article):
        known[article.digest].append(article)
    found: dict[str, Place] = {}
    for each in raw:
        with suppress(InputError):
            for read in read_article(each.data, each.name, list(view.outlets.values())):
                spots = Places(read, each.data, each.name)
                for article in _same(read.article, known[read.article.digest]):
                    found.setdefault(article.id, Place(each.name, 1))
                    for statement in said[article.key]:
                        found.setdefault(statement.id, spots.of(statement.anchor.start, statement.anchor.end))
    return found


def _same(read: Article, known: Iterable[Article]) -> list[Article]:
    """Of the articles with one text those that go by the name of the one that was read; all where none does."""
    names = (read.key, _told_apart(read))
    return [article for article in known if article.key in names] or list(known)


def _told_apart(article: Article) -> str:
    """The key of an article whose name is taken."""
    return f"{article.key}-{article.digest[:8]}"


def _size(raw: files.Raw) -> int:
    return raw.size


class _Reader:
    """Reads one input after the other; goes to other processes with no more than it needs."""

    def __init__(self, known: Ledger, extractor: Extractor, framer: Framer | None, shared: frozenset[str], before: Before) -> None:
        self._before = before
        self._shared = shared
        outlets = (outlet for outlet in known.of(Outlet) if outlet.maker != MAKER)
        self._named = Ledger([*outlets, *(speaker for speaker in known.of(Speaker) if speaker.maker != MAKER)])
        self._extractor = extractor
        self._framer = framer

    def __call__(self, raw: files.Raw) -> Read:
        """The records of an input, or why it cannot be read."""
        try:
            articles = read_article(raw.data, raw.name, list(self._named.view.outlets.values()))
        except InputError as error:
            return (), error.faults
        new = [(each, self._unread(each)) for each in articles if not self._before.has_text(each.article.digest)]
        faults = tuple(Fault(raw.name, 0, "", why) for _, why in new if why)
        return tuple(record for each, why in new for record in self._records(each, readable=not why)), faults

    def _unread(self, article: ArticleText) -> str:
        """Why our own extractor has nothing to say of an article; another may know its language."""
        return _unreadable(article) if self._extractor is extract else ""

    def _records(self, article: ArticleText, *, readable: bool) -> Iterator[Record]:
        """All records that one article gives."""
        if article.article.key in self._shared or self._before.has_key(article.article.key):
            article = article.renamed(_told_apart(article.article))
        extraction = self._extractor(article, self._named.view) if readable else NOTHING
        yield from (*extraction.speakers, *self._framed(article, extraction.statements))
        yield from (*article.derivations, *_outlets(article, self._named.view), article.article)

    def _framed(self, article: ArticleText, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """The statements as the framer judges them, none of them lost."""
        if self._framer is None:
            return statements
        framed = self._framer(article, statements)
        if sorted(each.key for each in framed) != sorted(each.key for each in statements):
            told = f"the framer got {len(statements)} statements of {article.article.key} and gave back others"
            raise ValueError(f"{told}; it may only reframe")
        return framed


def shown_articles(raw: Iterable[files.Raw], known: Ledger, width: int = 100, heading: Callable[[str], str] = str) -> Iterator[str]:
    """Each raw article as it is read, for checking by eye; an input that cannot be read is told in its place."""
    view = known.view
    for each in raw:
        try:
            for article in read_article(each.data, each.name, list(view.outlets.values())):
                why = _unreadable(article)
                extraction = NOTHING if why else extract(article, view)
                if why:
                    yield f"{each.name}: {why}\n"
                names = {speaker.key: speaker.name for speaker in extraction.speakers}
                yield reading(article, extraction.statements, names, width, heading)
        except InputError as error:
            yield f"{error}\n"


def _unreadable(article: ArticleText) -> str:
    """Why nothing is read from an article, for people; empty where it is read."""
    body = "\n".join(article.text[block.start : block.end] for block in article.blocks)
    why = foreign(article.article.language, body)
    return f"{why}; only English is read, so it has no statements here" if why else ""


def _outlets(article: ArticleText, view: View) -> Iterator[Outlet]:
    """Records for the outlets that an article names and nobody has recorded yet."""
    cited = {name for each in article.derivations for name in (each.derived, each.source)}
    cited |= {name for notice in article.article.notices if notice.kind is not NoticeKind.PHOTO for name in notice.cites}
    for name in sorted({*cited, article.article.outlet} - {"", article.article.key}):
        if not view.known(name):
            yield Outlet(key=f"outlet:{slug(name.removeprefix('outlet:'))}", name=name.removeprefix("outlet:"), maker=MAKER)
