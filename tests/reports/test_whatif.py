"""Tests of what is shown of claims without some sources: in every form, harmless, and to the schema."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest

from claimtrack import Report, Speaker, track
from claimtrack.model import SpeakerKind
from claimtrack.reports import markdown, report_json, report_jsonl, report_schema, table
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import claim, ledger, said

BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")


def left(*names: str) -> Report:
    return track(ledger(BRAND, ORO, about=claim(label="C1")), without=names)


def data(found: Report) -> Any:
    told = json.loads(report_json(found))
    jsonschema.Draft202012Validator(report_schema()).validate(told)
    return told


def test_a_report_on_everything_says_nothing_of_it() -> None:
    assert "without" not in data(left())
    assert "Without" not in table(left())
    assert "Without" not in markdown(left())


def test_the_table_tells_before_the_usual_report_what_became_of_the_claims() -> None:
    told = table(left("Vesna Oro"))
    assert told.startswith("Without Vesna Oro\nOf 1 claim:\n- 1 weaker: C1\n")
    assert re.search(r"^C1 +The dam leaks\. +2 -> 1 +2 -> 1 +weaker +\+single-source", told, re.MULTILINE)
    assert "\nWhat is left\n1 claim in" in told


def test_a_claim_that_falls_is_told_with_its_wording_and_no_longer_reported() -> None:
    told = table(left("Vesna Oro", "Ilse Brand"))
    assert "- 1 fall, with no origin left on record: C1" in told
    assert "The dam leaks." in told
    assert told.endswith("What is left\nNo claim is left.\n")


def test_names_stand_for_what_they_mean() -> None:
    assert table(left("anonymous")).startswith("Without anonymous (an unnamed worker)\n")
    assert "Nothing here is recorded as state-media.\n" in table(left("state-media"))
    assert table(left("state-media", "Vesna Oro")).startswith("Without Vesna Oro and state-media\n")


def test_of_many_claims_of_one_fate_some_are_named_and_all_are_counted() -> None:
    many = [claim(f"claim:{number:02}", f"Claim {number}.") for number in range(40)]
    told = table(track(ledger(BRAND, many), without=["Vesna Oro"]))
    assert re.search(r"- 40 without an origin on record, as before: claim:00 .*claim:24 and 15 more\n", told, re.DOTALL)


@pytest.mark.parametrize("width", [40, 60, 71, 72, 100, 200])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    section = table(left("Vesna Oro", "anonymous", "Tam Keeper", "the Dam Office", "the Coast Office"), width).partition("What is left")[0]
    assert max(map(len, section.splitlines())) <= width
    assert "weaker" in section


def test_markdown_has_the_counts_as_a_list_and_the_claims_in_a_table() -> None:
    page = markdown(left("Vesna Oro"))
    assert "## Without Vesna Oro\n\nOf 1 claim:\n\n- 1 weaker: C1\n" in page
    assert "| C1 | The dam leaks. | 2 \\-&gt; 1 | 2 \\-&gt; 1 | weaker | " in page
    assert "\n## What is left\n" in page


def test_the_data_has_every_claim_before_and_after() -> None:
    told = data(left("Vesna Oro"))["without"]
    assert told["taken"] == [{"name": "Vesna Oro", "keys": ["person:oro"]}]
    (outcome,) = told["claims"]
    assert outcome["becomes"] == "weaker: 2 -> 1"
    assert (outcome["before"]["lower"], outcome["after"]["lower"]) == (2, 1)


def test_each_line_of_json_lines_names_what_is_taken_out() -> None:
    assert json.loads(report_jsonl(left("Vesna Oro")))["without"] == ["Vesna Oro"]
    assert "without" not in json.loads(report_jsonl(left()))


@pytest.mark.parametrize("text", SOME)
def test_hostile_names_do_nothing(text: str) -> None:
    word = printable(text).strip() or "x"
    person = Speaker(key="person:brand", name=word, kind=SpeakerKind.PERSON)
    found = track(ledger(BRAND, ORO, person, about=claim(label=word, wording=word)), without=["person:brand"])
    assert not any(controls(page) for page in (table(found), markdown(found), report_json(found), report_jsonl(found)))
    section = markdown(found).partition("What is left")[0]
    assert "<" not in section
    assert {len(re.split(r"(?<!\\)\|", line)) for line in section.splitlines() if line.startswith("|")} <= {8}
