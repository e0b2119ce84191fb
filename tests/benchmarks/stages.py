"""The stages that `tests.benchmarks.scale` measures, run in a process of its own on a folder of articles; the table goes to stdout."""

from __future__ import annotations

import argparse
import json
import pickle
import resource
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeVar

import attrs

from claimtrack import files, intake, linking, pipeline
from claimtrack.model import Ledger, Statement, View
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.reports import Report
from claimtrack.reports import report_jsonl

T = TypeVar("T")


class Clock:
    """Notes what each stage takes."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def run(self, stage: str, work: Callable[[], T], items: Callable[[T], int]) -> T:
        """Run a stage and note its time, how many items came out, and the memory after it."""
        wall, cpu = perf_counter(), _processor()
        made = work()
        row = {"stage": stage, "wall": perf_counter() - wall, "cpu": _processor() - cpu, "items": items(made)}
        self.rows.append(row | {"rss": _resident(), "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024})
        return made


def _processor() -> float:
    """Processor seconds of this process and of those that it started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def _resident() -> int:
    """Megabytes held now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() // 2**20


def in_memory(folder: Path, jobs: int, clock: Clock) -> Report:
    """The stages with all records in memory."""
    loaded = clock.run("load", lambda: files.load([folder]), lambda found: len(found.raw))
    told, _ = clock.run("read", lambda: intake.read(loaded.raw, loaded.ledger, jobs=jobs), lambda pair: len(pair[0].of(Statement)))
    both = clock.run("merge", lambda: loaded.ledger | told, len)
    linked = clock.run("link", lambda: linking.link(both, intake.texts(loaded.raw, both)), len)
    whole = clock.run("merge links", lambda: both | linked, len)
    report = clock.run("assess", lambda: pipeline.track(whole), lambda found: len(found.claims))
    clock.run("report", lambda: report_jsonl(report), lambda _: len(report.claims))
    return report


def in_archive(store: Path) -> Callable[[Path, int, Clock], Report]:
    """The stages through an archive.

    Raises:
        SystemExit: where this version has none.
    """
    try:
        archive = import_module("claimtrack.archive")
    except ImportError:
        raise SystemExit("this version of claimtrack has no archive; leave out --store") from None

    def run(folder: Path, jobs: int, clock: Clock) -> Report:
        made: Report = clock.run("archive", lambda: archive.track(store, [folder], jobs=jobs), lambda found: len(found.claims))
        return made

    return run


@attrs.frozen
class Bounds:
    """A claim with its bounds."""

    claim: TrackedClaim
    lower: int
    upper: int


@attrs.frozen
class Found:
    """What is left of a report for the measures of accuracy."""

    view: View
    claims: tuple[Bounds, ...]


def unpacked(path: Path) -> Found:
    """What another process packed."""
    records, claims = pickle.loads(path.read_bytes())
    return Found(Ledger(records).view, tuple(Bounds(*each) for each in claims))


def packed(report: Report) -> bytes:
    """What the measures of accuracy need of a report, so that it can be judged in another process."""
    return pickle.dumps((list(report.ledger), [(each.claim, each.lower, each.upper) for each in report.claims]))


def main(arguments: Sequence[str]) -> int:
    """Run the stages, keep the report in a file, and print the table as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("outcome", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args(arguments)
    clock = Clock()
    report = (in_archive(given.store) if given.store else in_memory)(given.folder, given.jobs, clock)
    print(json.dumps(clock.rows), flush=True)
    given.outcome.write_bytes(packed(report))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
