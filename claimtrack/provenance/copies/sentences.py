"""Sentences, cut plainly, and what each tells: good enough to put those of two texts beside each other."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from claimtrack.model.values import Span
from claimtrack.words import SMALL, stem, words

NAME_WEIGHT, NUMBER_WEIGHT = 1.5, 1.5
"""What a name and a number count, where a plain word counts 1."""
LEAST_TERMS = 3
"""Words that a sentence must have, small ones left out, to tell anything."""

_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[A-Z0-9])|\n+")
_SHORTENED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.\Z")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of a stretch of text; a title such as Mr. or an initial ends none, a line end always does."""
    end = len(text) if end is None else end
    found: list[Span] = []
    first = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] != "\n" and _SHORTENED.search(text, max(first, match.start() - 8), match.start() + 1):
            continue
        found += _trimmed(text, first, match.end())
        first = match.end()
    return [*found, *_trimmed(text, first, end)]


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The stretch without blanks at its ends; none when nothing is left."""
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    return [Span(start + left, start + right)] if left < right else []


@attrs.frozen
class Sentence:
    """A sentence, where it stands, and its stems, names and numbers with what each counts."""

    span: Span
    terms: Mapping[str, float]


def telling(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences of a stretch of text that have words enough to tell something."""
    found = (Sentence(span, terms(text[span.start : span.end])) for span in sentences(text, start, end))
    return [each for each in found if len(each.terms) >= LEAST_TERMS]


_WORD = re.compile(r"[^\W_]+")


def terms(sentence: str) -> dict[str, float]:
    """The stems, names and numbers of a sentence, each with what it counts."""
    first = _WORD.search(sentence)
    capitals = {word.lower() for word in _WORD.findall(sentence, first.end() if first else 0) if word[0].isupper()}
    found = {}
    for word in words(sentence):
        if word not in SMALL:
            found[stem(word)] = NUMBER_WEIGHT if word[0].isdigit() else NAME_WEIGHT if word in capitals else 1.0
    return found
