"""Spreads work over processes, with results in the order of the inputs and never many of them waiting.

The process that asks works too: with two jobs it has one helper. So a handful of inputs is done before a helper has even started, and the
helper's start costs no waiting. Helpers are started afresh (spawned), so nothing is shared with them but what they are sent: the work
once each, then batches. What a helper gives back is pickled, which for records takes less than half the time of lines.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from claimtrack.errors import Fault, InputError

T = TypeVar("T")
R = TypeVar("R")
BATCH = 8
"""Inputs that a process takes at a time, where nobody says otherwise."""
BYTES = 200_000
"""Bytes of inputs from which a batch is not made larger."""
AHEAD = 2
"""Batches that a helper has before it, so that it never waits for the next."""
WAITING = 32
"""Batches whose results may wait for an earlier one; a helper starts while they are done here."""
SENT = 32_000
"""Bytes of work that a helper is sent as it starts; a pipe takes twice as many that nobody has read."""
LOST = (
    "a process that worked with others was ended from outside, as happens when memory runs out; nothing of its batch was kept, so run "
    'it again, with fewer --jobs or smaller inputs; a script of your own asks for several jobs under `if __name__ == "__main__":` only'
)
_work: Callable[[Any], Any] | None = None


def in_order(work: Callable[[T], R], inputs: Iterable[T], jobs: int = 1, *, size: Callable[[T], int] | None = None) -> Iterator[R]:
    """The results of a piece of work for each input, in their order.

    Args:
        work: what to do; with several jobs it is pickled, once for each process.
        inputs: what to do it to; taken as they are needed.
        jobs: how many processes, this one among them; a script asks for several under `if __name__ == "__main__":` only, as Python
            runs its file again in each.
        size: the bytes of an input, where these differ much; a batch ends with `BATCH` inputs or `BYTES` bytes.

    Raises:
        InputError: when a process was ended from outside.
    """
    if jobs <= 1:
        return map(work, inputs)
    return chain.from_iterable(in_batches(_Each(work), batches(inputs, size=size), jobs))


def batches(inputs: Iterable[T], many: int = BATCH, *, size: Callable[[T], int] | None = None) -> Iterator[list[T]]:
    """Inputs in batches of so many, fewer where they have `BYTES` bytes together."""
    batch: list[T] = []
    held = 0
    for each in inputs:
        batch.append(each)
        held += size(each) if size else 0
        if len(batch) >= many or held >= BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def in_batches(work: Callable[[T], R], batches: Iterable[T], jobs: int = 1) -> Iterator[R]:
    """The result of a piece of work for each batch, in their order, this process working too.

    An error that the work raises is raised when its batch's turn has come, whichever process met it. Whoever stops taking results, or
    interrupts, ends the helpers.

    Args:
        work: what to do with a batch; with several jobs it is pickled, once for each process.
        batches: what to do it to, of any kind that can be pickled; taken as they are needed.
        jobs: how many processes, this one among them. With one batch alone no other is started.

    Raises:
        InputError: when a process was ended from outside.
    """
    source = iter(batches)
    first = list(islice(source, 2 if jobs > 1 else 0))
    if len(first) < 2:
        yield from map(work, chain(first, source))
        return
    with _helpers(work, jobs - 1) as hand_out:
        yield from _shared(work, chain(first, source), hand_out, AHEAD * (jobs - 1))


def _shared(work: Callable[[T], R], source: Iterator[T], hand_out: Callable[[T], Future[R]], ahead: int) -> Iterator[R]:
    """The results: helpers have so many batches before them, and what is not theirs is done here."""
    waiting: deque[Future[R]] = deque()
    handed: list[Future[R]] = []
    while True:
        handed = [each for each in handed if not each.done()]
        for batch in islice(source, ahead - len(handed)):
            handed.append(hand_out(batch))
            waiting.append(handed[-1])
        if not waiting:
            return
        own = [] if waiting[0].done() or len(waiting) >= WAITING else [_done(work, batch) for batch in islice(source, 1)]
        waiting.extend(own)
        if not own:
            yield _result(waiting.popleft())


def _done(work: Callable[[T], R], batch: T) -> Future[R]:
    """What comes of a batch here: the result, or the error for when its turn has come."""
    here: Future[R] = Future()
    try:
        here.set_result(work(batch))
    except Exception as error:  # of whatever kind a reader of the user's raises: it is raised again when its turn has come
        here.set_exception(error)
    return here


def _result(found: Future[R]) -> R:
    """The result, waited for.

    Raises:
        InputError: when the process was ended from outside.
    """
    try:
        return found.result()
    except BrokenProcessPool as error:
        raise InputError([Fault("", 0, "", LOST)]) from error


@contextmanager
def _helpers(work: Callable[[T], R], many: int) -> Iterator[Callable[[T], Future[R]]]:
    """Other processes that have the work, each started when there is a batch for it; what is left of theirs is dropped at the end."""
    with _set_down(work) as where:
        pool = ProcessPoolExecutor(many, multiprocessing.get_context("spawn"), _begin, (where,))

        def hand_out(batch: T) -> Future[R]:
            try:
                return pool.submit(_go_on, batch)
            except BrokenProcessPool as error:
                raise InputError([Fault("", 0, "", LOST)]) from error

        try:
            yield hand_out
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _set_down(work: Callable[[T], R]) -> Iterator[bytes | Path]:
    """The work as bytes, or in a file if it is large: who starts a helper that ends at once would wait for it to take more than that."""
    packed = pickle.dumps(work)
    if len(packed) <= SENT:
        yield packed
        return
    with TemporaryDirectory(prefix="claimtrack-") as folder:
        path = Path(folder, "work")
        path.write_bytes(packed)
        yield path


class _Each:
    """Work on single inputs as work on batches of them."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self._work = work

    def __call__(self, batch: Sequence[Any]) -> list[Any]:
        """The result for each input."""
        return [self._work(each) for each in batch]


def _begin(where: bytes | Path) -> None:
    """Keep the work for all batches that this process will get; an interrupt is left to the process that asked, whose end is followed."""
    global _work
    _work = pickle.loads(where if isinstance(where, bytes) else where.read_bytes())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that asked has ended, which a helper that waits for work would never notice."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _go_on(batch: Any) -> Any:
    """The result for one batch."""
    assert _work is not None
    return _work(batch)
