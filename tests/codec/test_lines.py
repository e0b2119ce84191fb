"""A ledger file has one record a line, the same bytes for the same set, and a broken line costs that line alone."""

from __future__ import annotations

import gc
import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.codec import lines, read_lines, write_lines
from claimtrack.codec.reading import Reading
from claimtrack.errors import Place, VersionError
from claimtrack.model import Claim, Ledger, Record
from claimtrack.testing import ledgers, records

LAMP = Claim(key="claim:lamp-out", wording="The lamp of Brinemouth went out.")
TIDE = Claim(key="claim:tide-late", wording="The tide came late.")
HEAD = b'{"claimtrack":1,"type":"ledger"}'


def read(*found: bytes) -> Reading:
    """The lines as they are read from a file."""
    return read_lines(found, "keeper.jsonl")


def told(*found: bytes) -> list[str]:
    """The faults of some lines."""
    return [str(fault) for fault in read(*found).faults]


def written(ledger: Ledger) -> bytes:
    """A ledger as the bytes of its file."""
    return "".join(write_lines(ledger)).encode()


@given(ledgers())
def test_a_ledger_comes_back_from_its_lines(ledger: Ledger) -> None:
    reading = read_lines(written(ledger).splitlines(), "x")
    assert Ledger(record for record, _ in reading.records) == ledger
    assert not reading.faults


@given(st.lists(records(), max_size=4), st.randoms(use_true_random=False))
def test_the_bytes_are_the_same_in_whatever_order_the_records_came(drawn: list[Record], dice: Random) -> None:
    shuffled = drawn.copy()
    dice.shuffle(shuffled)
    assert written(Ledger(shuffled)) == written(Ledger(drawn))


@given(ledgers(), ledgers())
def test_files_put_together_end_to_end_are_a_union(one: Ledger, other: Ledger) -> None:
    reading = read_lines((written(one) + written(other)).splitlines(), "x")
    assert Ledger(record for record, _ in reading.records) == one | other


def test_the_first_line_tells_the_version() -> None:
    assert written(Ledger()) == HEAD + b"\n"


def test_each_line_is_canonical_json_with_letters_as_they_are() -> None:
    line = next(line for line in write_lines(Ledger([Claim(key="claim:é", wording="Été")])) if "wording" in line)
    assert line == '{"key":"claim:é","type":"claim","wording":"Été"}\n'


def test_each_record_knows_its_line() -> None:
    assert read(HEAD, b"", LAMP.line.encode()).records == ((LAMP, Place("keeper.jsonl", 3)),)


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf%s", b"  %s\t", b"%s\r", b"%s"])
def test_byte_order_marks_blanks_and_carriage_returns_do_no_harm(raw: bytes) -> None:
    reading = read(raw % LAMP.line.encode(), b"", b"   ", b"\r")
    assert [record for record, _ in reading.records] == [LAMP]
    assert not reading.faults


def test_a_broken_line_costs_that_line_alone_and_all_are_told() -> None:
    reading = read(HEAD, b"{", LAMP.line.encode(), b'{"type":"claim","key":"k","wordin":""}', TIDE.line.encode())
    assert [record for record, _ in reading.records] == [LAMP, TIDE]
    assert [(fault.line, fault.path) for fault in reading.faults] == [(2, ""), (4, "wordin"), (4, "wording")]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"a" 1}', "not JSON at column 6: Expecting ':' delimiter; a ledger has one record a line"),
        (b"{} {}", "not JSON at column 4: Extra data; a ledger has one record a line"),
        (b"[1]", "expected a table, found a list"),
        (b'{"type": "judgement", "score": NaN}', "NaN is no number of JSON; leave the field out where nothing is known"),
        (b'{"type": "judgement", "score": -Infinity}', "-Infinity is no number of JSON; leave the field out where nothing is known"),
        (b'{"key": "a", "key": "b"}', "the field 'key' is given twice; keep one"),
        (b'{"maker": {"name": "a", "name": "b"}}', "the field 'name' is given twice; keep one"),
        (b'"\xff"', "not UTF-8 at byte 2; the line may be cut short or in another encoding"),
        (b'"\xed\xa0\x80"', "not UTF-8 at byte 2; the line may be cut short or in another encoding"),
        (b"[" * 10_000, "nested too deeply to be a record"),
        (b"9" * 5_000, "a number of far too many digits"),
    ],
)
def test_a_line_that_is_no_record_is_told_with_file_and_line(line: bytes, fault: str) -> None:
    assert told(HEAD, line) == [f"keeper.jsonl:2: {fault}"]


def test_a_line_longer_than_any_record_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_LIMIT", 20)
    assert told(b'"' + b"a" * 30 + b'"') == ["keeper.jsonl:1: a line of 32 bytes, where a record has at most 20"]


@pytest.mark.parametrize("version", [2, 10**400], ids=["the next", "a huge one"])
def test_a_newer_version_is_refused_with_the_advice_to_upgrade(version: int) -> None:
    with pytest.raises(VersionError, match=r"keeper.jsonl:1: claimtrack: expected version 1, found .*; a newer claimtrack wrote this"):
        read(json.dumps({"type": "ledger", "claimtrack": version}).encode())


@pytest.mark.parametrize("version", [True, "1", None, 0, 1.0, [1]])
def test_what_is_no_version_is_refused(version: object) -> None:
    with pytest.raises(VersionError, match="expected version 1, found") as caught:
        read(json.dumps({"type": "ledger", "claimtrack": version}).encode())
    assert "upgrade" not in str(caught.value)


def test_the_collector_is_left_as_it_was() -> None:
    read(HEAD)
    assert gc.isenabled()
    gc.disable()
    try:
        read(HEAD)
        assert not gc.isenabled()
    finally:
        gc.enable()
