"""The article around a sentence: a column argues throughout and a report reports, so the other sentences say much of this one."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

PSEUDO = 3
"""So many sentences of no leaning are added to the others, lest a short article be judged by one loud line."""


@attrs.frozen
class Measure:
    """How much an article says of its sentences on one score.

    Attributes:
        usual: what a sentence scores in an article that nothing is known of; against it the article is measured.
        clipped: no sentence counts for more than this, either way.
        neighbours: what the mean of the two sentences beside counts, the mean of all others counting one.
    """

    usual: float
    clipped: float
    neighbours: float


AUTHOR = Measure(usual=2.0, clipped=10.0, neighbours=0.5)
"""For the author's opinion."""
SOMEBODY = Measure(usual=6.0, clipped=14.0, neighbours=0.25)
"""For anybody's opinion; speakers change from one sentence to the next, so the neighbours say less."""


def context_shifts(scores: Sequence[float], measure: Measure = AUTHOR, leaning: float | None = None) -> list[float]:
    """What the article adds to each score: the mean of the others and part of the neighbours' mean, both against the usual.

    Args:
        scores: what the sentences of the article come to, each by itself.
        measure: which score it is.
        leaning: what a sentence of such an article usually scores, where more is known of it.
    """
    usual, clip = measure.usual, measure.clipped
    expected = usual if leaning is None else leaning
    clipped = [max(-clip, min(clip, score)) for score in scores]
    total, count = sum(clipped) + PSEUDO * expected, len(clipped) - 1 + PSEUDO
    shifts = []
    for place, own in enumerate(clipped):
        beside = clipped[max(0, place - 1) : place] + clipped[place + 1 : place + 2]
        near = sum(beside) / len(beside) if beside else expected
        shifts.append((total - own) / count - usual + measure.neighbours * (near - usual))
    return shifts
