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
