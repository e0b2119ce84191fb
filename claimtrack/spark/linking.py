"""Statements and texts to links on Spark: matters are told apart on the driver, and each is judged by a worker."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import partial

from claimtrack.files import Raw
from claimtrack.intake import texts
from claimtrack.linking import answered, apart, deniers, linked
from claimtrack.model import Ledger, View
from claimtrack.seams import Inference
from claimtrack.spark.copies import descended
from claimtrack.spark.folding import mapped
from claimtrack.spark.needed import pyarrow, sql
from claimtrack.spark.tables import RECORDS, Row, frame, lines, record, row, rows_of

MATTERS = pyarrow.schema([("matter", pyarrow.binary())])
"""A matter with its records, as Python keeps values; it goes from the driver to workers and nowhere else."""
PART, PARTS = 50, 16
"""Matters of one part, and the most parts for each worker; there are many, since some matters are much larger than others."""


def link(articles: sql.DataFrame, records: sql.DataFrame, *, inference: Inference | None = None) -> sql.DataFrame:
    """Judge which statements are one claim, how they bear on each other, and which articles descend from which.

    Records and articles are collected to the driver, which tells matters apart and which texts to compare. The workers weigh what is
    said within each matter, trace texts and compare them, which is most of the work.

    Args:
        articles: the columns `name` and `data`.
        records: the columns of records.
        inference: a model of natural language inference, to join the rules that find denials; something that can be pickled.

    Returns:
        The new records alone: judgements, stances and derivations.
    """
    session = records.sparkSession
    ledger = Ledger(map(record, lines(records)))
    matters = _spread(frame(session, _packed(ledger.view), MATTERS))
    raw = (Raw(str(name), bytes(data)) for name, data in rows_of(articles.toArrow().to_batches()) if isinstance(data, bytes))
    copies = frame(session, map(row, descended(session, ledger.view, texts(raw, ledger))), RECORDS)
    found = mapped(matters, partial(_linked, inference), RECORDS).persist()
    denying = deniers(map(record, lines(found.where("type = 'stance'"))))
    answers = frame(session, map(row, answered(ledger.view, denying)), RECORDS)
    return found.unionByName(answers).unionByName(copies).dropDuplicates(["id"])


def _spread(matters: sql.DataFrame) -> sql.DataFrame:
    """The matters in so many parts that all workers are busy to the end."""
    workers = matters.sparkSession.sparkContext.defaultParallelism
    return matters.repartition(min(PARTS * workers, max(workers, matters.count() // PART)))


def _packed(view: View) -> Iterator[Row]:
    for matter, records in apart(view):
        yield (pickle.dumps((matter, records)),)


def _linked(inference: Inference | None, given: Row) -> Iterator[Row]:
    """The links within one matter."""
    packed = given[0]
    assert isinstance(packed, bytes)
    matter, records = pickle.loads(packed)
    yield from map(row, linked(matter, records, inference))
