"""Tests of the command line: exit codes, what goes where, and what it says to a slip of the hand."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from claimtrack import Anchor, Ledger, load, save, track
from claimtrack.cli import group, main
from claimtrack.codec import default_policy, record_schema
from claimtrack.model import Framing, StanceKind, Statement, Voice, digest
from claimtrack.model.drafts import DRAFT_RULES
from claimtrack.reports import markdown, report_json, report_jsonl, report_schema, table
from claimtrack.support import FLAGS
from tests.support.building import article, claim, ledger, said

ROOT = Path(__file__).parents[1]
SAID = [*said("S1", "person:brand"), *said("S2", "person:oro", stance=StanceKind.DENIES)]
TOWN = ledger(SAID, about=claim(label="C1"))
VERBS = {row.name: row for row in group.VERBS}


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in an empty folder with a town's ledger, in a window of a hundred columns, without wishes about colour."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    save(TOWN, "town.jsonl")


def run(*args: str, stdin: str | bytes | None = None, **env: str) -> Result:
    """Run the command in this process."""
    return CliRunner(env=env).invoke(main, args, input=stdin)


def real(*args: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "claimtrack", *args]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT), **env})


class TestExitCodes:
    def test_a_clean_run_ends_with_nought(self) -> None:
        assert run("report", "town.jsonl").exit_code == 0
        assert run("check", "town.jsonl").exit_code == 0

    @pytest.mark.parametrize("flags", ["single-source", "CT101", "ct101,hedged", " hedged , single-source ,"])
    def test_a_flag_that_is_asked_about_ends_with_one_and_is_told_on_stderr(self, flags: str) -> None:
        found = run("report", "town.jsonl", "--fail-on", flags)
        assert found.exit_code == 1
        assert "C1: CT101 single-source: one origin on record: Ilse Brand" in found.stderr
        assert "CT101 single-source:" not in found.stdout

    @pytest.mark.parametrize("flags", ["hedged", "", ","])
    def test_flags_that_are_not_raised_end_with_nought(self, flags: str) -> None:
        assert run("report", "town.jsonl", "--fail-on", flags).exit_code == 0

    def test_bad_input_ends_with_two_even_beside_findings(self) -> None:
        Path("bad.jsonl").write_text('{"type": "claim"}\n')
        assert run("check", ".", "--fail-on", "single-source").exit_code == 2

    @pytest.mark.parametrize(
        "args",
        [
            ["repotr"],
            ["report"],
            ["report", "town.jsonl", "--format", "pdf"],
            ["report", "town.jsonl", "--width", "3"],
            ["report", "missing"],
            ["check", "town.jsonl", "--texts", "missing"],
            ["report", "town.jsonl", "--fail-on", "nonsense"],
            ["explain"],
            ["explain", "C1"],
            ["explain", "C9", "town.jsonl"],
            ["rule", "CT999"],
            ["schema", "nonsense"],
            ["merge"],
            ["--nonsense"],
            ["x" * 5000],
        ],
    )
    def test_wrong_use_ends_with_two_says_why_and_prints_no_data(self, args: list[str]) -> None:
        found = run(*args)
        assert found.exit_code == 2
        assert found.stderr
        assert found.stdout == ""


class TestHints:
    @pytest.mark.parametrize(
        ("args", "hint"),
        [
            (["reprot"], "did you mean 'report'"),
            (["qqqqq"], "see claimtrack --help"),
            (["explain", "C11", "town.jsonl"], "did you mean 'C1'?"),
            (["explain", "C1", "singel-source", "town.jsonl"], "did you mean 'single-source'"),
            (["explain", "C1", "singel-source"], "'singel-source' is neither a flag nor a file here; did you mean 'single-source'"),
            (["explain", "C1", "qqqqq", "town.jsonl"], "see claimtrack rule"),
            (["explain", "C1", "hedged", "town.jsonl"], "there is no flag on C1 called 'hedged'"),
            (["explain", "C1", "missing.toml", "town.jsonl"], "missing.toml: cannot be read"),
            (["explain", "C1"], "name the files or folders to read after the claim"),
            (["rule", "singel-source"], "did you mean 'single-source'"),
            (["report", "town.jsonl", "--fail-on", "disputd"], "did you mean 'disputed'"),
            (["report", "missing"], "missing: cannot be read"),
        ],
    )
    def test_a_slip_is_answered_with_what_was_meant(self, args: list[str], hint: str) -> None:
        found = run(*args)
        assert hint in found.stderr
        assert "Traceback" not in found.stderr

    def test_no_hostile_argument_reaches_the_terminal(self) -> None:
        found = run("explain", "\x1b[31mC1\u202e", "town.jsonl")
        assert "\x1b" not in found.stderr
        assert "\u202e" not in found.stderr


class TestReport:
    def test_a_path_alone_means_report(self) -> None:
        assert run("town.jsonl").stdout == run("report", "town.jsonl").stdout == table(track(TOWN), 100)

    def test_options_before_the_path_mean_report_too(self) -> None:
        assert run("--format", "json", "town.jsonl").stdout == run("report", "town.jsonl", "--format", "json").stdout

    @pytest.mark.parametrize(("kind", "render"), [("markdown", markdown), ("json", report_json), ("jsonl", report_jsonl), ("table", table)])
    def test_every_format_is_what_its_renderer_gives(self, kind: str, render: object) -> None:
        assert callable(render)
        found = run("report", "town.jsonl", "--format", kind)
        assert (found.stdout, found.stderr) == (render(track(TOWN)), "")

    def test_a_file_is_written_whole_and_nothing_printed(self) -> None:
        found = run("report", "town.jsonl", "--format", "json", "-o", "report.json")
        assert (found.exit_code, found.stdout) == (0, "")
        assert Path("report.json").read_text() == report_json(track(TOWN))
        assert sorted(path.name for path in Path().iterdir()) == ["report.json", "town.jsonl"]

    @pytest.mark.parametrize("verb", ["report", "merge"])
    def test_a_place_that_cannot_be_written_to_is_told(self, verb: str) -> None:
        found = run(verb, "town.jsonl", "-o", "missing/out")
        assert found.exit_code == 2
        assert "cannot be written" in found.stderr

    def test_standard_input_is_a_ledger_like_any_other(self) -> None:
        lines = Path("town.jsonl").read_bytes()
        assert run("-", stdin=lines).stdout == run("report", "-", stdin=lines).stdout == run("town.jsonl").stdout

    def test_a_width_can_be_asked_for(self) -> None:
        assert run("report", "town.jsonl", "--width", "40").stdout == table(track(TOWN), 40)

    def test_the_window_decides_without_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        assert run("town.jsonl").stdout == table(track(TOWN), 60)

    def test_headings_are_bold_only_where_asked_for_and_never_in_files(self) -> None:
        assert "\x1b" not in run("town.jsonl").stdout
        assert b"\x1b[1mWhat everything rests on" in real("town.jsonl", FORCE_COLOR="1").stdout
        assert "\x1b" not in run("town.jsonl", NO_COLOR="1").stdout
        assert run("town.jsonl", "-o", "out", FORCE_COLOR="1").exit_code == 0
        assert "\x1b" not in Path("out").read_text()

    def test_the_bytes_do_not_depend_on_the_locale(self) -> None:
        save(TOWN | Ledger([claim("claim:wide", "Émile says “宽”.")]), "wide.jsonl")
        assert real("wide.jsonl", PYTHONIOENCODING="latin-1").stdout == real("wide.jsonl", PYTHONIOENCODING="utf-8").stdout


class TestFaults:
    def test_one_bad_file_beside_good_ones_is_named_and_the_run_goes_on(self) -> None:
        Path("bad.jsonl").write_text('{"type": "claim"}\n')
        found = run("report", ".", "--format", "json")
        assert found.exit_code == 2
        assert json.loads(found.stdout)["claims"][0]["label"] == "C1"
        assert "bad.jsonl:1:" in found.stderr

    @pytest.mark.parametrize("verb", ["report", "check", "merge"])
    def test_strict_stops_at_it(self, verb: str) -> None:
        Path("bad.jsonl").write_text('{"type": "claim"}\n')
        found = run(verb, ".", "--strict")
        assert (found.exit_code, found.stdout) == (2, "")
        assert "bad.jsonl:1:" in found.stderr

    def test_a_flood_of_faults_is_cut_short(self) -> None:
        Path("bad.jsonl").write_text("[]\n" * 300)
        assert "... and 100 more" in run("check", "bad.jsonl").stderr

    @pytest.mark.parametrize("verb", ["report", "check", "merge"])
    def test_a_folder_with_nothing_to_read_is_told(self, verb: str) -> None:
        Path("empty").mkdir()
        found = run(verb, "empty")
        assert (found.exit_code, found.stdout) == (2, "")
        assert found.stderr == "empty: nothing to read here; expected case files (.toml) or ledgers (.jsonl, .db)\n"

    def test_a_toml_file_that_is_no_case_file_is_passed_over(self) -> None:
        Path("other").mkdir()
        Path("other/pyproject.toml").write_text('[project]\nname = "other"\n')
        found = run("report", "other")
        assert found.exit_code == 2
        assert "other/pyproject.toml: passed over, not a case file" in found.stderr

    def test_an_empty_ledger_is_a_ledger(self) -> None:
        Path("none.jsonl").write_text("")
        found = run("report", "none.jsonl")
        assert found.exit_code == 0
        assert found.stdout.startswith("No claims.")

    def test_no_hostile_text_of_a_file_reaches_the_terminal(self) -> None:
        Path("bad.jsonl").write_text('{"type": "\\u202e\\u001b[2J"}\n')
        found = run("check", "bad.jsonl")
        assert "\x1b" not in found.stderr
        assert "\u202e" not in found.stderr


class TestExplain:
    def test_a_claim_is_explained_by_label_key_or_statement(self) -> None:
        told = [run("explain", name, "town.jsonl").stdout for name in ("C1", "c1", "claim:dam-leaks", "S1")]
        assert len(set(told)) == 1
        assert told[0].startswith("C1  The dam leaks.\n")

    @pytest.mark.parametrize("name", ["single-source", "CT101", "Single-Source"])
    def test_one_flag_is_explained(self, name: str) -> None:
        assert "CT101 single-source: one origin" in run("explain", "C1", name, "town.jsonl").stdout

    def test_several_paths_are_read_together(self) -> None:
        save(ledger(said("S3", "person:keeper", article="a2")), "more.jsonl")
        assert "2 independent origins" in run("explain", "C1", "town.jsonl", "more.jsonl").stdout
        assert "S2" in run("explain", "C1", "disputed", "more.jsonl", "town.jsonl").stdout

    def test_standard_input_can_be_explained(self) -> None:
        lines = Path("town.jsonl").read_bytes()
        assert run("explain", "C1", "-", stdin=lines).stdout == run("explain", "C1", "town.jsonl").stdout
        assert "Cleared by" in run("explain", "C1", "CT101", "-", stdin=lines).stdout

    def test_the_folder_seeds_is_read_without_a_path(self) -> None:
        Path("seeds").mkdir()
        Path("town.jsonl").rename("seeds/town.jsonl")
        assert run("explain", "C1").stdout == run("explain", "C1", "seeds").stdout
        assert "Cleared by" in run("explain", "C1", "CT101").stdout

    def test_faults_are_told_beside_the_claim(self) -> None:
        Path("bad.jsonl").write_text("[]\n")
        found = run("explain", "C1", ".")
        assert found.exit_code == 2
        assert found.stdout.startswith("C1")

    def test_a_width_can_be_asked_for(self) -> None:
        assert max(map(len, run("explain", "C1", "town.jsonl", "--width", "50").stdout.splitlines())) <= 50


class TestMerge:
    def test_a_merge_is_the_union_and_its_own_fixed_point(self) -> None:
        more = ledger(said("S3", "person:keeper", article="a2"))
        save(more, "more.jsonl")
        assert run("merge", "town.jsonl", "more.jsonl", "-o", "both.jsonl").exit_code == 0
        assert load(["both.jsonl"]).ledger == TOWN | more
        assert run("merge", "both.jsonl").stdout == Path("both.jsonl").read_text()
        assert run("merge", "both.jsonl", "town.jsonl", "both.jsonl").stdout == Path("both.jsonl").read_text()

    def test_records_go_to_stdout_and_talk_to_stderr(self) -> None:
        found = run("merge", "town.jsonl")
        assert all(json.loads(line)["type"] for line in found.stdout.splitlines())
        assert found.stderr == f"{len(TOWN)} records\n"

    def test_conflicts_are_listed_and_lose_nothing(self) -> None:
        save(Ledger([claim(wording="The dam drips.")]), "rival.jsonl")
        found = run("merge", "town.jsonl", "rival.jsonl")
        assert found.exit_code == 0
        assert "conflict: claim:dam-leaks: wording:" in found.stderr
        assert "The dam drips." in found.stdout
        assert "The dam leaks." in found.stdout


TEXT = "Ilse Brand says that the dam leaks at night."


class TestCheck:
    def put(self, text: str, words: str = "the dam leaks", fragment: str = "the%20dam%20leaks") -> None:
        """Write a ledger with one anchor, made in `TEXT`, and the article's text as it is now."""
        start = TEXT.index(words)
        anchor = Anchor(start=start, end=start + len(words), digest=digest(words), fragment=fragment)
        told = Statement(key="S1", article="a1", anchor=anchor, voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT)
        Path("texts").mkdir()
        Path("texts/a1.txt").write_text(text)
        save(ledger(article("a1", digest=hashlib.sha256(text.encode()).hexdigest()), told), "town.jsonl")

    @pytest.mark.parametrize(
        ("text", "state", "code"),
        [
            (TEXT, "1 exact, 0 moved, 0 drifted, 0 orphaned, 0 without text", 0),
            (f"Update. {TEXT}", "0 exact, 1 moved, 0 drifted, 0 orphaned, 0 without text", 0),
            ("Nothing of the kind.", "0 exact, 0 moved, 0 drifted, 1 orphaned, 0 without text", 1),
        ],
    )
    def test_anchors_are_looked_up_and_lost_ones_are_findings(self, text: str, state: str, code: int) -> None:
        self.put(text)
        found = run("check", "town.jsonl", "--texts", "texts")
        assert f"anchors: {state}" in found.stdout
        assert found.exit_code == code

    def test_other_words_at_the_place_have_drifted_and_are_told_with_their_line(self) -> None:
        self.put(TEXT.replace("dam leaks", "dam at times leaks"), fragment="the%20dam,leaks")
        found = run("check", "town.jsonl", "--texts", "texts")
        assert found.exit_code == 1
        assert "0 exact, 0 moved, 1 drifted" in found.stdout
        assert "town.jsonl:" in found.stdout
        assert "S1: drifted" in found.stdout

    def test_articles_without_text_are_counted(self) -> None:
        Path("texts").mkdir()
        found = run("check", "town.jsonl", "--texts", "texts")
        assert found.exit_code == 0
        assert "2 without text" in found.stdout

    def test_a_text_that_cannot_be_read_is_told(self) -> None:
        self.put(TEXT)
        Path("texts/loop.txt").symlink_to("loop.txt")
        Path("texts/picture.png").write_bytes(b"\x89PNG\xff")
        found = run("check", "town.jsonl", "--texts", "texts")
        assert "1 exact" in found.stdout

    def test_conflicts_are_findings_to_read_and_the_sum_is_told(self) -> None:
        save(TOWN | Ledger([claim(wording="The dam drips.")]), "town.jsonl")
        found = run("check", "town.jsonl")
        assert found.stdout.splitlines()[0].startswith("conflict: claim:dam-leaks: wording:")
        assert found.stdout.splitlines()[-1].endswith("3 articles, 2 statements, 1 claim; 0 faults, 1 conflict")


