"""Where quotation marks open and close, in all their habits, and what they are used for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.model.reading import Quotation, QuotationKind
from claimtrack.model.values import Span

OPENS, CLOSES = "“„«", "”»"
SINGLE_LIMIT = 600
"""Characters; single marks further apart are apostrophes more often than a quotation."""
MARKS = "\"'`“”„«»‘"
"""Characters without which there is no quotation."""
_MARK = re.compile(r"'''?|``|\"{3}|[\"“”„«»‘']")
_STRAIGHT = frozenset(('"', '"""', "''", "'''"))
_CLOSING_SINGLE = re.compile(r"[’'](?!\w)")
LABEL = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2}:\s")
"""Who speaks in a transcript: a name in capitals with a colon."""
_SAID_AFTER = re.compile(r",\s+(?:said\s|(?:he|she|they)\s+said\b)")
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_SMALL = frozenset(["a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "at", "by", "with", "from", "as", "is"])


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of a stretch of text, none inside another, in order.

    Paragraphs end at line ends; a mark that is still open there is closed by it. Straight and curly marks may be mixed.
    """
    found: list[Quotation] = []
    place = start
    end = len(text) if end is None else end
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        found += _in_paragraph(text, place, stop)
        place = stop + 1
    return found


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    """The quotations of one paragraph."""
    opened, width, place = -1, 1, start
    while match := _MARK.search(text, place, end):
        at, mark = match.start(), match[0]
        place = match.end()
        if mark in ("‘", "'"):
            close = _single_close(text, at, end, start) if opened < 0 else -1
            if close >= 0:
                yield _quotation(text, at, close, 1, 1)
                place = close
        elif opened >= 0 and (mark in CLOSES or mark in _STRAIGHT or (mark == "“" and text[opened] == "„")):
            if text[opened + width : at].strip():
                yield _quotation(text, opened, place, width, len(mark))
            opened = -1
        elif opened < 0 and (mark in OPENS or mark == "``" or (mark in _STRAIGHT and _may_open(text, at, place, end))):
            opened, width = at, len(mark)
    if opened >= 0 and text[opened + width : end].strip():
        said = _SAID_AFTER.search(text, opened + width, end)
        last = said.start() + 1 if said else opened + len(text[opened:end].rstrip())
        yield _quotation(text, opened, last, width, 0)


def _may_open(text: str, at: int, after: int, end: int) -> bool:
    """Whether a straight mark can open: words follow, and it is no sign of inches."""
    return after < end and not text[after].isspace() and not (at and text[at - 1].isdigit()) and not LABEL.match(text, after, end)


def _single_close(text: str, at: int, end: int, start: int) -> int:
    """Where a quotation that a single mark opens is closed, past the mark; -1 where the mark is an apostrophe."""
    if (at > start and (text[at - 1].isalnum() or text[at - 1] in "’'")) or at + 1 >= end or not text[at + 1].isalnum():
        return -1
    limit = min(end, at + SINGLE_LIMIT)
    for match in _CLOSING_SINGLE.finditer(text, at + 1, limit):
        before = text[match.start() - 1]
        plural = before in "sS" and text[match.end() : match.end() + 2].strip()[:1].islower()
        if not before.isspace() and not plural:
            return match.end()
    return -1


def _quotation(text: str, start: int, end: int, opening: int, closing: int) -> Quotation:
    inner = Span(start + opening, end - closing)
    return Quotation(start=start, end=end, inner=inner, kind=_kind(text[inner.start : inner.end]), closed=closing > 0)


def _kind(words: str) -> QuotationKind:
    """A title when its larger words are capitals, a word or two set apart, else speech."""
    found = _WORDS.findall(words)
    ended = words.rstrip()[-1:] in (".", "!", "?", ",", "…")
    large = [word for word in found if word.lower() not in _SMALL]
    if not ended and len(found) > 1 and len(large) > 1 and all(word[0].isupper() or word[0].isdigit() for word in large):
        return QuotationKind.TITLE
    return QuotationKind.WORD if len(found) <= 2 and not ended else QuotationKind.SPEECH
