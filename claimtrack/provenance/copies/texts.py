"""The texts that are compared, and each as it is read: words with their places, paragraphs, and what stands in quotation."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property
from sys import intern

import attrs

from claimtrack.model.reading import ArticleText
from claimtrack.model.terms import NoticeKind, Role
from claimtrack.model.values import Period, Span
from claimtrack.provenance.copies.quoted import SHORT, Quoted, quoted, within
from claimtrack.provenance.copies.sentences import Sentence, telling
from claimtrack.provenance.copies.shingles import SIZE, WORD, codes
from claimtrack.words import SMALL, words

_LINE = re.compile(r"[^\n]+")
_OPENERS = frozenset(".!?:\n“”\"‘'")
"""What may stand before a capital that says nothing, since any word has one there."""
READ = frozenset({Role.BODY, Role.DECK})
"""The parts of an article that are compared; headlines, captions and sub-headings are short and often given by an agency."""


@attrs.frozen(kw_only=True)
class Text:
    """One article's text, with what else tells of its descent.

    Attributes:
        key: the article's key.
        text: its clean text, in which all offsets count.
        blocks: the paragraphs to be compared, in order; every line of the text when empty.
        outlet: the publisher's key, empty when unknown; texts of one outlet are one carrier.
        names: what the outlet is called besides its key, as a credit may spell it.
        url: its address; texts of one address are versions of one article.
        credits: the outlets and documents that its notices cite, by key or name.
        links: the addresses that it links to.
    """

    key: str
    text: str
    blocks: tuple[Span, ...] = ()
    outlet: str = ""
    names: tuple[str, ...] = ()
    title: str = ""
    published: Period | None = None
    url: str = ""
    credits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @classmethod
    def of(cls, article: ArticleText, names: Iterable[str] = (), links: Iterable[str] = ()) -> Text:
        """The text of an article that was read, without its boilerplate.

        Args:
            article: what reading passed on.
            names: what its outlet is called.
            links: the addresses that it links to, where a page told them.
        """
        told = article.article
        return cls(
            key=told.key,
            text=article.text,
            blocks=tuple(Span(block.start, block.end) for block in article.blocks if block.role in READ),
            outlet=told.outlet,
            names=tuple(names),
            title=told.title,
            published=told.published.on if told.published else None,
            url=told.url,
            credits=tuple(sorted({name for each in told.notices if each.kind is not NoticeKind.PHOTO for name in each.cites})),
            links=tuple(sorted(links)),
        )

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The stretches to be compared."""
        return self.blocks or tuple(Span(*match.span()) for match in _LINE.finditer(self.text) if match[0].strip())

    @property
    def called(self) -> frozenset[str]:
        """Every spelling by which a credit may mean this text or its outlet."""
        return frozenset(name.casefold() for name in (self.key, self.outlet, *self.names) if name)

    @property
    def credited(self) -> frozenset[str]:
        """Whom it credits, other than itself."""
        return frozenset(name.casefold() for name in self.credits) - self.called


class Reading:
    """A text cut into words, each with its place, its paragraph and whether it stands in quotation.

    Attributes:
        text: what was read.
        words: its words in small letters.
        starts, ends: where each stands in the text.
        paragraph: the number of the paragraph of each.
        codes: for each place but the last four, the code of the five words from there on.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.paragraphs = text.paragraphs
        found = [(match, number) for number, span in enumerate(self.paragraphs) for match in WORD.finditer(text.text, span.start, span.end)]
        self.words = [intern(match[0].lower()) for match, _ in found]
        self.starts = array("L", [match.start() for match, _ in found])
        self.ends = array("L", [match.end() for match, _ in found])
        self.paragraph = array("L", [number for _, number in found])
        self.codes = array("L", codes(self.words))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def quotation(self) -> Quoted:
        """What stands in quotation."""
        return quoted(self.text.text, self.paragraphs)

    @cached_property
    def within(self) -> bytes:
        """For each word 1 if it is somebody's words as quoted, else 0."""
        flags = bytearray(len(self.words))
        masked = iter(self.quotation.masked)
        span = next(masked, None)
        for place, start in enumerate(self.starts):
            while span is not None and span.end <= start:
                span = next(masked, None)
            if span is not None and span.start <= start:
                flags[place] = 1
        return bytes(flags)

    def _of_depth(self, depth: int) -> frozenset[int]:
        """The codes of which so many words are quoted."""
        flags = self.within
        depths = map(sum, zip(*(flags[at:] for at in range(SIZE)), strict=False))
        return frozenset(code for code, found in zip(self.codes, depths, strict=True) if found == depth)

    @cached_property
    def own(self) -> frozenset[int]:
        """The codes of words that are all the article's own."""
        return self._of_depth(0)

    @cached_property
    def quotes(self) -> frozenset[int]:
        """The codes of words that are all quoted."""
        return self._of_depth(SIZE) if 1 in self.within else frozenset()

    @cached_property
    def all(self) -> frozenset[int]:
        """Every code."""
        return frozenset(self.codes)

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """The places of each code."""
        found: dict[int, list[int]] = {}
        for place, code in enumerate(self.codes):
            found.setdefault(code, []).append(place)
        return found

    @cached_property
    def told(self) -> frozenset[int]:
        """The paragraphs in somebody's own words without marks, by their numbers."""
        told = set(self.quotation.told)
        return frozenset(number for number, paragraph in enumerate(self.paragraphs) if paragraph in told)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that tell something in the article's own words, not in somebody's as quoted."""
        masked = self.quotation.masked
        found = (each for p in self.paragraphs for each in telling(self.text.text, p.start, p.end))
        return tuple(each for each in found if 2 * within(each.span, masked) <= each.span.end - each.span.start)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem, name and number of these."""
        return frozenset(term for each in self.sentences for term in each.terms)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What sets a text apart from most: names within its sentences, and numbers of two digits or more."""
        return frozenset(self._marks())

    def _marks(self) -> Iterator[str]:
        text = self.text.text
        for before, start, word in zip((0, *self.ends), self.starts, self.words, strict=False):
            if word.isdigit():
                if len(word) > 1:
                    yield word
            elif text[start].isupper() and len(word) > 2 and word not in SMALL and before and _OPENERS.isdisjoint(text[before:start]):
                yield word

    @cached_property
    def spoken(self) -> tuple[tuple[str, ...], ...]:
        """The words of each quotation between marks that has five or more."""
        said = (tuple(words(self.text.text[each.inner.start : each.inner.end])) for each in self.quotation.marked)
        return tuple(each for each in said if len(each) >= SHORT)

    def span(self, first: int, last: int) -> Span:
        """The stretch of the text from one word to another, both included."""
        return Span(self.starts[first], self.ends[last])
