"""Work spread over processes: in order, bounded, errors in their turn, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from claimtrack import workers
from claimtrack.errors import InputError
from claimtrack.workers import batches, in_batches, in_order


def doubled(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


def inverted(number: int) -> float:
    return 1 / number


def process(_: int) -> int:
    time.sleep(0.02)
    return os.getpid()


def ending_elsewhere(here: int) -> int:
    """Ends the process, unless it is the one whose number is given."""
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.05)
    return here


def test_one_job_is_a_plain_map_that_takes_inputs_as_they_are_needed() -> None:
    taken = []

    def inputs() -> Iterator[int]:
        for number in range(1, 10):
            taken.append(number)
            yield number

    found = in_order(inverted, inputs())
    assert next(found) == 1
    assert taken == [1]


def test_a_batch_ends_with_its_many_or_with_its_bytes() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([60_000, 150_000, 5, 5], 3, size=int)) == [[60_000, 150_000], [5, 5]]
    assert list(batches([])) == []


def test_one_batch_starts_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_helpers", None)
    assert list(in_batches(doubled, [[1, 2]], 4)) == [[2, 4]]
    assert list(in_order(inverted, [1, 2], 4)) == [1, 0.5]


def test_any_number_of_jobs_gives_the_same_in_order() -> None:
    parts = [list(range(start, start + 3)) for start in range(0, 90, 3)]
    assert list(in_batches(doubled, parts, 2)) == [doubled(part) for part in parts]
    assert list(in_batches(doubled, parts, 1)) == [doubled(part) for part in parts]


def test_an_error_is_raised_when_its_turn_has_come() -> None:
    found = in_order(inverted, [4, 2, 1] * 30 + [0, 5], 2)
    assert [next(found) for _ in range(88)] == [0.25, 0.5, 1.0] * 29 + [0.25]
    with pytest.raises(ZeroDivisionError):
        list(found)


@pytest.mark.slow
def test_no_more_inputs_are_taken_than_may_wait() -> None:
    taken = []

    def inputs() -> Iterator[int]:
        for number in range(1, 5_000):
            taken.append(number)
            yield number

    found = in_batches(process, inputs(), 2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(taken) <= workers.WAITING + 2 * workers.AHEAD + 2


@pytest.mark.slow
def test_both_processes_work() -> None:
    assert len(set(in_batches(process, range(300), 2))) == 2


@pytest.mark.slow
def test_a_process_that_was_ended_is_told_and_nothing_hangs() -> None:
    with pytest.raises(InputError, match="ended from outside"):
        list(in_batches(ending_elsewhere, [os.getpid()] * 500, 2))


UNGUARDED = """
from functools import partial
from claimtrack.workers import in_batches
from tests.test_workers import within
print(sum(1 for _ in in_batches(partial(within, "kelp" * 100_000), range(10_000), 2)))
"""
"""A file that Python runs again in each process, which must not ask for others itself; its work is more than a pipe takes."""


@pytest.mark.slow
def test_a_script_that_every_process_runs_again_ends_with_an_error(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode
    assert "ended from outside" in ended.stderr


def within(text: str, number: int) -> bool:
    time.sleep(0.001)
    return str(number) in text


@pytest.mark.slow
def test_large_work_reaches_every_process() -> None:
    assert list(in_batches(partial(within, "7" * 100_000), [7, 8] * 500, 2)) == [True, False] * 500


INTERRUPTED = """
import sys, time
from claimtrack.workers import in_batches
from tests.test_workers import process
if __name__ == "__main__":
    for number, pid in enumerate(in_batches(process, range(100_000), 2)):
        if number == 100:
            print("started", flush=True)
"""


def told_by_ps(*words: str) -> list[str]:
    return subprocess.run(["ps", *words], capture_output=True, text=True, check=False).stdout.split()


@pytest.mark.slow
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_whoever_is_interrupted_or_killed_leaves_no_process_behind(sent: signal.Signals) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a shell starts jobs behind it deaf to this signal
    )
    assert run.stdout is not None
    assert run.stdout.readline() == "started\n"
    left = told_by_ps("-o", "pid=", "--ppid", str(run.pid))
    assert left
    run.send_signal(sent)
    _, told = run.communicate(timeout=30)
    assert run.returncode
    assert "KeyboardInterrupt" in told or sent is signal.SIGKILL
    for _ in range(100):
        if all(state.startswith("Z") for state in told_by_ps("-o", "stat=", "-p", ",".join(left))):
            return
        time.sleep(0.1)
    pytest.fail(f"{left} still run")
