"""Which sources say the same oftener than each would by itself: how likely it is that two of them have one origin."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Flags, Floats, Ints, logistic, ratio, totals
from claimtrack.reliability.discovery.observations import Observations
from claimtrack.reliability.discovery.pairs import pairs

COPIED = 0.9
"""How much of what it says a copier is taken to copy: high, so that sources which often differ are seldom linked."""
OWED = 0.8
"""How much less an observation counts for each other of the same origin that agrees with it; 0.8 as in Dong et al. 2009."""
RARE = 1e-3
"""How likely dependence of two sources is before anything is known of them: only strong evidence gets over this."""
MASS = 3.0
"""How many claims the guess weighs that the wrong values of an object are all equally common."""
LEAST_ALONE = 1e-3
"""How likely at least a source says a thing by itself, so that no single agreement decides."""


@attrs.frozen(eq=False)
class Meetings:
    """Where two sources speak of one contested object; what nobody contests tells nothing of who takes from whom.

    Args:
        left: for each pair of sources the number of one.
        right: for each pair of sources the number of the other, which is higher.
        differ: for each pair on how many objects they differ.
        pair: for each fact on which a pair agrees the number of the pair.
        one: likewise the observation of one of the two.
        other: likewise the observation of the other.
    """

    left: Ints
    right: Ints
    differ: Ints
    pair: Ints
    one: Ints
    other: Ints

    @classmethod
    def of(cls, observations: Observations) -> Meetings:
        """The meetings of the pairs of sources that share enough rare facts to be looked at."""
        found = pairs(observations)
        contested: Flags = (observations.rivals > 1)[observations.fact_object[observations.fact[found.ours]]]
        return cls(found.one, found.other, found.differing, found.pair[contested], found.ours[contested], found.theirs[contested])

    @property
    def agreement(self) -> Floats:
        """For each pair on what share of the contested objects of which both speak they agree, 0 to 1."""
        agreed = np.bincount(self.pair, minlength=len(self.differ)).astype(np.float64)
        return ratio(agreed, agreed + self.differ)

    def summed(self, amounts: Floats, linked: Floats) -> Floats:
        """For each observation the amounts of those that agree with it, each times how likely their sources are linked.

        Args:
            amounts: one an observation.
            linked: one a pair, 0 to 1.
        """
        share = linked[self.pair]
        return totals(self.one, share * amounts[self.other], len(amounts)) + totals(self.other, share * amounts[self.one], len(amounts))


def linked(met: Meetings, observations: Observations, right: Floats, belief: Floats) -> Floats:
    """For each pair how likely it is that one of the two takes from the other, or both from a third: 0 to 1.

    An object on which they agree multiplies the odds by (1 - c) + c/q, where q is how likely such a source says so by itself;
    one on which they differ by 1 - c (after X. L. Dong, L. Berti-Equille and D. Srivastava,
    "Integrating conflicting data: the role of source dependence", PVLDB 2 (2009), with c = `COPIED`).
    What is rare and false has a small q and tells most; what is true has q near 1 and tells next to nothing; to differ tells against.

    Args:
        met: where sources meet.
        observations: who says what.
        right: for each pair how often such sources are right, 0 to 1.
        belief: for each fact how likely it is true, 0 to 1.
    """
    fact = observations.fact[met.one]
    often = right[met.pair]
    alone = belief[fact] * often + (1 - belief[fact]) * (1 - often) * _common(observations, fact)
    agreed = totals(met.pair, np.log(1 - COPIED + COPIED / np.maximum(alone, LEAST_ALONE)), len(met.differ))
    return logistic(np.log(RARE / (1 - RARE)) + agreed + met.differ * np.log(1 - COPIED))


def _common(observations: Observations, fact: Ints) -> Floats:
    """How common facts are among what sources other than the pair say of their objects, 0 to 1."""
    subject = observations.fact_object[fact]
    guess = 1 / (observations.rivals[subject] - 1)
    share: Floats = (observations.supporters[fact] - 2 + MASS * guess) / (observations.voters[subject] - 2 + MASS)
    return share
