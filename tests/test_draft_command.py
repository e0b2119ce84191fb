"""Tests of `check --against`: exit codes, forms, and what is said when there is nothing to check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack.cli import main

SOURCE = 'Bolts\n\n"The bolts are older than the people who check them," said Una Pike, head of the road office.\n'
FAITHFUL = '"The bolts are older than the people who check them," Una Pike said.\n'


@pytest.fixture(autouse=True)
def _pile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    Path("sources").mkdir()
    Path("sources/post.txt").write_text(SOURCE, "utf-8")
    Path("draft.md").write_text(FAITHFUL, "utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["check", *args])


def test_a_faithful_draft_ends_with_nought() -> None:
    found = run("draft.md", "--against", "sources")
    assert found.exit_code == 0
    assert "✓ draft.md:1:1 ok quotation" in found.stdout


def test_an_altered_quotation_ends_with_one() -> None:
    Path("draft.md").write_text(FAITHFUL.replace("older", "younger"), "utf-8")
    found = run("draft.md", "--against", "sources")
    assert found.exit_code == 1
    assert "error CT601 quote-altered: from the source to the draft: are [-older-] {+younger+} than" in found.stdout


def test_notes_alone_end_with_nought() -> None:
    Path("draft.md").write_text("The ferry of Ferrow sails on Sundays in the winter.\n", "utf-8")
    found = run("draft.md", "--against", "sources")
    assert (found.exit_code, "note CT611" in found.stdout) == (0, True)


def test_json_and_markdown_are_data_alone() -> None:
    assert json.loads(run("draft.md", "--against", "sources", "--format", "json").stdout)["sources"] == 1
    assert run("draft.md", "--against", "sources", "--format", "markdown").stdout.startswith("# Draft against its sources\n")


def test_a_file_that_is_not_there_ends_with_two() -> None:
    found = run("draft.txt", "--against", "sources")
    assert found.exit_code == 2
    assert "draft.txt: cannot be read" in found.stderr
    assert run("draft.md", "--against", "source").exit_code == 2


def test_a_pile_without_an_article_is_told() -> None:
    Path("empty").mkdir()
    found = run("draft.md", "--against", "empty")
    assert found.exit_code == 2
    assert "empty: no source here that can be read" in found.stderr


def test_colour_is_for_terminals_and_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("draft.md", "--against", "sources").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m" in run("draft.md", "--against", "sources").stdout
