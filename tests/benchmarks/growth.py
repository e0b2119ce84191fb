"""How time and memory of the stages grow: `python -m tests.benchmarks.growth [STAGE...] [--sizes N...]` prints a table with exponents."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from math import log
from pathlib import Path
from time import process_time

import attrs
from tabulate import tabulate

from claimtrack import Ledger, pipeline
from claimtrack.claims import matched, weigh
from claimtrack.files import Raw
from claimtrack.intake import read, texts
from claimtrack.provenance.copies import descents
from claimtrack.testing import corpus
from tests.benchmarks.newsroom import newsroom
from tests.benchmarks.rewordings import rewordings

ROOT = Path(__file__).resolve().parents[2]
Work = Callable[[], object]


@attrs.frozen
class Stage:
    """One stage of work.

    Attributes:
        of: what is counted.
        ready: makes ready so much of it, which is not timed, and gives back the work.
        sizes: how much of it is measured without a wish; three decades.
    """

    of: str
    ready: Callable[[int], Work]
    sizes: tuple[int, ...]


@attrs.frozen
class Measured:
    """Processor seconds at a size, and the most memory in megabytes, with and without the work itself."""

    size: int
    seconds: float
    megabytes: int
    before: int


def _read(articles: int) -> Work:
    made = corpus(articles)
    raw = [Raw(name, text.encode()) for name, text in made.articles]
    return lambda: read(raw, made.case)


def _link(statements: int) -> Work:
    made = rewordings(statements)
    return lambda: matched(weigh(made.statements))


def _copies(articles: int) -> Work:
    made = corpus(articles)
    raw = [Raw(name, text.encode()) for name, text in made.articles]
    told, _ = read(raw, made.case)
    found = dict(texts(raw, made.case | told))
    return lambda: list(descents(found))


def _merge(records: int) -> Work:
    told = list(newsroom(records // 4))
    one, other = Ledger(told[: len(told) * 2 // 3]), Ledger(told[len(told) // 3 :])
    return lambda: len(one | other)


def _assess(claims: int) -> Work:
    told = newsroom(claims)
    return lambda: pipeline.track(Ledger(told))


STAGES: Mapping[str, Stage] = {
    "read": Stage("articles", _read, (3, 30, 300, 3_000)),
    "link": Stage("statements", _link, (100, 1_000, 10_000, 100_000)),
    "copies": Stage("articles", _copies, (3, 30, 300, 3_000)),
    "merge": Stage("records", _merge, (100, 1_000, 10_000, 100_000)),
    "assess": Stage("claims", _assess, (10, 100, 1_000, 10_000)),
}


def main(arguments: Sequence[str]) -> int:
    """Measure each stage at each size in a process of its own, so that the memory of one is not taken for another's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", help=f"of {', '.join(STAGES)}; all without a word")
    parser.add_argument("--sizes", nargs="+", type=int, help="in place of the three decades of each stage")
    parser.add_argument("--peer", action="store_true", help="show the peer of linking, sparse_dot_topn, with small words and without")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if unknown := set(given.stages) - STAGES.keys():
        parser.error(f"no stage is called {sorted(unknown)[0]!r}; there are {', '.join(STAGES)}")
    if given.one:
        print(peer(given.sizes[0]) if given.peer else json.dumps(attrs.asdict(measure(STAGES[given.stages[0]], given.sizes[0]))))
    elif given.peer:
        for size in given.sizes or STAGES["link"].sizes[1:]:
            print(_elsewhere("--peer", "--sizes", str(size)), end="", flush=True)
    else:
        print(table({name: _grown(name, given.sizes or STAGES[name].sizes) for name in given.stages or STAGES}))
    return 0


def measure(stage: Stage, size: int, least: float = 0.5) -> Measured:
    """Do the work of a stage once; small ones several times, for so many seconds."""
    work = stage.ready(size)
    before, start, rounds = _megabytes(), process_time(), 0
    while rounds == 0 or (process_time() - start < least and rounds < 100):
        work()
        rounds += 1
    return Measured(size, (process_time() - start) / rounds, _megabytes(), before)


def _grown(name: str, sizes: Sequence[int]) -> list[Measured]:
    return [Measured(**json.loads(_elsewhere(name, "--sizes", str(size)))) for size in sizes]


def _elsewhere(*words: str) -> str:
    """What this command prints in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.growth", *words, "--one"]
    return subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout


def exponent(found: Sequence[Measured]) -> float:
    """The power of the size with which the seconds grow: the slope of the straight line through their logarithms (least squares)."""
    points = [(log(each.size), log(max(each.seconds, 1e-9))) for each in found]
    middle = sum(x for x, _ in points) / len(points)
    spread = sum((x - middle) ** 2 for x, _ in points)
    return sum((x - middle) * y for x, y in points) / spread if spread else 1.0


def table(found: Mapping[str, Sequence[Measured]]) -> str:
    """A row a stage and size; Markdown."""
    rows = []
    for name, grown in found.items():
        power = f"{exponent(grown):.2f}"
        for each in grown:
            rate = f"{each.size / max(each.seconds, 1e-9):,.0f}"
            memory = f"{each.megabytes:,} MB, {each.before:,} before"
            rows.append((name, f"{each.size:,} {STAGES[name].of}", f"{each.seconds:.3g}", rate, memory, power if each is grown[-1] else ""))
    return tabulate(rows, ("stage", "of", "seconds", "a second", "memory", "exponent"), tablefmt="github", disable_numparse=True)


def peer(size: int) -> str:
    """Seconds of the peer for its candidates alone: vectors, product, with all words and without the small ones."""
    from claimtrack.words import SMALL
    from tests.benchmarks.nearest import nearest, product, word_vectors

    made, told = rewordings(size), []
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
