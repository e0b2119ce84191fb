"""A session of Spark with the settings that this package wants, or one clear line about what is missing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from claimtrack.errors import Fault, InputError
from claimtrack.spark.needed import sql

HOME = Path(__file__).resolve().parents[2]
"""Where this package can be imported from; workers on this machine have to find it too."""
ALWAYS = MappingProxyType(
    {
        "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
    }
)
"""Settings that any session may have: batches that a worker can hold, and one time zone."""
ALONE = MappingProxyType(
    {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "2g",
        "spark.python.daemon.module": "claimtrack.spark.daemon",
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
)
"""Settings of a session on one machine, which nobody else can reach."""
SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Stands in the environment of what `spark-submit` started, which has its settings already."""


def session(master: str = "local[2]", settings: Mapping[str, str] = MappingProxyType({})) -> sql.SparkSession:
    """The session that runs already, the one that `spark-submit` asks for, or a new one on this machine.

    Args:
        master: where a new one runs, in Spark's words; `local[2]` is two workers on this machine.
        settings: settings of Spark for a new one, before those of `ALONE`.

    Raises:
        InputError: when there is no Java to start it with.
    """
    running = sql.SparkSession.getActiveSession()
    if running is not None:
        return running
    builder = sql.SparkSession.builder.appName("claimtrack")
    wanted = dict(ALWAYS) | dict(settings)
    if SUBMITTED not in os.environ:
        _prepare()
        builder, wanted = builder.master(master), dict(ALONE) | wanted
    for name, value in wanted.items():
        builder = builder.config(name, value)
    started = builder.getOrCreate()
    started.sparkContext.setLogLevel("WARN")
    return started


def _prepare() -> None:
    """Let the workers of a new session run this Python and find this package.

    Raises:
        InputError: when there is no Java.
    """
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java", path=str(Path(home) / "bin") if home else None) is None:
        raise InputError([Fault("Spark", 0, "", "no Java found: install a JDK 17 or set JAVA_HOME")])
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
    paths = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    if str(HOME) not in paths:
        os.environ["PYTHONPATH"] = os.pathsep.join([str(HOME), *paths])
