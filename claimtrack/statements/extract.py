"""From an article's text to its statements: quotations, attributions, speakers and framing put together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise, takewhile

from claimtrack.model.reading import ArticleText, Attribution, Extraction
from claimtrack.model.records import Statement
from claimtrack.model.terms import Framing, Role, Voice
from claimtrack.model.values import CUE_WORDS, Cue, Link, Span
from claimtrack.model.view import View
from claimtrack.quotations import quotations
from claimtrack.statements.asides import asides
from claimtrack.statements.attributions import attributions, attributions_in
from claimtrack.statements.clauses import joints
from claimtrack.statements.framing import Framed, frame_article, frame_content
from claimtrack.statements.grammar import grammar
from claimtrack.statements.mentions import slug
from claimtrack.statements.phrases import Phrases
from claimtrack.statements.sentences import sentences
from claimtrack.statements.silence import Silences
from claimtrack.statements.speakers import MAKER, Speakers
from claimtrack.statements.tokens import tokens

LEAST_WORDS = 4
"""Words; shorter remainders of a sentence say nothing by themselves."""
LEAST_INNER = 40
"""Characters of a content in which a further speaker is looked for."""
_WITHOUT_CLAUSE = frozenset(
    ["object", "preposition", "expressed", "infinitive", "urge", "noun", "adjective", "passive", "gloss", "evidence"]
)
"""Frames whose content says nothing by itself: not "a pay offer", but "the union has rejected a pay offer"."""
LONGEST_JOINT = len("because")
DIRECT, MIXED = 0.9, 0.0
_LED = "that "
_INFERRING = frozenset(["show", "suggest", "indicate", "demonstrate", "prove", "illustrate", "hint", "imply", "signal", "reveal", "mean"])
_BETWEEN_LINES = frozenset(["hint", "imply", "signal", "mean"])
"""Verbs by which a writer reads something into a text that does not say it."""
_OPENLY = frozenset(["clearly", "obviously", "plainly", "evidently", "undoubtedly", "surely", "thus", "thereby", "hence"])
_WORD = re.compile(r"\w+")
_MARKED = re.compile(r"[\"“”„«»‘'`:—–―-]")
"""Marks that may attribute by themselves or belong to a quotation."""
_BLANKED = dict.fromkeys(({*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)} - {0x09, 0x0A}), " ")
"""Control characters and lone surrogates, which records refuse."""
_OWN = {
    Framing.ATTRIBUTED_FACT: Framing.REPORTED_FACT,
    Framing.ATTRIBUTED_OPINION: Framing.AUTHOR_OPINION,
}


def extract(article: ArticleText, view: View | None = None) -> Extraction:
    """Read an article.

    Args:
        article: the article with its clean text.
        view: speakers and outlets that are known already.
    """
    return _Reading(article, view).run()


def laid_out(article: ArticleText) -> str:
    """The text with all but the blocks blanked, each block one paragraph, every character at its place."""
    letters = [" "] * len(article.reading)
    for block in article.blocks:
        letters[block.start : block.end] = _blanked(article.reading[block.start : block.end].replace("\n", " "))
    for block in article.blocks:
        for edge in (block.start - 1, block.end):
            if 0 <= edge < len(letters) and letters[edge].isspace():
                letters[edge] = "\n"
    return "".join(letters)


class _Reading:
    """One article while it is read."""

    def __init__(self, article: ArticleText, view: View | None) -> None:
        self._article = article
        self._text = laid_out(article)
        self._quotations = quotations(self._text)
        found = tokens(self._text, self._quotations, grammar())
        places = sentences(found, grammar())
        self._attributions = attributions_in(found, places)
        self._sentences = [found.span(first, last) for first, last in places]
        phrases = Phrases(found, grammar())
        self._joints = joints(phrases, places)
        self._openings = [sentence.start for sentence in self._sentences]
        self._marks = {quotation.start: quotation for quotation in self._quotations}
        self._quoted = _covered(len(self._text), [quotation.inner for quotation in self._quotations])
        self._speakers = Speakers(self._text, view)
        self._silences = Silences(self._text)
        self._attributions = [each for each in self._attributions if not self._is_the_articles(each)]
        self._asides = list(asides(phrases, places, [each.source for each in self._attributions if each.source]))
        self._cues = sorted(each.cue.start for each in self._attributions if each.cue)
        self._prefix = slug(article.article.key.rpartition(":")[2])
        self._keys: set[str] = set()

    def run(self) -> Extraction:
        """All statements, in the order of their places."""
        self._speakers.look_around()
        self._speakers.learn([each.source for each in self._attributions if each.source])
        statements = []
        for each in self._attributions:
            outer = self._chain((), each.source)
            statements.append(self._attributed(each, outer, self._voice(each.content, self._quoted)))
            statements += self._inner(each, outer)
        statements += self._authorial()
        ordered = sorted(statements, key=lambda statement: (statement.anchor.start, statement.anchor.end, statement.key))
        return Extraction(tuple(ordered), self._speakers.records())

    def _is_the_articles(self, each: Attribution) -> bool:
        """Whether an attribution is the article's own voice after all: its silence, its `I believe`, what it reads off."""
        question = each.lemma == "ask" and each.source is None
        return question or self._silences.silent(each) or self._first_person(each) or self._read_off(each)

    def _first_person(self, each: Attribution) -> bool:
        """Whether the author speaks: `I` or `we` outside of quotation marks, with a content that is not a quotation."""
        said = self._says_i(each)
        return (
            said
            and not self._quoted[each.cue.start if each.cue else each.start]
            and not any(self._quoted[at.start + 1] for at in each.content)
        )

    def _says_i(self, each: Attribution) -> bool:
        return each.source is not None and self._text[each.source.start : each.source.end].casefold() in ("i", "we", "one")

    def _read_off(self, each: Attribution) -> bool:
        """Whether an attribution is the article's own reading of acts or texts: `the vote clearly signals that ...`."""
        if each.lemma not in _INFERRING or each.source is None or each.cue is None:
            return False
        openly = not _OPENLY.isdisjoint(self._text[each.cue.start : each.cue.end].casefold().split())
        return openly or not self._speakers.may_tell(each.source, document=each.lemma not in _BETWEEN_LINES)

    def _chain(self, outer: tuple[Link, ...], source: Span | None) -> tuple[Link, ...]:
        """The chain with one more link, unless its holder stands in it already."""
        if source is None:
            return outer or (self._speakers.nobody(),)
        link = self._speakers.resolve(source)
        held = {holder for step in outer for holder in step.holders}
        return outer if held & set(link.holders) else (*outer, link)

    def _inner(self, outer: Attribution, chain: tuple[Link, ...]) -> Iterable[Statement]:
        """The statements that somebody makes inside of what another says."""
        for piece in outer.content:
            if piece.end - piece.start < LEAST_INNER:
                continue
            quoted = self._marks.get(piece.start)
            start, end = (quoted.inner.start, quoted.inner.end) if quoted else (piece.start, piece.end)
            text = self._text[start:end]
            if not _MARKED.search(text) and grammar().telling.isdisjoint(_WORD.findall(text.lower())):
                continue
            marks = quotations(text)
            within = _covered(len(text), [mark.inner for mark in marks])
            for each in attributions(text, marks):
                moved = _moved(each, start)
                if moved.source is None or (moved.content[0].start, moved.content[-1].end) == (piece.start, piece.end):
                    continue
                if quoted is not None and self._says_i(moved):
                    continue
                own = quoted is None and self._speakers.goes_on(moved.source, piece.start, chain[-1])
                voice = self._voice(moved.content, within, start)
                yield self._attributed(moved, chain if own else self._chain(chain, moved.source), voice)

    def _attributed(self, each: Attribution, chain: tuple[Link, ...], voice: Voice) -> Statement:
        """The statement for an attribution."""
        framed = frame_content(self._text, each)
        anchor = self._around(each)
        return Statement(
            key=self._key(anchor),
            article=self._article.article.key,
            anchor=self._article.anchor(anchor.start, anchor.end),
            role=self._role(anchor),
            chain=chain,
            voice=voice,
            framing=framed.label,
            modality=framed.modality,
            polarity=framed.polarity,
            content=each.content,
            quotes=self._quotes(anchor),
            source=each.source,
            cue=_cue(self._text, each.cue),
            proposition=self._words([anchor] if each.frame in _WITHOUT_CLAUSE else each.content),
            maker=MAKER,
        )

    def _around(self, each: Attribution) -> Span:
        """The stretch from the first to the last of source, cue and content that stand in its sentences."""
        start, end = each.content[0].start, each.content[-1].end
        first, last = (self._sentence(at) or Span(start, end) for at in (start, end - 1))
        source = None if self._shared(each) else each.source
        for part in (source, each.cue):
            if part is not None and first.start <= part.start and part.end <= max(first.end, last.end):
                start, end = min(start, part.start), max(end, part.end)
        return Span(start, end)

    def _shared(self, each: Attribution) -> bool:
        """Whether the source belongs to an earlier cue first, as in `Quill called for calm and said ...`."""
        if each.source is None or each.cue is None:
            return False
        following = bisect_left(self._cues, each.source.end)
        return following < len(self._cues) and self._cues[following] < each.cue.start

    def _sentence(self, at: int) -> Span | None:
        """The sentence that a character stands in."""
        found = self._sentences[bisect_right(self._openings, at) - 1] if self._sentences else None
        return found if found and found.start <= at < found.end else None

    def _quotes(self, span: Span) -> tuple[Span, ...]:
        """What is quoted in a stretch, without its marks."""
        first = bisect_left(self._quotations, span.start, key=lambda quotation: quotation.start)
        later = takewhile(lambda quotation: quotation.start < span.end, islice(self._quotations, first, None))
        return tuple(quotation.inner for quotation in later if quotation.end <= span.end)

    def _voice(self, content: Sequence[Span], quoted: bytearray, offset: int = 0) -> Voice:
        """Direct, mixed or indirect, by the share of the content's words between quotation marks; after `that` never direct."""
        if all(quoted.find(1, piece.start - offset, piece.end - offset) < 0 for piece in content):
            return Voice.INDIRECT
        words = [match.start() + piece.start for piece in content for match in _WORD.finditer(self._text[piece.start : piece.end])]
        share = sum(quoted[at - offset] for at in words) / len(words) if words else 0.0
        led = any(self._text[piece.start : piece.start + len(_LED)].casefold() == _LED for piece in content)
        return Voice.DIRECT if share >= DIRECT and not led else Voice.MIXED if share > MIXED else Voice.INDIRECT

    def _words(self, pieces: Iterable[Span]) -> str:
        words = " ".join(" ".join(_blanked(self._article.text[piece.start : piece.end]).split()) for piece in pieces)
        return words.removeprefix("that ")[:2_000]

    def _authorial(self) -> Iterable[Statement]:
        """What the article says in its own voice: the sentences, less what is attributed in them."""
        headlines = [b for b in self._article.blocks if b.role in (Role.HEADLINE, Role.HEADLINE_DUPLICATE)]
        shown = {s for s in self._sentences for b in headlines if b.start <= s.start < b.end}
        framed = frame_article(self._text, self._sentences, self._quotations, self._attributions, self._article.article.genre, shown)
        taken = _covered(len(self._text), [*map(self._around, self._attributions), *self._asides])
        for each in framed:
            for piece in self._clauses(_less(each.span, taken)):
                trimmed = _trimmed(self._text, piece)
                if trimmed is None or self._silences.within(trimmed) or self._asks(trimmed):
                    continue
                if len(_WORD.findall(self._text[trimmed.start : trimmed.end])) >= LEAST_WORDS:
                    yield self._own(trimmed, each)

    def _asks(self, span: Span) -> bool:
        """Whether a stretch is a question, which states nothing."""
        asked = self._text[span.start : span.start + len("when asked")].casefold().removeprefix("when ").startswith("asked")
        return asked or self._text[span.end : span.end + 1] == "?" or self._text[span.end - 1] == "?"

    def _clauses(self, pieces: Iterable[Span]) -> Iterable[Span]:
        """The pieces, cut where one clause ends and the next begins."""
        for piece in pieces:
            first, last = bisect_right(self._joints, piece.start), bisect_left(self._joints, piece.end)
            for start, end in pairwise([piece.start, *self._joints[first:last], piece.end]):
                yield Span(start, end)

    def _own(self, span: Span, framed: Framed) -> Statement:
        """A statement in the article's own voice."""
        return Statement(
            key=self._key(span),
            article=self._article.article.key,
            anchor=self._article.anchor(span.start, span.end),
            role=self._role(span),
            voice=Voice.AUTHORIAL,
            framing=_OWN.get(framed.label, framed.label),
            modality=framed.modality,
            polarity=framed.polarity,
            quotes=self._quotes(span),
            proposition=self._words([span]),
            note="possibly an opinion" if framed.possible_opinion else "",
            maker=MAKER,
        )

    def _key(self, span: Span) -> str:
        """A key for a statement at a place, which no other has."""
        key = base = f"{self._prefix}:{span.start}-{span.end}"
        number = 1
        while key in self._keys:
            number += 1
            key = f"{base}.{number}"
        self._keys.add(key)
        return key

    def _role(self, span: Span) -> Role:
        """The role of the block that a place begins in."""
        return next((b.role for b in self._article.blocks if b.start <= span.start < b.end), Role.BODY)


