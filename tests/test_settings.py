"""Tests of the files that say how to run: which settings are the nearest, and where their files lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import InputError, load, track
from claimtrack.reports import findings
from claimtrack.settings import find_settings, load_findings, load_settings, save_findings
from tests.support.building import ledger, said

CASE = 'claimtrack = 1\n[[outlet]]\nkey = "outlet:quay-mercury"\nname = "the Quay Mercury"\n'


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Stand in a folder two below the top of a project."""
    (tmp_path / "desk" / "cases").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk" / "cases")


def least() -> int | None:
    found = find_settings()
    return found.settings.min_origins if found else None


def put(path: str, number: int) -> None:
    Path(path).write_text(("[tool.claimtrack]\n" if path.endswith("pyproject.toml") else "") + f"min-origins = {number}\n")


def test_the_nearest_file_upwards_is_taken_and_in_one_folder_our_own_before_the_projects() -> None:
    put("../../pyproject.toml", 1)
    assert least() == 1
    put("../../claimtrack.toml", 2)
    assert least() == 2
    put("../pyproject.toml", 3)
    assert least() == 3
    put("claimtrack.toml", 4)
    assert least() == 4


def test_a_project_file_without_our_table_is_passed_over() -> None:
    put("../claimtrack.toml", 2)
    Path("pyproject.toml").write_text("[project]\n")
    assert least() == 2
    assert load_settings("pyproject.toml") is None


def test_a_fault_names_the_file_as_seen_from_here() -> None:
    Path("../claimtrack.toml").write_text("selct = []\n")
    with pytest.raises(InputError, match=r"^\.\./claimtrack\.toml:1: selct: "):
        find_settings()


def test_files_count_from_the_folder_of_the_settings() -> None:
    Path("../claimtrack.toml").write_text('baseline = "known.json"\npolicy = "/desk/p.toml"\nratings = ["admiralty:ours.csv", "b.csv"]\n')
    found = find_settings()
    assert found is not None
    assert (found.settings.baseline, found.settings.policy) == ("../known.json", "/desk/p.toml")
    assert found.settings.ratings == ("admiralty:../ours.csv", "../b.csv")


def test_settings_in_a_folder_that_is_read_are_neither_a_case_file_nor_passed_over() -> None:
    Path("a.toml").write_text(CASE)
    put("claimtrack.toml", 2)
    loaded = load(["."])
    assert (len(loaded.ledger), loaded.faults, loaded.skipped) == (1, (), ())


def test_a_case_file_that_is_called_like_settings_is_still_read_as_one() -> None:
    Path("claimtrack.toml").write_text(CASE)
    assert len(load(["."]).ledger) == 1


def test_a_baseline_that_is_written_is_read_again() -> None:
    found = findings(track(ledger(said("S1", "person:brand"))))
    save_findings(found, "known.json")
    assert {each.fingerprint for each in load_findings("known.json")} == {each.fingerprint for each in found}


@pytest.mark.parametrize("data", [b"\xff\xfe{", b"{", b"\xff"])
def test_a_baseline_that_cannot_be_read_is_told(data: bytes) -> None:
    Path("known.json").write_bytes(data)
    with pytest.raises(InputError, match=r"^known\.json"):
        load_findings("known.json")
    with pytest.raises(InputError, match=r"^missing\.json: cannot be read"):
        load_findings("missing.json")
