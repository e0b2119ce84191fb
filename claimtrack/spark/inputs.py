"""What a run starts from: Parquet tables, and files that people keep, which the driver reads."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from claimtrack import files
from claimtrack.codec import Reading, read_lines
from claimtrack.errors import Fault, InputError, VersionError
from claimtrack.model import Article, Ledger, Outlet, Retraction, Speaker
from claimtrack.spark.folding import mapped
from claimtrack.spark.needed import functions, pyarrow, sql
from claimtrack.spark.reading import fault_row
from claimtrack.spark.tables import ARTICLES, RECORDS, Row, frame, lines, record, row, spark_schema

KNOWN = (Article.type, Outlet.type, Speaker.type, Retraction.type)
"""The types of records that reading asks for."""


@attrs.frozen
class Input:
    """What a run starts from.

    Attributes:
        articles: raw articles: `name`, `data`.
        records: records, each once; rows of the type `fault` among them tell what could not be read.
        links: what an earlier run found by linking; it counts where there are no articles to link anew.
    """

    articles: sql.DataFrame
    records: sql.DataFrame
    links: sql.DataFrame

    def known(self) -> Ledger:
        """The outlets, speakers and articles among the records, collected to the driver."""
        return Ledger(map(record, lines(self.records.where(functions.col("type").isin(*KNOWN)))))


def load(session: sql.SparkSession, paths: Sequence[str]) -> Input:
    """What stands in folders: the Parquet tables `articles`, `records` and `links` (`.parquet`), case files, ledgers and raw articles.

    Args:
        session: what reads the tables.
        paths: folders and files; one with `://` in it is a folder that Spark alone can read, with Parquet tables in it.

    Raises:
        InputError: when a table has other columns than it should.
    """
    loaded = files.load([path for path in paths if "://" not in path], references=False)
    rows = [*map(row, loaded.ledger), *map(fault_row, loaded.faults)]
    articles, records = frame(session, _held(loaded.raw), ARTICLES), frame(session, rows, RECORDS)
    links = frame(session, [], RECORDS)
    for path in paths:
        articles = articles.unionByName(_table(session, f"{path}/articles.parquet", ARTICLES))
        records = records.unionByName(_records(session, f"{path}/records.parquet"))
        links = links.unionByName(_records(session, f"{path}/links.parquet"))
    return Input(articles, records.dropDuplicates(["type", "id", "json"]), links.dropDuplicates(["type", "id", "json"]))


def _records(session: sql.SparkSession, path: str) -> sql.DataFrame:
    """A table of records, each line read."""
    found = _table(session, path, RECORDS)
    return mapped(found, partial(_checked, path), RECORDS) if found.inputFiles() else found


def _held(raw: Sequence[files.Raw]) -> Iterator[Row]:
    """Raw articles with their bytes; one that cannot be read any more is told where it is read."""
    for each in raw:
        try:
            yield each.name, each.data
        except InputError:
            yield each.name, None


def _table(session: sql.SparkSession, path: str, schema: pyarrow.Schema) -> sql.DataFrame:
    """A Parquet table; one without rows where there is none.

    Raises:
        InputError: when its columns are not those that it should have.
    """
    from pyspark.errors import AnalysisException

    nothing = frame(session, [], schema)
    if "://" not in path and not os.path.exists(path):
        return nothing
    try:
        found = session.read.parquet(path)
    except AnalysisException as error:
        if error.getCondition() == "PATH_NOT_FOUND":
            return nothing
        raise InputError([Fault(path, 0, "", "cannot be read as Parquet")]) from error
    wanted = {field.name: field.dataType for field in spark_schema(schema)}
    if any(name not in found.columns or found.schema[name].dataType != kind for name, kind in wanted.items()):
        told = ", ".join(f"{name} {kind.simpleString()}" for name, kind in wanted.items())
        raise InputError([Fault(path, 0, "", f"expected the columns {told}; found {found.schema.simpleString()}")])
    return found.select(*wanted)


def _checked(path: str, given: Row) -> Iterator[Row]:
    """A row of records as its line has it; a fault where the line is no record."""
    try:
        found = read_lines([str(given[3]).encode("utf-8", "replace")], path)
    except VersionError as error:
        found = Reading(faults=error.faults)
    yield from (row(each) for each, _ in found.records)
    for fault in found.faults:
        yield fault_row(attrs.evolve(fault, line=0, path=f"{given[2]}: {fault.path}".rstrip(": ")))
