"""What starts the workers of a session on this machine: with all that they need imported once, for each of them is a fork of it."""

from pyspark.daemon import manager

import claimtrack.spark  # noqa: F401 - for the workers

if __name__ == "__main__":
    manager()
