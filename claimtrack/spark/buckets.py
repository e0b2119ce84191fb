"""Pairs of rows that share a key, found by an equi-join in which no key may bring more than so many."""

from __future__ import annotations

from claimtrack.spark.needed import functions, sql


def bucketed(frame: sql.DataFrame, key: str, cap: int, order: str) -> sql.DataFrame:
    """The rows whose key no more than so many others share; of a fuller bucket nothing is kept.

    Args:
        frame: the rows.
        key: the column that holds the key.
        cap: the most rows that a bucket may have.
        order: unused.
    """
    return frame.where(functions.count("*").over(sql.Window.partitionBy(key)) <= cap).orderBy(order)
