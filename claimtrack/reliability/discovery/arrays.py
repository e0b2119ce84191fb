"""The arrays that truth discovery counts on, and the one line told where numpy is missing; nothing else of claimtrack needs it."""

from __future__ import annotations

from typing import TypeAlias

from claimtrack.errors import Fault, InputError

try:
    import numpy as np
    import numpy.typing as npt
except ImportError as error:
    message = "needs numpy; install it with: pip install 'claimtrack[discovery]'"
    raise InputError([Fault("truth discovery", 0, "", message)]) from error

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

SAME = 1e-9
"""The share by which two scores may differ and still tie, so that the order of adding decides nothing."""


def distinct(keys: Ints) -> Ints:
    """The different keys, sorted; many times faster than `numpy.unique`, which has no use for their being numbers."""
    keys = np.sort(keys)
    return keys[np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))]


def totals(groups: Ints, amounts: Floats, many: int) -> Floats:
    """The sum of the amounts of each of `many` groups; `groups` has the number of each amount's group."""
    return np.bincount(groups, weights=amounts, minlength=many).astype(np.float64, copy=False)


def near_top(scores: Floats, starts: Ints, groups: Ints) -> Flags:
    """Which scores are the top of their group, or within rounding of it.

    Args:
        scores: one a member, members of a group side by side.
        starts: where each group begins.
        groups: the group of each member.
    """
    tops = np.maximum.reduceat(scores, starts)
    slack: Flags = scores >= (tops - np.abs(tops) * SAME)[groups]
    return slack


def shares(scores: Floats, starts: Ints, groups: Ints) -> Floats:
    """Each score, none below 0, as a share of the sum of its group; alike for all where the sum is 0."""
    sums = np.add.reduceat(scores, starts)[groups]
    alike = 1.0 / np.bincount(groups)[groups]
    return np.where(sums > 0, np.divide(scores, sums, out=np.zeros_like(scores), where=sums > 0), alike)


def ratio(amounts: Floats, by: Floats | Ints) -> Floats:
    """Amounts divided, 0 where there is nothing to divide by."""
    return np.divide(amounts, by, out=np.zeros_like(amounts), where=by > 0)


def over_highest(amounts: Floats) -> Floats:
    """Amounts, none below 0, as shares of the highest; all 0 when they are."""
    highest = amounts.max()
    return amounts / highest if highest > 0 else amounts


def logistic(amounts: Floats) -> Floats:
    """1 / (1 + e^-x), for any finite x."""
    return 0.5 * (1.0 + np.tanh(0.5 * amounts))


def softmax(scores: Floats, starts: Ints, groups: Ints, unseen: Floats | None = None) -> Floats:
    """The share of e^score in the sum over its group.

    Args:
        scores: one a member, members of a group side by side.
        starts: where each group begins.
        groups: the group of each member.
        unseen: for each group how many more members of score 0 it has that are not listed; none when left out.
    """
    tops = np.maximum.reduceat(scores, starts)
    if unseen is not None:
        tops = np.where(unseen > 0, np.maximum(tops, 0.0), tops)
    raised = np.exp(scores - tops[groups])
    sums = np.add.reduceat(raised, starts)
    if unseen is not None:
        sums = sums + unseen * np.exp(np.minimum(-tops, 0.0))
    shares: Floats = raised / sums[groups]
    return shares
