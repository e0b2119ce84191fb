"""What a second process gains when articles are read or an archive is assessed, beside what it gains when nothing but counting is done.

The same by hand: python -m tests.benchmarks.test_jobs 2000 [--clock]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TypeVar

import pytest

from claimtrack.archives.reassessing import reassess
from claimtrack.files import Raw
from claimtrack.intake import read_each
from claimtrack.model import Ledger
from claimtrack.store import Store
from claimtrack.testing import corpus
from claimtrack.workers import in_batches
from tests.benchmarks.newsroom import newsroom

T = TypeVar("T")
LEAST = 1.6
"""Times as fast with two jobs as with one, on a machine that does nothing else."""
IDLE = 1.8
"""What two processes that only count gain on such a machine, at least."""
ARTICLES = 1_000
CLAIMS = 3_000
COUNTED = 240
"""Batches to count, ten seconds of work, beside which it is little to begin a process."""
ASSESSED = 1.4
"""The same for claims of an archive, which one process alone writes."""
STEPS = 1_000_000


def counted(batch: int) -> int:
    """Work without inputs or results to speak of."""
    return sum(1 for _ in range(STEPS + batch % 2))


def gain(run: Callable[[int], object]) -> float:
    """How many times as fast something runs with two jobs as with one; the better of two rounds of each, in turns."""
    times: dict[int, list[float]] = {1: [], 2: []}
    for jobs in (1, 2, 1, 2):
        start = perf_counter()
        run(jobs)
        times[jobs].append(perf_counter() - start)
    return min(times[1]) / min(times[2])


def balance(run: Callable[[int], object]) -> tuple[float, float, float]:
    """Processor seconds of one job, and with two jobs those of this process and of its helper: what they would gain on idle cores."""
    times = []
    for jobs in (1, 2):
        here, others = process_time(), getrusage(RUSAGE_CHILDREN)
        run(jobs)
        after = getrusage(RUSAGE_CHILDREN)
        times += [process_time() - here, after.ru_utime + after.ru_stime - others.ru_utime - others.ru_stime]
    return times[0], times[2], times[3]


def counting() -> float:
    """What two jobs gain on counting."""
    return gain(lambda jobs: sum(in_batches(counted, range(COUNTED), jobs)))


def reading(many: int) -> float:
    """What two jobs gain on reading so many articles from files."""
    with TemporaryDirectory() as folder:
        inputs = list(_inputs(many, Path(folder)))
        return gain(lambda jobs: sum(len(records) for records, _ in read_each(inputs, Ledger(), jobs=jobs)))


def assessing(claims: int, measured: Callable[[Callable[[int], object]], T]) -> T:
    """What is measured of assessing so many claims of an archive with any number of jobs, all of them anew each time."""
    with TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        store.add(newsroom(claims))

        def anew(jobs: int) -> object:
            store.work("marks").drop()
            store.reports.drop()
            return reassess(store, jobs=jobs)

        anew(1)
        return measured(anew)


def _inputs(many: int, folder: Path) -> Iterator[Raw]:
    for name, text in corpus(many).articles:
        path = folder / name
        path.write_text(text, "utf-8")
        yield Raw(path.name, path=str(path))


@pytest.fixture(scope="module")
def idle() -> None:
    """Skips the test where the machine does something else, so that two processes gain little by themselves."""
    found = counting()
    print(f"\ntwo jobs are {found:.2f} times as fast as one when they count")
    if found < IDLE:
        pytest.skip(f"two processes that count gain {found:.2f} here, so the machine does something else")


@pytest.mark.benchmark
@pytest.mark.usefixtures("idle")
def test_two_jobs_read_nearly_twice_as_fast_as_one() -> None:
    found = reading(ARTICLES)
    print(f"\ntwo jobs are {found:.2f} times as fast as one when they read")
    assert found >= LEAST


@pytest.mark.benchmark
@pytest.mark.usefixtures("idle")
def test_two_jobs_assess_the_claims_of_an_archive_faster_than_one() -> None:
    found = assessing(CLAIMS, gain)
    print(f"\ntwo jobs are {found:.2f} times as fast as one when they assess")
    assert found >= ASSESSED


def told(work: str, one: float, here: float, helper: float) -> None:
    """Print what `balance` found."""
    print(f"{work}: processor seconds: one job {one:.2f}; two jobs {here:.2f} here, {helper:.2f} in the helper")
    print(f"so two idle cores would gain {one / max(here, helper):.2f}, as the work was shared here")
    print(f"and {2 * one / (here + helper):.2f} where it is shared evenly")


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        raw = list(_inputs(int(sys.argv[1]), Path(place)))
        told("reading", *balance(lambda jobs: sum(len(records) for records, _ in read_each(raw, Ledger(), jobs=jobs))))
    told("assessing", *assessing(int(sys.argv[1]), balance))
    if "--clock" in sys.argv:
        print(f"by the clock: reading {reading(int(sys.argv[1])):.2f}, counting {counting():.2f}")
