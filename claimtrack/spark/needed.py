"""What work on Spark needs beside this package, and the one line told where it is missing."""

from __future__ import annotations

from claimtrack.errors import MissingPackageError

try:
    import pyarrow
    import pyspark
    from pyspark import sql
    from pyspark.sql import functions, types
except ImportError as error:
    raise MissingPackageError("work on Spark", "claimtrack[spark]") from error

__all__ = ["functions", "pyarrow", "pyspark", "sql", "types"]
