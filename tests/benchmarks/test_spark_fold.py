"""The fold on Spark against a Python function a group, as Spark offers it, both with the same trivial work on each claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import Any

import pyarrow
import pytest
from pyspark.sql import DataFrame, SparkSession

from claimtrack.spark import Row, fold
from tests.spark.conftest import spark

__all__ = ["spark"]
CLAIMS, FEW, SAYING = 100_000, 3_000, 4
"""Claims that the fold gets, those that the peer gets, for which as many would take minutes, and the statements of each."""
LONGEST = pyarrow.schema([("claim", pyarrow.int64()), ("many", pyarrow.int64()), ("longest", pyarrow.string())])


def summed(claim: object, texts: list[str]) -> tuple[object, int, str]:
    """The trivial work: how many statements a claim has, and the longest of them."""
    return claim, len(texts), max(texts, key=lambda text: (len(text), text))


def group(claim: object, rows: Iterator[Row]) -> Iterable[Row]:
    """It, for our fold."""
    yield summed(claim, [str(text) for _, text in rows])


def in_pandas(claim: tuple[Any, ...], frame: Any) -> Any:
    """It, for a function on a data frame a group."""
    import pandas

    return pandas.DataFrame([summed(int(claim[0]), frame["text"].tolist())], columns=LONGEST.names)


def statements(spark: SparkSession, claims: int) -> DataFrame:
    """Made-up statements, a few a claim, spread over all parts."""
    told = "concat('the harbour has ', id * 37 % 1000, ' cranes')"
    return spark.range(claims * SAYING).selectExpr(f"id % {claims} as claim", f"{told} as text").repartition(4).cache()


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds on the clock, for the work is done by other processes."""
    start = perf_counter()
    found = work()
    return perf_counter() - start, found


@pytest.mark.benchmark
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")
def test_the_fold_is_many_times_as_fast_a_claim_as_a_function_on_a_data_frame_a_group(spark: SparkSession) -> None:
    many, few = statements(spark, CLAIMS), statements(spark, FEW)
    assert (many.count(), few.count()) == (CLAIMS * SAYING, FEW * SAYING)
    kept = "claim long, many long, longest string"
    assert sorted(fold(few, "claim", group, LONGEST).collect()) == sorted(few.groupBy("claim").applyInPandas(in_pandas, kept).collect())
    ours, told = timed(lambda: fold(many, "claim", group, LONGEST).toArrow())
    theirs, _ = timed(lambda: few.groupBy("claim").applyInPandas(in_pandas, kept).toArrow())
    assert told.num_rows == CLAIMS
    one, other = ours / CLAIMS * 1e6, theirs / FEW * 1e6
    print(f"\nfold: {one:.0f} us a claim of {CLAIMS:,}; applyInPandas: {other:.0f} us a claim of {FEW:,}; {other / one:.0f} times")
    assert other / one >= 20
