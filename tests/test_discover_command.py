"""The verb `discover`: tables of triples and ledgers in, a table, CSV or JSON Lines out."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack import save
from claimtrack.cli import main
from claimtrack.reliability.discovery import METHODS
from tests.support.building import claim, ledger, said

ROWS = "source,object,value\nHarbour Post,dead,12\nTidewire,dead,12\nValley Herald,dead,14\nHarbour Post,ships,2\nValley Herald,ships,3\n"
TOWN = ledger(
    said("S1", "person:brand", proposition="The flood killed 12 people."),
    said("S2", "person:oro", proposition="The flood killed 14 people."),
    said("S3", "person:keeper", proposition="The flood killed more than 10 people."),
    about=claim(label="C1"),
)


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("t.csv").write_text(ROWS)
    save(TOWN, "town.jsonl")


def run(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ("discover", *args), input=stdin)


def test_the_table_tells_values_ties_sources_and_how_it_went() -> None:
    found = run("t.csv", "--method", "majority")
    assert found.exit_code == 0
    assert found.stderr == "t.csv: 5 rows, 0 skipped\n"
    assert found.stdout.startswith("majority: settled after 1 round\n")
    assert "ships     tie: 2 or 3" in found.stdout
    assert [line.split() for line in found.stdout.splitlines() if line.startswith("Valley")] == [["Valley", "Herald", "0.50", "2"]]


def test_without_a_method_the_evidence_is_weighed() -> None:
    assert run("t.csv").stdout == run("t.csv", "--method", "evidence").stdout
    assert "\ndead      12 " in run("t.csv").stdout


def test_likely_copiers_are_told_with_care() -> None:
    shared = [f"{source},o{at},{at if at % 2 else 'odd'}" for source in ("Copy", "Tide") for at in range(30)]
    others = [f"{source},o{at},{at}" for source in ("A", "B", "C", "D") for at in range(30)]
    Path("c.csv").write_text("\n".join(["source,object,value", *shared, *others]))
    assert "May take from each other" in run("c.csv", "--method", "accu-copy").stdout


def test_csv_and_json_lines_hold_the_same() -> None:
    rows = list(csv.DictReader(run("t.csv", "--method", "majority", "--format", "csv").stdout.splitlines()))
    objects = [json.loads(line) for line in run("t.csv", "--method", "majority", "--format", "jsonl").stdout.splitlines()]
    assert [row["type"] for row in rows] == ["truth", "truth", "source", "source", "source"] == [each["type"] for each in objects[1:]]
    assert [(row["name"], row["value"], row["more"]) for row in rows[:2]] == [("dead", "12", ""), ("ships", "2", "2 | 3")]
    assert objects[0] == {"type": "discovery", "method": "majority", "rounds": 1, "converged": True}
    assert objects[2] == {"type": "truth", "object": "ships", "value": "2", "confidence": 0.5, "tied": ["2", "3"]}


def test_what_a_spreadsheet_would_run_is_quoted_in_csv_and_numbers_are_not() -> None:
    found = run("-", "--format", "csv", stdin='source,object,value\n@a,=cmd(),-5\nb,"x,y",-a\n')
    names = [(row["name"], row["value"]) for row in csv.DictReader(found.stdout.splitlines())]
    assert names == [("'=cmd()", "-5"), ("x,y", "'-a"), ("'@a", ""), ("b", "")]


def test_bad_rows_are_told_by_line_and_the_rest_counts() -> None:
    Path("t.csv").write_text(ROWS + ",dead,12\n")
    found = run("t.csv", "--method", "majority")
    assert found.exit_code == 2
    assert found.stderr == "t.csv:7: source: empty where a name is needed\nt.csv: 6 rows, 1 skipped\n"
    assert "tie: 2 or 3" in found.stdout
    assert run("t.csv", "--strict").stdout == ""


@pytest.mark.parametrize("text", ["source\tobject\tvalue\na\tx\t1\n", '{"source": "a", "object": "x", "value": 1}\n'])
def test_triples_come_from_standard_input(text: str) -> None:
    assert "x         1" in run("-", stdin=text).stdout


def test_the_figures_of_a_ledger_are_compared() -> None:
    found = run("town.jsonl", "--method", "majority", "--format", "csv")
    assert (
        found.stderr == "2 figures for 1 thing of which two sources or more speak; 1 left out (a range, open, or several for one thing)\n"
    )
    assert "truth,C1: people dead,12,0.5000,12 | 14\n" in found.stdout


def test_numbers_within_a_tolerance_are_one_value() -> None:
    assert "tie" not in run("t.csv", "--tolerance", "1").stdout


def test_values_lend_weight_to_those_like_them() -> None:
    Path("t.csv").write_text("source,object,value\na,x,100\nb,x,101\nc,x,102\nd,x,500\ne,x,500\n")
    assert "x         500" in run("t.csv", "--method", "truthfinder").stdout
    assert run("t.csv", "--method", "truthfinder", "--similarity", "numbers").stdout != run("t.csv", "--method", "truthfinder").stdout


def test_the_outcome_is_written_to_a_file() -> None:
    assert run("t.csv", "-o", "out.txt").stdout == ""
    assert Path("out.txt").read_text().startswith("evidence")


def test_the_order_of_rows_and_files_changes_no_byte() -> None:
    head, *rows = ROWS.splitlines()
    Path("u.csv").write_text("\n".join([head, *reversed(rows)]))
    assert run("t.csv", "--method", "accu").stdout == run("u.csv", "--method", "accu").stdout
    assert run("t.csv", "town.jsonl").stdout == run("town.jsonl", "t.csv").stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["t.csv", "--method", "majorty"], "did you mean 'majority'"),
        (["missing.csv"], "missing.csv: cannot be read"),
        (["missing.jsonl"], "missing.jsonl: cannot be read"),
        (["other.csv"], "other.csv: expected columns source, object and value"),
        (["t.csv", "--tolerance", "-1"], "--tolerance"),
    ],
)
def test_a_slip_of_the_hand_is_told(args: list[str], told: str) -> None:
    Path("other.csv").write_text("a,b\n1,2\n")
    found = run(*args)
    assert found.exit_code == 2
    assert told in found.stderr


def test_with_nothing_to_weigh_it_says_so() -> None:
    Path("t.csv").write_text("source,object,value\n")
    assert "nothing to weigh" in run("t.csv").stderr


def test_direction_characters_are_not_printed() -> None:
    assert "\u202e" not in run("-", stdin="source,object,value\na\u202e,x,1\u202e2\n").stdout


def test_without_numpy_one_line_names_the_extra() -> None:
    code = "import sys; sys.modules['numpy'] = None; from claimtrack.cli import main; main(['discover', 't.csv'])"
    path = {"PYTHONPATH": str(Path(__file__).parents[1])}
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=path)
    assert found.returncode == 2
    assert found.stderr.splitlines()[-1] == "truth discovery: needs numpy; install it with: pip install 'claimtrack[discovery]'"


def test_every_method_is_described() -> None:
    told = (Path(__file__).parents[1] / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert all(f"`{name}`" in told for name in METHODS)
