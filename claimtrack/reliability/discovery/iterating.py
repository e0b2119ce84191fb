"""The one loop that methods share: from trust to scores and back, until trust has settled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import numpy as np

from claimtrack.reliability.discovery.arrays import Floats
from claimtrack.reliability.discovery.estimate import Settings


class Trusting(Protocol):
    """Whatever carries the trust of a round to the next."""

    @property
    def trust(self) -> Floats:
        """For each source."""
        ...


State = TypeVar("State", bound=Trusting)


def settle(start: State, step: Callable[[State], State], settings: Settings) -> tuple[State, int, bool]:
    """The last state, how many rounds it took, and whether trust had settled by then.

    Trust has settled when no source's changes by more than `settings.change` of the highest.
    """
    state, rounds, settled = start, 0, False
    while rounds < settings.rounds and not settled:
        after = step(state)
        rounds, settled = rounds + 1, _close(state.trust, after.trust, settings.change)
        state = after
    return state, rounds, settled


def _close(before: Floats, after: Floats, change: float) -> bool:
    return bool(np.abs(after - before).max() <= change * np.abs(after).max())
