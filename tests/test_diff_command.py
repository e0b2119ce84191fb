"""Tests of the verb `diff`, and of the options `--as-of` and `--undated`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from claimtrack import Dating, save
from claimtrack.cli import main
from claimtrack.reports import diff_schema
from tests.support.building import article, claim, ledger, said

BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
DATED = article("a1", published=Dating(on="2024-03-10")), article("a2", "outlet:valley", published=Dating(on="2025-04-02"))
ABOUT = claim(label="C1")


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in a folder with a ledger, and with one that has a statement more."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    save(ledger(DATED, BRAND, about=ABOUT), "old.jsonl")
    save(ledger(DATED, BRAND, ORO, about=ABOUT), "new.jsonl")


def run(*args: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, args)


class TestDiff:
    def test_two_ledgers_are_compared(self) -> None:
        found = run("diff", "old.jsonl", "new.jsonl")
        assert found.exit_code == 0
        assert "  ~ origins: 1 -> 2\n" in found.stdout

    def test_one_ledger_is_compared_as_of_two_days(self) -> None:
        found = run("diff", "--from", "2024", "--to", "2025", "new.jsonl")
        assert found.exit_code == 0
        assert found.stdout.startswith("Old: 1 article, 1 claim. As of 2024")
        assert "  + Valley Herald, 2025-04-02: On a2 (a2)\n" in found.stdout

    def test_undated_articles_count_on_both_days_when_asked_for(self) -> None:
        assert "a3" not in run("diff", "--from", "2024", "--to", "2025", "new.jsonl").stdout
        kept = run("diff", "--from", "2024", "--to", "2025", "--undated", "keep", "new.jsonl").stdout
        assert kept.startswith("Old: 2 articles, 1 claim.")

    def test_the_exit_code_tells_of_changes_only_when_asked(self) -> None:
        assert run("diff", "old.jsonl", "new.jsonl").exit_code == 0
        assert run("diff", "old.jsonl", "new.jsonl", "--exit-code").exit_code == 1
        assert run("diff", "old.jsonl", "old.jsonl", "--exit-code").exit_code == 0

    def test_a_flag_that_is_raised_now_fails_and_one_that_was_there_does_not(self) -> None:
        found = run("diff", "new.jsonl", "old.jsonl", "--fail-on", "single-source")
        assert found.exit_code == 1
        assert found.stderr.startswith("C1: CT101 single-source: ")
        assert run("diff", "old.jsonl", "old.jsonl", "--fail-on", "single-source").exit_code == 0

    @pytest.mark.parametrize(
        ("args", "message"),
        [
            (("old.jsonl",), "found 1 paths; give two paths, OLD and NEW"),
            (("old.jsonl", "new.jsonl", "old.jsonl"), "found 3 paths"),
            (("-", "-"), "standard input can be read once"),
            (("old.jsonl", "--from", "2024"), "--from and --to go together"),
            (("old.jsonl", "--to", "2024"), "--from and --to go together"),
            (("old.jsonl", "new.jsonl", "--undated", "keep"), "--from and --to go together"),
            (("old.jsonl", "--from", "May", "--to", "2024"), "'May' is no date"),
            (("old.jsonl", "gone.jsonl"), "gone.jsonl"),
            (("old.jsonl", "new.jsonl", "--fail-on", "singel-source"), "did you mean 'single-source'"),
        ],
    )
    def test_wrong_use_is_told(self, args: tuple[str, ...], message: str) -> None:
        found = run("diff", *args)
        assert found.exit_code == 2
        assert message in found.stderr

    def test_a_fault_in_either_file_is_told_and_the_rest_is_compared(self) -> None:
        Path("new.jsonl").write_text(Path("new.jsonl").read_text("utf-8") + "{\n", "utf-8")
        found = run("diff", "old.jsonl", "new.jsonl")
        assert found.exit_code == 2
        assert "new.jsonl:" in found.stderr
        assert "origins: 1 -> 2" in found.stdout

    def test_the_json_keeps_to_the_schema_that_the_verb_schema_prints(self) -> None:
        assert json.loads(run("schema", "diff").stdout) == diff_schema()
        jsonschema.validate(json.loads(run("diff", "old.jsonl", "new.jsonl", "--format", "json").stdout), diff_schema())

    def test_markdown_can_be_written_to_a_file(self) -> None:
        assert run("diff", "old.jsonl", "new.jsonl", "--format", "markdown", "-o", "changes.md").exit_code == 0
        assert Path("changes.md").read_text("utf-8").startswith("# What changed\n")


class TestAsOf:
    @pytest.mark.parametrize("args", [("report",), ("explain", "C1"), ("outlets",)])
    def test_three_verbs_speak_of_a_day_and_say_so(self, args: tuple[str, ...]) -> None:
        found = run(*args, "new.jsonl", "--as-of", "2024")
        assert found.exit_code == 0
        assert found.stdout.startswith("As of 2024 (until 2024-12-31)")

    def test_articles_without_a_date_are_left_out_unless_kept(self) -> None:
        assert "left out, without a date: 1 article (a3)" in run("report", "new.jsonl", "--as-of", "2024").stdout
        assert "counted, though without a date: 1 article (a3)" in run("report", "new.jsonl", "--as-of", "2024", "--undated", "keep").stdout

    def test_undated_is_no_question_without_a_day(self) -> None:
        found = run("report", "new.jsonl", "--undated", "keep")
        assert found.exit_code == 2
        assert "it needs --as-of" in found.stderr

    @pytest.mark.parametrize("spelling", ["May", "2024-13", "2024-02-30", "", "2025/2024", "\x1b[31m"])
    def test_what_is_no_date_is_told(self, spelling: str) -> None:
        found = run("report", "new.jsonl", "--as-of", spelling)
        assert found.exit_code == 2
        assert "--as-of" in found.stderr
        assert "\x1b" not in found.stderr

    def test_only_flags_of_that_day_fail(self) -> None:
        assert run("report", "new.jsonl", "--fail-on", "single-source").exit_code == 0
        assert run("report", "new.jsonl", "--as-of", "2024", "--fail-on", "single-source").exit_code == 1

    def test_a_claim_of_later_is_not_known(self) -> None:
        found = run("explain", "C1", "new.jsonl", "--as-of", "2020")
        assert found.exit_code == 2
        assert found.stderr == "there is no claim as of 2020 called 'C1'\n"


def test_sarif_marks_what_is_new_and_what_is_gone(tmp_path: Path) -> None:
    place = str(Path(__file__).parents[1] / "seeds")
    log = json.loads(run("diff", "--from", "2022", "--to", "2024-12", "--format", "sarif", place).stdout)
    states = {result["baselineState"] for result in log["runs"][0]["results"]}
    assert states == {"new", "unchanged", "updated", "absent"}
    same = json.loads(run("diff", "--format", "sarif", place, place).stdout)
    assert {result["baselineState"] for result in same["runs"][0]["results"]} == {"unchanged"}
