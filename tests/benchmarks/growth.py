"""How the time and memory of matching grow: `python -m tests.benchmarks.growth [STATEMENTS...] [--peer]` prints a row a size."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from claimtrack.claims import Collection, matched, weigh
from claimtrack.claims.candidates import rare_word_pairs
from claimtrack.words import SMALL
from tests.benchmarks.rewordings import Rewordings, rewordings

SIZES = (25_000, 50_000, 100_000, 200_000)
ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Measure each size in a process of its own, so that the memory of one is not taken for another's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--peer", action="store_true", help="also measure sparse_dot_topn, with small words and without")
    parser.add_argument("--one", choices=["ours", "peer"], help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        print((ours if given.one == "ours" else peer)(rewordings(given.sizes[0])))
        return 0
    for name in ("ours", "peer") if given.peer else ("ours",):
        for size in given.sizes:
            subprocess.run([sys.executable, "-m", __spec__.name, str(size), "--one", name], check=True, cwd=ROOT)
    return 0


def ours(made: Rewordings) -> str:
    """Seconds from statements to judgements, the pairs compared, the mates among them, and the memory."""
    before, start = _megabytes(), process_time()
    judgements = matched(weigh(made.statements))
    seconds, memory = process_time() - start, _megabytes()
    compared = {(one.key, other.key) for one, other in rare_word_pairs(Collection(made.statements))}
    found = sum(mate in compared or mate[::-1] in compared for mate in made.mates) / len(made.mates)
    told = f"ours: {len(made.statements):,} statements, {seconds:.1f} s, {len(compared):,} pairs compared, {len(judgements):,} judgements"
    return f"{told}, {found:.3f} of the mates among the pairs, {memory:,} MB at most, {before:,} of them before"


def peer(made: Rewordings) -> str:
    """Seconds of the peer for its candidates alone: vectors, product, with all words and without the small ones."""
    from tests.benchmarks.nearest import nearest, product, word_vectors

    told = []
    for name, left_out in (("all words", ()), ("no small words", SMALL)):
        start = process_time()
        vectors = word_vectors(made.statements, left_out)
        middle = process_time()
        found = nearest(made.statements, product(vectors))
        end = process_time()
        share = sum(mate in found for mate in made.mates) / len(made.mates)
        told.append(f"{name}: vectors {middle - start:.1f} s, product {end - middle:.1f} s, {share:.3f} of the mates among the pairs")
    return f"peer: {len(made.statements):,} statements; {'; '.join(told)}; {_megabytes():,} MB at most"


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
