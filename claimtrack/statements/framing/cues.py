"""The cues of a sentence: its words and phrases that belong to a class, and what its shape shows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs

from claimtrack.lexicon import WordClass
from claimtrack.model.values import Span
from claimtrack.statements.framing.words import END, WORD, Entry, Tree, entry

TITLE_SHARE = 0.6
"""The share of capitals from which a line is a headline in title case, where a capital shows no name."""


class Found(NamedTuple):
    """A cue at its place."""

    start: int
    end: int
    kind: WordClass


@attrs.frozen
class Heard:
    """A sentence with its cues in order, and how many words it has."""

    span: Span
    words: int
    cues: Sequence[Found]


class _Words(NamedTuple):
    """The words of a text: where each begins and ends, and the places of those that the tables know, with what they know."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    places: list[int]
    known: list[Entry]


def hear(text: str, span: Span) -> Heard:
    """The cues of one sentence."""
    return _heard(_words(text), text, span) or hear_alone(text, span)


def hear_alone(text: str, span: Span) -> Heard:
    """The same for a text of which nothing else is asked."""
    return _cues(_divided(text, span.start, span.end), span, 0, None)


@lru_cache(maxsize=2)
def _words(text: str) -> _Words:
    """The words of a text whose sentences are asked for one by one."""
    return _divided(text, 0, len(text))


def _divided(text: str, start: int, end: int) -> _Words:
    """The words of a stretch."""
    matches = list(WORD.finditer(text, start, end))
    words = [match[0] for match in matches]
    entries = list(map(entry, words))
    places = [place for place, known in enumerate(entries) if known is not None]
    known = [each for each in entries if each is not None]
    return _Words([match.start() for match in matches], [match.end() for match in matches], words, places, known)


def _heard(text: _Words, letters: str, span: Span) -> Heard | None:
    """The cues of a stretch by the words of its text; None where an edge of it cuts a word, or a dash ends it."""
    first, last = bisect_left(text.starts, span.start), bisect_left(text.starts, span.end)
    cut = (first and text.ends[first - 1] > span.start) or (last and text.ends[last - 1] > span.end)
    return None if cut or letters.startswith("-", span.end - 1) else _cues(text, span, first, last)


def _cues(text: _Words, span: Span, first: int, last: int | None) -> Heard:
    """The cues among some words of a text."""
    words = text.words[first:last]
    begin = bisect_left(text.places, first)
    end = bisect_left(text.places, first + len(words))
    titled = begin < end and _in_title_case(words)
    found: list[Found] = []
    covered = 0
    for at, known in zip(text.places[begin:end], text.known[begin:end], strict=True):
        place = at - first
        phrases = known.phrases
        if phrases is not None and (length := _length(phrases, words, place)):
            classes = _classes(phrases, words, place, length)
            found += [Found(text.starts[at], text.ends[at + length - 1], each) for each in classes]
            covered = max(covered, place + length if any(each.weight for each in classes) else 0)
        classes = known.leading if place == 0 else known.inner
        if place and words[place][0].isupper() and not titled:
            classes = known.named
        if classes:
            start, stop = text.starts[at], text.ends[at]
            found += [Found(start, stop, each) for each in classes if place >= covered or not each.weight or each.opening]
    return Heard(span, len(words), found)


def _length(tree: Tree, words: Sequence[str], place: int) -> int:
    """How many words the longest phrase has that goes on from a place; 0 without one."""
    best = 1 if END in tree else 0
    branch = tree
    for ahead in range(place + 1, len(words)):
        word = words[ahead]
        if word not in branch:
            word = word.lower().replace("’", "'")
            if word not in branch:
                break
        branch = branch[word]
        if END in branch:
            best = ahead - place + 1
    return best


def _classes(tree: Tree, words: Sequence[str], place: int, length: int) -> tuple[WordClass, ...]:
    """The classes of the phrase of that length."""
    for word in words[place + 1 : place + length]:
        tree = tree[word.lower().replace("’", "'")]
    classes: tuple[WordClass, ...] = tree[END]
    return classes


def _in_title_case(words: Sequence[str]) -> bool:
    if not any(word[0].isupper() for word in words[-2:]):
        return False
    return sum(word[0].isupper() for word in words) > TITLE_SHARE * sum(word[0].isalpha() for word in words)


_DATELINE = re.compile(r"\s*[A-Z][A-Z.,' -]{3,40}(?:[,/ ]+\w+\.? ?\d{0,2}[^.!?—–]{0,30})?(?:\([^)]{2,30}\))? ?(?:--|—|–|-|:) ")
_OPENING_MARK = re.compile(r"\s*(?:[\"“„«]|''|``|[‘'](?=[A-Z]))")


def has_dateline(text: str, span: Span) -> bool:
    """Whether a sentence begins with a place or agency in capitals and a dash."""
    return _DATELINE.match(text, span.start, span.end) is not None


def opens_quoted(text: str, span: Span) -> bool:
    """Whether a sentence begins with a quotation mark."""
    return _OPENING_MARK.match(text, span.start, span.end) is not None
