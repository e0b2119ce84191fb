"""2-Estimates and 3-Estimates: who asserts one value of an object denies the others."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import SAME, Floats, ratio, totals
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.observations import Observations

LINEAR = 0.5
"""The paper's lambda: what weight the stretched value has beside the rounded one."""
FIRST = 0.1
"""The error of every source and the difficulty of every fact with which 3-Estimates starts."""
LEAST = 1e-6
"""An error or a difficulty below this is none, and nothing is divided by it."""


def two_estimates(observations: Observations, settings: Settings) -> Estimate:
    """Truth theta(f) and error epsilon(s) in turns.

    theta(f) = mean over all who speak of f's object: 1 - epsilon(s) of who asserts f, epsilon(s) of who asserts a rival only;
    epsilon(s) = mean over all facts of the objects s speaks of: 1 - theta(f) of what s asserts, theta(f) of what it denies.
    Both are then spread out: x becomes lambda (x - min) / (max - min) + (1 - lambda) round(x), lambda = 0.5.
    At first epsilon = 0, so theta starts as the share of the votes. Trust is 1 - epsilon, 0 to 1.

    Source: A. Galland, S. Abiteboul, A. Marian and P. Senellart, "Corroborating information from disagreeing views", WSDM 2010.
    """
    on_facts = np.add(*_votes_on_facts(observations, np.ones(len(observations.sources))))
    by_sources = np.add(*_votes_by_sources(observations, *[np.ones(len(observations.fact_value))] * 2))

    def step(last: Estimate) -> Estimate:
        error = 1.0 - last.trust
        wrong_for, wrong_against = _votes_on_facts(observations, error)
        truth = _spread((observations.supporters - wrong_for + wrong_against) / on_facts)
        after = _spread(np.add(*_votes_by_sources(observations, 1.0 - truth, truth)) / by_sources)
        return Estimate(truth, 1.0 - after)

    start = Estimate(np.zeros(len(observations.fact_value)), np.ones(len(observations.sources)))
    last, rounds, settled = settle(start, step, settings)
    return attrs.evolve(last, iterations=rounds, converged=settled)


@attrs.frozen(eq=False)
class _Three:
    """The state of 3-Estimates: truth and difficulty of each fact, error of each source."""

    truth: Floats
    difficulty: Floats
    error: Floats

    @property
    def trust(self) -> Floats:
        return 1.0 - self.error


def three_estimates(observations: Observations, settings: Settings) -> Estimate:
    """2-Estimates with a difficulty phi(f) for each fact: s is wrong on f with probability epsilon(s) phi(f).

    theta(f) = mean of 1 - epsilon(s) phi(f) over who asserts f and of epsilon(s) phi(f) over who asserts a rival only;
    phi(f) = mean of (1 - theta(f)) / epsilon(s) over the first and of theta(f) / epsilon(s) over the second, where epsilon(s) is not 0;
    epsilon(s) = mean of (1 - theta(f)) / phi(f) over what s asserts and of theta(f) / phi(f) over what it denies, where phi(f) is not 0.
    Each is spread out as in 2-Estimates, what is above 1 being rounded to 1. At first epsilon = phi = 0.1.
    Trust is 1 - epsilon, 0 to 1.

    Source: A. Galland, S. Abiteboul, A. Marian and P. Senellart, "Corroborating information from disagreeing views", WSDM 2010.
    """
    on_facts = np.add(*_votes_on_facts(observations, np.ones(len(observations.sources))))

    def step(last: _Three) -> _Three:
        wrong_for, wrong_against = _votes_on_facts(observations, last.error)
        truth = _spread((observations.supporters + last.difficulty * (wrong_against - wrong_for)) / on_facts)
        difficulty = _spread(hard(truth, last.error))
        return _Three(truth, difficulty, _spread(erring(truth, difficulty)))

    def hard(truth: Floats, error: Floats) -> Floats:
        inverse, counted = _inverse(error)
        agreed, denied = _votes_on_facts(observations, inverse)
        return ratio((1.0 - truth) * agreed + truth * denied, np.add(*_votes_on_facts(observations, counted)))

    def erring(truth: Floats, difficulty: Floats) -> Floats:
        inverse, counted = _inverse(difficulty)
        wrongs = np.add(*_votes_by_sources(observations, (1.0 - truth) * inverse, truth * inverse))
        return ratio(wrongs, np.add(*_votes_by_sources(observations, counted, counted)))

    facts = np.full(len(observations.fact_value), FIRST)
    last, rounds, settled = settle(_Three(facts, facts, np.full(len(observations.sources), FIRST)), step, settings)
    return Estimate(last.truth, last.trust, rounds, settled)


def _votes_on_facts(seen: Observations, given: Floats) -> tuple[Floats, Floats]:
    """For each fact the sum of what is given of those who assert it, and of those who assert a rival only.

    Nobody is listed who denies: their sum is that of all who speak of the object, less that of those who assert the fact.
    """
    source, subject = seen.speaking
    whole = totals(subject, given[source], len(seen.objects))[seen.fact_object]
    asserting = seen.by_fact(given[seen.source])
    return asserting, _rest(whole, asserting)


def _votes_by_sources(seen: Observations, asserted: Floats, denied: Floats) -> tuple[Floats, Floats]:
    """For each source the sum of the first amounts over the facts it asserts, and of the second over those it denies."""
    source, subject = seen.speaking
    whole = totals(source, seen.by_object(denied)[subject], len(seen.sources))
    return seen.by_source(asserted[seen.fact]), _rest(whole, seen.by_source(denied[seen.fact]))


def _rest(whole: Floats, part: Floats) -> Floats:
    """What is left, no dust of rounding with it."""
    rest = whole - part
    return np.where(rest > SAME * whole, rest, 0.0)


def _inverse(amounts: Floats) -> tuple[Floats, Floats]:
    """One over each amount that is not nothing, and 1 for each such."""
    counted = (amounts > LEAST).astype(np.float64)
    return ratio(counted, amounts), counted


def _spread(amounts: Floats) -> Floats:
    """The amounts stretched to 0..1 and pulled towards the ends."""
    least, most = amounts.min(), amounts.max()
    stretched = (amounts - least) / (most - least) if most - least > SAME else np.clip(amounts, 0.0, 1.0)
    spread: Floats = LINEAR * stretched + (1.0 - LINEAR) * (amounts > 0.5 + SAME)
    return spread
