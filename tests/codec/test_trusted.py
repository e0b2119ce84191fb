"""What our own store wrote is read quickly, and equal to what the checked way makes of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.codec import decode, trusted
from claimtrack.errors import InputError
from claimtrack.model import Maker, MakerKind, Record, Retraction, Speaker, SpeakerKind
from claimtrack.testing import records

MAKER = Maker(name="tide-reader", kind=MakerKind.SOFTWARE)


def speaker(key: str) -> Speaker:
    return Speaker(key=key, name="Ada Quill", kind=SpeakerKind.PERSON, maker=MAKER)


@given(records())
def test_every_record_comes_back_as_the_checked_way_reads_it(record: Record) -> None:
    read = trusted(record.line)
    assert read == decode(json.loads(record.line)) == record
    assert read.id == record.id
    assert read.line == record.line
    assert hash(read) == hash(record)


@given(records(), st.data())
def test_what_does_not_fit_a_record_is_told_like_everywhere(record: Record, data: st.DataObject) -> None:
    table = json.loads(record.line)
    field = data.draw(st.sampled_from(sorted(table)))
    table[field] = {"no": ["such", "value"]}
    with pytest.raises(InputError):
        trusted(json.dumps(table))


@pytest.mark.parametrize("line", ["", "[]", "{", '"said"', '{"type":"speech"}', '{"type":["claim"]}', "[" * 99_999, '{"type":"claim"}'])
def test_what_is_no_record_is_told(line: str) -> None:
    with pytest.raises(InputError):
        trusted(line)


def test_an_unknown_field_is_told() -> None:
    table = {**json.loads(Retraction(record="0" * 32, reason="for a test").line), "colour": "red"}
    with pytest.raises(InputError, match="colour"):
        trusted(json.dumps(table))


def test_makers_that_many_records_share_are_one_object() -> None:
    one, other = (trusted(speaker(key).line) for key in ("person:quill", "person:oddly"))
    assert isinstance(one, Speaker)
    assert isinstance(other, Speaker)
    assert one.maker is other.maker
