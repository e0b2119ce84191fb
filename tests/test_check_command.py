"""Tests of the linter: findings of raw articles and case files, what fails a run, baselines, settings, and what goes where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack import save
from claimtrack.cli import main
from tests.articles.paper import LEAD, MORE
from tests.support.building import claim, ledger, said

TOWN = ledger(said("S1", "person:brand"), about=claim(label="C1"))
TWO = TOWN | ledger(
    said("S9", "person:oro", of="claim:other"), claim("claim:other", "The mill burns.", label="C2"), about=claim(label="C1")
)
SINGLE = "town.jsonl:1:1: CT101 single-source: warning: C1: one origin on record: Ilse Brand"
ARTICLE = f"Ferry to be repaired\n\n{LEAD}\n\n{MORE}\n"


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in an empty folder with a town's ledger."""
    monkeypatch.chdir(tmp_path)
    save(TOWN, "town.jsonl")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def findings_of(found: Result) -> list[str]:
    """The lines of findings on standard output."""
    return [line for line in found.stdout.splitlines() if ": CT" in line]


def codes(*args: str) -> list[str]:
    return [row["code"] for row in json.loads(run("check", "town.jsonl", "--format", "json", *args).stdout)["findings"]]


class TestFindings:
    def test_they_are_told_with_their_places_before_the_sum(self) -> None:
        lines = run("check", "town.jsonl").stdout.splitlines()
        assert [line.split(": ", 1)[1] for line in lines[:2]] == [
            "CT101 single-source: warning: C1: one origin on record: Ilse Brand",
            "CT102 single-carrier: note: C1: carried by Harbour Post alone (1 article)",
        ]
        assert all(line.startswith("town.jsonl:") and line.split(": ")[0].endswith(":1") for line in lines[:2])
        assert lines[2] == "2 findings: 1 warning, 1 note"

    def test_raw_articles_are_linted_too_with_line_and_column(self) -> None:
        Path("articles").mkdir()
        Path("articles/ferry.txt").write_text(ARTICLE)
        found = findings_of(run("check", "articles"))
        column = LEAD.index("Mayor") + 1
        start = f"articles/ferry.txt:3:{column}: CT101 single-source: warning: ‘“nobody will be left"
        assert any(line.startswith(start) for line in found), found
        assert all(line.startswith("articles/ferry.txt:") for line in found)

    @pytest.mark.parametrize("kind", ["sarif", "github", "json"])
    def test_for_programs_standard_output_is_data_alone(self, kind: str) -> None:
        save(TOWN | ledger(claim(wording="The dam drips.")), "town.jsonl")
        found = run("check", "town.jsonl", "--format", kind)
        assert "conflict: " not in found.stdout
        assert "conflict: " in found.stderr
        assert "records: " in found.stderr
        assert kind == "github" or json.loads(found.stdout)

    def test_they_can_go_to_a_file(self) -> None:
        found = run("check", "town.jsonl", "-o", "found.txt")
        assert findings_of(found) == []
        assert "CT101" in Path("found.txt").read_text()

    def test_absolute_paths_count_from_here(self) -> None:
        found = run("check", str(Path("town.jsonl").absolute()), "--format", "sarif")
        assert '"uri": "town.jsonl"' in found.stdout
        assert str(Path.cwd()) not in found.stdout

    def test_report_tells_them_in_the_same_forms(self) -> None:
        Path("articles").mkdir()
        Path("articles/ferry.txt").write_text(ARTICLE)
        for kind in ("concise", "sarif", "github"):
            assert run("report", "articles", "--format", kind).stdout == run(
                "check", "articles", "--format", kind, "-o", "f"
            ).stdout + Path("f").read_text("utf-8")


class TestChoosing:
    def test_what_is_selected_and_not_ignored_is_told(self) -> None:
        assert codes() == ["CT101", "CT102"]
        assert codes("--select", "CT101") == codes("--ignore", "single-carrier") == ["CT101"]
        assert codes("--select", "CT1xx", "--ignore", "CT102, CT3") == ["CT101"]
        assert codes("--select", "CT2") == []

    @pytest.mark.parametrize("option", ["--select", "--ignore", "--fail-on"])
    @pytest.mark.parametrize("verb", ["check", "report"])
    def test_a_flag_that_is_not_there_is_wrong_use(self, verb: str, option: str) -> None:
        found = run(verb, "town.jsonl", option, "singel-source")
        assert (found.exit_code, found.stdout) == (2, "")
        assert "did you mean 'single-source'" in found.stderr


@pytest.mark.parametrize("verb", ["check", "report"])
class TestExitCodes:
    @pytest.mark.parametrize(
        ("args", "code"),
        [
            ([], 0),
            (["--fail-on", "CT1"], 1),
            (["--fail-on", "CT3xx"], 0),
            (["--fail-level", "note"], 1),
            (["--fail-level", "warning"], 1),
            (["--fail-level", "error"], 0),
            (["--min-origins", "1"], 0),
            (["--min-origins", "2"], 1),
            (["--min-origins", "2", "--ignore", "few-origins"], 0),
            (["--min-origins", "2", "--exit-zero"], 0),
            (["--fail-level", "note", "--exit-zero"], 0),
            (["--fail-on", "CT1", "--ignore", "CT1"], 0),
            (["--fail-level", "grave"], 2),
            (["--min-origins", "-1"], 2),
            (["--baseline", "missing.json"], 2),
            (["--config", "missing.toml"], 2),
        ],
    )
    def test_one_is_for_findings_asked_about_and_two_for_wrong_use(self, verb: str, args: list[str], code: int) -> None:
        assert run(verb, "town.jsonl", *args).exit_code == code

    def test_bad_input_is_two_even_where_findings_are_let_pass(self, verb: str) -> None:
        Path("bad.jsonl").write_text('{"type": "claim"}\n')
        assert run(verb, ".", "--exit-zero", "--fail-on", "CT1").exit_code == 2


