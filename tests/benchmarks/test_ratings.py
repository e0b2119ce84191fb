"""How long a large file of ratings takes, beside Python's own reader of its format."""

from __future__ import annotations

import csv
import io
import json

import pytest

from claimtrack import Ledger, Outlet
from claimtrack.reliability.ratings import read_ratings
from tests.benchmarks.figures import Recorder
from tests.benchmarks.ratio import ratio

ROWS = 12_000
MOST = {"csv": 20.0, "json": 60.0}
"""Times the time of the plain reader, which checks no rating and looks up no outlet: measured 7 and 25."""
OUTLETS = Ledger(Outlet(key=f"outlet:{at}", name=f"Paper {at}", domains=(f"site{at * 40}.example",)) for at in range(50)).view


@pytest.mark.benchmark
@pytest.mark.parametrize("form", ["csv", "json"])
def test_twelve_thousand_domains_are_read_in_a_moment(form: str, record: Recorder) -> None:
    names = [f"site{at}.example" for at in range(ROWS)]
    table = "domain,pc1,afm,fc\n" + "".join(f"{name},{at / ROWS},0.5,0.25\n" for at, name in enumerate(names))
    listed = "[" + ",\n".join(f'{{"domain": "{name}", "pc1": {at / ROWS}}}' for at, name in enumerate(names)) + "]"
    text = table if form == "csv" else listed
    told = read_ratings(text.encode(), f"r.{form}", OUTLETS)
    assert (told.rows, told.matched, told.skipped) == (ROWS, 50, 0)
    found = ratio(
        lambda: read_ratings(text.encode(), f"r.{form}", OUTLETS),
        lambda: list(csv.DictReader(io.StringIO(text))) if form == "csv" else json.loads(text),
        rounds=3,
    )
    record(f"ratings of 12,000 sites as {form}, checked and looked up", found.ours, f"Python's own {form}", found.value, MOST[form])
    assert found.value <= MOST[form]
