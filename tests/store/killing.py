"""Writers killed at random moments: nothing acknowledged is lost, no batch is there in part, and doing it again completes it.

`python -m tests.store.killing 200 7` does 200 rounds with the dice thrown from 7 on.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claimtrack.archives.keeping import read_into
from claimtrack.codec import write_lines
from claimtrack.files import Raw
from claimtrack.model import Ledger, Record
from claimtrack.store import Store, merging
from claimtrack.store.schema import APPLICATION_ID, MIGRATIONS
from tests.store.archives import MEMORY, retractions

BATCHES, SIZE = 12, 40
TEXT = "Bridge {0} to open\n\nMayor Ada Quill said that the Tarn Bridge would open on day {0}.\n"
Writer = Callable[[Path, int], None]
"""Writes to the archive at a path, and each batch's number to a pipe when it is acknowledged."""


def batches(first: int = 0) -> list[list[Record]]:
    return [retractions(SIZE, (first + number) * SIZE) for number in range(BATCHES)]


def adding(path: Path, pipe: int, first: int = 0) -> None:
    with Store(path) as store:
        for number, batch in enumerate(batches(first), first):
            store.add(batch)
            os.write(pipe, f"{number}\n".encode())


def adding_others(path: Path, pipe: int) -> None:
    """Half of what the other writer adds, and as much again."""
    adding(path, pipe, BATCHES // 2)


def merging_all(path: Path, pipe: int) -> None:
    merging.BATCH = SIZE
    with Store(path) as store:
        store.merge(path.with_name("other.db"))


def opening(path: Path, pipe: int) -> None:
    Store(path).close()


def reading(path: Path, pipe: int) -> None:
    with Store(path) as store:
        read_into(store, inputs(path.parent))


def inputs(folder: Path) -> list[Raw]:
    """Articles as files; two have one name, and two one text."""
    found = []
    for number, name in enumerate(("a/x", "b/x", "a/y", "a/z", "b/w", "b/v")):
        path = folder / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            path.write_text(TEXT.format(min(number, 4)), "utf-8")
        found.append(Raw(str(path.relative_to(folder)), path=str(path)))
    return found


def killed(writers: Sequence[Writer], path: Path, after: float | None) -> list[str]:
    """Let processes write to an archive, the first of them killed after some seconds; the numbers of the batches acknowledged."""
    started = [_started(writer, path) for writer in writers]
    if after is not None:
        time.sleep(after)
        os.kill(started[0][0], signal.SIGKILL)
    told = []
    for number, (process, pipe) in enumerate(started):
        with os.fdopen(pipe) as lines:
            told += lines.read().split()
        _, status = os.waitpid(process, 0)
        assert status == 0 or (number == 0 and os.WIFSIGNALED(status)), f"a writer that was not killed ended with {status}"
    return told


def _started(writer: Writer, path: Path) -> tuple[int, int]:
    here, there = os.pipe()
    process = os.fork()
    if process:
        os.close(there)
        return process, here
    code = 1
    try:
        writer(path, there)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def assert_sound(path: Path) -> None:
    """SQLite finds nothing wrong."""
    made = sqlite3.connect(path)
    assert made.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    made.close()


def assert_whole(path: Path, told: Sequence[str], first: int = 0, many: int = BATCHES) -> None:
    """Every batch is there whole or not at all, and whole when it was acknowledged."""
    with Store(path) as store:
        for number in range(first, first + many):
            there = len(list(store.some(record.id for record in retractions(SIZE, number * SIZE))))
            assert there == SIZE or (there == 0 and str(number) not in told), f"batch {number}: {there} of {SIZE}"


def assert_completed(path: Path, wanted: Ledger) -> None:
    with Store(path, read_only=True) as store:
        assert store.digest == wanted.digest
        lines = "".join(f"{line}\n" for line in store.lines)
    assert lines == "".join(list(write_lines(wanted))[1:])


def kill_adding(path: Path, after: float | None) -> None:
    told = killed([adding], path, after)
    assert_sound(path)
    assert_whole(path, told)
    killed([adding], path, None)
    assert_completed(path, Ledger(record for batch in batches() for record in batch))


def kill_one_of_two(path: Path, after: float | None) -> None:
    told = killed([adding, adding_others], path, after)
    assert_sound(path)
    assert_whole(path, told, 0, BATCHES + BATCHES // 2)
    killed([adding], path, None)
    both = [*batches(), *batches(BATCHES // 2)]
    assert_completed(path, Ledger(record for batch in both for record in batch))


def kill_merging(path: Path, after: float | None) -> None:
    whole = [record for batch in batches() for record in batch]
    with Store(path.with_name("other.db")) as other:
        other.add(whole)
    killed([merging_all], path, after)
    assert_sound(path)
    with Store(path) as store:
        assert len(store) % SIZE == 0
    killed([merging_all], path, None)
    assert_completed(path, Ledger(whole))


def kill_migrating(path: Path, after: float | None) -> None:
    """From any version, with records in it."""
    version = random.Random(after).randrange(len(MIGRATIONS))
    made = sqlite3.connect(path, isolation_level=None)
    for migration in MIGRATIONS[:version]:
        for statement in migration:
            made.execute(statement)
    if version:
        made.execute(f"PRAGMA user_version = {version}")
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        rows = ((record.id, record.type, "", record.line) for record in retractions(SIZE))
        made.executemany("INSERT INTO records VALUES (?, ?, ?, ?)", rows)
    made.close()
    killed([opening], path, after)
    assert_sound(path)
    killed([opening], path, None)
    assert_completed(path, Ledger(retractions(SIZE) if version else ()))


def kill_reading(path: Path, after: float | None) -> None:
    killed([reading], path, after)
    assert_sound(path)
    with Store(path) as store:
        assert all(store.get(article) for each in store.inputs for article in each.came)
        read_into(store, inputs(path.parent))
    with Store(path.with_name("scratch.db")) as scratch:
        read_into(scratch, inputs(path.parent))
        wanted = Ledger(scratch)
    assert_completed(path, wanted)


WAYS = (kill_adding, kill_one_of_two, kill_merging, kill_migrating, kill_reading)


def rounds(many: int, seed: int) -> Iterator[str]:
    """Do it so often, each way in turn; what was done, after each round."""
    dice = random.Random(seed)
    longest = {way: _seconds(way) for way in WAYS}
    for number in range(many):
        way = WAYS[number % len(WAYS)]
        after = dice.random() * longest[way]
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            way(Path(folder) / "archive.db", after)
        yield f"{number + 1}: {way.__name__} after {after * 1000:.1f} of {longest[way] * 1000:.0f} ms"


def _seconds(way: Callable[[Path, float | None], None]) -> float:
    """How long one way takes by itself, about."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        start = time.monotonic()
        way(Path(folder) / "archive.db", None)
        return (time.monotonic() - start) / 2


if __name__ == "__main__":
    for told in rounds(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        print(told, flush=True)
