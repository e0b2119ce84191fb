"""Groups of rows to rows: brought together by a key, then folded one after the other as they stream by, never held as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from warnings import catch_warnings, filterwarnings

from claimtrack.spark.needed import pyarrow, sql
from claimtrack.spark.tables import Row, batches, rows_of, spark_schema

Group = Callable[[object, Iterator[Row]], Iterable[Row]]
"""What makes the rows of one group into others: takes the key and the group's rows, which pass by once."""
Each = Callable[[Row], Iterable[Row]]
"""What makes one row into others."""


def fold(frame: sql.DataFrame, by: str, group: Group, schema: pyarrow.Schema, order: Iterable[str] = ()) -> sql.DataFrame:
    """The rows that a function makes of each group of rows with one key.

    Rows of one key come to one partition and stand side by side there; they are handed on as they come, so that memory holds one batch
    and what the function keeps of one group. A Python group function of Spark's own costs hundreds of times more a group.

    Args:
        frame: the rows.
        by: the column that holds the key.
        group: a function that can be pickled; called once a group, with groups in the order of their keys within a partition.
        schema: the columns that it makes.
        order: further columns by which the rows of a group are sorted; without any their order is left open.
    """
    names = [by, *order, *(name for name in frame.columns if name not in {by, *order})]
    parted = frame.select(*names).repartition(by).sortWithinPartitions(by, *order)
    return _in_arrow(parted, partial(_folded, group=group, schema=schema), schema)


def _folded(found: Iterator[pyarrow.RecordBatch], group: Group, schema: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    made = (row for key, rows in groupby(rows_of(found), itemgetter(0)) for row in group(key, rows))
    return batches(made, schema)


def mapped(frame: sql.DataFrame, each: Each, schema: pyarrow.Schema) -> sql.DataFrame:
    """The rows that a function makes of each row.

    Args:
        frame: the rows.
        each: a function that can be pickled.
        schema: the columns that it makes.
    """
    return _in_arrow(frame, partial(_mapped, each=each, schema=schema), schema)


def _in_arrow(
    frame: sql.DataFrame, made: Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]], schema: pyarrow.Schema
) -> sql.DataFrame:
    """What a function makes of the batches of each partition; Spark asks for pandas there, which is not used, and warns of new ones."""
    with catch_warnings():
        filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        return frame.mapInArrow(made, spark_schema(schema))


def _mapped(found: Iterator[pyarrow.RecordBatch], each: Each, schema: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    return batches((made for row in rows_of(found) for made in each(row)), schema)
