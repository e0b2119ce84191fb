"""Statements and texts to links on Spark: the driver sets articles beside each other, workers compare them and judge each matter."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from claimtrack.claims import Bench, Matter, Met
from claimtrack.files import Raw
from claimtrack.intake import texts
from claimtrack.linking import answered, compared, deniers, linked
from claimtrack.model import Ledger, Stance
from claimtrack.seams import Inference
from claimtrack.spark.copies import descended
from claimtrack.spark.folding import mapped
from claimtrack.spark.needed import pyarrow, pyspark, sql
from claimtrack.spark.tables import RECORDS, Row, frame, lines, record, row, rows_of

PACKED = pyarrow.schema([("packed", pyarrow.binary())])
"""Articles to compare, what came of it, or a matter, as Python keeps values; they go between driver and workers and nowhere else."""
PART, PARTS = 50, 16
"""Matters of one part, and the most parts for each worker; there are many, since some matters are much larger than others."""
Work = Callable[[Bench], Sequence[Met]]


def link(articles: sql.DataFrame, records: sql.DataFrame, *, inference: Inference | None = None) -> sql.DataFrame:
    """Judge which statements are one claim, how they bear on each other, and which articles descend from which.

    Records and articles are collected to the driver, which finds the articles that are near each other and the texts to compare, and
    keeps what ties statements, some bytes a tie. The workers compare articles, weigh what is said within each matter, trace texts and
    compare them, which is most of the work.

    Args:
        articles: the columns `name` and `data`.
        records: the columns of records.
        inference: a model of natural language inference, to join the rules that find denials; something that can be pickled.

    Returns:
        The new records alone: judgements, stances and derivations.
    """
    session = records.sparkSession
    ledger = Ledger(map(record, lines(records)))
    stances: list[Stance] = []
    changes = compared(ledger.view, stances.extend, inference, partial(_over, session))
    judged = mapped(_spread(frame(session, _packed(matter for _, matter in changes), PACKED)), _linked, RECORDS)
    raw = (Raw(str(name), bytes(data)) for name, data in rows_of(articles.toArrow().to_batches()) if isinstance(data, bytes))
    copies = descended(session, ledger.view, texts(raw, ledger))
    answers = answered(ledger.view, deniers(stances))
    found = frame(session, map(row, (*stances, *answers, *copies)), RECORDS)
    return judged.unionByName(found).dropDuplicates(["id"])


def _over(session: sql.SparkSession, work: Work, benches: Iterable[Bench]) -> Iterator[Sequence[Met]]:
    """The articles of all benches compared by the workers, who get what that needs to know once each."""
    shared = session.sparkContext.broadcast(work)
    found = mapped(_spread(frame(session, _packed(benches), PACKED), 1), partial(_compared, shared), PACKED)
    return (_opened(met) for met in rows_of(found.toArrow().to_batches()))


def _compared(work: pyspark.Broadcast[Work], given: Row) -> Iterator[Row]:
    """What comes of one bench."""
    yield (pickle.dumps(work.value(_opened(given))),)


def _spread(packed: sql.DataFrame, part: int = PART) -> sql.DataFrame:
    """What is packed in so many parts that all workers are busy to the end."""
    workers = packed.sparkSession.sparkContext.defaultParallelism
    return packed.repartition(min(PARTS * workers, max(workers, packed.count() // part)))


def _packed(values: Iterable[Bench | Matter]) -> Iterator[Row]:
    return ((pickle.dumps(each),) for each in values)


def _opened(given: Row) -> Any:
    (packed,) = given
    assert isinstance(packed, bytes)
    return pickle.loads(packed)


def _linked(given: Row) -> Iterator[Row]:
    """The judgements of one matter."""
    yield from map(row, linked(_opened(given)))
