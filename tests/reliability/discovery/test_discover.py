"""Tests of the door to truth discovery: names of methods, ties, what does not settle, and numpy where it is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimtrack.errors import UnknownNameError
from claimtrack.reliability.discovery import METHODS, Discovery, Observations, Truth, discover


def test_an_unknown_method_is_told_with_the_near_names() -> None:
    with pytest.raises(UnknownNameError, match="there is no method 'majorty'; did you mean 'majority'"):
        discover(Observations.of([]), "majorty")


@pytest.mark.parametrize("method", METHODS)
def test_nothing_observed_is_nothing_found(method: str) -> None:
    assert discover(Observations.of([]), method) == Discovery(method, (), {}, (), 0, True)


def test_values_that_tie_are_all_told_and_the_first_in_spelling_is_chosen() -> None:
    found = discover(Observations.of([("p", "x", "b"), ("q", "x", "a"), ("q", "y", "b")]), "majority")
    assert found.truths == (Truth("x", "a", 0.5, ("a", "b")), Truth("y", "b", 1.0))


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_numpy_is_not_loaded_by_claimtrack() -> None:
    assert run("import claimtrack, claimtrack.cli, sys; print('numpy' in sys.modules)") == "False\n"


def test_without_numpy_one_line_names_the_extra() -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\ntry:\n import claimtrack.reliability.discovery\nexcept ValueError as error: print(error)"
    )
    assert run(code) == "truth discovery: needs numpy; install it with: pip install 'claimtrack[discovery]'\n"
