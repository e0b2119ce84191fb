"""The framing of every sentence of an article, taken with the article around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

import attrs

from claimtrack.model.reading import Attribution, Quotation
from claimtrack.model.terms import Framing, Genre, Modality, Polarity
from claimtrack.model.values import Span
from claimtrack.statements.framing.axes import commitment, force, modality, names, polarity
from claimtrack.statements.framing.context import AUTHOR, SOMEBODY, context_shifts
from claimtrack.statements.framing.cues import hear
from claimtrack.statements.framing.hidden import hidden
from claimtrack.statements.framing.labels import ANYBODY, THRESHOLD, ZONE, Axes, label, reason
from claimtrack.statements.framing.weighing import Sign, Weighed, weigh

SPEECH_EVENT = "speech-event"
"""The class of words that tell that somebody spoke."""
LEANINGS = {Genre.OPINION: 6.0, Genre.REVIEW: 6.0, Genre.SATIRE: 6.0, Genre.BLOG: 3.0, Genre.ANALYSIS: 2.0}
"""What a sentence usually scores in a genre; any other leans to report."""


@attrs.frozen
class Framed:
    """How a sentence is put forward, and by which cues.

    Attributes:
        weighed: the sentence with what its own cues come to.
        context_score: that score with the article around it taken in.
        anybody: the like for an opinion, whoever holds it.
    """

    weighed: Weighed
    context_score: float
    anybody: float

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.weighed.heard.span

    @property
    def score(self) -> float:
        """What its own cues come to for an opinion of the author."""
        return self.weighed.score

    @property
    def cues(self) -> tuple[Sign, ...]:
        """The cues that decided, each with its class and what it counted."""
        return self.weighed.signs

    @property
    def margin(self) -> float:
        """How far the score in context lies above the threshold; negative below it."""
        return self.context_score - THRESHOLD

    @property
    def possible_opinion(self) -> bool:
        """Whether it fell short of the author's opinion by little."""
        return -ZONE <= self.margin < 0

    @property
    def tells_of_speech(self) -> bool:
        """Whether it tells that somebody spoke, be it without what was said: `briefed the council`, `held talks`."""
        return self.weighed.held or any(cue.kind.name == SPEECH_EVENT for cue in self.weighed.heard.cues)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The classes of the author's own cues."""
        return names(self.weighed.own)

    @cached_property
    def axes(self) -> Axes:
        """What is known of it on each axis."""
        return Axes(
            held=self.weighed.held,
            opinion=self.anybody >= ANYBODY,
            author=self.margin >= 0,
            mild=self.score < THRESHOLD,
            force=force(self.kinds),
            commitment=commitment(self.kinds),
        )

    @property
    def label(self) -> Framing:
        """As what it is put forward."""
        return label(self.axes)

    @property
    def why(self) -> str:
        """The rule that gave the label."""
        return reason(self.axes)

    @property
    def polarity(self) -> Polarity:
        """Whether the author's own words negate it."""
        return polarity(self.kinds)

    @property
    def modality(self) -> tuple[Modality, ...]:
        """The shades of the author's own words."""
        return modality(self.kinds)


def frame_article(
    text: str,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation] = (),
    attributions: Sequence[Attribution] = (),
    genre: Genre = Genre.ARTICLE,
    headlines: Collection[Span] = (),
) -> tuple[Framed, ...]:
    """The framing of each sentence, with the article around it taken into account.

    Headlines, to be named among the sentences, are judged by the body and lend it nothing.
    """
    beside = hidden(text, sentences, quotations, attributions)
    weighed = [weigh(text, hear(text, span), beside) for span in sentences]
    quiet = [AUTHOR.usual if each.heard.span in headlines else each.score for each in weighed]
    shifts = context_shifts(quiet, AUTHOR, LEANINGS.get(genre))
    others = context_shifts([each.anybody for each in weighed], SOMEBODY)
    return tuple([_framed(*each) for each in zip(weighed, shifts, others, strict=True)])


def _framed(weighed: Weighed, shift: float, other: float) -> Framed:
    """A sentence in its article; what stands in quotation marks gains nothing from an author who argues."""
    return Framed(weighed, weighed.score + (shift * (1 - weighed.quoted_share) if shift > 0 else shift), weighed.anybody + other)