class TestSchemaAndRule:
    def test_the_schemas_are_printed(self) -> None:
        assert json.loads(run("schema").stdout) == json.loads(run("schema", "records").stdout) == record_schema()
        assert json.loads(run("schema", "report").stdout) == report_schema()

    @pytest.mark.parametrize("row", FLAGS, ids=lambda row: str(row.name))
    def test_a_flag_is_explained_by_code_and_by_name(self, row: click.Command) -> None:
        code = getattr(row, "code", "")
        assert run("rule", code).stdout == run("rule", str(row.name)).stdout
        assert "Cleared by:" in run("rule", code).stdout

    def test_a_finding_in_drafts_is_explained_by_code_and_name(self) -> None:
        assert run("rule", "ct604").stdout == run("rule", "attribution-dropped").stdout
        assert "To do: say who says so." in run("rule", "CT604").stdout
        assert "did you mean" in run("rule", "quote-altred").stderr

    def test_all_flags_and_grades_are_listed(self) -> None:
        found = run("rule").stdout
        assert all(f"{row.code}  {row.name}: {row.means}" in found for row in DRAFT_RULES)
        assert all(f"{row.code}  {row.name}: {row.means}" in found for row in FLAGS)
        assert all(f"\n{row.digit}  {row.says}" in found for row in (*default_policy().content, *default_policy().said))