class TestBaseline:
    @pytest.mark.parametrize("verb", ["check", "report"])
    def test_what_was_written_is_known_and_fails_nothing_but_what_is_new_does(self, verb: str) -> None:
        assert run(verb, "town.jsonl", "--fail-level", "note", "--write-baseline", "known.json").exit_code == 0
        assert run(verb, "town.jsonl", "--fail-level", "note", "--baseline", "known.json").exit_code == 0
        save(TWO, "town.jsonl")
        found = run(verb, "town.jsonl", "--fail-on", "CT101", "--baseline", "known.json")
        assert found.exit_code == 1

    def test_what_was_known_is_still_told_and_the_sum_counts_what_is_gone(self) -> None:
        save(TWO, "town.jsonl")
        run("check", "town.jsonl", "--write-baseline", "known.json")
        save(TOWN, "town.jsonl")
        found = run("check", "town.jsonl", "--baseline", "known.json")
        assert all(line.endswith(" (known)") for line in findings_of(found))
        assert "2 findings: 1 warning, 1 note; 0 new, 2 known, 2 gone since the baseline\n" in found.stdout

    def test_a_flag_that_is_not_tried_is_not_gone(self) -> None:
        run("check", "town.jsonl", "--write-baseline", "known.json")
        assert "0 new, 1 known, 0 gone" in run("check", "town.jsonl", "--baseline", "known.json", "--select", "CT102").stdout

    @pytest.mark.parametrize("kind", ["json", "sarif"])
    def test_what_an_earlier_run_printed_will_do(self, kind: str) -> None:
        Path("known.json").write_text(run("check", "town.jsonl", "--format", kind).stdout)
        assert run("check", "town.jsonl", "--fail-level", "note", "--baseline", "known.json").exit_code == 0

    def test_the_same_findings_give_the_same_bytes_wherever_the_files_lie(self) -> None:
        run("check", "town.jsonl", "--write-baseline", "one.json")
        run("check", str(Path("town.jsonl").absolute()), "--write-baseline", "other.json")
        assert Path("one.json").read_bytes() == Path("other.json").read_bytes()

    def test_a_place_that_cannot_be_written_is_told(self) -> None:
        found = run("check", "town.jsonl", "--write-baseline", "nowhere/known.json")
        assert found.exit_code == 2
        assert "nowhere/known.json: cannot be written" in found.stderr

    def test_states_are_told_to_programs(self) -> None:
        run("check", "town.jsonl", "--write-baseline", "known.json")
        told = json.loads(run("check", "town.jsonl", "--baseline", "known.json", "--format", "json").stdout)
        assert [row["state"] for row in told["findings"]] == ["unchanged", "unchanged"]


class TestSettings:
    def test_they_stand_in_for_options_and_the_command_line_goes_before_them(self) -> None:
        Path("claimtrack.toml").write_text('fail-on = ["single-source"]\nignore = ["CT102"]\n')
        found = run("check", "town.jsonl")
        assert (found.exit_code, len(findings_of(found))) == (1, 1)
        assert run("report", "town.jsonl").exit_code == 1
        assert run("check", "town.jsonl", "--fail-on", "disputed").exit_code == 0
        assert len(findings_of(run("check", "town.jsonl", "--ignore", "CT9"))) == 2

    def test_none_are_taken_where_nobody_wants_any_and_others_where_they_are_named(self) -> None:
        Path("claimtrack.toml").write_text("min-origins = 2\n")
        Path("other.toml").write_text("exit-zero = true\nmin-origins = 2\n")
        assert run("check", "town.jsonl").exit_code == 1
        assert run("check", "town.jsonl", "--no-config").exit_code == 0
        assert run("check", "town.jsonl", "--config", "other.toml").exit_code == 0
        assert run("check", "town.jsonl", "--config", "other.toml", "--no-config").exit_code == 2

    def test_a_fault_in_them_ends_the_run_with_its_line(self) -> None:
        Path("claimtrack.toml").write_text('select = [\n  "CT1",\n  "disputd",\n]\n')
        found = run("check", "town.jsonl")
        assert (found.exit_code, found.stdout) == (2, "")
        assert found.stderr.startswith("claimtrack.toml:3: select[1]: there is no flag 'disputd'; did you mean 'disputed' or ")

    def test_a_project_file_without_settings_cannot_be_named_for_them(self) -> None:
        Path("pyproject.toml").write_text("[project]\n")
        assert run("check", "town.jsonl", "--config", "pyproject.toml").exit_code == 2

    @pytest.mark.parametrize("args", [["report", "town.jsonl"], ["explain", "C1", "town.jsonl"], ["outlets", "town.jsonl"]])
    def test_the_policy_and_the_ratings_of_the_house_go_with_every_verb_that_takes_them(self, args: list[str]) -> None:
        Path("claimtrack.toml").write_text('policy = "missing.toml"\n')
        assert "missing.toml: cannot be read" in run(*args).stderr
        Path("claimtrack.toml").write_text('ratings = ["missing.csv"]\n')
        assert "missing.csv: cannot be read" in run(*args).stderr
