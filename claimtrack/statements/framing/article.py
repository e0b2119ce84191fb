"""The framing of every sentence of an article, taken with the article around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from claimtrack.model.reading import Attribution, Quotation
from claimtrack.model.terms import Framing, Genre, Modality, Polarity
from claimtrack.model.values import Span
from claimtrack.statements.framing.axes import Commitment, Force, commitment, force, modality, names, polarity
from claimtrack.statements.framing.context import LEANING, in_context
from claimtrack.statements.framing.cues import hear
from claimtrack.statements.framing.labels import ANYBODY, THRESHOLD, ZONE, Axes, label, reason
from claimtrack.statements.framing.weighing import Cover, Sign, Weighed, covers, own, weigh

LEANINGS = {Genre.OPINION: 6.0, Genre.REVIEW: 6.0, Genre.SATIRE: 6.0, Genre.BLOG: 3.0, Genre.ANALYSIS: 2.0}
"""What a sentence usually scores in a genre; any other leans to report."""


@attrs.frozen(kw_only=True)
class Framed:
    """How a sentence is put forward, and by which cues.

    Attributes:
        score: what its own cues come to; context_score has the article around it added.
        anybody: the score for an opinion, whoever holds it.
        held: whether most of what it says is somebody's other than the author's.
        why: the rule that gave the label.
    """

    span: Span
    score: float
    context_score: float
    anybody: float
    label: Framing
    why: str
    force: Force
    commitment: Commitment
    polarity: Polarity
    modality: tuple[Modality, ...]
    held: bool
    cues: tuple[Sign, ...]

    @property
    def margin(self) -> float:
        """How far the score in context lies above the threshold; negative below it."""
        return self.context_score - THRESHOLD

    @property
    def possible_opinion(self) -> bool:
        """Whether it fell short of the author's opinion by little."""
        return -ZONE <= self.margin < 0


def frame_article(
    text: str,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation] = (),
    attributions: Sequence[Attribution] = (),
    genre: Genre = Genre.ARTICLE,
    headlines: Collection[Span] = (),
) -> tuple[Framed, ...]:
    """The framing of each sentence, with the article around it taken into account.

    Args:
        headlines: those of the sentences that are headlines; they are judged by the body and lend it nothing.
    """
    hidden = covers(quotations, attributions)
    weighed = [weigh(text, hear(text, span), *hidden) for span in sentences]
    loud = [LEANING if each.heard.span in headlines else each.score for each in weighed] if headlines else [each.score for each in weighed]
    shifted = in_context(loud, LEANINGS.get(genre, LEANING))
    return tuple(
        _framed(each, each.score + context - base, hidden) for each, base, context in zip(weighed, loud, shifted, strict=True)
    )


def _framed(weighed: Weighed, context_score: float, hidden: tuple[Cover, Cover, Cover]) -> Framed:
    quoted, told, _ = hidden
    kinds = names(own(weighed.heard, quoted, told))
    axes = Axes(
        held=weighed.held,
        opinion=weighed.anybody >= ANYBODY,
        author=context_score >= THRESHOLD,
        force=force(kinds),
        commitment=commitment(kinds),
    )
    return Framed(
        span=weighed.heard.span,
        score=weighed.score,
        context_score=context_score,
        anybody=weighed.anybody,
        label=label(axes),
        why=reason(axes),
        force=axes.force,
        commitment=axes.commitment,
        polarity=polarity(kinds),
        modality=modality(kinds),
        held=axes.held,
        cues=weighed.signs,
    )
