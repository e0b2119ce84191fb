"""Tests of the table that a run of benchmarks ends with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.figures import figure, table, written

TIME = figure("counting", 0.25, "plain Python", 0.5, 1.0)
SPEED = figure("adding", "9,000 sums/s", "a slide rule", 0.3, 0.4, more=True)


def test_of_times_less_is_better_and_of_speeds_more() -> None:
    assert TIME.held
    assert not SPEED.held
    assert figure("adding", "", "", 0.5, 0.4, more=True).held
    assert not figure("counting", "", "", 1.5, 1.0).held


def test_the_table_is_in_the_order_of_names_and_says_what_is_not_held() -> None:
    head, _, first, second = table([TIME, SPEED]).splitlines()
    assert [cell.strip() for cell in head.strip("|").split("|")] == ["benchmark", "ours", "peer", "ratio", "goal", "held"]
    assert [cell.strip() for cell in first.strip("|").split("|")] == ["adding", "9,000 sums/s", "a slide rule", "0.3", "≥ 0.4", "NO"]
    assert [cell.strip() for cell in second.strip("|").split("|")] == ["counting", "0.25 s", "plain Python", "0.5", "≤ 1", "yes"]


def test_the_file_holds_the_same_figures_as_numbers() -> None:
    first, second = json.loads(written([TIME, SPEED]))["figures"]
    assert (first["name"], first["ratio"], first["goal"], first["more"], first["held"]) == ("adding", 0.3, 0.4, True, False)
    assert second["ours"] == "0.25 s"


@pytest.mark.slow
def test_a_run_ends_with_the_table_and_writes_the_file(tmp_path: Path) -> None:
    test, file = tmp_path / "test_nothing.py", tmp_path / "figures.json"
    test.write_text("def test_nothing(record):\n    record('doing nothing', 0.0, 'itself', 1.0, 1.0)\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.benchmarks.conftest", str(test), "--figures", str(file)]
    run = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert "| doing nothing | 0 s " in " ".join(run.stdout.split())
    assert [each["name"] for each in json.loads(file.read_text("utf-8"))["figures"]] == ["doing nothing"]
