"""Raw articles to records on Spark: one reader a partition, the same that reads on one machine."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator

import attrs

from claimtrack.articles import article_key
from claimtrack.errors import Fault
from claimtrack.files import Raw
from claimtrack.intake import Read, reader
from claimtrack.model import Ledger, Record, Speaker
from claimtrack.seams import Extractor, Framer
from claimtrack.spark.folding import mapped
from claimtrack.spark.needed import functions, pyarrow, sql
from claimtrack.spark.tables import FAULTS, RECORDS, TEXT, Row, record, row, spark_schema
from claimtrack.statements import extract
from claimtrack.statements.identity import suggested

FAULT = "fault"
"""The type of a row that tells what could not be read, among rows of records."""
NAME = pyarrow.schema([("key", TEXT)])


def read(articles: sql.DataFrame, known: Ledger, *, extractor: Extractor = extract, framer: Framer | None = None) -> sql.DataFrame:
    """Read raw articles into rows of records and faults, as `intake.read_each` does.

    Args:
        articles: the columns `name` and `data`.
        known: outlets and speakers to recognize, and articles not to read again; it goes to every worker.
        extractor: what finds the statements; something that can be pickled.
        framer: what says as what they are put forward; likewise.

    Returns:
        The columns of records; rows of the type `fault` have a fault in place of a record. It is worked out each time it is used, so
        whoever uses it twice keeps it.
    """
    keys = mapped(articles.select("name"), _key, NAME)
    often = keys.groupBy("key").count().where("count > 1").toArrow().column("key").to_pylist()
    return mapped(articles.select("name", "data"), _Reading(reader(known, often, extractor=extractor, framer=framer)), RECORDS)


def _key(name: Row) -> Iterator[Row]:
    yield (article_key(str(name[0])),)


class _Reading:
    """Reads one row after the other."""

    def __init__(self, work: Callable[[Raw], Read]) -> None:
        self._work = work

    def __call__(self, given: Row) -> Iterator[Row]:
        """The rows that come of one input."""
        name, data = given
        if not isinstance(name, str) or not isinstance(data, bytes):
            yield fault_row(Fault(str(name), 0, "", "has no name or no data; every row of articles needs both"))
            return
        records, faults = self._work(Raw(name, data))
        yield from map(row, records)
        yield from map(fault_row, faults)


def fault_row(fault: Fault) -> Row:
    """A fault among rows of records."""
    return FAULT, fault.file, "", json.dumps(attrs.asdict(fault))


def parted(rows: sql.DataFrame) -> tuple[sql.DataFrame, sql.DataFrame]:
    """The records, each once, and the faults in their order."""
    records = rows.where(functions.col("type") != FAULT).dropDuplicates(["id"])
    told = rows.where(functions.col("type") == FAULT).select(functions.from_json("json", spark_schema(FAULTS)).alias("fault"))
    return records, told.select("fault.*").orderBy("file", "line", "path", "message")


def may_be_one(rows: sql.DataFrame, known: Ledger) -> list[Record]:
    """Judgements on speakers of different articles who may be one, from the rows that were read of these.

    The speakers are collected to the driver, each with how often it was read.
    """
    found = rows.where(functions.col("type") == Speaker.type).groupBy("json").count().toArrow()
    read = Counter(dict(zip(found.column("json").to_pylist(), found.column("count").to_pylist(), strict=True)))
    speakers = [each for line in read for each in [record(line)] * read[line] if isinstance(each, Speaker)]
    return list(suggested([*speakers, *known.of(Speaker)])) if speakers else []
