"""Tests of findings as files: what is written is read again, and what is no such file is told with its place."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import InputError, VersionError
from claimtrack.codec import read_findings, write_baseline, write_findings
from claimtrack.errors import Place
from claimtrack.model.findings import Finding, Related, State
from claimtrack.model.reports import Level

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
PLACES = st.builds(Place, WORDS.filter(bool), st.integers(0, 999), st.integers(0, 99))
FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["CT101", "CT301", "HG001"]),
    name=WORDS,
    level=st.sampled_from(Level),
    claim=WORDS,
    message=WORDS,
    about=WORDS,
    clears=WORDS,
    fingerprint=st.text("0123456789abcdef", min_size=16, max_size=16),
    place=st.none() | PLACES,
    related=st.lists(st.builds(Related, key=WORDS, place=PLACES), max_size=2).map(tuple),
)
ONE = Finding(
    code="CT101",
    name="single-source",
    level=Level.WARNING,
    claim="claim:dam-leaks",
    message="one origin on record",
    fingerprint="0123456789abcdef",
    place=Place("a.toml", 3),
)


def read(document: Any) -> tuple[Finding, ...]:
    return read_findings(json.dumps(document), "known.json")


def refused(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_findings(text, "known.json")
    return [str(fault) for fault in caught.value.faults]


@given(st.lists(st.tuples(FINDINGS, st.none() | st.sampled_from(State)), max_size=4))
def test_findings_survive_the_way_out_and_back(found: list[tuple[Finding, State | None]]) -> None:
    assert read_findings(write_findings(found), "known.json") == tuple(each for each, _ in found)


@given(st.lists(FINDINGS, max_size=4))
def test_a_baseline_keeps_what_a_later_run_is_held_against_and_no_line(found: list[Finding]) -> None:
    again = read_findings(write_baseline(found), "known.json")
    assert sorted(each.fingerprint for each in again) == sorted(each.fingerprint for each in found)
    assert all(each.place is None or each.place.line == 0 for each in again)
    assert write_baseline(again) == write_baseline(found)


def test_a_baseline_does_not_change_when_lines_move_or_findings_come_in_another_order() -> None:
    moved = [attrs.evolve(ONE, place=Place("a.toml", 9)), attrs.evolve(ONE, code="CT102", fingerprint="f" * 16)]
    assert write_baseline(moved) == write_baseline([moved[1], ONE])


def test_a_sarif_log_of_ours_is_a_baseline_and_what_other_tools_wrote_is_passed_over() -> None:
    mine = {
        "ruleId": "CT101",
        "level": "note",
        "partialFingerprints": {"claimtrack/v1": "0123456789abcdef"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a%20b.toml"}}}],
        "properties": {"claim": "claim:dam-leaks", "flag": "single-source", "reason": "one origin on record"},
    }
    log = {"runs": [{"results": [mine, {**mine, "baselineState": "absent"}, {"ruleId": "X", "level": 3}, "x", None]}, 7, {"results": 1}]}
    assert read(log) == (attrs.evolve(ONE, level=Level.NOTE, place=Place("a b.toml", 0)),)


def test_everything_wrong_is_told_with_its_place() -> None:
    rows = [
        {"fingerprint": "x", "code": 3, "level": "grave"},
        {"fingerprint": "0123456789abcdef", "code": "CT101", "level": "note", "nmae": 1},
    ]
    told = refused(json.dumps({"schema": "claimtrack/findings/1", "findings": rows}))
    assert [line.partition(": ")[2].partition(":")[0] for line in told] == [
        "findings[0].fingerprint",
        "findings[0].code",
        "findings[0].level",
        "findings[1].nmae",
    ]
    assert told[3].endswith("did you mean 'name'?")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        '{"schema": "claimtrack/findings/1"}',
        '{"schema": "claimtrack/report/1", "claims": []}',
        '{"schema": "claimtrack/findings/x", "findings": []}',
        "[" * 100_000,
        '{"findings": [' + "9" * 5000 + "]}",
    ],
)
def test_what_is_no_such_file_is_told_in_one_line(text: str) -> None:
    (told,) = refused(text)
    assert told.startswith("known.json")


def test_a_file_of_a_later_version_is_told() -> None:
    with pytest.raises(VersionError, match="update claimtrack"):
        read({"schema": "claimtrack/findings/2", "findings": []})
