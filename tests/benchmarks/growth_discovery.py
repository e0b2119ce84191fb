"""How the time and memory of truth discovery grow: `python -m tests.benchmarks.growth_discovery [--sizes N...] [--open]` prints a table."""

from __future__ import annotations

import argparse
import resource
import sys
import warnings
from collections.abc import Sequence
from time import process_time

from claimtrack.reliability.discovery import METHODS, ConvergenceWarning, Observations, discover
from tests.benchmarks.disagreements import labels, open_values

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 10


def main(arguments: Sequence[str]) -> int:
    """Seconds of some rounds of each method, rows for methods and columns for sizes, and the most memory used in all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--open", action="store_true", help="values of one object alone, in place of labels that recur")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="settled or not, so that only the size differs")
    given = parser.parse_args(arguments)
    warnings.simplefilter("ignore", ConvergenceWarning)
    columns = [seconds(size, given.open, given.rounds) for size in given.sizes]
    print(f"{'seconds':18}" + "".join(f"{size:>12,}" for size in given.sizes))
    for name in columns[0]:
        print(f"{name:18}" + "".join(f"{column[name]:12.3f}" for column in columns))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB at most")
    return 0


def seconds(size: int, values_of_their_own: bool, rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds of reading the rows, with those of making them up, and of each method on them."""
    start = process_time()
    made = Observations.of(open_values(size) if values_of_their_own else labels(size))
    times = {"observations": process_time() - start}
    for name in METHODS:
        start = process_time()
        discover(made, name, rounds=rounds, change=-1.0)
        times[name] = process_time() - start
    return times


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
