"""Tests of the verb `export` and of the settings of formats on the command line."""

from __future__ import annotations

import inspect
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack import files, save, track
from claimtrack.cli import main
from claimtrack.cli.formats import SETTINGS
from claimtrack.errors import InputError
from claimtrack.publishing import publish
from claimtrack.reports import FORMATS, find_format
from tests.support.building import claim, ledger, said

ALL = sorted(f"{row.name}{row.suffix}" for row in FORMATS)


@pytest.fixture(autouse=True)
def _town(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder with a town's ledger alone."""
    monkeypatch.chdir(tmp_path)
    save(ledger(said("S1", "person:brand"), about=claim(label="C1", wording="=1+1")), "town.jsonl")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_all_formats_are_written_each_to_its_file_with_the_bytes_of_publish() -> None:
    found = run("export", "town.jsonl", "--to", "out/deep")
    assert found.exit_code == 0
    assert sorted(os.listdir("out/deep")) == ALL
    told = track("town.jsonl")
    for row in FORMATS:
        assert Path(f"out/deep/{row.name}{row.suffix}").read_bytes() == publish(told, row.name).encode()


def test_stdout_stays_empty_and_stderr_tells_each_file() -> None:
    found = run("export", "town.jsonl", "--to", "out")
    assert found.stdout == ""
    assert [line.partition(": ")[0] for line in found.stderr.splitlines()] == [os.path.join("out", f"{r.name}{r.suffix}") for r in FORMATS]


def test_formats_asked_for_are_written_alone_and_once() -> None:
    assert run("export", "town.jsonl", "--to", "out", "--format", "csv", "--format", "json", "--format", "csv").exit_code == 0
    assert sorted(os.listdir("out")) == ["csv.csv", "json.json"]


def test_what_else_is_in_the_folder_is_left_alone() -> None:
    Path("out").mkdir()
    Path("out/mine.txt").write_text("mine")
    Path("out/csv.csv").write_text("old")
    assert run("export", "town.jsonl", "--to", "out", "--format", "csv").exit_code == 0
    assert Path("out/mine.txt").read_text() == "mine"
    assert Path("out/csv.csv").read_text() != "old"


def test_where_one_file_cannot_be_written_none_is() -> None:
    Path("out/jsonl.jsonl").mkdir(parents=True)
    found = run("export", "town.jsonl", "--to", "out")
    assert found.exit_code == 2
    assert found.stderr == "out: cannot be written to: Is a directory\n"
    assert os.listdir("out") == ["jsonl.jsonl"]


def test_a_folder_that_is_a_file_is_refused() -> None:
    with pytest.raises(InputError, match=r"town\.jsonl: cannot be written to"):
        files.write_all({"a": "b"}, "town.jsonl")
    assert run("export", "town.jsonl", "--to", "town.jsonl").exit_code == 2


def test_a_slip_in_a_formats_name_is_told() -> None:
    found = run("export", "town.jsonl", "--to", "out", "--format", "cvs")
    assert found.exit_code == 2
    assert "csv" in found.stderr
    assert not Path("out").exists()


def test_settings_reach_the_formats_that_have_them() -> None:
    assert run("export", "town.jsonl", "--to", "out", "--csv-raw", "--csv-bom").exit_code == 0
    for name in ("csv.csv", "csv-statements.csv"):
        assert Path("out", name).read_bytes().startswith(b"\xef\xbb\xbf")
    assert ",=1+1," in Path("out/csv.csv").read_text("utf-8")
    assert ",'=1+1," in run("report", "town.jsonl", "--format", "csv").stdout
    assert ",=1+1," in run("report", "town.jsonl", "--format", "csv", "--csv-raw").stdout


@pytest.mark.parametrize(
    ("form", "flags"), [("markdown", ["--csv-raw"]), ("table", ["--mermaid-most", "5"]), ("json", ["--mermaid-claim", "C1"])]
)
def test_a_setting_of_another_format_is_refused(form: str, flags: list[str]) -> None:
    found = run("report", "town.jsonl", "--format", form, *flags)
    assert found.exit_code == 2
    assert found.stdout == ""
    assert f"{flags[0]} is for" in found.stderr
    assert f"not for {form}" in found.stderr


def test_a_claim_to_draw_that_is_not_there_is_told() -> None:
    found = run("report", "town.jsonl", "--format", "mermaid", "--mermaid-claim", "C11")
    assert found.exit_code == 2
    assert found.stderr == "there is no claim 'C11'; did you mean 'C1'?\n"


def test_every_setting_that_can_be_typed_has_a_flag_with_a_meaning() -> None:
    typed = {
        (row.name, option)
        for row in FORMATS
        for option in row.options
        if isinstance(inspect.signature(row.render).parameters[option].default, bool | int | str)
    }
    assert {(name, each.option) for each in SETTINGS for name in each.formats} == typed
    assert all(each.means for each in SETTINGS)


def test_a_setting_that_two_formats_share_is_one_flag() -> None:
    (raw,) = (each for each in SETTINGS if each.flag == "--csv-raw")
    assert raw.formats == ("csv", "csv-statements")


def test_faults_of_one_file_are_told_and_the_rest_is_exported() -> None:
    Path("bad.jsonl").write_text("nonsense\n")
    found = run("export", "town.jsonl", "bad.jsonl", "--to", "out", "--format", "json")
    assert found.exit_code == 2
    assert "bad.jsonl:1" in found.stderr
    assert json.loads(Path("out/json.json").read_text())["claims"]
    assert run("export", "town.jsonl", "bad.jsonl", "--to", "strict", "--strict").exit_code == 2
    assert not Path("strict").exists()


def test_taking_somebody_out_is_told_in_what_is_exported() -> None:
    assert run("export", "town.jsonl", "--to", "out", "--format", "json", "--without", "Ilse Brand").exit_code == 0
    assert json.loads(Path("out/json.json").read_text())["without"]["taken"][0]["name"] == "Ilse Brand"
    assert find_format("json").suffix == ".json"
