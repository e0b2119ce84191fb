from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.accuracy.predict import main
from tests.accuracy.truth_rows import truth_lines

ROWS = ['{"source": "p", "object": "bridge", "value": 1.10}', '{"source": "q", "object": "bridge", "value": 1.10}']
ROWS += ['{"source": "r", "object": "bridge", "value": "iron"}', '{"source": "r", "object": 7, "value": "two"}']


def written(folder: Path, rows: list[str], name: str = "rows.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_there_is_a_line_for_each_object_in_the_order_of_names(tmp_path: Path) -> None:
    assert [json.loads(line)["object"] for line in truth_lines(written(tmp_path, ROWS))] == [7, "bridge"]


def test_a_number_keeps_its_spelling(tmp_path: Path) -> None:
    assert '"value": 1.10,' in list(truth_lines(written(tmp_path, ROWS), "majority"))[1]


@pytest.mark.parametrize("first", ["ash", "oak"])
def test_of_values_that_tie_the_first_seen_is_told(tmp_path: Path, first: str) -> None:
    other = {"ash": "oak", "oak": "ash"}[first]
    rows = [json.dumps({"source": value, "object": "tree", "value": value}) for value in (first, other)]
    assert [json.loads(line)["value"] for line in truth_lines(written(tmp_path, rows))] == [first]


def test_a_table_is_read_as_lines_are(tmp_path: Path) -> None:
    path = written(tmp_path, ["object,value,source", "tree,ash,p", "tree,oak,q", "tree,oak,r"], "rows.csv")
    assert [json.loads(line)["value"] for line in truth_lines(path)] == ["oak"]


def test_rows_that_lack_a_field_are_left_out_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [ROWS[0], '{"source": "p", "object": "mill"}', '{"source": "p", "object": "mill", "value": null}']
    assert [json.loads(line)["object"] for line in truth_lines(written(tmp_path, rows))] == ["bridge"]
    assert "2 rows lack one of source, object, value" in capsys.readouterr().err


def test_numbers_spelled_in_two_ways_are_one_value(tmp_path: Path) -> None:
    rows = [
        f'{{"source": "{name}", "object": "mill", "value": {value}}}'
        for name, value in zip("pqrs", ("7", "5.0", "5", "50e-1"), strict=True)
    ]
    assert '"value": 5.0,' in next(truth_lines(written(tmp_path, rows), "majority"))


def test_the_command_writes_the_lines_by_the_method_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["truth", str(written(tmp_path, ROWS)), str(out), "--method", "majority"]) == 0
    assert out.read_text(encoding="utf-8").splitlines()[1] == '{"object": "bridge", "value": 1.10, "confidence": 0.666667}'
