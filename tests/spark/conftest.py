"""One session of Spark for all tests, with settings that start it soon rather than run it long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession

from claimtrack.spark import session

QUICK = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "2",
}


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """The session; one that runs already is taken up and left running."""
    running = SparkSession.getActiveSession()
    started = session(settings=QUICK)
    yield started
    if running is None:
        started.stop()
