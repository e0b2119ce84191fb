"""How far what sources say is from what is chosen, by weights: right or wrong for words, by degree for numbers."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Flags, Floats, Ints, near_top, ratio
from claimtrack.reliability.discovery.numerals import numbers
from claimtrack.reliability.discovery.observations import Observations

HALF = 1e-6
"""The share of an object's weight by which half of it may be missed and still be half."""


@attrs.frozen(eq=False)
class Scale:
    """Where the values of each object lie.

    Args:
        seen: the observations.
        graded: for each fact whether all values of its object are numbers.
        place: for each graded fact its number less the object's smallest, in standard deviations of the object's observations; else 0.
        order: the facts by object and place.
    """

    seen: Observations
    graded: Flags
    place: Floats
    order: Ints

    def voted(self, weight: Floats) -> tuple[Floats, Floats]:
        """Scores and losses for words: the score is the weight, the loss 0 for what is at the top of its object and 1 for the rest."""
        beaten = ~near_top(weight, self.seen.starts, self.seen.fact_object)
        return weight, beaten.astype(np.float64)

    def median(self, weight: Floats) -> tuple[Floats, Floats]:
        """Scores and losses for numbers by the weighted median, midway where two share it.

        The score is 0 for a median, else how much more than half of the weight lies to one side of it, below 0.
        The loss is the distance from the median.
        """
        whole = self.seen.by_object(weight)[self.seen.fact_object]
        below = self._below(weight)
        beyond = ratio(np.maximum(below, whole - below - weight), whole) - 0.5
        scores = -np.where(beyond > HALF, beyond, 0.0)
        middle = self._mean((scores == 0.0).astype(np.float64))
        return scores, np.abs(self.place - middle)

    def mean(self, weight: Floats) -> tuple[Floats, Floats]:
        """Scores and losses for numbers by the weighted mean: the loss is the squared distance from it, the score what is lost below 0."""
        away = (self.place - self._mean(weight)) ** 2
        return -away, away

    def _mean(self, weight: Floats) -> Floats:
        """For each fact the weighted mean of the places of its object."""
        means = ratio(self.seen.by_object(weight * self.place), self.seen.by_object(weight))
        return means[self.seen.fact_object]

    def _below(self, weight: Floats) -> Floats:
        """For each fact the weight of the facts of its object that lie before it."""
        running = np.cumsum(weight[self.order]) - weight[self.order]
        below = np.empty_like(running)
        below[self.order] = running - running[self.seen.starts][self.seen.fact_object]
        return below


def scale(observations: Observations, numeric: bool) -> Scale:
    """The scale of the observations; without `numeric`, all values are words."""
    found = numbers(observations) if numeric else np.full(len(observations.fact_value), np.nan)
    subject, many = observations.fact_object, observations.supporters
    graded = (observations.by_object(np.isnan(found).astype(np.float64)) == 0)[subject]
    least = np.minimum.reduceat(np.where(graded, found, 0.0), observations.starts)[subject]
    above = np.where(graded, found, 0.0) - least
    middle = (observations.by_object(above * many) / observations.voters)[subject]
    spread = np.sqrt(observations.by_object((above - middle) ** 2 * many) / observations.voters)[subject]
    place = ratio(above, spread)
    return Scale(observations, graded, place, np.lexsort((place, subject)))
