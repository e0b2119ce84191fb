"""The runner over synthetic corpora tells its figures as they are."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.scale import grown, table


def row(stage: str, seconds: float, items: int) -> dict[str, Any]:
    return {"stage": stage, "wall": seconds, "cpu": seconds, "items": items, "rss": 100, "peak": 120}


def test_a_stage_that_takes_ten_times_as_long_for_ten_times_as_many_grows_with_the_power_of_one() -> None:
    tables = {100: [row("read", 2.0, 900)], 1_000: [row("read", 20.0, 9_000)], 10_000: [row("read", 2_000.0, 90_000)]}
    assert grown(tables) == ["read: processor time grows with the power 1.00, 2.00"]


def test_the_table_has_a_line_a_stage_under_its_headings() -> None:
    headings, read, link = table([row("read", 2.0, 900), row("link", 0.0, 3)])
    assert headings.split("  ")[0] == "stage"
    assert read.split() == ["read", "2.0", "2.0", "900", "450", "100", "120"]
    assert link.split()[4] == "0"
