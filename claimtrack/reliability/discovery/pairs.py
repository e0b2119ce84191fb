"""Pairs of sources that may depend on each other, found through the rare facts they share; never all pairs."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Ints, distinct
from claimtrack.reliability.discovery.observations import Observations

RAREST_SHARED = 3
"""How many rare facts two sources share at least, to be looked at."""
MOST_SOURCES = 50
"""A fact of more sources than this is not rare, and leads to nobody."""
PAIRS_PER_OBSERVATION = 4
"""How many pairs are drawn from rare facts at most, rarest facts first, for each observation there is."""
LOOKED_UP_PER_OBSERVATION = 10
"""How many observations of pairs are compared at most, for each observation there is, pairs with most rare facts in common first."""
LEAST_BUDGET = 100_000
"""What small worlds may use of both in any case."""


@attrs.frozen(eq=False)
class Pairs:
    """Pairs of sources with what they have in common.

    Args:
        one: for each pair the number of a source.
        other: for each pair the number of another source, higher.
        pair: for each fact that a pair shares, the number of the pair.
        ours: for each such fact, the number of the first source's observation.
        theirs: for each such fact, the number of the second source's observation.
        differing: for each pair, on how many objects both speak and share no value.
    """

    one: Ints
    other: Ints
    pair: Ints
    ours: Ints
    theirs: Ints
    differing: Ints


def pairs(observations: Observations) -> Pairs:
    """The pairs worth looking at, those with most rare facts in common first where there are too many."""
    budget = max(LEAST_BUDGET, PAIRS_PER_OBSERVATION * len(observations))
    one, other = _sharing_rare_facts(observations, budget)
    one, other = _affordable(observations, one, other)
    pair, ours, theirs = _shared(observations, one, other)
    agreed = _objects(observations, pair, observations.fact_object[observations.fact[ours]], len(one))
    return Pairs(one, other, pair, ours, theirs, _meetings(observations, one, other) - agreed)


def _sharing_rare_facts(seen: Observations, budget: int) -> tuple[Ints, Ints]:
    """Pairs of sources with enough rare facts in common, most of them first, then by number."""
    keys, many = np.unique(np.concatenate([*_drawn(seen, budget), np.zeros(0, np.int64)]), return_counts=True)
    kept = np.flatnonzero(many >= RAREST_SHARED)
    keys = keys[kept][np.lexsort((keys[kept], -many[kept]))]
    return keys // len(seen.sources), keys % len(seen.sources)


def _drawn(seen: Observations, budget: int) -> Iterator[Ints]:
    """The pairs of sources of each rare fact, as one number each, rarest facts first until the budget is spent."""
    first = np.searchsorted(seen.fact, np.arange(len(seen.fact_value)))
    for many in range(2, MOST_SOURCES + 1):
        left, right = np.triu_indices(many, 1)
        facts = np.flatnonzero(seen.supporters == many)[: budget // len(left)]
        budget -= len(facts) * len(left)
        sources = seen.source[first[facts][:, None] + np.arange(many)]
        yield (sources[:, left] * len(seen.sources) + sources[:, right]).ravel()


def _affordable(seen: Observations, one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """As many of the first pairs as can be compared."""
    work = np.cumsum(np.minimum(seen.asserted[one], seen.asserted[other]))
    kept = int(np.searchsorted(work, max(LEAST_BUDGET, LOOKED_UP_PER_OBSERVATION * len(seen)), side="right"))
    return one[:kept], other[:kept]


def _shared(seen: Observations, one: Ints, other: Ints) -> tuple[Ints, Ints, Ints]:
    """For each fact that a pair shares: the pair and its two observations."""
    fewer, more = _by_number(seen.asserted, one, other)
    by_source = np.argsort(seen.source, kind="stable")
    pair, at = _expanded(seen.asserted, fewer)
    mine = by_source[at]
    wanted = seen.fact[mine] * len(seen.sources) + more[pair]
    keys = seen.fact * len(seen.sources) + seen.source
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    hit = keys[found] == wanted
    pair, mine, found = pair[hit], mine[hit], found[hit]
    straight = fewer[pair] == one[pair]
    return pair, np.where(straight, mine, found), np.where(straight, found, mine)


def _meetings(seen: Observations, one: Ints, other: Ints) -> Ints:
    """For each pair the number of objects of which both speak."""
    source, subject = seen.speaking
    spoken = np.bincount(source, minlength=len(seen.sources))
    fewer, more = _by_number(spoken, one, other)
    pair, at = _expanded(spoken, fewer)
    wanted = more[pair] * len(seen.objects) + subject[at]
    keys = source * len(seen.objects) + subject
    hit = keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] == wanted
    return np.bincount(pair[hit], minlength=len(one))


def _objects(seen: Observations, pair: Ints, subject: Ints, many: int) -> Ints:
    """For each pair the number of different objects among those given."""
    return np.bincount(distinct(pair * len(seen.objects) + subject) // len(seen.objects), minlength=many)


def _by_number(counts: Ints, one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """Each pair with the source of fewer things first."""
    swap = counts[other] < counts[one]
    return np.where(swap, other, one), np.where(swap, one, other)


def _expanded(counts: Ints, sources: Ints) -> tuple[Ints, Ints]:
    """For each source asked for, one row for each of its things: which asking it is, and the thing's place in the order of sources."""
    starts = np.cumsum(counts) - counts
    asked = np.repeat(np.arange(len(sources)), counts[sources])
    first = np.cumsum(counts[sources]) - counts[sources]
    return asked, np.arange(len(asked)) - first[asked] + starts[sources[asked]]
