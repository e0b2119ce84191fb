"""Dawid-Skene: each source has its own habit of taking one value for another, learnt where values recur."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Flags, Floats, Ints, softmax, totals
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.observations import Observations

RECURRING = 5
"""A source has a habit with a value when it spoke of at least so many objects that the value was seen for."""
MOST_VALUES = 50
"""An object with more values than this is no question of labels, and teaches no habits."""
BACKING = 5.0
"""For how many observations the source's plain accuracy counts beside its habit with one value.

Without it, false values that recur take over: of 120 objects with twelve good sources 56 to 85 were right with 1 or less and 118 to 120
with 5, while of five labels that sources often take for each other 86 to 89 % were right with any up to 5, and less with more.
"""
SPARSE = 8
"""Keys are sorted to be numbered only when they run to more than so many times their number."""


def dawid_skene(observations: Observations, settings: Settings) -> Estimate:
    """Expectation and maximization over the true values, the prior of each value, and each source's confusion of values.

    P(f) ~ prior(v) x product over who speaks of the object of p(s, v, w), with v the value of f and w what s asserts; 1 over the object.
    p(s, v, w) = (N(s, v, w) + 5 q) / (N(s, v) + 5): N(s, v, w) the sum of P(f) over objects where f has value v and s asserts w,
    N(s, v) the same for any w, and q what accuracy alone expects: A(s) if w = v, else (1 - A(s)) / (k - 1), k the object's values;
    in the sum with N, the mean of that over the objects of N(s, v, w).
    A(s) = (sum of P(f) over the facts of s + 1) / (their number + 2); prior(v) ~ sum of P(f) over the facts f of value v + 1.
    At first P is a fact's share of the votes.

    Four things are ours, since vocabularies are open. The values of an object are those seen for it. A source has a habit with v only
    when it spoke of at least 5 objects that v was seen for; else p = q, which is the one-coin model. Values of fewer than 5 objects
    have one prior, by the mean P(f) of their facts. And a habit is backed by the accuracy, q, as by 5 observations.
    Trust is A, 0 to 1. Scores are the logarithms of P before it is made to sum to 1.

    Source: A. P. Dawid and A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM algorithm",
    Applied Statistics 28 (1979).
    """
    values = _values(observations)
    kinds = np.where(np.bincount(values)[values] >= RECURRING, values, 0)
    habits = _habits(observations, values, np.flatnonzero(kinds))
    chosen = observations.supporters * np.log(np.maximum(observations.rivals - 1.0, 1.0))[observations.fact_object]
    missed = observations.by_object(chosen)[observations.fact_object]

    def step(last: _Labelled) -> _Labelled:
        scores = _prior(kinds, last.chance) + plain(last.trust) + chosen - missed + habits.beyond(last.chance, last.trust)
        return labelled(scores, softmax(scores, observations.starts, observations.fact_object))

    def plain(accuracy: Floats) -> Floats:
        right, wrong = (observations.by_fact(logs[observations.source]) for logs in (np.log(accuracy), np.log1p(-accuracy)))
        return right - wrong + observations.by_object(wrong)[observations.fact_object]

    def labelled(scores: Floats, chance: Floats) -> _Labelled:
        accuracy = (observations.by_source(chance[observations.fact]) + 1.0) / (observations.asserted + 2.0)
        return _Labelled(scores, chance, accuracy)

    share = observations.supporters / observations.voters[observations.fact_object]
    last, rounds, settled = settle(labelled(share, share), step, settings)
    return Estimate(last.scores, last.trust, rounds, settled, last.chance)


@attrs.frozen(eq=False)
class _Labelled:
    """The state of a round: scores and probabilities of facts, accuracies of sources."""

    scores: Floats
    chance: Floats
    trust: Floats


@attrs.frozen(eq=False)
class _Habits:
    """What sources asserted of objects that a recurring value was seen for: an entry for each such observation and value.

    Entries alike in source, recurring value and asserted value are one cell; cells alike in the first two are one row.

    Args:
        fact: for each entry the fact with the recurring value.
        cell: for each entry the number of its cell.
        source: for each cell the number of its source.
        agrees: for each cell whether the asserted value is the recurring one.
        slip: for each cell the mean of 1 / (k - 1) over its entries.
        row: for each cell the number of its row.
        owed: for each fact the sum of ln(k - 1) over its entries that disagree.
    """

    fact: Ints
    cell: Ints
    source: Ints
    agrees: Flags
    slip: Floats
    row: Ints
    owed: Floats

    def beyond(self, chance: Floats, accuracy: Floats) -> Floats:
        """For each fact the logarithm of how much likelier habits make what is asserted of its object than accuracies do.

        Args:
            chance: the probability of each fact.
            accuracy: the accuracy of each source.
        """
        cells = totals(self.cell, chance[self.fact], len(self.source))
        rows = totals(self.row, cells, 0)
        right = accuracy[self.source]
        learnt = (cells + BACKING * np.where(self.agrees, right, (1.0 - right) * self.slip)) / (rows[self.row] + BACKING)
        gained = np.log(learnt / np.where(self.agrees, right, 1.0 - right))
        return totals(self.fact, gained[self.cell], len(chance)) + self.owed


def _habits(seen: Observations, values: Ints, recurring: Ints) -> _Habits:
    """The entries, for the facts of recurring values, of sources that met the value often enough."""
    facts = recurring[(seen.rivals <= MOST_VALUES)[seen.fact_object[recurring]]]
    fact, said = _entries(seen, facts)
    row = _numbered(seen.source[said] * (values.max() + 1) + values[fact])
    often = np.flatnonzero((np.bincount(row) >= RECURRING)[row])
    fact, said, row = fact[often], said[often], row[often]
    cell = _numbered(row * (values.max() + 1) + values[seen.fact[said]])
    one = np.empty(cell.max(initial=-1) + 1, np.int64)
    one[cell] = np.arange(len(cell))
    agrees = seen.fact[said] == fact
    others = np.maximum(seen.rivals - 1.0, 1.0)[seen.fact_object[fact]]
    slip = totals(cell, 1.0 / others, len(one)) / np.bincount(cell)
    owed = totals(fact, np.where(agrees, 0.0, np.log(others)), len(seen.fact_value))
    return _Habits(fact, cell, seen.source[said[one]], agrees[one], slip, row[one], owed)


def _entries(seen: Observations, facts: Ints) -> tuple[Ints, Ints]:
    """For each of the facts, and for each observation of its object, the fact and the observation."""
    many = seen.voters[seen.fact_object[facts]]
    first = np.searchsorted(seen.fact, seen.starts)[seen.fact_object[facts]]
    fact = np.repeat(facts, many)
    return fact, np.arange(len(fact)) + np.repeat(first - (np.cumsum(many) - many), many)


def _values(seen: Observations) -> Ints:
    """For each fact the number of its value among all values, from 1 on."""
    numbers = {value: number for number, value in enumerate(sorted(set(seen.fact_value)), 1)}
    return np.fromiter((numbers[value] for value in seen.fact_value), np.int64, len(seen.fact_value))


def _prior(kinds: Ints, chance: Floats) -> Floats:
    """For each fact the logarithm of the prior of its value, but for a term that is the same for all.

    Args:
        kinds: for each fact the number of its value, 0 for all that do not recur.
        chance: for each fact its probability.
    """
    sums = np.bincount(kinds, chance)
    sums[0] /= max(np.count_nonzero(kinds == 0), 1)
    prior: Floats = np.log(sums + 1.0)[kinds]
    return prior


def _numbered(keys: Ints) -> Ints:
    """For each key its number among the different ones."""
    highest = int(keys.max(initial=-1))
    if highest > SPARSE * len(keys):
        return np.unique(keys, return_inverse=True)[1]
    there = np.zeros(highest + 1, np.int64)
    there[keys] = 1
    return (np.cumsum(there) - 1)[keys]
