"""Tests of the report for programs: it keeps to its schema, and the same ledger gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack import Ledger, Report, Speaker, track
from claimtrack.model import SpeakerKind, StanceKind
from claimtrack.reports import report_json, report_jsonl, report_schema
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import claim, rated, report, said

ROOT = Path(__file__).parents[3]


def validate(found: Report) -> Any:
    """The report's data, checked against the schema."""
    data = json.loads(report_json(found))
    jsonschema.Draft202012Validator(report_schema()).validate(data)
    return data


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(report_schema())


def test_the_report_on_the_seeds_keeps_to_the_schema(seeds: Report) -> None:
    assert len(validate(seeds)["claims"]) == 25


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(coherent_ledgers() | adversarial_ledgers())
def test_every_report_keeps_to_the_schema(ledger: Ledger) -> None:
    validate(track(ledger))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(coherent_ledgers() | adversarial_ledgers())
def test_what_cannot_be_judged_has_no_number(ledger: Ledger) -> None:
    for found in validate(track(ledger))["claims"]:
        content = found["grades"]["content"]
        assert "opinion" not in found["assessment"] or not (content.startswith("F") or content.endswith("6"))


def test_a_well_sourced_claim_has_its_opinion_in_numbers() -> None:
    people = ("brand", "oro", "keeper")
    told = [said(f"S{n}", f"person:{name}", article=f"a{n}") for n, name in enumerate(people, 1)]
    papers = [rated(f"outlet:{name}", "A") for name in ("harbour", "valley", "wire")]
    (found,) = validate(report(*told, *papers, *(rated(f"person:{name}", "A") for name in people)))["claims"]
    opinion = found["assessment"]["opinion"]["middle"]
    assert opinion["belief"] + opinion["disbelief"] + opinion["uncertainty"] == pytest.approx(1, abs=1e-3)
    assert opinion["projected"] == pytest.approx(opinion["belief"] + opinion["base_rate"] * opinion["uncertainty"], abs=1e-3)
    assert found["assessment"]["likelihood"] == "very likely"


def test_one_more_field_would_not_keep_to_the_schema(seeds: Report) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**validate(seeds), "truth": 1}, report_schema())


def test_the_promised_fields_are_there() -> None:
    told = report(said("S1", "person:brand"), said("S2", "person:oro", stance=StanceKind.DENIES), about=claim(label="C1"))
    (found,) = validate(told)["claims"]
    assert (found["id"], found["label"], found["wording"]) == ("claim:dam-leaks", "C1", "The dam leaks.")
    assert [one["id"] for one in found["statements"]] == ["S1"]
    assert [one["id"] for one in found["denials"]] == ["S2"]
    assert (found["origins"]["lower"], found["origins"]["upper"]) == (1, 1)
    assert found["origins"]["lines"] == [["Ilse Brand", "Harbour Post"]]
    assert found["origins"]["cut"] == ["Ilse Brand"]
    assert (found["carriers"], found["bottlenecks"]) == (["Harbour Post"], ["Ilse Brand"])
    assert [flag["name"] for flag in found["flags"]] == ["single-source", "single-carrier", "disputed"]
    assert all({"code", "name", "reason", "clears"} <= set(flag) for flag in found["flags"])
    assert set(found["grades"]) == {"said", "content"}


def test_json_lines_hold_one_claim_each_and_name_the_schema(seeds: Report) -> None:
    lines = [json.loads(line) for line in report_jsonl(seeds).splitlines()]
    assert [line["label"] for line in lines] == [claim.claim.label for claim in seeds.claims]
    assert {line.pop("schema") for line in lines} == {"claimtrack/report/1"}
    assert lines == json.loads(report_json(seeds))["claims"]


@pytest.mark.parametrize("text", SOME)
def test_hostile_text_is_escaped_and_comes_back_as_it_was(text: str) -> None:
    word = " ".join(printable(text).split()) or "x"
    person = Speaker(key="person:brand", name=word, kind=SpeakerKind.PERSON)
    told = report(person, said("S1", "person:brand", proposition=word), about=claim(wording=word))
    for spelled in (report_json(told), report_jsonl(told)):
        assert controls(spelled) == set()
    assert json.loads(report_jsonl(told))["wording"] == told.claims[0].claim.wording
