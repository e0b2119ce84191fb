"""The verb `spark`: the same pipeline on Spark, from Parquet tables and folders to Parquet tables."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from claimtrack.cli.loading import policy, tell
from claimtrack.cli.manners import options, step
from claimtrack.cli.talk import end, remark, stop
from claimtrack.errors import ClaimtrackError, Fault, shown
from claimtrack.model.case import counted
from claimtrack.model.policy import Policy


@click.group()
def spark() -> None:
    """Run the pipeline on Spark, for more articles than one machine takes; needs the extra `spark` and a JDK.

    Example: claimtrack spark report --input articles --output found
    """


@spark.command(params=[*options()])
@click.option(
    "--input", "inputs", multiple=True, required=True, metavar="DIR", help="Read articles and records from here; may be repeated."
)
@click.option("--output", required=True, metavar="DIR", help="Write the tables into this folder; those of an earlier run are replaced.")
@click.option("--master", default="local[2]", show_default=True, help="Where to run without spark-submit, in Spark's words.")
@policy
def report(inputs: Sequence[str], output: str, master: str, policy: Policy) -> None:
    """Report on every claim: the Parquet tables records, links, claims and faults.

    DIR has articles.parquet or records.parquet, or files as the other verbs read them: articles, case files, ledgers.

    Example: claimtrack spark report --input articles --input outlets.toml --output found
    """
    if not any("://" in path or os.path.exists(path) for path in inputs):
        stop(f"{', '.join(map(shown, inputs))}: no such file or folder, so there is nothing to report on")
    try:
        from claimtrack.spark import load, run, session

        with step("working on Spark"):
            found = run(load(session(master), inputs), policy=policy)
            found.write(output)
    except ClaimtrackError as error:
        stop(str(error))
    faults = [Fault(*row) for row in found.faults.collect()]
    tell(faults)
    remark(f"{output}: {counted(found.claims.count(), 'claim')}")
    end(faults, 0)
