"""The JSON Schema is itself valid, takes every record that we write, and refuses what decoding refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from claimtrack.codec import encode, record_schema, write_lines
from claimtrack.model import RECORDS, Ledger, Record
from claimtrack.testing import records

VALIDATOR = Draft202012Validator(record_schema())
STATEMENT: dict[str, Any] = {
    "type": "statement",
    "key": "S1",
    "article": "article:lamp",
    "anchor": {"start": 1, "end": 9},
    "voice": "authorial",
    "framing": "reported-fact",
}


def test_the_schema_is_valid_itself() -> None:
    Draft202012Validator.check_schema(record_schema())


def test_the_schema_is_plain_json_and_the_same_each_time() -> None:
    assert json.loads(json.dumps(record_schema())) == record_schema()


def test_every_type_of_record_is_defined() -> None:
    fields = [definition.get("properties", {}) for definition in record_schema()["$defs"].values()]
    assert {field["type"]["const"] for field in fields if "type" in field} == set(RECORDS)


@given(records())
def test_every_record_fits_the_schema(record: Record) -> None:
    VALIDATOR.validate(encode(record))


def test_the_version_line_fits_the_schema() -> None:
    VALIDATOR.validate(json.loads(next(iter(write_lines(Ledger())))))


@pytest.mark.parametrize("chain", [["person:keeper"], [["person:keeper", "org:lights"]], [{"holders": ["x"]}]])
def test_the_short_spellings_of_a_chain_fit(chain: list[Any]) -> None:
    VALIDATOR.validate({**STATEMENT, "chain": chain})


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "statment"},
        {"mood": "grim"},
        {"anchor": {"start": 1, "end": 9, "stop": 9}},
        {"anchor": {"start": 1}},
        {"anchor": {"start": True, "end": 9}},
        {"voice": "loud"},
        {"modality": "hedged"},
        {"chain": [5]},
        {"note": None},
        {"maker": {"name": "Ida", "on": "yesterday"}},
    ],
)
def test_extra_fields_and_wrong_types_are_refused(fields: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(STATEMENT)
    assert not VALIDATOR.is_valid({**STATEMENT, **fields})


def test_a_version_line_may_say_more_as_it_may_in_reading() -> None:
    assert VALIDATOR.is_valid({"type": "ledger", "claimtrack": 1, "mood": "grim"})
