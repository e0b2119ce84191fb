"""The stages that `tests.benchmarks.scale` measures, run in a process of its own on a folder of articles; the table goes to stdout."""

from __future__ import annotations

import argparse
import json
import resource
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeVar

import attrs

from claimtrack import assessing, files, intake, linking
from claimtrack.archives.keeping import read_into
from claimtrack.archives.reassessing import reassess
from claimtrack.archives.recopying import recopy
from claimtrack.archives.relinking import relink
from claimtrack.archives.retelling import retold
from claimtrack.codec import default_policy
from claimtrack.model import Claims, Ledger, Statement, View
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.reports import SupportReport
from claimtrack.publishing import publish_each
from claimtrack.store import Store
from claimtrack.support import FLAGS

T = TypeVar("T")
RECORDS, BOUNDS = "records.jsonl", "bounds.json"
"""What a run in memory leaves in its folder: all records, and the bounds of each claim by its key."""
Interval = tuple[int, int]
"""The least and the greatest number of origins."""


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
        print(f"{stage}: {row['wall']:.0f} s, {self.rows[-1]['peak']:,} MB at most", file=sys.stderr, flush=True)
        return made


def _processor() -> float:
    """Processor seconds of this process and of those that it started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def _resident() -> int:
    """Megabytes held now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() // 2**20


def in_memory(folder: Path, outcome: Path, jobs: int, clock: Clock) -> Ledger:
    """The stages with all records in memory; the reports go to a file one after the other, and the bounds of each claim to another."""
    whole = recorded(folder, jobs, clock)
    claims = clock.run("claims", lambda: Claims(whole.view), lambda found: len(found.all))
    bounds: dict[str, Interval] = {}
    reports = _noting(assessing.each(whole, claims, FLAGS, default_policy()), bounds)
    outcome.mkdir()
    clock.run("assess, report", lambda: files.write(publish_each(reports, "jsonl"), outcome / "report.jsonl"), lambda _: len(bounds))
    (outcome / BOUNDS).write_text(json.dumps(bounds), encoding="utf-8")
    return whole


def recorded(folder: Path, jobs: int, clock: Clock) -> Ledger:
    """The articles of a folder read and linked: all records; what was made on the way is let go."""
    loaded = clock.run("load", lambda: files.load([folder]), lambda found: len(found.raw))
    told, _ = clock.run("read", lambda: intake.read(loaded.raw, loaded.ledger, jobs=jobs), lambda pair: len(pair[0].of(Statement)))
    both = clock.run("merge", lambda: loaded.ledger | told, len)
    linked = clock.run("link", lambda: linking.link(both, intake.texts(loaded.raw, both), jobs=jobs), len)
    return clock.run("merge links", lambda: both | linked, len)


def _noting(reports: Iterable[SupportReport], bounds: dict[str, Interval]) -> Iterator[SupportReport]:
    """Pass reports on, and note the bounds of each claim by its key."""
    for each in reports:
        bounds[each.claim.key] = (each.lower, each.upper)
        yield each


def in_archive(folder: Path, archive: Path, jobs: int, clock: Clock) -> None:
    """The stages through an archive, which holds what came of them; the report goes to a file beside it."""
    loaded = clock.run("load", lambda: files.load([folder]), lambda found: len(found.raw))
    with Store(archive) as store:
        clock.run("merge", partial(store.merge, loaded.ledger), int)
        raw = loaded.raw
        del loaded  # whose records are in the archive
        clock.run("read", lambda: read_into(store, raw, jobs=jobs), lambda told: told.statements)
        clock.run("link statements", lambda: relink(store, jobs=jobs), lambda _: len(store.links))
        clock.run("link texts", lambda: recopy(store, raw, jobs), lambda _: len(store.links))
        clock.run("assess", lambda: reassess(store, jobs=jobs), lambda found: found.looked)
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


def kept(outcome: Path) -> Found:
    """What the stages left in a folder or an archive."""
    if outcome.is_dir():
        given = json.loads((outcome / BOUNDS).read_text(encoding="utf-8"))
        return found(files.load([outcome / RECORDS]).ledger.view, given)
    with Store(outcome, read_only=True) as store:
        return found(store.ledger.view, {each.claim: (each.least, each.most) for each in store.reports})


def found(view: View, bounds: Mapping[str, Interval]) -> Found:
    """The claims of a view with their bounds."""
    return Found(view, tuple(Bounds(claim, *bounds[claim.key]) for claim in Claims(view).all))


def main(arguments: Sequence[str]) -> int:
    """Run the stages, keep what came of them in a folder or the archive, and print the table as JSON."""
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
        whole = in_memory(given.folder, given.outcome, given.jobs, clock)
        print(json.dumps(clock.rows), flush=True)
        files.save(whole, given.outcome / RECORDS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
