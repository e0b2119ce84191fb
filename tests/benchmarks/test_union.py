"""Union of two large ledgers against the union of plain dictionaries over the same ids, and the memory of a large one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack import Ledger, Record, Retraction
from tests.benchmarks.figures import Recorder
from tests.benchmarks.ratio import ratio

MANY = 500_000
QUARTER = """
from pathlib import Path
from claimtrack import Anchor, Ledger, Statement
from claimtrack.model import Framing, Voice
def peak():
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024
before = peak()
ledger = Ledger(
    Statement(
        key=f"statement:{n}", article=f"article:{n // 20}", anchor=Anchor(start=n % 5000, end=n % 5000 + 90, digest=f"{n:016x}"),
        chain=[f"person:{n % 1000}"], voice=Voice.INDIRECT, framing=Framing.ATTRIBUTED_FACT, proposition=f"The harbour has {n} cranes.",
    )
    for n in range(250_000)
)
print(len(ledger), peak(), before)
"""


def retractions(start: int, stop: int) -> list[Record]:
    return [Retraction(record=f"{number:032x}", reason="for the benchmark") for number in range(start, stop)]


@pytest.mark.benchmark
def test_union_of_two_ledgers_of_half_a_million_takes_hardly_longer_than_that_of_their_ids(record: Recorder) -> None:
    records = retractions(0, MANY + MANY // 2)
    one, other = Ledger(records[:MANY]), Ledger(records[MANY // 2 :])
    first, second = ({record.id: record for record in part} for part in (records[:MANY], records[MANY // 2 :]))
    found = ratio(lambda: one | other, lambda: first | second, rounds=7)
    print(f"\nunion: {found}")
    assert len(one | other) == MANY + MANY // 2
    record("union of two ledgers of 500,000", found.ours, "union of dicts over the same ids", found.value, 1.5)
    assert found.value <= 1.5


@pytest.mark.benchmark
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_a_ledger_of_a_quarter_of_a_million_statements_fits_in_a_gigabyte(record: Recorder) -> None:
    told = subprocess.run([sys.executable, "-c", QUARTER], capture_output=True, text=True, check=True).stdout
    many, peak, before = (int(number) for number in told.split())
    print(f"\n{many:,} statements: peak {peak:,} MB, {before:,} MB of it the interpreter ({(peak - before) * 2**20 // many:,} bytes each)")
    assert many == 250_000
    record("memory of 250,000 statements", f"{peak:,} MB", "a gigabyte", peak / 1_000, 1.0)
    assert peak < 1_000