def _blanked(text: str) -> str:
    """A text with blanks for what records refuse."""
    return text if text.isprintable() else text.translate(_BLANKED)


def _moved(each: Attribution, by: int) -> Attribution:
    """An attribution of a part of the text, in offsets of the whole."""

    def moved(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    content = tuple([Span(piece.start + by, piece.end + by) for piece in each.content])
    return Attribution(content=content, source=moved(each.source), cue=moved(each.cue), kind=each.kind, lemma=each.lemma, frame=each.frame)


def _cue(text: str, span: Span | None) -> Cue | None:
    """The cue with its words, where these are few enough to keep."""
    if span is None:
        return None
    words = " ".join(text[span.start : span.end].split())
    return Cue(start=span.start, end=span.end, text=words if len(words.split()) <= CUE_WORDS else "")


def _covered(length: int, spans: Iterable[Span]) -> bytearray:
    """One byte a character: 1 where a stretch covers it."""
    covered = bytearray(length)
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return covered


def _less(span: Span, covered: bytearray) -> Iterable[Span]:
    """The parts of a stretch that nothing covers."""
    start = covered.find(0, span.start, span.end)
    while start >= 0:
        end = covered.find(1, start, span.end)
        yield Span(start, end if end >= 0 else span.end)
        start = covered.find(0, end, span.end) if end >= 0 else -1


_JOINTS = "and|but|while|yet|so|because"
_OPENING = re.compile(rf"[ \n\t,;:—–.\"“”-]*(?:(?!because of )(?:{_JOINTS}) )*", re.IGNORECASE)
_CLOSING = re.compile(rf"(?:\b(?:{_JOINTS})\Z|[ \n\t,;:—–.“-]\Z)", re.IGNORECASE)


def _trimmed(text: str, span: Span) -> Span | None:
    """A stretch without marks and joints at its edges; None when nothing is left."""
    opening = _OPENING.match(text, span.start, span.end)
    start, end = opening.end() if opening else span.start, span.end
    while start < end and (closing := _CLOSING.search(text, max(start, end - LONGEST_JOINT), end)):
        end = closing.start()
    return Span(start, end) if start < end else None


__all__ = ["extract", "laid_out"]
