"""Makes README, docs and docstrings part of every test run: each document is one test."""

from tests.docs.examples import pytest_collect_file

__all__ = ["pytest_collect_file"]
