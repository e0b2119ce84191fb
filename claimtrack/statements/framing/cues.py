"""The cues of a sentence: its words and phrases that belong to a class, and what its shape shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from claimtrack.lexicon import WordClass
from claimtrack.model.values import Span
from claimtrack.statements.framing.words import END, WORD, Entry, Tree, entry

OPEN_FAMILIES = frozenset({"evaluation", "holders"})
"""Families of content words, which in mid-sentence with a capital are part of a name: the Liberty Party."""
TITLE_SHARE = 0.6
"""The share of capitals from which a line is a headline in title case, where a capital shows no name."""


@attrs.frozen
class Found:
    """A cue at its place."""

    start: int
    end: int
    kind: WordClass


@attrs.frozen
class Heard:
    """A sentence with its cues in order, and how many words it has."""

    span: Span
    words: int
    cues: tuple[Found, ...]


def hear(text: str, span: Span) -> Heard:
    """The cues of one sentence."""
    matches = list(WORD.finditer(text, span.start, span.end))
    words = [match.group() for match in matches]
    entries = [entry(word) for word in words]
    found: list[Found] = []
    titled = _in_title_case(words)
    covered = 0
    for place, known in enumerate(entries):
        if known is None:
            continue
        length, classes = _phrase(known, words, place)
        if classes:
            start, end = matches[place].start(), matches[place + length - 1].end()
            found += [Found(start, end, each) for each in classes]
        covers = any(each.weight for each in classes)
        named = place > 0 and not titled and words[place][0].isupper()
        if place >= covered:
            start, end = matches[place].span()
            found += [Found(start, end, each) for each in _counted(known, place, named=named, covers=covers)]
        if covers:
            covered = max(covered, place + length)
    return Heard(span, len(words), tuple(found))


def _counted(known: Entry, place: int, *, named: bool, covers: bool) -> Iterator[WordClass]:
    """The classes of a word that count where it stands."""
    for each in known.classes:
        if (each.opening and place) or (named and each.family in OPEN_FAMILIES):
            continue
        if covers and each.weight and not each.opening:
            continue
        yield each


def _phrase(known: Entry, words: Sequence[str], place: int) -> tuple[int, tuple[WordClass, ...]]:
    """The longest phrase that begins at a place: its length in words and its classes, none without one."""
    tree: Tree | None = known.phrases
    best: tuple[int, tuple[WordClass, ...]] = (0, ())
    length = 1
    while tree and place + length <= len(words):
        if END in tree:
            best = (length, tree[END])
        if place + length == len(words):
            break
        tree = tree.get(words[place + length].lower().replace("’", "'"))
        length += 1
    return best


def _in_title_case(words: Sequence[str]) -> bool:
    letters = [word for word in words if word[0].isalpha()]
    return sum(word[0].isupper() for word in letters) > TITLE_SHARE * len(letters)


_DATELINE = re.compile(r"\s*[A-Z][A-Z.,' -]{3,40}(?:[,/ ]+\w+\.? ?\d{0,2}[^.!?—–]{0,30})?(?:\([^)]{2,30}\))? ?(?:--|—|–|-|:) ")
_OPENING_MARK = re.compile(r"\s*(?:[\"“„«]|''|``|[‘'](?=[A-Z]))")


def has_dateline(text: str, span: Span) -> bool:
    """Whether a sentence begins with a place or agency in capitals and a dash."""
    return _DATELINE.match(text, span.start, span.end) is not None


def opens_quoted(text: str, span: Span) -> bool:
    """Whether a sentence begins with a quotation mark."""
    return _OPENING_MARK.match(text, span.start, span.end) is not None
