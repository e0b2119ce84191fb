"""What stands in quotation: between marks of all habits, over paragraphs, and in blocks of I and we after an attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from claimtrack.lexicon import lexicon
from claimtrack.model.reading import Quotation
from claimtrack.model.values import Span
from claimtrack.provenance.copies.sentences import sentences
from claimtrack.quotations import quotations

SHORT = 5
"""Words from which a quotation counts as quoted; a word or two in marks belong to the sentence around them."""
FIRST_PERSONS = 2
"""Sentences in the first person that make a block of somebody's own words."""
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"[ \t]*[‘'](?=\w)")
_SHUTS = re.compile(r"[’'](?!\w)")
_TELLING = lexicon("copies")
_SAYING = _TELLING["saying"].words
_DOCUMENTS = _TELLING["documents"].words
_FIRST = _TELLING["first-person"].words


@attrs.frozen
class Quoted:
    """The quoted stretches of a text.

    Attributes:
        marked: every quotation between marks, short ones too.
        told: paragraphs of somebody's own words without marks.
        masked: what is left out where an article's own words are compared: long quotations and told paragraphs, in order.
    """

    marked: tuple[Quotation, ...]
    told: tuple[Span, ...]
    masked: tuple[Span, ...]


def quoted(text: str, paragraphs: Sequence[Span]) -> Quoted:
    """The quoted stretches of a text that has these paragraphs."""
    marked = [each for paragraph in paragraphs for each in quotations(text, paragraph.start, paragraph.end)]
    long = [Span(each.start, each.end) for each in marked if len(_WORD.findall(text, each.inner.start, each.inner.end)) >= SHORT]
    inside = [*long, *_single(text, paragraphs)]
    told = tuple(_told(text, paragraphs, inside))
    return Quoted(tuple(marked), told, _united([*inside, *told]))


def _single(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs that a single mark opens and none closes, where the next opens so too: the British way with a long quotation.

    The last of them ends at its closing mark. A paragraph that a single mark opens and the same paragraph's end closes is quoted whole.
    """
    going = False
    for place, paragraph in enumerate(paragraphs):
        opens = bool(_OPENS.match(text, paragraph.start, paragraph.end))
        ends = [match.end() for match in _SHUTS.finditer(text, paragraph.start + 2, paragraph.end)] if opens else []
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        onward = following is not None and bool(_OPENS.match(text, following.start, following.end))
        if opens and ends and (going or ends[-1] == paragraph.end):
            yield Span(paragraph.start, ends[-1])
        elif opens and onward:
            yield paragraph
        going = opens and onward


def _told(text: str, paragraphs: Sequence[Span], inside: Sequence[Span]) -> Iterator[Span]:
    """What a colon announces, and paragraphs in the first person after one that attributes, up to the next in the third."""
    going = False
    for place, paragraph in enumerate(paragraphs):
        own = _blanked(text, paragraph, inside)
        before = _blanked(text, paragraphs[place - 1], ()) if place else ""
        going = (_announces(before) or _in_first(own, before, going)) and not _third(own)
        if going:
            yield paragraph


def _in_first(own: str, before: str, going: bool) -> bool:
    """Whether a paragraph is in the first person and goes on with a block, or begins one since that before it attributes."""
    if not _first_person(own):
        return False
    return going or (sum(_first_person(own[each.start : each.end]) for each in sentences(own)) >= FIRST_PERSONS and _attributes(before))


def _blanked(text: str, paragraph: Span, inside: Sequence[Span]) -> str:
    """A paragraph's text with what is between marks blanked out."""
    words = text[paragraph.start : paragraph.end]
    for span in inside:
        start, end = max(span.start, paragraph.start) - paragraph.start, min(span.end, paragraph.end) - paragraph.start
        if start < end:
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _first_person(sentence: str) -> bool:
    """Whether a sentence has a word in the first person; US in capitals is a country."""
    return any(word == "I" or (word.lower() in _FIRST and not word.isupper()) for word in _WORD.findall(sentence))


def _announces(paragraph: str) -> bool:
    """Whether a paragraph ends in a colon and names a text or an act of saying: what comes next is passed on as it stands."""
    return paragraph.rstrip().endswith(":") and not (_SAYING | _DOCUMENTS).isdisjoint(_words(paragraph))


def _attributes(paragraph: str) -> bool:
    """Whether the last sentence of a paragraph attributes."""
    found = sentences(paragraph)
    return bool(found) and not _SAYING.isdisjoint(_words(paragraph[found[-1].start : found[-1].end]))


def _third(own: str) -> bool:
    """Whether somebody is said to say something: `he said`, `said Ms Quill`."""
    return bool(re.search(r"\b(?:he|she|they|[A-Z]\w+) (?:said|added|told|wrote)\b|\b(?:said|added|told|wrote) (?:he|she|[A-Z]\w+)", own))


def _united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches without overlaps, in order."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and span.start <= done[-1].end:
            done[-1] = Span(done[-1].start, max(span.end, done[-1].end))
        else:
            done.append(span)
    return tuple(done)


def within(span: Span, masked: Sequence[Span]) -> int:
    """How many characters of a stretch lie in some others."""
    return sum(max(0, min(span.end, each.end) - max(span.start, each.start)) for each in masked)
