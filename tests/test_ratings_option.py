"""The option `--ratings` of report and explain, and the door behind it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack import InputError, Ledger, Outlet, Rating, UnknownNameError, load_ratings, save
from claimtrack.cli import main
from tests.support.building import article, claim, ledger, said

TOWN = ledger(said("S1", "person:brand"), about=claim(label="C1"))
OUTLET = Outlet(key="outlet:mercury", name="Quay Mercury", domains=("quaymercury.example",))
ROWS = """domain,grade,scale,rater
quaymercury.example,B,admiralty,Quay Panel
tide.example,C,admiralty,Quay Panel
ebb.example,Z,admiralty,Quay Panel
"""
MINE = '[panel]\ncolumns = {domain = "web", value = "mark"}\nscale = "admiralty"\nrater = "Quay Panel"\n'


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    save(TOWN | Ledger([OUTLET]), "town.jsonl")
    Path("r.csv").write_text(ROWS)
    Path("good.csv").write_text(ROWS[: ROWS.index("ebb")])
    Path("mine.toml").write_text(MINE)
    Path("mine.csv").write_text("web,mark\nquaymercury.example,B\n")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


@pytest.mark.parametrize("verb", [("report", "town.jsonl"), ("explain", "C1", "town.jsonl")])
def test_a_file_is_summed_up_on_stderr_and_its_bad_rows_are_told(verb: tuple[str, ...]) -> None:
    found = run(*verb, "--ratings", "r.csv")
    assert found.stderr.splitlines() == [
        "r.csv:4: grade: 'Z' is no letter of the Admiralty code; expected A to F",
        "r.csv (plain): 3 rows, 1 for outlets here, 1 skipped",
    ]
    assert found.exit_code == 2


def test_without_bad_rows_the_run_is_clean() -> None:
    assert run("report", "town.jsonl", "--ratings", "good.csv", "--ratings", "plain:good.csv").exit_code == 0


def test_strict_stops_before_the_report() -> None:
    found = run("report", "town.jsonl", "--ratings", "r.csv", "--strict")
    assert (found.exit_code, found.stdout) == (2, "")


def test_a_layout_of_your_own_is_a_file() -> None:
    assert "mine.csv (panel): 1 row, 1 for outlets here" in run("report", "town.jsonl", "--ratings", "mine.toml:mine.csv").stderr


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("missing.csv", "missing.csv: cannot be read"),
        ("plian:r.csv", "did you mean 'plain'"),
        ("missing.toml:r.csv", "missing.toml: cannot be read"),
        ("mbfc:r.csv", "the layout mbfc needs a column reporting"),
    ],
)
def test_a_slip_of_the_hand_is_told(word: str, told: str) -> None:
    found = run("report", "town.jsonl", "--ratings", word)
    assert found.exit_code == 2
    assert told in found.stderr


def test_a_colon_in_the_name_of_a_file_that_is_there_splits_nothing() -> None:
    Path("r:1.csv").write_text(ROWS)
    assert "r:1.csv (plain): 3 rows" in run("report", "town.jsonl", "--ratings", "r:1.csv").stderr


def test_ratings_are_loaded_from_python() -> None:
    found = load_ratings("r.csv", Ledger([OUTLET]).view)
    assert [record.value for record in found.records if isinstance(record, Rating)] == ["B"]
    assert load_ratings("mine.csv", Ledger([OUTLET]).view, "mine.toml").matched == 1
    assert load_ratings(Path("mine.csv"), Ledger([OUTLET]).view, Path("mine.toml")).layout == "panel"


def test_what_cannot_be_read_is_an_error_in_python() -> None:
    Path("latin.toml").write_bytes(b"# \xff")
    with pytest.raises(InputError, match="cannot be read"):
        load_ratings("missing.csv", TOWN.view)
    with pytest.raises(InputError, match="not UTF-8"):
        load_ratings("r.csv", TOWN.view, "latin.toml")
    with pytest.raises(UnknownNameError):
        load_ratings("r.csv", TOWN.view, "nobody")


def test_a_mark_of_an_outlet_reaches_the_grade_of_what_it_carries() -> None:
    told = ledger(said("S1", "person:brand"), OUTLET, article("a1", "outlet:mercury"), about=claim(label="C1"))
    save(told, "told.jsonl")
    before, after = (run("explain", "C1", "told.jsonl", *more).stdout for more in ((), ("--ratings", "good.csv")))
    assert "said F6" in before
    assert "said B2" in after
