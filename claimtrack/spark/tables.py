"""The tables that go in and out: their columns, and records as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from claimtrack.codec import decode
from claimtrack.model import Record
from claimtrack.spark.needed import pyarrow, sql

Row = tuple[object, ...]
"""One row, its values in the order of the columns."""
TEXT, NUMBER = pyarrow.string(), pyarrow.int64()
ARTICLES = pyarrow.schema([("name", TEXT), ("data", pyarrow.binary())])
"""Raw articles: what each is called, and its bytes."""
RECORDS = pyarrow.schema([("type", TEXT), ("key", TEXT), ("id", TEXT), ("json", TEXT)])
"""Records: the type, the key (empty where a type has none), the id, and the line of a ledger file."""
FAULTS = pyarrow.schema([("file", TEXT), ("line", NUMBER), ("path", TEXT), ("message", TEXT)])
"""What could not be read."""
CLAIMS = pyarrow.schema(
    [
        ("key", TEXT),
        ("label", TEXT),
        ("wording", TEXT),
        ("lower", NUMBER),
        ("upper", NUMBER),
        ("flags", pyarrow.list_(TEXT)),
        ("said", TEXT),
        ("content", TEXT),
        ("json", TEXT),
    ]
)
"""Support reports, one row a claim; `json` is the claim's line of the format `jsonl`."""
SMALL = 50_000
"""Rows that the driver puts into a table at a time."""


def spark_schema(schema: pyarrow.Schema) -> sql.types.StructType:
    """The columns as Spark calls them."""
    from pyspark.sql.pandas.types import from_arrow_schema  # needs no pandas, in spite of its name

    return from_arrow_schema(schema)


def row(record: Record) -> tuple[str, str, str, str]:
    """A record as a row of `RECORDS`."""
    return record.type, str(getattr(record, "key", "")), record.id, record.line


def record(line: str) -> Record:
    """The record of a line.

    Raises:
        InputError: with everything that is wrong with it.
    """
    return decode(json.loads(line))


def frame(session: sql.SparkSession, rows: Iterable[Row], schema: pyarrow.Schema) -> sql.DataFrame:
    """A table of rows that the driver holds."""
    return session.createDataFrame(pyarrow.Table.from_batches(batches(rows, schema, SMALL), schema))


def lines(records: sql.DataFrame) -> list[str]:
    """The lines of a table of records, collected to the driver."""
    return [str(line) for (line,) in rows_of(records.select("json").toArrow().to_batches())]


def rows_of(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[Row]:
    """The rows of Arrow batches, one after the other."""
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def batches(rows: Iterable[Row], schema: pyarrow.Schema, size: int = 1_000) -> Iterator[pyarrow.RecordBatch]:
    """Rows as Arrow batches of so many rows at most, made as they come."""
    left = iter(rows)
    while part := list(islice(left, size)):
        columns = zip(zip(*part, strict=True), schema.types, strict=True)
        yield pyarrow.RecordBatch.from_arrays([pyarrow.array(column, kind) for column, kind in columns], schema=schema)
