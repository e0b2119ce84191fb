"""A synthetic corpus from end to end: `python -m tests.benchmarks.scale ARTICLES... [--store FILE] [--jobs N] [--keep DIR]`.

For each size it prints time, pace and memory of every stage, then how near the outcome comes to what was planted. Each size runs in a
process of its own that sees the files alone, so that the memory told is that of the work. With several sizes it also prints with what
power of the size the time of each stage grows.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claimtrack.codec import write_lines
from claimtrack.testing import Accuracy, Corpus, accuracy, corpus
from tests.benchmarks.stages import kept

ROOT = Path(__file__).resolve().parents[2]
CASE = "case.jsonl"
LEAST = 0.001
"""Seconds below which nothing is compared."""
HEADINGS = ("stage", "wall s", "cpu s", "items", "items/s", "RSS MB", "peak MB")


def main(arguments: Sequence[str]) -> int:
    """Run each size, print its table and its accuracy, and the growth over all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=int, help="sizes of the corpora")
    parser.add_argument("--store", type=Path, help="go through an archive in this file")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read, link and assess")
    parser.add_argument("--seed", type=int, default=0, help="another seed gives another corpus")
    parser.add_argument("--keep", type=Path, help="where to put the articles and to leave them")
    parser.add_argument("--no-accuracy", action="store_true", help="measure time and memory alone")
    given = parser.parse_args(arguments)
    tables = {}
    for size in given.articles:
        with TemporaryDirectory() as scratch:
            folder = given.keep / str(size) if given.keep else Path(scratch) / "articles"
            tables[size] = one(corpus(size, seed=given.seed), folder, Path(scratch), given)
    if len(tables) > 1:
        print(*grown(tables), sep="\n")
    return 0


def one(made: Corpus, folder: Path, scratch: Path, given: argparse.Namespace) -> list[dict[str, Any]]:
    """Write a corpus to a folder, work on it in a process of its own, and print what came of it."""
    written(made, folder)
    command = [sys.executable, "-m", "tests.benchmarks.stages", str(folder), str(scratch / "outcome"), "--jobs", str(given.jobs)]
    command += ["--store", str(given.store)] if given.store else []
    done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    rows: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    print(f"{made.size:,} articles", *table(rows), sep="\n")
    if not given.no_accuracy:
        found = kept(given.store or scratch / "outcome")
        print(*told(accuracy(found, made.truth)), sep="\n", flush=True)
    return rows


def written(made: Corpus, folder: Path) -> None:
    """Put the articles and the case into a folder, unless they are there."""
    if (folder / CASE).exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.articles:
        (folder / name).write_text(text, encoding="utf-8")
    (folder / CASE).write_text("".join(write_lines(made.case)), encoding="utf-8")


def table(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The rows under their headings."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(HEADINGS))]
    return ["  ".join(map(_set, row, widths, range(len(row)))) for row in cells]


def _set(cell: str, width: int, at: int) -> str:
    """A cell at its width, the first of a row to the left."""
    return cell.rjust(width) if at else cell.ljust(width)


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    pace = row["items"] / row["wall"] if row["wall"] else 0.0
    figures = (f"{row['wall']:.1f}", f"{row['cpu']:.1f}", f"{row['items']:,}", f"{pace:,.0f}", f"{row['rss']:,}", f"{row['peak']:,}")
    return (row["stage"], *figures)


def told(found: Accuracy) -> list[str]:
    """The accuracy in lines."""
    parts = (("claims B3", found.claims), ("copies", found.copies), ("copies, directed", found.directed))
    lines = [f"{name}: precision {each.precision:.4f}, recall {each.recall:.4f}, F1 {each.f1:.4f}" for name, each in parts]
    lines.append(f"statements found {found.found:.4f}")
    lines.append(f"origins within bounds: {found.contained:.4f} of planted claims, {found.sound:.4f} of claims found")
    return lines


def grown(tables: dict[int, list[dict[str, Any]]]) -> list[str]:
    """With what power of the number of articles the processor time of each stage grows, from each size to the next."""
    lines = []
    for stage in [row["stage"] for row in next(iter(tables.values()))]:
        spent = {size: max(row["cpu"] for row in rows if row["stage"] == stage) for size, rows in sorted(tables.items())}
        powers = (_power(*less, *more) for less, more in pairwise(spent.items()))
        lines.append(f"{stage}: processor time grows with the power {', '.join(f'{power:.2f}' for power in powers)}")
    return lines


def _power(size: int, seconds: float, larger: int, longer: float) -> float:
    return log(max(longer, LEAST) / max(seconds, LEAST)) / log(larger / size)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
