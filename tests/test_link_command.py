"""The verb `link`: statements in, judgements out, by themselves or with the articles they come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack import Derivation, Judgement, Stance, load
from claimtrack.cli import main

WIRE = "The Harbour Workers' Union has rejected a pay offer of four per cent, its leader Tam Oro said on Friday.\n"
LATER = "Tam Oro said that the Harbour Workers' Union had rejected the pay offer of four per cent.\n"
DENIED = "The Harbour Workers' Union denied that it had rejected the pay offer of four per cent.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for name, text in (("wire", WIRE), ("later", LATER), ("reply", DENIED)):
        (place / f"{name}.txt").write_text(f"A day in Skell, told by the {name} desk\n\n{text}")
    return place


def test_statements_of_a_ledger_are_linked(folder: Path, tmp_path: Path) -> None:
    statements, links = tmp_path / "statements.jsonl", tmp_path / "links.jsonl"
    assert run("read", folder, "-o", statements).exit_code == 0
    result = run("link", statements, "-o", links)
    assert result.exit_code == 0, result.stderr
    ledger = load([statements, links]).ledger
    assert {type(record) for record in load([links], references=False).ledger} <= {Judgement, Stance, Derivation}
    assert any(stance.note.startswith("denies this") for stance in ledger.of(Stance))
    assert "joined" in result.stderr
    assert result.stdout == ""


def test_the_articles_themselves_are_read_and_linked(folder: Path) -> None:
    result = run("link", folder)
    assert result.exit_code == 0, result.stderr
    assert '"type":"statement"' in result.stdout
    assert '"type":"judgement"' in result.stdout


def test_articles_that_are_known_are_compared_but_not_read_again(folder: Path, tmp_path: Path) -> None:
    (folder / "copy.txt").write_text("\n\n".join(["A day in Skell", *(f"{WIRE}{LATER}" for _ in range(2)), DENIED]))
    (folder / "again.txt").write_text("\n\n".join(["A day in Skell", *(f"{WIRE}{LATER}" for _ in range(2)), DENIED, "It rained."]))
    statements = tmp_path / "statements.jsonl"
    run("read", folder, "-o", statements)
    result = run("link", statements, folder)
    assert '"type":"derivation"' in result.stdout
    assert '"type":"statement"' not in result.stdout


def test_the_same_articles_give_the_same_bytes_twice(folder: Path) -> None:
    assert run("link", folder).stdout == run("link", folder).stdout


def test_a_report_on_statements_and_links_knows_who_denies(folder: Path, tmp_path: Path) -> None:
    statements, links = tmp_path / "statements.jsonl", tmp_path / "links.jsonl"
    run("read", folder, "-o", statements)
    run("link", statements, "-o", links)
    apart, at_once = run("report", statements, links, "--format", "json"), run("report", folder, "--format", "json")
    assert '"disputed"' in apart.stdout
    assert apart.stdout == at_once.stdout


@pytest.mark.parametrize(
    ("arguments", "word"),
    [(["nowhere.jsonl"], "nowhere.jsonl"), (["--strict"], "Missing argument"), (["x", "--colour"], "No such option")],
)
def test_wrong_use_says_what_is_wrong_and_ends_with_2(arguments: list[str], word: str) -> None:
    result = run("link", *arguments)
    assert result.exit_code == 2
    assert word in result.stderr


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    result = run("link", folder, "-o", folder / "no" / "such" / "place.jsonl")
    assert result.exit_code == 2
    assert "place.jsonl" in result.stderr
