"""Tests that every format has to pass: it can be read back, gives the same bytes anywhere, and nobody's words are orders in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Hashable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack import Ledger, Report, track
from claimtrack.publishing import publish
from claimtrack.reports import FORMATS, explain, find_format, table
from claimtrack.testing import adversarial_ledgers, coherent_ledgers, ledgers
from tests.reports.formats.readers import reader_of
from tests.reports.hostile import HARMLESS, PAYLOADS, SAMPLED, controls, hostile_report

ROOT = Path(__file__).parents[3]
SLOW = pytest.mark.slow
ANY = ledgers() | coherent_ledgers() | adversarial_ledgers()
ELSEWHERE = """
from claimtrack import track
from tests.reports.formats.test_every_format import ROOT, digests
from tests.reports.hostile import hostile_report

print(digests(track(ROOT / "seeds")), digests(hostile_report("<b>")))
"""


def digests(report: Report) -> list[str]:
    """For each format and the table on the terminal, the name and a digest of the bytes."""
    told = {row.name: publish(report, row.name) for row in FORMATS} | {"table": table(report)}
    return [f"{name} {blake2b(text.encode(), digest_size=8).hexdigest()}" for name, text in told.items()]


def read_all(report: Report) -> None:
    """Every format of a report is read back by its own reader."""
    for row in FORMATS:
        text = publish(report, row.name)
        reader_of(row)(text)
        assert told(text) == set(), row.name


def told(text: str) -> set[str]:
    """The characters in a text that should not be there; a carriage return may end a line."""
    return controls(text.replace("\r\n", "\n"))


def test_names_of_formats_are_apart_and_so_are_their_files() -> None:
    assert len({row.name for row in FORMATS}) == len({row.name + row.suffix for row in FORMATS}) == len(FORMATS)
    assert all(row.name == row.name.lower() and row.suffix.startswith(".") and row.means for row in FORMATS)


def test_the_seeds_are_read_back_in_every_format(seeds: Report) -> None:
    read_all(seeds)


def test_a_report_without_claims_is_read_back_in_every_format() -> None:
    read_all(track(Ledger()))


@SLOW
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(ANY)
def test_generated_ledgers_are_read_back_in_every_format(ledger: Ledger) -> None:
    read_all(track(ledger))


@pytest.mark.nightly
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=500)
@given(ANY)
def test_many_generated_ledgers_are_read_back_in_every_format(ledger: Ledger) -> None:
    read_all(track(ledger))


@pytest.mark.slow
def test_every_format_has_the_same_bytes_in_another_process_under_another_hash_seed(seeds: Report) -> None:
    seed = "1" if os.environ.get("PYTHONHASHSEED") == "2" else "2"
    command, environ = [sys.executable, "-c", ELSEWHERE], {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True)
    assert run.stdout == f"{digests(seeds)} {digests(hostile_report('<b>'))}\n"


@cache
def plain(name: str) -> Hashable:
    """The structure of a format with harmless words."""
    return reader_of(find_format(name))(publish(hostile_report(HARMLESS), name))


@pytest.mark.parametrize("text", SAMPLED)
def test_hostile_words_in_every_field_change_no_structure(text: str) -> None:
    found = hostile_report(text)
    for row in FORMATS:
        page = publish(found, row.name)
        assert told(page) == set(), row.name
        assert reader_of(row)(page) == plain(row.name), row.name


@SLOW
@pytest.mark.parametrize("text", PAYLOADS[::4])
def test_hostile_words_in_every_field_do_nothing_to_a_terminal(text: str) -> None:
    found = hostile_report(text)
    assert controls(table(found)) == set()
    assert not any(controls(explain(claim, found)) for claim in found.claims)
