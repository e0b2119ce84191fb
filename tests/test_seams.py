"""Tests of the seams: what a plain function has to look like to stand in for a part of ours."""

from __future__ import annotations

from claimtrack import Flag, Report, track
from claimtrack.model.case import Case
from claimtrack.reports import markdown, report_json, report_jsonl, table
from claimtrack.seams import Renderer, Rule
from claimtrack.support import FLAGS
from tests.support.building import ledger, report, said


def never(case: Case) -> Flag | None:
    """A rule that finds nothing."""
    return None


def names(report: Report) -> str:
    """A renderer of a line."""
    return " ".join(claim.name for claim in report.claims)


def test_a_plain_function_is_a_rule() -> None:
    fits: Rule = never
    assert track(ledger(said("S1", "person:brand")), rules=[fits]).claims[0].flags == ()


def test_every_row_of_the_table_of_flags_is_a_rule() -> None:
    rules: tuple[Rule, ...] = FLAGS
    assert all(map(callable, rules))


def test_our_renderers_and_a_plain_function_are_renderers() -> None:
    renderers: list[Renderer] = [markdown, report_json, report_jsonl, table, names]
    found = report(said("S1", "person:brand"))
    assert all("claim:dam-leaks" in render(found) for render in renderers)
