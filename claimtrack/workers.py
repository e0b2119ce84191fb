"""Spreads work over processes, with results in the order of the inputs."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
BATCH = 8
"""Inputs that a process takes at a time."""
_worker: Callable[[Any], Any] | None = None


def in_order(work: Callable[[T], R], inputs: Iterable[T], jobs: int = 1) -> Iterator[R]:
    """The results of a piece of work for each input, in their order.

    Args:
        work: what to do; with several jobs it is pickled, once for each process.
        inputs: what to do it to.
        jobs: how many processes; one means this one.
    """
    if jobs <= 1:
        yield from map(work, inputs)
        return
    with multiprocessing.get_context("spawn").Pool(jobs, _begin, (work,)) as pool:
        yield from pool.imap(_go_on, inputs, BATCH)


def _begin(work: Callable[[Any], Any]) -> None:
    """Keep the work for all inputs that this process will get."""
    global _worker
    _worker = work


def _go_on(each: Any) -> Any:
    """The result for one input."""
    assert _worker is not None
    return _worker(each)
