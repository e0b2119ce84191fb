"""The cues of a sentence: its words and phrases that belong to a class, and what its shape shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from claimtrack.lexicon import WordClass
from claimtrack.model.values import Span
from claimtrack.statements.framing.words import END, WORD, Tree, entry

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


def hear(text: str, span: Span) -> Heard:
    """The cues of one sentence."""
    matches = list(WORD.finditer(text, span.start, span.end))
    words = [match.group() for match in matches]
    titled = _in_title_case(words)
    found: list[Found] = []
    covered = 0
    for place, known in enumerate(map(entry, words)):
        if known is None:
            continue
        phrases = known.phrases
        if phrases is not None and (length := _length(phrases, words, place)):
            classes = _classes(phrases, words, place, length)
            found += [Found(matches[place].start(), matches[place + length - 1].end(), each) for each in classes]
            covered = max(covered, place + length if any(each.weight for each in classes) else 0)
        classes = known.leading if place == 0 else known.inner
        if place and words[place][0].isupper() and not titled:
            classes = known.named
        if classes:
            start, end = matches[place].span()
            found += [Found(start, end, each) for each in classes if place >= covered or not each.weight or each.opening]
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
