"""A report goes into a format by its name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given

from claimtrack import SupportReport, UnknownNameError, track
from claimtrack.model import Ledger
from claimtrack.publishing import publish, publish_each
from claimtrack.reports import FORMATS, Format
from claimtrack.testing import adversarial_ledgers, coherent_ledgers

EMPTY = track(Ledger())


@pytest.mark.parametrize("name", [row.name for row in FORMATS])
def test_every_format_renders_a_report_without_claims(name: str) -> None:
    assert isinstance(publish(EMPTY, name), str)


def test_a_slip_in_a_formats_name_is_told() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'markdown'"):
        publish(EMPTY, "markdwn")


@pytest.mark.parametrize("row", [row for row in FORMATS if row.stream], ids=lambda row: row.name)
@given(ledger=coherent_ledgers() | adversarial_ledgers())
def test_a_format_line_by_line_gives_the_same_as_of_all_claims_at_once(row: Format, ledger: Ledger) -> None:
    report = track(ledger)
    assert "".join(publish_each(iter(report.claims), row.name)) == publish(report, row.name)


def test_formats_of_one_claim_a_line_go_line_by_line() -> None:
    assert [row.name for row in FORMATS if row.stream] == ["jsonl", "csv", "csv-statements"]


def test_nothing_is_asked_of_a_claim_before_the_lines_of_the_one_before_it_are_out() -> None:
    def claims() -> Iterator[SupportReport]:
        yield from track("seeds").claims[:1]
        raise AssertionError("asked for too early")

    assert next(publish_each(claims(), "jsonl")).startswith("{")


def test_a_format_that_needs_all_claims_is_refused_line_by_line_with_those_that_do_not() -> None:
    with pytest.raises(UnknownNameError, match="line by line"):
        publish_each([], "html")
