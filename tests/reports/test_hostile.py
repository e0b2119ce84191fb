"""Tests of the hostile ledgers themselves: every text field of every record type holds the payload, and the shape stays the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from claimtrack import Ledger, Record
from claimtrack.model import RECORDS
from tests.reports.hostile import HARMLESS, MARK, PAYLOADS, SAMPLED, hostile_ledger, hostile_report

CLOSED = {"article.digest", "statement.anchor.digest", "retraction.record", "rating.on"}
"""Digests and dates, which hold no words."""


def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text in a record, with the path of its field."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, path)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name), f"{path}.{field.name}")


def shape(ledger: Ledger) -> list[str]:
    return sorted(record.type for record in ledger)


def test_there_are_hundreds_of_payloads_of_which_many_would_run() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 300
    assert sum(MARK in text for text in PAYLOADS) >= 80


def test_every_text_field_of_every_record_type_holds_the_payload() -> None:
    held: dict[str, bool] = defaultdict(bool)
    for record in hostile_ledger(MARK):
        for path, text in texts(record, record.type):
            held[path] |= MARK in text
    assert {path for path, holds in held.items() if not holds} <= CLOSED
    assert {path.partition(".")[0] for path in held} == set(RECORDS)
    assert {path for name, kind in RECORDS.items() for path in direct(name, kind)} <= held.keys()


def direct(name: str, kind: type[Record]) -> Iterator[str]:
    """The paths of the fields of a record type that hold text themselves."""
    for field in attrs.fields(kind):
        if str(field.type) in ("str", "tuple[str, ...]") or field.type in (str, tuple[str, ...]):
            yield f"{name}.{field.name}"


@pytest.mark.parametrize("text", SAMPLED)
def test_any_payload_gives_a_ledger_and_a_report_of_the_same_shape(text: str) -> None:
    found, plain = hostile_report(text), hostile_report(HARMLESS)
    assert shape(hostile_ledger(text)) == shape(hostile_ledger(HARMLESS))
    assert [len(claim.claim.bearings) for claim in found.claims] == [len(claim.claim.bearings) for claim in plain.claims]
    assert [len(claim.support.lineage.nodes) for claim in found.claims] == [len(claim.support.lineage.nodes) for claim in plain.claims]
