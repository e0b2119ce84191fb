from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from pyspark.sql import SparkSession

from claimtrack.claims import meeting
from claimtrack.claims.meeting import Meetings
from claimtrack.claims.standings import Placed
from claimtrack.spark import bucketed, met

pytestmark = pytest.mark.spark
STANDINGS = {
    f"article:{number:03}": Placed((), (number % 3, 10 + number % 7, 20 + number % 11, 100 + number // 2), week=700 + number // 20)
    for number in range(90)
}
"""Made-up articles with signs, three of thirty articles each and others of fewer, in five weeks."""


def test_a_bucket_up_to_the_cap_is_kept_and_a_crowded_one_is_not(spark: SparkSession) -> None:
    rows = [(key, number) for key, many in (("a", 2), ("b", 3), ("c", 4)) for number in range(many)]
    found = bucketed(spark.createDataFrame(rows, "key string, number long"), "key", 3)
    assert sorted(row.key for row in found.collect()) == ["a", "a", "b", "b", "b"]


@pytest.mark.parametrize(("few", "cap"), [(8, 400), (4, 400), (3, 5)])
def test_nodes_meet_whom_they_meet_on_one_machine(spark: SparkSession, monkeypatch: pytest.MonkeyPatch, few: int, cap: int) -> None:
    monkeypatch.setattr(meeting, "FEW", few)
    monkeypatch.setattr(meeting, "CROWD", cap)
    many = Counter(chain.from_iterable(each.signs for each in STANDINGS.values()))
    asking = [(article, key, counts) for article, each in STANDINGS.items() for key, counts in meeting.asking(each.signs, each.week, many)]
    shown = [(article, key) for article, each in STANDINGS.items() for key in meeting.shown(each.signs, each.week, many)]
    frames = spark.createDataFrame(asking, "node string, key long, counts int"), spark.createDataFrame(shown, "node string, key long")
    beside: dict[str, list[str]] = {article: [] for article in STANDINGS}
    for row in met(*frames, cap, meeting.MET).collect():
        beside[row.node].append(row.other)
    wanted = {article: neighbours for article, (neighbours, _) in Meetings(STANDINGS, set(), {}).of(set(STANDINGS))}
    assert {article: tuple(sorted(others)) for article, others in beside.items()} == wanted
