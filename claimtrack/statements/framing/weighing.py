"""What the cues of a sentence come to: quoted words count nothing, attributed ones half, long sentences no more than short ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import sqrt

import attrs

from claimtrack.lexicon import lexicon
from claimtrack.model.reading import Attribution, Quotation
from claimtrack.model.values import Span
from claimtrack.statements.framing.cues import Found, Heard, has_dateline, opens_quoted
from claimtrack.statements.framing.words import FOLDER

ATTRIBUTED = 0.5
"""What a word inside an attribution but outside quotation marks counts: the wording may still be the writer's own."""
USUAL_WORDS = 20
"""A sentence of so many words is scored as its cues stand; others by the square root of their length beside it."""
FEWEST_WORDS = 4
SPEAKS = 1
"""What it counts for anybody's opinion that the sentence tells what somebody says or thinks."""
HELD = 0.3
"""A sentence has another holder than the author when this share of it is quoted or attributed."""


@attrs.frozen(order=True)
class Sign:
    """A cue that decided: where it stands, the name of its class, what it counted."""

    start: int
    end: int
    kind: str
    weight: float


@attrs.frozen
class Weighed:
    """A sentence with its score for the author's opinion, that for anybody's, and the cues behind the first.

    Attributes:
        held: whether somebody other than the author is said to say or think what it tells.
    """

    heard: Heard
    score: float
    anybody: float
    signs: tuple[Sign, ...]
    held: bool


class Cover:
    """Stretches of a text, none overlapping another once merged, and which of them hold a place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self.spans = merged
        self._ends = [end for _, end in merged]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of the stretches that lie inside a stretch."""
        parts = []
        for here in range(bisect_left(self._ends, start + 1), len(self.spans)):
            first, last = self.spans[here]
            if first >= end:
                break
            parts.append((max(first, start), min(last, end)))
        return parts


def weigh(text: str, heard: Heard, quoted: Cover, attributed: Cover, cues: Cover) -> Weighed:
    """Score one sentence by its cues."""
    span = heard.span
    inside = quoted.within(span.start, span.end)
    told = attributed.within(span.start, span.end)
    signs = [Sign(cue.start, cue.end, cue.kind.name, cue.kind.weight * _share(cue, inside, told)) for cue in heard.cues if cue.kind.weight]
    speaks = bool(cues.within(span.start, span.end))
    signs += _shape(text, span)
    scale = sqrt(max(heard.words, FEWEST_WORDS) / USUAL_WORDS)
    return Weighed(
        heard,
        sum(sign.weight for sign in signs) / scale,
        (SPEAKS * speaks + sum(cue.kind.anybody for cue in heard.cues)) / scale,
        tuple(sign for sign in signs if sign.weight),
        held=speaks or _covered([*inside, *told]) >= HELD * (span.end - span.start),
    )


def _share(cue: Found, quoted: Sequence[tuple[int, int]], told: Sequence[tuple[int, int]]) -> float:
    if any(start <= cue.start < end for start, end in quoted):
        return 0
    return ATTRIBUTED if any(start <= cue.start < end for start, end in told) else 1


def _shape(text: str, span: Span) -> list[Sign]:
    """The cues that are no words: dateline and opening quotation mark."""
    table = lexicon(FOLDER)
    held = (("dateline", has_dateline(text, span)), ("opening-mark", opens_quoted(text, span)))
    return [Sign(span.start, span.end, name, table[name].weight) for name, holds in held if holds]


def _covered(parts: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in parts)


def covers(quotations: Iterable[Quotation], attributions: Sequence[Attribution]) -> tuple[Cover, Cover, Cover]:
    """What is quoted, what is attributed, and where the words stand that attribute."""
    return (
        Cover((each.start, each.end) for each in quotations),
        Cover((piece.start, piece.end) for each in attributions for piece in each.content),
        Cover((each.cue.start, each.cue.end) for each in attributions if each.cue is not None),
    )


def own(heard: Heard, quoted: Cover, attributed: Cover) -> tuple[Found, ...]:
    """The cues of a sentence that are its author's own: neither quoted nor attributed."""
    span = heard.span
    hidden = [*quoted.within(span.start, span.end), *attributed.within(span.start, span.end)]
    return tuple(cue for cue in heard.cues if not any(start <= cue.start < end for start, end in hidden)) if hidden else heard.cues


def content_score(cues: Sequence[Found], words: int) -> tuple[float, tuple[Sign, ...]]:
    """The score of cues for anybody's opinion in so many words, with the cues that count."""
    signs = tuple(Sign(cue.start, cue.end, cue.kind.name, weight) for cue in cues if (weight := cue.kind.anybody))
    return sum(sign.weight for sign in signs) / sqrt(max(words, FEWEST_WORDS) / USUAL_WORDS), signs