class TestHelp:
    def test_the_command_alone_tells_how_to_use_it(self) -> None:
        assert "claimtrack report PATH" in run().output
        assert run("--help").exit_code == run("-h").exit_code == 0

    @pytest.mark.parametrize("verb", VERBS)
    def test_every_verb_has_an_example_that_begins_with_it(self, verb: str) -> None:
        text = run(verb, "--help").stdout
        assert f"Example: claimtrack {verb}" in " ".join(text.split())

    @pytest.mark.parametrize("verb", VERBS)
    def test_every_option_says_what_it_does(self, verb: str) -> None:
        options = [option for option in VERBS[verb].load().params if isinstance(option, click.Option)]
        assert all(option.help and option.help.endswith(".") for option in options)

    def test_the_list_of_verbs_begins_with_the_word_that_their_help_begins_with(self) -> None:
        assert list(VERBS) == sorted(VERBS)
        for row in VERBS.values():
            assert row.means.endswith(".")
            assert row.means.split()[0] == (row.load().help or "").split()[0]

    @pytest.mark.parametrize("word", ["--help", "--version"])
    def test_help_and_version_load_no_stage(self, word: str) -> None:
        told = f"import sys; sys.argv = ['claimtrack', '{word}']\nfrom claimtrack.cli import main\ntry: main()\nexcept SystemExit: pass\n"
        told += "sys.exit(', '.join(name for name in sys.modules if name.startswith(('claimtrack.', 'attr'))))"
        found = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
        assert "claimtrack.cli.group" in found.stderr
        assert all(name.startswith("claimtrack.cli") for name in found.stderr.strip().split(", "))

    def test_a_verb_goes_before_a_file_of_its_name(self) -> None:
        Path("rule").write_text("")
        assert "single-source" in run("rule").stdout


def test_a_pipe_that_closes_early_ends_quietly() -> None:
    command = f"{sys.executable} -m claimtrack report {ROOT / 'seeds'} --format json | head -1"
    found = subprocess.run(["sh", "-c", command], capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert found.stdout == b"{\n"
    assert b"Traceback" not in found.stderr
    assert b"Exception" not in found.stderr


def test_the_module_runs_as_the_command() -> None:
    found = real("check", "town.jsonl")
    assert found.returncode == 0
    assert found.stdout.decode().splitlines()[-1].startswith(f"{len(TOWN)} records")


def test_the_page_is_written_beside_what_goes_to_standard_output(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    found = run("report", str(ROOT / "seeds"), "--html", str(page), "--format", "jsonl")
    assert found.exit_code == 0
    assert found.stdout.startswith("{")
    assert found.stderr == f"{page}: written\n"
    assert page.read_text("utf-8") == run("report", str(ROOT / "seeds"), "--format", "html").stdout


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    found = run("report", str(ROOT / "seeds"), "--html", str(tmp_path / "nowhere" / "report.html"))
    assert found.exit_code == 2
    assert "report.html" in found.stderr
