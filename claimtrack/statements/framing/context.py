"""The article around a sentence: a column argues throughout and a report reports, so the other sentences say much of this one."""

from __future__ import annotations

from collections.abc import Sequence

CLIPPED = 10.0
"""No sentence counts for more than this in its neighbours' favour."""
PSEUDO = 3
"""So many sentences of no leaning are added to the others, lest a short article be judged by one loud line."""
LEANING = 1.0
"""What a sentence scores in an article that nothing is known of."""
NEIGHBOURS = 0.5


def in_context(scores: Sequence[float], leaning: float = LEANING) -> tuple[float, ...]:
    """Each score with the mean of the others and half the neighbours' mean added, both against the usual leaning.

    An article of one sentence keeps its score.
    """
    clipped = [max(-CLIPPED, min(CLIPPED, score)) for score in scores]
    total, count = sum(clipped), len(clipped)
    result = []
    for place, score in enumerate(scores):
        others = (total - clipped[place] + PSEUDO * leaning) / (count - 1 + PSEUDO)
        beside = clipped[max(0, place - 1) : place] + clipped[place + 1 : place + 2]
        near = sum(beside) / len(beside) if beside else leaning
        result.append(score + (others - LEANING) + NEIGHBOURS * (near - LEANING))
    return tuple(result)
