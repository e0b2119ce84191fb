"""Accu with copying: sources that share what independent ones would hardly share count for less where they agree."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.accu import FIRST, accuracies, unseen, votes
from claimtrack.reliability.discovery.arrays import Floats, softmax, totals
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.observations import Observations
from claimtrack.reliability.discovery.pairs import Pairs, pairs

PRIOR = 0.2
"""The probability, before anything is seen, that a source copies from another; each of the others is as likely."""
RATE = 0.8
"""The paper's c: the probability that a copier copies a given value."""
SURE = 1e-6
"""Probabilities closer than this are alike."""
TOLD = 0.5
"""Pairs of at least this probability are told."""


def accu_copy(observations: Observations, settings: Settings) -> Estimate:
    """Accuracies, probabilities, and copying between pairs of sources, in turns.

    For two sources with accuracies A1 and A2 that share a fact of probability P, to copy it from the second has the odds
    1 - c + c (P A2 + (1 - P)(1 - A2)) / (P A1 A2 + (1 - P)(1 - A1)(1 - A2) / n), c = 0.8, n the number of the fact's rivals, at least 1;
    an object on which they differ has the odds 1 - c.
    X1 is the product of these odds if the first copies, X2 if the second does; the probability of no copying is
    (1 - 2a) / (1 - 2a + a X1 + a X2), a = 0.2 / (number of sources - 1), at least two sources.
    A shared false value weighs most, since independent sources err apart.
    A source's votes for a fact then count I = 1 / (1 + c x the sum of its copying probabilities with the fact's other sources).

    Three things are ours. The paper sets sources in an order and takes I = product of 1 - c x probability over those before; among
    many copies both leave 1/c of one vote in all, and ours needs no order. The paper has n = 100 and a = 0.1 throughout, by which many
    pairs of many sources that merely agree are taken for copies. Only pairs that share rare facts are looked at (`pairs.py`).
    At first P is a fact's share of the votes. Accuracies and scores are those of Accu with the votes so counted.

    Source: X. L. Dong, L. Berti-Equille and D. Srivastava, "Integrating conflicting data: the role of source dependence", PVLDB 2 (2009);
    odds of uncertain facts as in X. Li, X. L. Dong, K. Lyons, W. Meng and D. Srivastava, "Scaling up copy detection", ICDE 2015.
    """
    met, others = pairs(observations), unseen(observations)

    def step(last: _Copied) -> _Copied:
        forth, back = copying(met, observations, last.trust, last.chance)
        scores = votes(observations, last.trust, _shares(met, forth + back, len(observations)))
        chance = softmax(scores, observations.starts, observations.fact_object, others)
        return _Copied(scores, chance, accuracies(observations, chance), forth, back)

    nothing = np.zeros(len(met.one))
    share = observations.supporters / observations.voters[observations.fact_object]
    start = _Copied(share, share, np.full(len(observations.sources), FIRST), nothing, nothing)
    last, rounds, settled = settle(start, step, settings)
    return Estimate(last.scores, last.trust, rounds, settled, last.chance, _told(met, last, observations.asserted.tolist()))


@attrs.frozen(eq=False)
class _Copied:
    """The state of a round: facts, sources, and for each pair the probabilities that the first copies and that the second does."""

    scores: Floats
    chance: Floats
    trust: Floats
    forth: Floats
    back: Floats


def copying(met: Pairs, observations: Observations, accuracy: Floats, chance: Floats) -> tuple[Floats, Floats]:
    """For each pair the probability that the first copies from the second, and that the second copies from the first."""
    truth = chance[observations.fact[met.ours]]
    one, other = accuracy[met.one][met.pair], accuracy[met.other][met.pair]
    rivals = np.maximum(observations.rivals - 1.0, 1.0)[observations.fact_object[observations.fact[met.ours]]]
    apart = truth * one * other + (1.0 - truth) * (1.0 - one) * (1.0 - other) / rivals
    differ = met.differing * np.log(1.0 - RATE)
    forth, back = (
        differ + totals(met.pair, np.log(1.0 - RATE + RATE * (truth * origin + (1.0 - truth) * (1.0 - origin)) / apart), len(met.one))
        for origin in (other, one)
    )
    highest = np.maximum(np.maximum(forth, back), 0.0)
    prior = PRIOR / max(len(observations.sources) - 1, 1)
    first, second = (prior * np.exp(odds - highest) for odds in (forth, back))
    whole = (1.0 - 2.0 * prior) * np.exp(-highest) + first + second
    return first / whole, second / whole


def _shares(met: Pairs, dependent: Floats, many: int) -> Floats:
    """For each observation how far it counts, beside those of its fact that it may share a source with."""
    load = totals(met.ours, dependent[met.pair], many) + totals(met.theirs, dependent[met.pair], many)
    return 1.0 / (1.0 + RATE * load)


def _told(met: Pairs, last: _Copied, asserted: list[int]) -> tuple[tuple[int, int, float], ...]:
    """The likely pairs: the copier is the one likelier to copy, else the one that asserts less, else the later name."""
    either = last.forth + last.back
    told = []
    for at in np.flatnonzero(either >= TOLD).tolist():
        one, other, lead = int(met.one[at]), int(met.other[at]), float(last.forth[at] - last.back[at])
        forth = lead > 0 if abs(lead) > SURE else (asserted[one], -one) < (asserted[other], -other)
        told.append((one, other, min(float(either[at]), 1.0)) if forth else (other, one, min(float(either[at]), 1.0)))
    return tuple(told)
