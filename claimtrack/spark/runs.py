"""The whole run on Spark: what is put in read, linked and assessed, and written as Parquet tables."""

from __future__ import annotations

import attrs

from claimtrack.model.policy import Policy
from claimtrack.seams import Rule
from claimtrack.spark.inputs import Input
from claimtrack.spark.linking import link
from claimtrack.spark.needed import sql
from claimtrack.spark.reading import may_be_one, parted, read
from claimtrack.spark.reporting import report
from claimtrack.spark.tables import RECORDS, frame, row
from claimtrack.support import FLAGS


@attrs.frozen
class Run:
    """What a run gives: tables that are worked out when they are used.

    Attributes:
        records: the records that were put in and those that were read of articles, sorted.
        links: judgements, stances and derivations that linking found.
        claims: the support reports, the worst supported first.
        faults: what could not be read.
    """

    records: sql.DataFrame
    links: sql.DataFrame
    claims: sql.DataFrame
    faults: sql.DataFrame

    def write(self, folder: str) -> None:
        """Write the tables into a folder, each as Parquet; tables of an earlier run are replaced."""
        for name in ("records", "links", "claims", "faults"):
            getattr(self, name).write.mode("overwrite").parquet(f"{folder}/{name}.parquet")


def run(given: Input, *, rules: tuple[Rule, ...] = FLAGS, policy: Policy | None = None) -> Run:
    """Read, link and assess, with the results that one machine has.

    Args:
        given: raw articles and records.
        rules: the flags to try.
        policy: how sources are weighed and claims graded; the packaged policy without one.
    """
    known = given.known()
    told = read(given.articles, known).persist()
    advice = frame(told.sparkSession, map(row, may_be_one(told, known)), RECORDS)
    records, faults = parted(given.records.unionByName(told).unionByName(advice).unionByName(given.links.where("type = 'fault'")))
    records = records.orderBy("type", "key", "id").persist()
    links = _links(given, records).persist()
    claims = report(records.unionByName(links).dropDuplicates(["id"]), rules=rules, policy=policy)
    return Run(records, links, claims, faults)


def _links(given: Input, records: sql.DataFrame) -> sql.DataFrame:
    """What linking finds, or an earlier run found where there are no articles to link."""
    if given.articles.isEmpty():
        return given.links.where("type != 'fault'")
    return link(given.articles, records).orderBy("type", "key", "id")
