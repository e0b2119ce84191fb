"""Statements and texts to links on Spark."""

from __future__ import annotations

from claimtrack import linking
from claimtrack.files import Raw
from claimtrack.intake import texts
from claimtrack.model import Ledger
from claimtrack.spark.needed import sql
from claimtrack.spark.tables import RECORDS, frame, record, row


def link(articles: sql.DataFrame, records: sql.DataFrame) -> sql.DataFrame:
    """Judge which statements are one claim, how they bear on each other, and which articles descend from which.

    Records and articles are collected to the driver and linked there.

    Args:
        articles: the columns `name` and `data`.
        records: the columns of records.

    Returns:
        The new records alone: judgements, stances and derivations.
    """
    ledger = Ledger(map(record, records.select("json").toArrow().column("json").to_pylist()))
    held = articles.toArrow()
    raw = [Raw(name, data) for name, data in zip(held.column("name").to_pylist(), held.column("data").to_pylist(), strict=True) if data]
    return frame(records.sparkSession, map(row, linking.link(ledger, texts(raw, ledger))), RECORDS)
