"""Tables that people bring: four forms, lines told, what is broken costs itself alone."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reliability.tables import LONGEST_ROW, Table, read_table

ROWS = [(2, {"domain": "a.example", "score": "0.5"}), (3, {"domain": "b.example", "score": "0.7"})]


def read(text: str | bytes, name: str = "t.csv", **how: Any) -> Table:
    return read_table(text if isinstance(text, bytes) else text.encode(), name, **how)


def found(table: Table) -> list[tuple[int, dict[str, Any]]]:
    return [(row.line, dict(row.cells)) for row in table.rows]


@pytest.mark.parametrize(
    "text",
    [
        "domain,score\na.example,0.5\nb.example,0.7\n",
        "domain\tscore\na.example\t0.5\nb.example\t0.7",
        "domain;score\r\na.example;0.5\r\nb.example;0.7\r\n",
        "domain,score\ra.example,0.5\rb.example,0.7\r",
        '\ufeffDomain, SCORE \n"a.example","0.5"\nb.example,0.7,,\n\n',
    ],
)
def test_cells_stand_between_commas_tabs_or_semicolons(text: str) -> None:
    assert found(read(text)) == ROWS
    assert not read(text).faults


def test_utf_16_with_its_mark_is_read() -> None:
    assert found(read("domain,score\na.example,0.5\nb.example,0.7\n".encode("utf-16"))) == ROWS


def test_a_row_of_json_lines_stands_on_its_line() -> None:
    table = read('{"Domain": "a.example"}\n\n[1]\n{"domain": }\n{"domain": "b.example"}\n', "t.jsonl")
    assert found(table) == [(1, {"domain": "a.example"}), (5, {"domain": "b.example"})]
    assert [str(fault) for fault in table.faults] == [
        "t.jsonl:3: expected an object, found list",
        "t.jsonl:4: no JSON: Expecting value",
    ]


def test_json_lines_are_known_by_what_is_in_them() -> None:
    assert found(read('{"domain": "a.example"}\n{"domain": "b.example"}', "t.json")) == [
        (1, {"domain": "a.example"}),
        (2, {"domain": "b.example"}),
    ]
    assert found(read('{"domain": "a.example"}', "t.json")) == [(1, {"domain": "a.example"})]


def test_a_list_of_objects_gives_rows_with_their_lines() -> None:
    table = read('[\n {"domain": "a.example"},\n "b",\n {"domain":\n "c.example"}\n]', "t.json")
    assert found(table) == [(2, {"domain": "a.example"}), (4, {"domain": "c.example"})]
    assert [fault.line for fault in table.faults] == [3]


def test_an_object_gives_rows_by_their_keys() -> None:
    table = read('{"a.example": {"score": 1},\n"b.example": 0.5,\n"c.example": null}', "t.json")
    assert found(table) == [(1, {"domain": "a.example", "score": 1}), (2, {"domain": "b.example", "value": 0.5})]
    assert [fault.line for fault in table.faults] == [3]


def test_rows_inside_an_object_leave_its_other_entries_beside_them() -> None:
    table = read('{"date": "2025-03", "more": [1],\n"sources": [{"domain": "a.example"}]}', "t.json", inside="sources")
    assert found(table) == [(2, {"domain": "a.example"})]
    assert table.outer == {"date": "2025-03"}


@pytest.mark.parametrize(
    "text", ["[", "[{", '[{"a": 1}', "{", '{"a"', '{"a": 1', '[{"a": 1} {"b": 2}]', "[" * 100_000, '{"a":' * 100_000, "[1e9999999, 2]"]
)
def test_broken_json_is_told_and_what_came_before_is_kept(text: str) -> None:
    table = read(text, "t.json")
    assert table.faults
    assert len(table.rows) <= 1


def test_a_row_with_cells_beyond_the_columns_is_told() -> None:
    table = read("name,score\nQuay, the Mercury,0.5\nTide,0.7\n")
    assert [str(fault) for fault in table.faults] == [
        "t.csv:2: 3 cells where 2 are expected; put a cell that holds a comma in quotation marks"
    ]
    assert found(table) == [(3, {"name": "Tide", "score": "0.7"})]


def test_a_quotation_mark_left_open_costs_its_own_row() -> None:
    body = "".join(f"site{at}.example,0.5\n" for at in range(3 * LONGEST_ROW))
    table = read(f'domain,score\n"a.example,0.5\n{body}')
    assert [fault.line for fault in table.faults] == [2]
    assert len(table.rows) == 3 * LONGEST_ROW


def test_a_cell_may_go_over_several_lines() -> None:
    table = read('name,score\n"Quay\nMercury",0.5\nTide,0.7\n')
    assert found(table) == [(2, {"name": "Quay\nMercury", "score": "0.5"}), (4, {"name": "Tide", "score": "0.7"})]


def test_of_two_columns_of_one_name_the_first_counts() -> None:
    assert found(read("a,a\n1,2\n")) == [(2, {"a": "1", "a #2": "2"})]


def test_a_huge_cell_costs_its_row_alone() -> None:
    table = read("domain,note\na.example," + "x" * 1_000_000 + "\nb.example,y\n")
    assert [fault.line for fault in table.faults] == [2]
    assert [row.cells["domain"] for row in table.rows] == ["b.example"]


def test_what_is_no_text_is_told() -> None:
    assert read(b"domain\n\xff\n").faults[0].line == 2
    assert "no text" in str(read(b"PK\x03\x04" + b"\x00" * 3_000).faults[0])


@given(
    st.binary(max_size=300) | st.text(alphabet='{}[]",:\n\\ a1;\t\x00', max_size=200).map(str.encode),
    st.sampled_from(["t.csv", "t.json", "t.jsonl"]),
)
def test_any_bytes_end_in_rows_and_faults(data: bytes, name: str) -> None:
    table = read_table(data, name, inside="a")
    assert all(set(row.cells) <= set(table.columns) for row in table.rows)
    assert all(fault.file == name for fault in table.faults)


@given(st.lists(st.tuples(st.text(max_size=8), st.floats(0, 1)), min_size=1, max_size=6))
def test_json_rows_come_back_as_they_were_written(pairs: list[tuple[str, float]]) -> None:
    rows = [{"name": name, "score": score} for name, score in pairs]
    assert [dict(row.cells) for row in read(json.dumps(rows, indent=1), "t.json").rows] == rows
    assert [dict(row.cells) for row in read("\n".join(map(json.dumps, rows)), "t.jsonl").rows] == rows
