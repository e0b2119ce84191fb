from __future__ import annotations

import pytest
from pyspark.sql import SparkSession

from claimtrack.claims import portraits
from claimtrack.spark import bucketed, met

pytestmark = pytest.mark.spark
SIGNS = {f"article:{number:03}": {number % 3, 10 + number % 7, 20 + number % 11, 100 + number // 2} for number in range(90)}
"""Made-up articles with signs: three of thirty articles each, others of fewer."""


def test_a_bucket_up_to_the_cap_is_kept_and_a_crowded_one_is_not(spark: SparkSession) -> None:
    rows = [(key, number) for key, many in (("a", 2), ("b", 3), ("c", 4)) for number in range(many)]
    found = bucketed(spark.createDataFrame(rows, "key string, number long"), "key", 3)
    assert sorted(row.key for row in found.collect()) == ["a", "a", "b", "b", "b"]


@pytest.mark.parametrize("cap", [400, 29, 8])
def test_nodes_meet_whom_they_meet_on_one_machine(spark: SparkSession, monkeypatch: pytest.MonkeyPatch, cap: int) -> None:
    monkeypatch.setattr(portraits, "CROWD", cap)
    rows = [(article, sign) for article, signs in SIGNS.items() for sign in signs]
    found = met(spark.createDataFrame(rows, "article string, sign long"), "article", "sign", cap, portraits.MET)
    beside: dict[str, list[str]] = {article: [] for article in SIGNS}
    for row in found.collect():
        beside[row.node].append(row.other)
    holders = {sign: [article for article, signs in SIGNS.items() if sign in signs] for signs in SIGNS.values() for sign in signs}
    wanted = {article: portraits.met(article, [holders[sign] for sign in sorted(signs)]) for article, signs in SIGNS.items()}
    assert {article: tuple(sorted(others)) for article, others in beside.items()} == wanted
