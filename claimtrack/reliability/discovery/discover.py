"""Truth discovery: which value of each object is best supported, by one of several methods."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from math import inf, isnan
from types import MappingProxyType

import numpy as np

from claimtrack.errors import RecordError, UnknownNameError
from claimtrack.reliability.discovery.accu import accu, accu_pr, accu_sim
from claimtrack.reliability.discovery.accu_copy import accu_copy
from claimtrack.reliability.discovery.arrays import Floats, near_top, shares
from claimtrack.reliability.discovery.catd import catd
from claimtrack.reliability.discovery.crh import crh
from claimtrack.reliability.discovery.dawid_skene import dawid_skene
from claimtrack.reliability.discovery.estimate import Estimate, Method, Settings, Similarity
from claimtrack.reliability.discovery.estimates import three_estimates, two_estimates
from claimtrack.reliability.discovery.evidence import evidence
from claimtrack.reliability.discovery.investment import investment, pooled_investment
from claimtrack.reliability.discovery.majority import majority
from claimtrack.reliability.discovery.numerals import merged
from claimtrack.reliability.discovery.observations import Observations
from claimtrack.reliability.discovery.outcome import Copying, Discovery, Truth
from claimtrack.reliability.discovery.sums import average_log, sums
from claimtrack.reliability.discovery.truthfinder import truthfinder

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "evidence": evidence,
        "majority": majority,
        "sums": sums,
        "average-log": average_log,
        "investment": investment,
        "pooled-investment": pooled_investment,
        "truthfinder": truthfinder,
        "2-estimates": two_estimates,
        "3-estimates": three_estimates,
        "crh": crh,
        "catd": catd,
        "accu": accu,
        "accu-sim": accu_sim,
        "accu-pr": accu_pr,
        "accu-copy": accu_copy,
        "dawid-skene": dawid_skene,
    }
)
"""The methods by name."""

DEFAULT = "evidence"


class ConvergenceWarning(UserWarning):
    """A method ended its rounds before trust had settled."""


def discover(
    observations: Observations,
    method: str = DEFAULT,
    *,
    similarity: Similarity | None = None,
    tolerance: float | None = None,
    rounds: int = 20,
    change: float = 1e-3,
) -> Discovery:
    """The best supported value of each object, and how far each source is trusted.

    Args:
        observations: who says what.
        method: a name of `METHODS`.
        similarity: how alike two values of one object are, 0 to 1; methods that do not know of likeness leave it unused.
        tolerance: how far apart numbers may be and count as one value, in their own unit; None takes every spelling for a value of its own.
        rounds: how many rounds at most.
        change: the rounds end when no source's trust changes by more than this share of the highest trust; below 0, all are run.

    Raises:
        UnknownNameError: when there is no such method.
        RecordError: when rounds, tolerance, change or a likeness is off its scale.
    """
    if method not in METHODS:
        raise UnknownNameError("method", method, METHODS)
    _check(rounds, tolerance, change)
    if not len(observations):
        return Discovery(method, (), {}, (), 0, True)
    if tolerance is not None:
        observations = merged(observations, tolerance)
    estimate = METHODS[method](observations, Settings(rounds=rounds, change=change, similarity=similarity, numeric=tolerance is not None))
    if not estimate.converged:
        told = (
            f"{method}: trust had not settled when the rounds ended, {estimate.iterations} in all; allow more, or take it for a rough order"
        )
        warnings.warn(told, ConvergenceWarning, stacklevel=2)
    return _told(method, observations, estimate)


def _check(rounds: int, tolerance: float | None, change: float) -> None:
    if rounds < 1:
        raise RecordError(f"rounds is {rounds}; at least 1 is needed", "rounds")
    if tolerance is not None and not 0.0 <= tolerance < inf:
        raise RecordError(f"tolerance is {tolerance}; give a number of 0 or more, or None for values that are no numbers", "tolerance")
    if isnan(change):
        raise RecordError("change is not a number; give a share, or one below 0 for all rounds", "change")


def _told(method: str, observations: Observations, estimate: Estimate) -> Discovery:
    """An estimate in names."""
    names = observations.sources
    return Discovery(
        method,
        _truths(observations, estimate),
        dict(zip(names, estimate.trust.tolist(), strict=True)),
        tuple(sorted(Copying(names[copier], names[source], probability) for copier, source, probability in estimate.copying)),
        estimate.iterations,
        estimate.converged,
    )


def _truths(observations: Observations, estimate: Estimate) -> tuple[Truth, ...]:
    """The top fact of each object; facts are sorted by spelling, so the first at the top is the one to choose."""
    top = np.flatnonzero(near_top(estimate.scores, observations.starts, observations.fact_object))
    confidence = _confidence(observations, estimate)[top].tolist()
    firsts = np.searchsorted(observations.fact_object[top], np.arange(len(observations.objects) + 1)).tolist()
    values = [observations.fact_value[at] for at in top.tolist()]
    return tuple(
        Truth(name, values[start], confidence[start], tuple(values[start:end]) if end - start > 1 else ())
        for name, start, end in zip(observations.objects, firsts, firsts[1:], strict=False)
    )


def _confidence(observations: Observations, estimate: Estimate) -> Floats:
    """For each fact 0 to 1."""
    if estimate.confidence is None:
        return shares(estimate.scores, observations.starts, observations.fact_object)
    return np.clip(estimate.confidence, 0.0, 1.0)
