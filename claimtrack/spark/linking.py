"""Statements and texts to links on Spark: matters are told apart on the driver, and each is judged by a worker."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import partial

from claimtrack.files import Raw
from claimtrack.intake import texts
from claimtrack.linking import answered, apart, deniers, descended, linked
from claimtrack.model import Ledger, View
from claimtrack.seams import Inference
from claimtrack.spark.folding import mapped
from claimtrack.spark.needed import pyarrow, sql
from claimtrack.spark.tables import RECORDS, Row, frame, lines, record, row, rows_of

MATTERS = pyarrow.schema([("matter", pyarrow.binary())])
"""A matter with its records, as Python keeps values; it goes from the driver to workers and nowhere else."""
PARTS = 16
"""Parts that matters are spread over for each worker at the least, since some are much larger than others."""


def link(articles: sql.DataFrame, records: sql.DataFrame, *, inference: Inference | None = None) -> sql.DataFrame:
    """Judge which statements are one claim, how they bear on each other, and which articles descend from which.

    Records and articles are collected to the driver, which tells matters apart and finds copies; what is weighed within a matter, most of
    the work, is spread over the workers.

    Args:
        articles: the columns `name` and `data`.
        records: the columns of records.
        inference: a model of natural language inference, to join the rules that find denials; something that can be pickled.

    Returns:
        The new records alone: judgements, stances and derivations.
    """
    session = records.sparkSession
    ledger = Ledger(map(record, lines(records)))
    matters = frame(session, _packed(ledger.view), MATTERS).repartition(PARTS * session.sparkContext.defaultParallelism)
    raw = (Raw(str(name), bytes(data)) for name, data in rows_of(articles.toArrow().to_batches()) if isinstance(data, bytes))
    copies = frame(session, map(row, descended(ledger.view, texts(raw, ledger))), RECORDS)
    found = mapped(matters, partial(_linked, inference), RECORDS).persist()
    denying = deniers(map(record, lines(found.where("type = 'stance'"))))
    answers = frame(session, map(row, answered(ledger.view, denying)), RECORDS)
    return found.unionByName(answers).unionByName(copies).dropDuplicates(["id"])


def _packed(view: View) -> Iterator[Row]:
    for matter, records in apart(view):
        yield (pickle.dumps((matter, records)),)


def _linked(inference: Inference | None, given: Row) -> Iterator[Row]:
    """The links within one matter."""
    packed = given[0]
    assert isinstance(packed, bytes)
    matter, records = pickle.loads(packed)
    yield from map(row, linked(matter, records, inference))
