"""Tests of SARIF: it keeps to the standard, leads to lines, marks what was known, and is harmless wherever it is put."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given

from claimtrack import Ledger, Report, track
from claimtrack.errors import Place
from claimtrack.model.findings import Finding
from claimtrack.model.reports import Log
from claimtrack.reports import findings, sarif
from claimtrack.testing import adversarial_ledgers
from tests.reports.formats.hostile_claims import hostile
from tests.reports.formats.sarif_schema import LOG
from tests.reports.hostile import HOSTILE, controls
from tests.support.building import claim, ledger, said

TOWN = ledger(said("S1", "person:brand"), about=claim(label="C1"))


def log(report: Report, baseline: tuple[Finding, ...] | None = None, folder: str = "") -> Any:
    """The one run of a log that keeps to the schema, and whose results point at their rules."""
    data = json.loads(sarif(report, baseline=baseline, folder=folder))
    jsonschema.Draft202012Validator(LOG).validate(data)
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    return run


def placed(file: str, line: int = 3, column: int = 0) -> Report:
    """The town's report with its claim in a file."""
    return track(TOWN, log=Log(places={record.id: Place(file, line, column) for record in TOWN if record.type == "claim"}))


def place_of(report: Report, folder: str = "") -> Any:
    return log(report, folder=folder)["results"][0]["locations"][0].get("physicalLocation")


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(LOG)


@pytest.mark.slow
def test_the_seeds_give_one_result_a_flag_each_with_its_rule_level_and_fingerprint(seeds: Report) -> None:
    results = log(seeds)["results"]
    found = findings(seeds)
    assert [(r["ruleId"], r["level"], r["partialFingerprints"]) for r in results] == [
        (each.code, str(each.level), {"claimtrack/v1": each.fingerprint}) for each in found
    ]


def test_a_rule_says_what_it_means_and_what_clears_it() -> None:
    rule = log(track(TOWN))["tool"]["driver"]["rules"][0]
    assert (rule["id"], rule["name"], rule["defaultConfiguration"]) == ("CT101", "single-source", {"level": "warning"})
    assert rule["fullDescription"]["text"].startswith("At most one independent origin")
    assert rule["help"]["text"].startswith("Cleared by: a second origin")


def test_a_result_leads_to_file_line_and_column_and_to_its_evidence() -> None:
    assert place_of(placed("cases/a.toml", 3, 7)) == {
        "artifactLocation": {"uri": "cases/a.toml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 7},
    }
    at = {record.id: Place("a.toml", 5 if record.type == "claim" else 9) for record in TOWN}
    (related,) = log(track(TOWN, log=Log(places=at)))["results"][0]["relatedLocations"]
    assert (related["message"]["text"], related["physicalLocation"]["region"]) == ("S1", {"startLine": 9})


def test_what_is_not_known_of_a_place_is_left_out() -> None:
    assert "region" not in place_of(placed("feed.rss", 0))
    assert place_of(placed("standard input", 4)) is None
    assert place_of(track(TOWN)) is None


@pytest.mark.parametrize("file", ["/home/ida/desk/a.toml", "/a.toml", "//srv/a.toml"])
def test_no_absolute_path_leaves_the_machine(file: str) -> None:
    assert place_of(placed(file))["artifactLocation"]["uri"] == "a.toml"
    assert "ida" not in sarif(placed(file))


@pytest.mark.parametrize("name", ["a b.toml", "c:d.toml", "50%.toml", "ferry é.toml", "a#b?c.toml", "[x].toml", "javascript:alert(1).toml"])
def test_a_path_is_a_relative_address_whatever_it_holds(name: str) -> None:
    uri = place_of(placed(f"cases/{name}"))["artifactLocation"]["uri"]
    assert unquote(uri) == f"cases/{name}"


class TestBaseline:
    def test_without_one_nothing_is_said_of_states(self) -> None:
        assert all("baselineState" not in result and "suppressions" not in result for result in log(track(TOWN))["results"])

    def test_what_was_known_is_marked_suppressed_and_never_dropped(self) -> None:
        report = track(TOWN)
        results = log(report, findings(report))["results"]
        assert {result["baselineState"] for result in results} == {"unchanged"}
        assert all(result["suppressions"][0]["kind"] == "external" for result in results)
        assert len(results) == len(findings(report))

    def test_a_reason_that_changed_is_an_update_and_what_is_gone_is_absent(self) -> None:
        old = track(TOWN)
        new = track(ledger(said("S1", "person:brand"), said("S2", "person:oro", article="a2"), about=claim(label="C1")))
        states = {(r["ruleId"], r["baselineState"]) for r in log(new, findings(old))["results"]}
        assert states == {("CT101", "absent"), ("CT102", "absent")}
        other = track(ledger(said("S1", "person:oro"), about=claim(label="C1")))
        states = {(r["ruleId"], r["baselineState"]) for r in log(other, findings(old))["results"]}
        assert states == {("CT101", "updated"), ("CT102", "unchanged")}

    def test_against_an_empty_one_everything_is_new(self) -> None:
        assert {(r["baselineState"], "suppressions" in r) for r in log(track(TOWN), ())["results"]} == {("new", False)}


def test_hostile_text_is_inert() -> None:
    report = track(hostile(HOSTILE))
    document = sarif(report)
    assert len(log(report)["results"]) >= len(HOSTILE)
    assert controls(document) == set()
    assert not any(mark in document for mark in "<>&")


@pytest.mark.slow
@given(adversarial_ledgers())
def test_any_ledger_gives_a_log_that_keeps_to_the_schema(drawn: Ledger) -> None:
    log(track(drawn))
