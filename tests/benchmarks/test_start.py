"""`claimtrack --help` starts within three times a Python that imports click and ends.

Measured on two cores, medians of 15 runs each: 0.074 s against 0.061 s, a ratio of 1.2; before verbs were loaded late it was above 10.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from time import perf_counter

import pytest

from tests.benchmarks.figures import Recorder

MOST = 3.0
ROUNDS = 15
BARE = (sys.executable, "-c", "import click")
COMMAND = (sys.executable, "-m", "claimtrack")


def seconds(command: Sequence[str]) -> float:
    """How long a command takes, from outside."""
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start


def rounds(ours: Sequence[str]) -> Iterator[tuple[float, float]]:
    """Seconds of ours and of the bare import, in turns; the first round warms the disk and is not counted."""
    for number in range(ROUNDS + 1):
        pair = seconds(ours), seconds(BARE)
        if number:
            yield pair


@pytest.mark.benchmark
@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_start_within_three_times_a_bare_import_of_click(option: str, record: Recorder) -> None:
    times = list(rounds((*COMMAND, option)))
    ours, bare = (statistics.median(each) for each in zip(*times, strict=True))
    print(f"\nclaimtrack {option}: {ours:.3f} s, import click: {bare:.3f} s, ratio {ours / bare:.2f}")
    record(f"claimtrack {option}", ours, "python -c 'import click'", ours / bare, MOST)
    assert ours / bare <= MOST
