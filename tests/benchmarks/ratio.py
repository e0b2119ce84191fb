"""Timing two things in turns, in many short rounds, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from time import process_time

import attrs


@attrs.frozen
class Ratio:
    """Seconds of ours and of the peer, medians over the rounds, and the median of the ratios ours to peer, round by round."""

    ours: float
    peer: float
    value: float

    def __str__(self) -> str:
        return f"ours {self.ours:.4f} s, peer {self.peer:.4f} s, ratio {self.value:.3f} (peer is {1 / self.value:.1f} times ours)"


def ratio(ours: Callable[[], object], peer: Callable[[], object], rounds: int = 15, warm: int = 1) -> Ratio:
    """Run both in turns, after so many rounds that are not counted; processor time, the cyclic collector off for both."""
    times: list[tuple[float, float]] = []
    gc.collect()
    gc.disable()
    try:
        times.extend((_timed(ours), _timed(peer)) for _ in range(warm + rounds))
    finally:
        gc.enable()
    counted = times[warm:]
    return Ratio(
        statistics.median(our for our, _ in counted),
        statistics.median(their for _, their in counted),
        statistics.median(our / their for our, their in counted),
    )


def _timed(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start
