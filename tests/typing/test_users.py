"""Tests of types as users meet them: what the checker accepts also runs, and what it refuses stays refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import ClaimtrackError, Report
from tests.typing import users

SPOILT = """
import claimtrack
wrong: int = claimtrack.track("seeds").claims[0].flags
reveal_type(claimtrack.load)
"""
CASE = """
claimtrack = 1
article = [{key = "article:mercury", outlet = "outlet:mercury"}]
outlet = [{key = "outlet:mercury", name = "the Quay Mercury"}]
speaker = [{key = "person:oro", name = "Vesna Oro", kind = "person"}]
claim = [{key = "claim:ferry", wording = "The ferry is late.", stances = {supports = ["M1"]}}]

[[statement]]
key = "M1"
article = "article:mercury"
anchor = {start = 0, end = 9}
chain = ["person:oro"]
voice = "direct"
framing = "attributed-fact"
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "ferry.toml").write_text(CASE, "utf-8")
    return tmp_path


@pytest.fixture
def report(case: Path) -> Report:
    return users.follow(case)


def test_what_is_promised_of_a_report_runs(report: Report) -> None:
    assert len(report.claims) == 1


def test_what_is_loaded_can_be_written(case: Path) -> None:
    (case / "mine.jsonl").write_text("", "utf-8")
    assert len(users.keep(case, case / "mine.jsonl").ledger) == 6


def test_rules_and_renderers_of_a_user_run_beside_ours(case: Path) -> None:
    assert all(users.render(case))


def test_what_the_checker_refuses_fails_at_run_time_too(report: Report) -> None:
    with pytest.raises((TypeError, AttributeError, ClaimtrackError)):
        users.refused(report, report.claims[0])


@pytest.mark.slow
def test_a_strict_checker_accepts_the_file_as_it_stands_and_nothing_less(tmp_path: Path) -> None:
    from mypy import api  # which takes its time

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
