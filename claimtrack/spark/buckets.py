"""Pairs of rows that share keys, found by an equi-join in which a crowded key brings nobody."""

from __future__ import annotations

from claimtrack.spark.needed import functions, sql


def bucketed(frame: sql.DataFrame, key: str, cap: int) -> sql.DataFrame:
    """The rows whose key is shared by no more than so many; a crowded bucket is left out as a whole, as it is on one machine.

    Args:
        frame: the rows.
        key: the column that holds the key.
        cap: the most rows that a bucket may have, the row itself counted.
    """
    kept = frame.groupBy(key).count().where(functions.col("count") <= cap).select(key)
    return frame.join(kept, key)


def met(asking: sql.DataFrame, shown: sql.DataFrame, cap: int, most: int) -> sql.DataFrame:
    """For each node the others that share most with it, as `claimtrack.claims.meeting.Meetings` finds them.

    Args:
        asking: `node`, `key` and `counts`: by which keys a node meets others, and what each counts.
        shown: `node` and `key`: by which keys a node is met, each pair once.
        cap: the most nodes that a key may bring.
        most: the others to keep for a node; of those that share as much, the first by name.

    Returns:
        `node`, `other` and how much they share, `shared`; nothing of nodes that meet nobody.
    """
    others = bucketed(shown.select(functions.col("node").alias("other"), "key"), "key", cap)
    pairs = asking.join(others, "key").where("node != other")
    shared = pairs.groupBy("node", "other").agg(functions.sum("counts").alias("shared"))
    place = functions.row_number().over(sql.Window.partitionBy("node").orderBy(functions.desc("shared"), "other"))
    return shared.withColumn("place", place).where(functions.col("place") <= most).select("node", "other", "shared")
