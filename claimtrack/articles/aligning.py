"""Where a clean text stands in the page it was taken from: its letters found again in order, blanks and tags left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from itertools import accumulate

from claimtrack.model.reading import Run

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<skip>script|style|noscript|template)\b.*?(?:</(?P=skip)\s*>|\Z)|<[a-zA-Z/!?][^<>]{0,20000}>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)|(?P<word>[^\s<&]+|<+|&+)",
    re.DOTALL | re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
STEP = 24
"""Letters that must agree before a place counts as found again."""
MISSES = 400
"""Searches that may fail before the rest is left unaligned, so that hostile pages stay quick."""
REACH = 200_000
"""Letters that a search looks ahead; a headline put first is looked for from the start."""


class _Letters:
    """A text without its blanks, and the way back to the places of its letters."""

    def __init__(self, parts: list[tuple[str, int, int]]) -> None:
        self._starts = [0, *accumulate(len(letters) for letters, _, _ in parts)]
        self._parts = parts
        self.text = "".join(letters for letters, _, _ in parts)

    def stretch(self, at: int) -> tuple[int, int]:
        """The place of a letter, and how many letters from it on stand in a row; 0 where an entity stands for it."""
        part = bisect_right(self._starts, at) - 1
        letters, place, width = self._parts[part]
        inside = at - self._starts[part]
        return (place + inside, len(letters) - inside) if width == len(letters) else (place, 0)


def page_letters(page: str) -> _Letters:
    """The letters of a page's text."""
    parts: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(page):
        if match["word"]:
            parts.append((match[0], match.start(), len(match[0])))
        elif match["entity"]:
            letters = "".join(unescape(match[0]).split())
            if letters:
                parts.append((letters, match.start(), -1))
    return _Letters(parts)


def align(text: str, page: str, letters: str) -> tuple[Run, ...]:
    """The runs of a clean text in its page, whose letters may be given with control characters blanked; what is not found has none."""
    theirs = page_letters(letters)
    mine = _Letters([(match[0], match.start(), len(match[0])) for match in _WORD.finditer(text)])
    return tuple(run for match in _matches(mine.text, theirs.text) for run in _runs(text, page, mine, theirs, match))


def _matches(mine: str, theirs: str) -> list[tuple[int, int, int]]:
    """Stretches that both have, as long as they go, in the order of ours."""
    found, at, there, misses = [], 0, 0, 0
    while at < len(mine) and misses < MISSES:
        wanted = mine[at : at + STEP]
        place = theirs.find(wanted, there, there + REACH)
        if place < 0 and (at == 0 or misses % 8 == 0):
            place = theirs.find(wanted)
        if place < 0:
            at, misses = at + STEP // 2, misses + 1
            continue
        length = _common(mine, theirs, at, place)
        found.append((at, place, length))
        at, there = at + length, place + length
    return found


def _common(mine: str, theirs: str, at: int, place: int) -> int:
    """How many letters agree from two places on."""
    length, step = 0, STEP
    while step:
        if mine[at + length : at + length + step] == theirs[place + length : place + length + step] and at + length + step <= len(mine):
            length, step = length + step, step * 2
        else:
            step //= 2
    return length


def _runs(text: str, page: str, mine: _Letters, theirs: _Letters, match: tuple[int, int, int]) -> Iterator[Run]:
    """The runs of one stretch of letters, blanks between included, cut where tags or entities come between."""
    start, origin, length = match
    end = mine.stretch(start + length - 1)[0] + 1
    done = 0
    while done < length:
        (here, _), (there, literal) = mine.stretch(start + done), theirs.stretch(origin + done)
        same = text[here : min(end, here + _common(text, page, here, there))].rstrip() if literal else ""
        if same:
            yield Run(here, here + len(same), there)
        done += max(1, len("".join(same.split())))
