"""Accu: sources have accuracies, and a value's votes are the odds that its sources are right."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, softmax
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.likeness import likeness
from claimtrack.reliability.discovery.observations import Observations

FALSE_VALUES = 100
"""The paper's n: how many wrong values an object has that a source could take for the right one."""
FIRST = 0.8
"""The accuracy of every source at first."""
LEAST = 0.01
MOST = 0.99
"""No source is taken to be always wrong or always right, whose odds have no end."""
INFLUENCE = 0.5
"""The paper's rho: what weight likeness has."""


def accu(observations: Observations, settings: Settings) -> Estimate:
    """Accuracies A(s) and probabilities P(f) in turns.

    C(f) = sum of ln(n A(s) / (1 - A(s))) over the sources of f, n = 100;
    P(f) = e^C(f) / (sum of e^C over the values of the object + 1 for each of the n + 1 possible values that nobody asserts);
    A(s) = mean of P(f) over the facts of s, kept within 0.01 to 0.99; 0.8 at first.
    Scores are C, which do not run into 1 as P does. Trust is A.

    Source: X. L. Dong, L. Berti-Equille and D. Srivastava, "Integrating conflicting data: the role of source dependence", PVLDB 2 (2009).
    """
    return in_turns(observations, settings, lambda accuracy: votes(observations, accuracy), unseen(observations))


def accu_sim(observations: Observations, settings: Settings) -> Estimate:
    """Accu in which a value lends votes to those like it; the same as Accu where no likeness is given.

    C*(f) = C(f) + rho x sum of C(g) x likeness of g and f over the rivals g of f, rho = 0.5, with C as in Accu.

    Source: X. L. Dong, L. Berti-Equille and D. Srivastava, "Integrating conflicting data: the role of source dependence", PVLDB 2 (2009).
    """
    if settings.similarity is None:
        return accu(observations, settings)
    alike = likeness(observations, settings.similarity)

    def lent(accuracy: Floats) -> Floats:
        counted = votes(observations, accuracy)
        return counted + INFLUENCE * alike.lent(counted)

    return in_turns(observations, settings, lent, unseen(observations))


def accu_pr(observations: Observations, settings: Settings) -> Estimate:
    """Accu in which a wrong source gives a wrong value as often as others do, not each of n alike.

    C(f) = sum of ln(A(s) / (1 - A(s))) over the sources of f - m(f) ln m(f) - (m - m(f)) ln(m - m(f)),
    with m(f) the number of sources of f, m the sum of m(f) over the object, and 0 ln 0 = 0;
    P(f) = e^C(f) / sum of e^C over the values of the object; A as in Accu.
    It follows from the probability m(g) / (m - m(f)) that a wrong source gives g when f is right.

    Source: PopAccu in X. L. Dong, B. Saha and D. Srivastava, "Less is more: selecting sources wisely for integration", PVLDB 6 (2012).
    """
    own = observations.supporters.astype(np.float64)
    rest = observations.voters[observations.fact_object] - own
    popularity = _times_log(own) + _times_log(rest)

    def count(accuracy: Floats) -> Floats:
        return observations.by_fact(_odds(accuracy)[observations.source]) - popularity

    return in_turns(observations, settings, count, None)


def in_turns(observations: Observations, settings: Settings, count: Callable[[Floats], Floats], others: Floats | None) -> Estimate:
    """The common part: accuracies from probabilities, and these from the counts that differ.

    Args:
        observations: who says what.
        settings: how many rounds, and when to stop.
        count: the vote counts of the facts, from the accuracies of the sources.
        others: for each object how many possible values nobody asserts; None for none.
    """

    def step(last: Estimate) -> Estimate:
        scores = count(last.trust)
        chance = softmax(scores, observations.starts, observations.fact_object, others)
        return Estimate(scores, accuracies(observations, chance), confidence=chance)

    start = Estimate(np.zeros(len(observations.fact_value)), np.full(len(observations.sources), FIRST))
    last, rounds, settled = settle(start, step, settings)
    return attrs.evolve(last, iterations=rounds, converged=settled)


def votes(observations: Observations, accuracy: Floats, share: Floats | None = None) -> Floats:
    """For each fact the sum of its sources' votes, each counted in full or by the share of its observation."""
    counted = (_odds(accuracy) + np.log(FALSE_VALUES))[observations.source]
    return observations.by_fact(counted if share is None else counted * share)


def accuracies(observations: Observations, chance: Floats) -> Floats:
    """For each source the mean probability of its facts, kept off the ends."""
    means: Floats = np.clip(observations.by_source(chance[observations.fact]) / observations.asserted, LEAST, MOST)
    return means


def unseen(observations: Observations) -> Floats:
    """For each object how many of its possible values nobody asserts."""
    many: Floats = np.maximum(FALSE_VALUES + 1.0 - observations.rivals, 0.0)
    return many


def _odds(accuracy: Floats) -> Floats:
    odds: Floats = np.log(accuracy / (1.0 - accuracy))
    return odds


def _times_log(amounts: Floats) -> Floats:
    product: Floats = amounts * np.log(np.maximum(amounts, 1.0))
    return product
