"""How far one text covers what another says, word by word, rare words counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

import attrs

from claimtrack.claims.stance.sentence import kin, sentence


@attrs.frozen
class Weights:
    """What each stem of a collection weighs; one that is not in it weighs as much as the rarest."""

    known: Mapping[str, float]
    rarest: float = 1.0

    def of(self, stem: str) -> float:
        """The weight of a stem."""
        return self.known.get(stem, self.rarest)


ALIKE = Weights({})
"""All stems weigh the same."""


def weights(texts: Iterable[str]) -> Weights:
    """The weight of each stem in a collection: log((N + 1) / n), n of the N texts having it (Sparck Jones 1972, smoothed)."""
    spread: Counter[str] = Counter()
    many = 0
    for text in texts:
        spread.update({*sentence(text).stems})
        many += 1
    known = {each: log((many + 1) / count) for each, count in spread.items()}
    return Weights(known, max(known.values(), default=1.0))


def coverage(text: str, hypothesis: str, known: Weights = ALIKE) -> float:
    """The weighted share of the hypothesis's words that the text has, names and numbers among them; 1 for a hypothesis that says nothing.

    Args:
        text: what may say it.
        hypothesis: what may be said in it.
        known: the weight of each stem; all weigh the same unless it is given.
    """
    have, total = 0.0, 0.0
    looked, wanted = sentence(text), sentence(hypothesis)
    there = frozenset(looked.stems)
    for each in sorted({wanted.stems[at] for at in wanted.content}):
        weight = known.of(each)
        total += weight
        have += weight * (each in there or any(kin(each, other) for other in there))
    return have / total if total else 1.0
