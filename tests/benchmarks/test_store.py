"""An archive beside plain sqlite3 with the same tables, indexes and pragmas: merging records in, and finding those of one claim.

Processor time, two shared cores, 20,000 statements of some 430 bytes, medians over seven rounds: taking over another archive is 0.5 times
as fast as `executemany` with rows at hand, and asking for a claim's lines takes 2.2 times as long as a bare SELECT by primary key.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimtrack.store import Store
from claimtrack.store.rows import ADD, row
from tests.benchmarks.ratio import ratio
from tests.benchmarks.test_decoding import said
from tests.store.archives import MEMORY, fresh

RECORDS = 20_000
CLAIMS, MEMBERS = 2_000, 12
ROWS = [row(said(number)) for number in range(RECORDS)]


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


@pytest.fixture
def whole(folder: Path) -> Path:
    """An archive with all the rows."""
    Store(folder / "whole.db").close()
    plain(folder / "whole.db")
    return folder / "whole.db"


def plain(path: Path) -> None:
    """The rows written as anybody would write them, into the tables of an archive."""
    sql = sqlite3.connect(path, isolation_level=None)
    sql.execute("PRAGMA synchronous = FULL")
    sql.execute("PRAGMA cache_size = -65536")
    sql.execute("BEGIN IMMEDIATE")
    sql.executemany(ADD, ROWS)
    sql.execute("COMMIT")
    sql.close()


def into_fresh(write: Callable[[Path], object]) -> Callable[[], None]:
    """Write into an archive with nothing in it."""

    def writing() -> None:
        with fresh() as store:
            write(store.path)

    return writing


def merging(other: Path) -> Callable[[Path], None]:
    def merge(path: Path) -> None:
        with Store(path) as store:
            store.merge(other)

    return merge


@pytest.mark.benchmark
def test_taking_over_an_archive_is_at_least_two_fifths_as_fast_as_executemany(whole: Path) -> None:
    found = ratio(into_fresh(merging(whole)), into_fresh(plain), rounds=7)
    print(f"\nmerging {RECORDS:,} statements ({RECORDS / found.ours:,.0f}/s): {found}")
    with Store(whole, read_only=True) as store:
        assert len(store) == RECORDS
    assert found.value <= 2.5


@pytest.mark.benchmark
def test_the_lines_of_a_claim_take_at_most_three_times_a_bare_select(whole: Path) -> None:
    ids = [record_id for record_id, *_ in ROWS]
    claims = {f"claim:{number}": [ids[(number * 7 + k * 131) % RECORDS] for k in range(MEMBERS)] for number in range(CLAIMS)}
    question = f"SELECT json FROM records WHERE id IN ({','.join('?' * MEMBERS)})"
    with Store(whole) as store:
        store.replace_claims(claims)
        sql = sqlite3.connect(whole)
        assert all(
            sorted(store.lines_of(claim)) == sorted(line for (line,) in sql.execute(question, held)) for claim, held in claims.items()
        )
        found = ratio(
            lambda: [store.lines_of(claim) for claim in claims],
            lambda: [sql.execute(question, held).fetchall() for held in claims.values()],
            rounds=7,
        )
        sql.close()
    print(f"\nlines of {CLAIMS:,} claims ({found.ours / CLAIMS * 1e6:.0f} us each): {found}")
    assert found.value <= 3
