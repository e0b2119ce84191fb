"""Tests of what a shell is offered, and of the scripts that ask for it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.shell_completion import get_completion_class
from click.testing import CliRunner

from claimtrack.cli import main
from claimtrack.cli.completing import SHELLS, VARIABLE
from claimtrack.cli.group import VERBS
from claimtrack.reports import FORMATS
from claimtrack.support import FLAGS

ROOT = Path(__file__).parents[1]


def offered(*args: str) -> list[str]:
    """What is offered for the last of some words."""
    kind = get_completion_class("bash")
    assert kind is not None
    return [item.value for item in kind(main, {}, "claimtrack", VARIABLE).get_completions(list(args[:-1]), args[-1])]


def test_verbs_are_offered() -> None:
    assert offered("") == [row.name for row in VERBS]
    assert offered("re") == ["read", "report"]


def test_options_are_offered_before_and_after_a_verb() -> None:
    assert {"--version", "--quiet"} <= set(offered("--"))
    assert {"--format", "--quiet"} <= set(offered("report", "--"))
    assert "--format" in offered("-q", "report", "--f")


def test_forms_flags_and_codes_are_offered() -> None:
    assert offered("report", "--format", "") == ["table", *(row.name for row in FORMATS)]
    assert offered("report", "--fail-on", "single-s") == ["single-source"]
    assert offered("report", "--fail-on", "hedged,single-s") == ["hedged,single-source"]
    assert {row.name for row in FLAGS} <= set(offered("rule", ""))
    assert offered("rule", "CT60") == [f"CT60{number}" for number in range(1, 10)]


def test_labels_of_claims_are_offered_from_case_files_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    assert {"C01", "C07"} <= set(offered("explain", "C0"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.toml").write_bytes(b'label = "C9\xff"\nlabel = "C91"\n')
    (tmp_path / "folder.toml").mkdir()
    assert offered("explain", "C91") == ["C91"]


def test_what_is_no_verb_may_be_a_file() -> None:
    kind = get_completion_class("bash")
    assert kind is not None
    (item,) = kind(main, {}, "claimtrack", VARIABLE).get_completions([], "art")
    assert item.type == "file"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_printed_for_each_shell(shell: str) -> None:
    found = CliRunner().invoke(main, ["completion", shell])
    assert found.exit_code == 0
    assert VARIABLE in found.stdout
    assert f"{shell}_complete" in found.stdout


def test_bash_can_read_its_script() -> None:
    script = CliRunner().invoke(main, ["completion", "bash"]).stdout
    assert subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False).stderr == ""
