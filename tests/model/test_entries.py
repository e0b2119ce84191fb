"""Tests of the entries of a list of claims: they sort as the reports do, and are told apart by what lists show."""

from hypothesis import given

from claimtrack import Ledger, track
from claimtrack.model.entries import Entry, rank
from claimtrack.model.reports import Level
from claimtrack.testing import coherent_ledgers
from tests.support.building import said, support


@given(coherent_ledgers())
def test_entries_sort_as_the_reports_do_worst_first(ledger: Ledger) -> None:
    claims = track(ledger).claims
    entries = [Entry.of(each) for each in reversed(claims)]
    assert [each.rank for each in map(Entry.of, claims)] == [rank(each) for each in claims]
    assert [each.key for each in sorted(entries, key=lambda each: each.rank)] == [each.claim.key for each in claims]


def test_an_entry_has_the_codes_of_the_flags_and_the_gravest_level() -> None:
    report = support(*said("S1", "person:brand"))
    entry = Entry.of(report)
    assert (entry.name, entry.lower, entry.upper, entry.said, entry.content) == (
        report.name,
        1,
        1,
        str(report.said),
        str(report.content),
    )
    assert entry.flags == tuple(flag.code for flag in report.flags)
    assert entry.level is Level.WARNING
    assert not entry.disputed


def test_an_entry_without_flags_has_no_level() -> None:
    report = support(*said("S1", "person:brand"), *said("S2", "person:oro", article="a2"))
    assert report.flags == ()
    assert Entry.of(report).level is None
