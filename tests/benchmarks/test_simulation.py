"""Tests of the plan for large corpora: its formulas hold for what is counted on a drawn corpus."""

from __future__ import annotations

from functools import cache

import pytest

from claimtrack.claims import meeting, portraits
from claimtrack.claims.meeting import MET
from claimtrack.claims.portraits import SIGNS
from tests.benchmarks.frequencies import BREAK, PARTITIONS, STEPS, WINDOW, days, mean_story, plan, share
from tests.benchmarks.simulation import Counted, counted, drawn, gigabytes, table, volumes

FACTOR = 2.0
"""How far a count may be from its formula, either way."""
SIZES = (300, pytest.param(1_000, marks=pytest.mark.slow), pytest.param(4_000, marks=pytest.mark.slow))
pytestmark = pytest.mark.xdist_group("simulation")


@cache
def counts(size: int) -> Counted:
    return counted(drawn(size))


def test_the_shares_of_all_words_add_up_to_one_and_the_rarer_a_word_the_less() -> None:
    assert sum(width * share(rank) for rank, width in STEPS) == pytest.approx(1, rel=0.01)
    assert share(BREAK) == pytest.approx(share(BREAK + 1), rel=0.001)


def test_a_story_is_told_by_two_or_three_articles_on_average() -> None:
    assert mean_story() == pytest.approx(2.612, abs=0.002)  # the zeta function at 1.5


@pytest.mark.parametrize("size", SIZES)
def test_counts_are_near_what_the_plan_expects(size: int) -> None:
    found, expected = counts(size), plan(size)
    for name in ("words", "hot", "keys", "rows", "edges"):
        assert getattr(expected, name) / FACTOR <= getattr(found, name) <= getattr(expected, name) * FACTOR, name
    assert found.skew <= FACTOR * (1 + PARTITIONS * found.largest / size)


@pytest.mark.parametrize("size", SIZES)
def test_the_caps_hold(size: int) -> None:
    found = counts(size)
    assert found.keys <= SIGNS * WINDOW
    assert found.pairs <= MET


def test_a_seed_draws_the_same_corpus_again() -> None:
    assert drawn(50) == drawn(50) != drawn(50, seed=8)


def test_words_that_many_articles_have_lead_to_those_of_their_weeks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "FEW", 3)
    monkeypatch.setattr(meeting, "CROWD", 20)
    monkeypatch.setattr(portraits, "SIGNS", 80)
    found, expected = counted(drawn(300)), plan(300)
    assert 80 < expected.keys < 80 * WINDOW
    for name in ("hot", "keys", "rows"):
        assert getattr(expected, name) / FACTOR <= getattr(found, name) <= getattr(expected, name) * FACTOR, name


def test_stories_begin_over_a_time_that_grows_with_the_corpus_up_to_ten_years() -> None:
    assert [days(10**power) for power in range(2, 8)] == [20, 20, 200, 2_000, 3_650, 3_650]
    assert len(set(drawn(1_000).weeks)) in (4, 5)


def test_keys_run_out_where_even_a_week_is_a_crowd() -> None:
    assert plan(10_000).keys == pytest.approx(SIGNS)
    keys = [plan(10**power).keys for power in (7, 8, 9)]
    assert SIGNS * WINDOW > keys[0] > keys[1] > keys[2]
    assert keys[-1] < SIGNS


def test_volumes_are_told_in_bytes() -> None:
    assert [gigabytes(volume) for volume in (1.6e3, 24e6, 1.25e9, 3e12, 25e13)] == ["1.6 kB", "24 MB", "1.2 GB", "3 TB", "250 TB"]
    row = [cell.strip() for cell in volumes([1_000_000]).splitlines()[2].strip("|").split("|")]
    assert row[:3] == ["1,000,000", "10,000,000", "28 MB"]


def test_the_table_shows_a_size_a_row() -> None:
    row = Counted(
        articles=1_000,
        words=10,
        hot=1,
        keys=5.0,
        rows=20.0,
        edges=3.0,
        largest=7,
        pairs=4.0,
        found=1.0,
        crowded=0.5,
        skew=1.25,
    )
    assert table([(row, plan(1_000))]).splitlines()[2].startswith("| 1,000      | 10 (")
