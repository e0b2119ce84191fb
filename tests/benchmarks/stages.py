"""The stages that `tests.benchmarks.scale` measures, run in a process of its own on a folder of articles; the table goes to stdout."""

from __future__ import annotations

import argparse
import json
import pickle
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeVar

import attrs

from claimtrack import files, intake, linking, pipeline
from claimtrack.archives.keeping import read_into
from claimtrack.archives.reassessing import reassess
from claimtrack.archives.recopying import recopy
from claimtrack.archives.relinking import relink
from claimtrack.archives.retelling import retold
from claimtrack.model import Claims, Ledger, Statement, View
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.reports import Report
from claimtrack.reports import report_jsonl
from claimtrack.store import Store

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


def in_archive(folder: Path, archive: Path, jobs: int, clock: Clock) -> None:
    """The stages through an archive, which holds what came of them; the report goes to a file beside it."""
    loaded = clock.run("load", lambda: files.load([folder]), lambda found: len(found.raw))
    with Store(archive) as store:
        clock.run("merge", lambda: store.merge(loaded.ledger), int)
        clock.run("read", lambda: read_into(store, loaded.raw, jobs=jobs), lambda told: told.statements)
        clock.run("link statements", lambda: relink(store), lambda _: len(store.links))
        clock.run("link texts", lambda: recopy(store, loaded.raw), lambda _: len(store.links))
        clock.run("assess", lambda: reassess(store), lambda found: found.looked)
        clock.run("report", lambda: files.write(retold(store, "jsonl"), f"{archive}.jsonl"), lambda _: len(store.reports))


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


def kept(archive: Path) -> Found:
    """The same from an archive."""
    with Store(archive, read_only=True) as store:
        view = store.ledger.view
        bounds = {each.claim: (each.least, each.most) for each in store.reports}
    return Found(view, tuple(Bounds(claim, *bounds[claim.key]) for claim in Claims(view).all))


def packed(report: Report) -> bytes:
    """What the measures of accuracy need of a report, so that it can be judged in another process."""
    return pickle.dumps((list(report.ledger), [(each.claim, each.lower, each.upper) for each in report.claims]))


def main(arguments: Sequence[str]) -> int:
    """Run the stages, keep the report in a file or the archive, and print the table as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("outcome", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args(arguments)
    clock = Clock()
    if given.store:
        in_archive(given.folder, given.store, given.jobs, clock)
        print(json.dumps(clock.rows), flush=True)
    else:
        report = in_memory(given.folder, given.jobs, clock)
        print(json.dumps(clock.rows), flush=True)
        given.outcome.write_bytes(packed(report))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
