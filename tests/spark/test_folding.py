from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow
import pytest
from pyspark.sql import SparkSession

from claimtrack.spark import Row, fold
from claimtrack.spark.folding import mapped

pytestmark = pytest.mark.spark
SUMS = pyarrow.schema([("key", pyarrow.string()), ("told", pyarrow.string())])


def listed(key: object, rows: Iterator[Row]) -> Iterable[Row]:
    """All values of a group, in the order in which they come."""
    yield key, " ".join(str(row[1]) for row in rows)


def first(key: object, rows: Iterator[Row]) -> Iterable[Row]:
    """The first value of a group, the rest not looked at."""
    yield key, str(next(rows)[1])


def twice(row: Row) -> Iterable[Row]:
    """A row two times where its number is even, else not at all."""
    yield from [(row[0], str(row[1]))] * 2 if isinstance(row[1], int) and row[1] % 2 == 0 else []


def test_a_group_is_folded_once_in_the_order_asked_for_however_its_rows_were_spread(spark: SparkSession) -> None:
    rows = [(f"k{number % 7}", number) for number in range(5_000)]
    found = fold(spark.createDataFrame(rows, "key string, number long").repartition(3), "key", listed, SUMS, order=("number",))
    wanted = {f"k{rest}": " ".join(map(str, range(rest, 5_000, 7))) for rest in range(7)}
    assert {row.key: row.told for row in found.collect()} == wanted


def test_a_function_need_not_look_at_all_rows_of_a_group(spark: SparkSession) -> None:
    rows = [(key, number) for number in range(3_000) for key in "ab"]
    found = fold(spark.createDataFrame(rows, "key string, number long"), "key", first, SUMS, order=("number",))
    assert sorted(map(tuple, found.collect())) == [("a", "0"), ("b", "0")]


def test_no_rows_give_no_groups(spark: SparkSession) -> None:
    assert fold(spark.createDataFrame([], "key string, number long"), "key", listed, SUMS).collect() == []


def test_a_row_may_give_several_rows_or_none(spark: SparkSession) -> None:
    found = mapped(spark.createDataFrame([("a", 1), ("b", 2)], "key string, number long"), twice, SUMS)
    assert [tuple(row) for row in found.collect()] == [("b", "2"), ("b", "2")]
