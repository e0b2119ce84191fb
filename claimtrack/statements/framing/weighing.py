"""What the cues of a sentence come to: quoted words count nothing, attributed ones half, long sentences no more than short ones."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import attrs

from claimtrack.lexicon import lexicon
from claimtrack.model.values import Span
from claimtrack.statements.framing.cues import Found, Heard, has_dateline, opens_quoted
from claimtrack.statements.framing.hidden import Hidden, Parts, holds, length
from claimtrack.statements.framing.words import FOLDER

ATTRIBUTED = 0.5
"""What a word inside an attribution but outside quotation marks counts: the wording may still be the writer's own."""
USUAL_WORDS = 20
"""A sentence of so many words is scored as its cues stand; others by the square root of their length beside it."""
FEWEST_WORDS = 10
"""Shorter sentences are scored as if they had so many words, or a single cue would decide."""
SPEAKS = 1
"""What it counts for anybody's opinion that the sentence tells what somebody says or thinks."""
HELD = 0.3
"""A sentence has another holder than the author when this share of it is quoted or attributed."""


class Sign(NamedTuple):
    """A cue that decided: where it stands, the name of its class, what it counted."""

    start: int
    end: int
    kind: str
    weight: float


@attrs.frozen
class Weighed:
    """A sentence with its score for the author's opinion, and that for anybody's.

    Attributes:
        shape: the cues that are no words.
        quoted, told: its parts that are quoted, and attributed.
        held: whether somebody other than the author is said to say or think what it tells.
    """

    heard: Heard
    score: float
    anybody: float
    shape: Sequence[Sign]
    quoted: Parts
    told: Parts
    held: bool

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The cues behind its score, each with what it counted there."""
        words = [Sign(start, end, kind.name, kind.weight) for start, end, kind in self.heard.cues if kind.weight]
        shared = [sign._replace(weight=sign.weight * _share(sign.start, self.quoted, self.told)) for sign in words]
        return tuple(sign for sign in [*shared, *self.shape] if sign.weight)

    @property
    def quoted_share(self) -> float:
        """The share of it that is in quotation marks."""
        return length(self.quoted) / (self.heard.span.end - self.heard.span.start)

    @property
    def own(self) -> Sequence[Found]:
        """The cues that are its author's own: neither quoted nor attributed."""
        parts = [*self.quoted, *self.told]
        return [cue for cue in self.heard.cues if not holds(parts, cue.start)] if parts else self.heard.cues


def weigh(text: str, heard: Heard, beside: Hidden) -> Weighed:
    """Score one sentence by its cues, given what of the article is not the author's own."""
    first, last = heard.span.start, heard.span.end
    quoted, told = beside.quoted.within(first, last), beside.told.within(first, last)
    if quoted or told:
        total = sum([kind.weight * _share(start, quoted, told) for start, _, kind in heard.cues if kind.weight])
    else:
        total = sum([kind.weight for _, _, kind in heard.cues])
    shape = _shape(text, heard.span)
    speaks = bool(beside.cues.within(first, last))
    scale = _scale(heard.words)
    return Weighed(
        heard,
        (total + sum([sign.weight for sign in shape])) / scale,
        (SPEAKS * speaks + sum([kind.anybody for _, _, kind in heard.cues])) / scale,
        shape,
        quoted,
        told,
        held=speaks or length([*quoted, *told]) >= HELD * (last - first),
    )


def content_score(cues: Sequence[Found], words: int) -> tuple[float, tuple[Sign, ...]]:
    """The score of cues for anybody's opinion in so many words, with the cues that count."""
    signs = tuple(Sign(start, end, kind.name, kind.anybody) for start, end, kind in cues if kind.anybody)
    return sum(sign.weight for sign in signs) / _scale(words), signs


def _scale(words: int) -> float:
    return sqrt(max(words, FEWEST_WORDS) / USUAL_WORDS)


def _share(place: int, quoted: Parts, told: Parts) -> float:
    """What a cue at a place counts."""
    if holds(quoted, place):
        return 0.0
    return ATTRIBUTED if holds(told, place) else 1.0


def _shape(text: str, span: Span) -> Sequence[Sign]:
    """The cues that are no words: dateline and opening quotation mark."""
    held = [name for name, has in (("dateline", has_dateline), ("opening-mark", opens_quoted)) if has(text, span)]
    return [Sign(span.start, span.end, name, lexicon(FOLDER)[name].weight) for name in held]
