"""Makes README, docs and docstrings part of every test run: each document is one test; and lets modules be compiled once."""

import os
import sys

from tests.docs.examples import pytest_collect_file

__all__ = ["pytest_collect_file"]

# Some environments ask Python not to keep what it compiles; here each of a hundred processes would then compile all anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
