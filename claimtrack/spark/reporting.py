"""Records and links to support reports on Spark: what hangs together is brought to one place and assessed there by the same code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate

from claimtrack.codec import default_policy
from claimtrack.model import Ledger, Retraction
from claimtrack.model.policy import Policy
from claimtrack.seams import Rule
from claimtrack.spark.benches import Context, Seat
from claimtrack.spark.components import Components, components
from claimtrack.spark.folding import fold
from claimtrack.spark.gathering import credited, edges, placed, ties
from claimtrack.spark.needed import functions, pyarrow, sql
from claimtrack.spark.tables import CLAIMS, lines, record
from claimtrack.support import FLAGS

GROUPED = ("claim", "statement", "judgement", "stance")
"""The types of records that go to the claims they are about; all others go to every worker."""


def report(
    records: sql.DataFrame, *, rules: Iterable[Rule] = FLAGS, policy: Policy | None = None, components: Components = components
) -> sql.DataFrame:
    """The support report on every claim, one row a claim, the worst supported first.

    Args:
        records: the columns of records, links among them.
        rules: the flags to try.
        policy: how sources are weighed and claims graded; the packaged policy without one.
        components: what finds the components of statements and claims that judgements and stances connect.
    """
    standing = _standing(records)
    tied = ties(standing).persist()
    others = standing.where(~functions.col("type").isin(*GROUPED)).select("json").unionByName(tied.where("lasting").select("json"))
    context = Context(tuple(sorted(lines(others))), tuple(rules), policy or default_policy())
    said = placed(standing.where(functions.col("type").isin("claim", "statement")), tied, components(edges(tied)))
    rows = said.unionByName(credited(said, standing, context.credited))
    found = fold(rows, "component", Seat(standing.sparkSession.sparkContext.broadcast(context)), NUMBERED, order=("beside", "id"))
    return _worst_first(_labelled(found.persist()))


def _standing(records: sql.DataFrame) -> sql.DataFrame:
    """The records that no retraction takes back; retractions and what they name are collected to the driver."""
    retractions = lines(records.where(functions.col("type") == Retraction.type))
    if not retractions:
        return records
    named = sorted({each.record for each in map(record, retractions) if isinstance(each, Retraction)})
    gone = Ledger(map(record, [*retractions, *lines(records.where(functions.col("id").isin(named)))])).retracted
    return records.where(~functions.col("id").isin(sorted(gone)))


NUMBERED = CLAIMS.append(pyarrow.field("unlabelled", pyarrow.bool_()))
"""The columns of claims, and whether a claim gets a number in place of a label."""
PLACE = 33
"""Bits; what Spark counts rows of one partition by in `monotonically_increasing_id`, with the partition's number above them."""
UNLABELLED = '"label": ""'
"""How a claim without a label begins after its key, which has no quotation mark in it."""


def _labelled(claims: sql.DataFrame) -> sql.DataFrame:
    """The claims with numbers for those of statements alone, in the order of their keys: `R1`, `R2` and so on."""
    place, at = functions.shiftrightunsigned("row", PLACE), functions.col("row").bitwiseAND((1 << PLACE) - 1)
    ordered = claims.where("unlabelled").select("key").repartitionByRange("key").sortWithinPartitions("key")
    rows = ordered.withColumn("row", functions.monotonically_increasing_id()).persist()
    before = _before({each["place"]: each["count"] for each in rows.groupBy(place.alias("place")).count().collect()})
    shift = functions.create_map(*(functions.lit(value) for pair in before.items() for value in pair))
    given = functions.concat(functions.lit("R"), (at + shift[place] + 1).cast("string")) if before else functions.lit("")
    both = claims.drop("unlabelled").join(rows.select("key", given.alias("given")), "key", "left")
    start, many = functions.instr("json", UNLABELLED) + len(UNLABELLED) - 1, functions.length("given")
    told = functions.overlay("json", "given", start, functions.lit(0))
    label = functions.coalesce("given", "label").alias("label")
    json = functions.when(many > 0, told).otherwise(functions.col("json")).alias("json")
    return both.select("key", label, *CLAIMS.names[2:-1], json)


def _before(counts: Mapping[int, int]) -> dict[int, int]:
    """For each partition, how many rows stand in those before it."""
    return dict(zip(sorted(counts), accumulate((counts[place] for place in sorted(counts)), initial=0), strict=False))


def _worst_first(claims: sql.DataFrame) -> sql.DataFrame:
    """The order of a report."""
    disputed = functions.array_contains("flags", "disputed")
    few = -functions.size("flags")
    name = functions.when(functions.col("label") == "", functions.col("key")).otherwise(functions.col("label"))
    return claims.orderBy("lower", ~disputed, "upper", few, name, "key")
