"""Sentences, cut plainly: good enough to put those of two texts beside each other."""

from __future__ import annotations

import re

from claimtrack.model.values import Span

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
