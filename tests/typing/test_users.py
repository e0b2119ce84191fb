"""Tests of types as users meet them: what the checker accepts also runs, and what it refuses stays refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api

from claimtrack import ClaimtrackError, Report
from tests.typing import users

SPOILT = """
import claimtrack
wrong: int = claimtrack.track("seeds").claims[0].flags
reveal_type(claimtrack.load)
"""
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def report() -> Report:
    return users.follow(SEEDS)


def test_what_is_promised_of_a_report_runs(report: Report) -> None:
    assert len(report.claims) == 25


def test_what_is_loaded_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "mine.jsonl").write_text("", "utf-8")
    assert len(users.keep(SEEDS, tmp_path / "mine.jsonl").ledger) > 400


def test_rules_and_renderers_of_a_user_run_beside_ours() -> None:
    assert all(users.render(SEEDS))


def test_what_the_checker_refuses_fails_at_run_time_too(report: Report) -> None:
    with pytest.raises((TypeError, AttributeError, ClaimtrackError)):
        users.refused(report, report.claims[0])


@pytest.mark.slow
def test_a_strict_checker_accepts_the_file_as_it_stands_and_nothing_less(tmp_path: Path) -> None:
    def checked(file: Path) -> tuple[str, int]:
        told, _, code = api.run(["--strict", "--config-file=", f"--cache-dir={tmp_path / 'cache'}", str(file)])
        return told, code

    assert checked(Path(users.__file__)) == ("Success: no issues found in 1 source file\n", 0)
    spoilt = tmp_path / "spoilt.py"
    spoilt.write_text(
        "import claimtrack\n\nwrong: int = claimtrack.track('seeds').claims[0].flags\nreveal_type(claimtrack.load)\n", "utf-8"
    )
    told, code = checked(spoilt)
    assert code == 1
    assert "variable has type" in told
    assert "claimtrack.files.Loaded" in told
