"""Which records go to which group: judgements and stances as edges, their components, and what a claim's report looks at beside it."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model import Judgement, Stance, Statement, Verdict
from claimtrack.spark.components import number
from claimtrack.spark.needed import functions, sql


def ties(records: sql.DataFrame) -> sql.DataFrame:
    """Judgements and stances: what they tie to what (`left`, `right`).

    `joins` says whether that puts the two into one group, and `lasting` whether every worker has to know of it: people's judgements on
    articles decide which of these are one carrier. A judgement that leaves it open ties nothing.
    """
    stances = records.where(functions.col("type") == Stance.type)
    judgements = records.where(functions.col("type") == Judgement.type).where(_field("verdict") != str(Verdict.UNSURE))
    same = _field("verdict") == str(Verdict.SAME)
    by_person = _field("maker").isNotNull() & _field("maker.kind").isNull()  # a person is the default, which lines leave out
    tied = judgements.select("id", "json", _field("left"), _field("right"), same.alias("joins"), by_person.alias("lasting"))
    always, never = functions.lit(True).alias("joins"), functions.lit(False).alias("lasting")
    left, right = _field("statement").alias("left"), _field("claim").alias("right")
    return tied.unionByName(stances.select("id", "json", left, right, always, never))


def _field(path: str) -> sql.Column:
    """A field of a record's line; null where it is left out."""
    return functions.get_json_object("json", f"$.{path}").alias(path)


def edges(tied: sql.DataFrame) -> sql.DataFrame:
    """What is in one group, as pairs of numbers."""
    return tied.where("joins").select(number("left").alias("left"), number("right").alias("right"))


def placed(said: sql.DataFrame, tied: sql.DataFrame, found: sql.DataFrame) -> sql.DataFrame:
    """Claims, statements, judgements and stances with the component that each belongs to.

    Nothing that is asked of a claim leaves its component: judgements join within it, and a stance ties its statement to it.

    Args:
        said: the claims and statements.
        tied: the judgements and stances.
        found: for each number that an edge touches, its component; any other is one by itself.
    """
    rows = said.select("id", "json", _field("article"), number("key").alias("node"))
    bound = tied.select("id", "json", functions.lit(None).cast("string").alias("article"), number("left").alias("node"))
    component = functions.coalesce("component", "node").alias("component")
    both = rows.unionByName(bound).join(found, "node", "left")
    return both.select(component, functions.lit(False).alias("beside"), "id", "json", "article")


def credited(said: sql.DataFrame, records: sql.DataFrame, articles: Iterable[str]) -> sql.DataFrame:
    """The statements of articles that credit others, for each component with a statement of such an article.

    Whether a credit is taken up anywhere in its article is asked of every claim in it (CT405).
    """
    keys = sorted(articles)
    wanted = said.where(functions.col("article").isin(keys)).select("component", "article").distinct()
    held = records.where(functions.col("type") == Statement.type).select("id", "json", _field("article"))
    return wanted.join(held, "article").select("component", functions.lit(True).alias("beside"), "id", "json", "article")
