"""How long a large file of ratings takes."""

from typing import Any

import pytest

from claimtrack import Ledger, Outlet
from claimtrack.reliability.ratings import read_ratings

ROWS = 12_000
MOST = 2.0
"""Seconds; measured 0.3 to 0.5 on a quiet machine, and this stands clear of a busy one."""
OUTLETS = Ledger(Outlet(key=f"outlet:{at}", name=f"Paper {at}", domains=(f"site{at * 40}.example",)) for at in range(50)).view


@pytest.mark.benchmark
@pytest.mark.parametrize("form", ["csv", "json"])
def test_twelve_thousand_domains_are_read_in_a_moment(benchmark: Any, form: str) -> None:
    names = [f"site{at}.example" for at in range(ROWS)]
    table = "domain,pc1,afm,fc\n" + "".join(f"{name},{at / ROWS},0.5,0.25\n" for at, name in enumerate(names))
    listed = "[" + ",\n".join(f'{{"domain": "{name}", "pc1": {at / ROWS}}}' for at, name in enumerate(names)) + "]"
    found = benchmark(read_ratings, (table if form == "csv" else listed).encode(), f"r.{form}", OUTLETS)
    assert (found.rows, found.matched, found.skipped) == (ROWS, 50, 0)
    assert benchmark.stats is None or benchmark.stats["min"] < MOST
