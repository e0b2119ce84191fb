"""Triples from tables: columns by name, bad rows told, values in canonical form."""

from claimtrack.reliability.triples import read_triples


def test_rows_are_read_and_bad_ones_are_told_by_line() -> None:
    text = "Source,object,value,more\nQuay, dead ,12,x\n,dead,12,\nTide,dead,\nEbb,dead,14\nEbb,dead,1\x002,\n"
    found = read_triples(text.encode(), "t.csv")
    assert found
    assert found.rows == (("Quay", "dead", "12"), ("Ebb", "dead", "14"))
    assert found.read == 5
    assert [(fault.line, fault.path) for fault in found.faults] == [(3, "source"), (4, "value"), (6, "value")]


def test_json_gives_numbers_and_truth_values_their_spelling() -> None:
    lines = (
        '{"source": "Quay", "object": 7, "value": 1.5}',
        '{"source": "Tide", "object": "a", "value": true}',
        '{"source": ["x"], "object": "a", "value": null}',
    )
    text = "\n".join(lines)
    found = read_triples(text.encode(), "t.jsonl")
    assert found
    assert found.rows == (("Quay", "7", "1.5"), ("Tide", "a", "true"))
    assert [fault.path for fault in found.faults] == ["source"]


def test_a_table_without_the_three_columns_is_none_of_triples() -> None:
    assert read_triples(b"source,value\na,b\n", "t.csv") is None
    assert read_triples(b'{"type": "ledger"}\n{"type": "claim"}\n', "t.jsonl") is None
