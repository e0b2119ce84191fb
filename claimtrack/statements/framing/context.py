"""The article around a sentence: a column argues throughout and a report reports, so the other sentences say much of this one."""

from __future__ import annotations

from collections.abc import Sequence

CLIPPED = 10.0
"""No sentence counts for more than this in its neighbours' favour."""
PSEUDO = 3
"""So many sentences of no leaning are added to the others, lest a short article be judged by one loud line."""
LEANING = 2.0
"""What a sentence scores in an article that nothing is known of."""
NEIGHBOURS = 0.5


def context_shifts(scores: Sequence[float], quoted: Sequence[float], leaning: float = LEANING) -> list[float]:
    """What the article adds to each score: the mean of the others and half the neighbours' mean, both against the usual leaning.

    What stands in quotation marks is not the author's and gains nothing from the author's article.

    Args:
        scores: what the sentences of the article come to, each by itself.
        quoted: the share of each sentence that is in quotation marks.
        leaning: what a sentence of such an article usually scores.
    """
    clipped = [max(-CLIPPED, min(CLIPPED, score)) for score in scores]
    total, count = sum(clipped) + PSEUDO * leaning, len(clipped) - 1 + PSEUDO
    shifts = []
    for place, share in enumerate(quoted):
        beside = clipped[max(0, place - 1) : place] + clipped[place + 1 : place + 2]
        near = sum(beside) / len(beside) if beside else leaning
        shift = (total - clipped[place]) / count - LEANING + NEIGHBOURS * (near - LEANING)
        shifts.append(shift if shift < 0 else shift * (1 - share))
    return shifts
