"""What reading passes on: an article's clean text in blocks, and in it sentences, quotations and attributions."""

from __future__ import annotations

from functools import cached_property

import attrs

from claimtrack.model.fragments import Page
from claimtrack.model.records import Article, Derivation, Speaker, Statement
from claimtrack.model.terms import Role, Term
from claimtrack.model.values import Anchor, Span, digest


@attrs.frozen(order=True)
class Block:
    """A paragraph, headline, caption or the like: a stretch of the clean text to be read."""

    start: int
    end: int
    role: Role = attrs.field(default=Role.BODY, order=str)


@attrs.frozen(order=True)
class Dropped:
    """A stretch that is not read, and why: boilerplate, a duplicate headline, a credit line."""

    start: int
    end: int
    why: str


@attrs.frozen(order=True)
class Run:
    """A stretch of the clean text that stands in the input at `origin`, character by character."""

    start: int
    end: int
    origin: int


@attrs.frozen(kw_only=True)
class ArticleText:
    """An article with its clean text, ready to be read.

    Attributes:
        text: the clean text that all offsets count in; for plain text it is the input itself.
        reading: the same text, character by character, with stray markup blanked out; never changed inside a quotation.
        blocks: what is to be read, in order, none overlapping another.
        dropped: what is not, with reasons.
        runs: where the clean text stands in the input; a single run from 0 for plain text.
        derivations: what the article's own notices say of its descent.
    """

    article: Article
    text: str
    reading: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    runs: tuple[Run, ...] = ()
    derivations: tuple[Derivation, ...] = ()

    @cached_property
    def page(self) -> Page:
        """The clean text as a browser searches it, for the fragments that find a place again."""
        return Page(self.text)

    def anchor(self, start: int, end: int) -> Anchor:
        """The anchor of a stretch of the clean text, with the digest of its words and what finds it again.

        Raises:
            RecordError: when the stretch is empty or ends before it starts.
        """
        return Anchor(start=start, end=end, digest=digest(self.text[start:end]), fragment=self.page.fragment(start, end))

    def origin(self, offset: int) -> int | None:
        """The place in the input that an offset of the clean text came from; None for what was put in."""
        return next((run.origin + offset - run.start for run in self.runs if run.start <= offset < run.end), None)

    def renamed(self, key: str) -> ArticleText:
        """The same article under another key, in what is told of its descent too."""
        before = self.article.key
        derived = (each if each.derived != before else attrs.evolve(each, derived=key) for each in self.derivations)
        derivations = tuple(each if each.source != before else attrs.evolve(each, source=key) for each in derived)
        return attrs.evolve(self, article=attrs.evolve(self.article, key=key), derivations=derivations)


class QuotationKind(Term):
    """What quotation marks are used for."""

    SPEECH = "speech"
    WORD = "word"
    TITLE = "title"


@attrs.frozen(order=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks, the marks included.

    Attributes:
        inner: the stretch without its marks.
        closed: false when the closing mark is missing and the quotation was ended at its paragraph's end.
    """

    start: int
    end: int
    inner: Span
    kind: QuotationKind = attrs.field(default=QuotationKind.SPEECH, order=str)
    closed: bool = True


class AttributionKind(Term):
    """What sort of act attributes: speech, thought, evidence of a document, an act of calling or judging."""

    SPEECH = "speech"
    THOUGHT = "thought"
    EVIDENCE = "evidence"
    CALL = "call"
    JUDGEMENT = "judgement"


@attrs.frozen(kw_only=True)
class Attribution:
    """What somebody is said to say, think or show: its pieces, who, and by which words.

    Attributes:
        content: the pieces of what is said, in order; quotation marks belong to them.
        source: where the holder is named; None when nobody is.
        cue: the words that attribute; None for a quotation that floats.
        lemma: the cue's head in its base form.
        frame: the pattern that found it, for explaining and for confidence.
    """

    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    kind: AttributionKind = AttributionKind.SPEECH
    lemma: str = ""
    frame: str = ""

    @property
    def start(self) -> int:
        """Where its first piece starts."""
        return self.content[0].start

    def holds(self, start: int, end: int) -> int:
        """How many characters of a stretch lie in its content."""
        return sum(max(0, min(end, piece.end) - max(start, piece.start)) for piece in self.content)


@attrs.frozen
class Extraction:
    """What an article says: its statements in the order of their places, and the speakers that they name."""

    statements: tuple[Statement, ...]
    speakers: tuple[Speaker, ...]
