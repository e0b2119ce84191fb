"""Tests of the door to truth discovery: names of methods, ties, what does not settle, and numpy where it is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.errors import RecordError, UnknownNameError
from claimtrack.reliability.discovery import METHODS, ConvergenceWarning, Copying, Discovery, Observations, Truth, discover
from tests.reliability.discovery.worlds import copied_world


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


def test_every_method_and_every_field_is_described() -> None:
    told = (Path(__file__).parents[3] / "docs" / "reference" / "truth-discovery.md").read_text("utf-8")
    fields = [field.name for kind in (Discovery, Truth, Copying) for field in attrs.fields(kind)]
    assert [name for name in (*METHODS, *fields, "similarity", "tolerance", "rounds", "change") if f"`{name}`" not in told] == []


def test_a_method_that_has_not_settled_says_so() -> None:
    made = Observations.of(copied_world(1))
    with pytest.warns(ConvergenceWarning, match="accu: trust had not settled when the rounds ended, 1 in all"):
        assert not discover(made, "accu", rounds=1).converged


@pytest.mark.parametrize("wrong", [{"rounds": 0}, {"tolerance": -1.0}, {"tolerance": float("nan")}, {"change": float("nan")}])
def test_settings_off_their_scale_are_refused(wrong: dict[str, Any]) -> None:
    (name,) = wrong
    with pytest.raises(RecordError, match=f"{name} is ") as caught:
        discover(Observations.of([("p", "x", "1")]), **wrong)
    assert caught.value.field == name
