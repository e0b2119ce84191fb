"""Which parts of a text are not the author's own: what is quoted, what is attributed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import attrs

from claimtrack.model.reading import Attribution, Quotation
from claimtrack.model.values import Span

Parts = Sequence[tuple[int, int]]
_STRAY = re.compile(r"[\"”](?!\w)|''(?!\w)")


class Cover:
    """Stretches of a text, merged where they meet."""

    __slots__ = ("_ends", "parts")

    def __init__(self, parts: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(parts):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self.parts = merged
        self._ends = [end for _, end in merged]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts that lie inside a stretch, cut to it."""
        found = []
        for place in range(bisect_right(self._ends, start), len(self.parts)):
            first, last = self.parts[place]
            if first >= end:
                break
            found.append((max(first, start), min(last, end)))
        return found


@attrs.frozen
class Hidden:
    """What an article quotes, what it attributes, and where the words stand that attribute."""

    quoted: Cover
    told: Cover
    cues: Cover


def hidden(text: str, sentences: Sequence[Span], quotations: Iterable[Quotation], attributions: Sequence[Attribution]) -> Hidden:
    """What of a text is not the author's own."""
    marked = Cover((each.start, each.end) for each in quotations)
    return Hidden(
        quoted=Cover([*marked.parts, *_ended_quotations(text, sentences, marked)]),
        told=Cover((piece.start, piece.end) for each in attributions for piece in each.content),
        cues=Cover((each.cue.start, each.cue.end) for each in attributions if each.cue is not None),
    )


def _ended_quotations(text: str, sentences: Sequence[Span], marked: Cover) -> list[tuple[int, int]]:
    """Sentences up to a mark that closes what no mark opens: an excerpt may begin inside a quotation."""
    strays = [match.start() for match in _STRAY.finditer(text) if _closes(text, match.start()) and not marked.within(*match.span())]
    ends = [span.end for span in sentences]
    found = []
    for stray in strays:
        place = bisect_left(ends, stray + 1)
        if place < len(sentences) and sentences[place].start < stray:
            found.append((sentences[place].start, stray))
    return found


def _closes(text: str, place: int) -> bool:
    """Whether a mark follows a word or a full stop, as a closing one does; after a figure it may mean inches."""
    before = text[place - 1 : place]
    return before.isalpha() or (bool(before) and before in ".,!?…")


def length(parts: Parts) -> int:
    """How many characters parts have in all."""
    return sum([end - start for start, end in parts])


def holds(parts: Parts, place: int) -> bool:
    """Whether one of the parts holds a place."""
    for start, end in parts:  # noqa: SIM110 - any() with a generator takes three times as long, and every cue is asked
        if start <= place < end:
            return True
    return False
