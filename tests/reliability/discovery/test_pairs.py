"""Tests of the pairs of sources looked at: found through rare facts, bounded in number, with all that they share."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reliability.discovery import Observations
from claimtrack.reliability.discovery.pairs import MOST_SOURCES, Pairs, pairs
from tests.reliability.discovery.worlds import Row, world

FEW = st.lists(st.tuples(st.sampled_from("pqrs"), st.sampled_from("uvwxyz"), st.sampled_from("123")), min_size=1, max_size=60)


def named(made: Observations, met: Pairs) -> dict[tuple[str, str], tuple[int, int]]:
    """For each pair how many facts it shares, and on how many objects it differs."""
    shared = [met.pair.tolist().count(at) for at in range(len(met.one))]
    found = zip(met.one, met.other, shared, met.differing.tolist(), strict=True)
    return {(made.sources[one], made.sources[other]): (same, apart) for one, other, same, apart in found}


@given(FEW)
def test_the_pairs_are_those_that_share_three_facts_with_what_they_share(rows: list[Row]) -> None:
    made, facts = Observations.of(rows), world(rows).facts_of
    expected = {}
    for one, other in combinations(sorted(facts), 2):
        same = set(facts[one]) & set(facts[other])
        met = {fact[0] for fact in facts[one]} & {fact[0] for fact in facts[other]}
        if len(same) >= 3:
            expected[one, other] = (len(same), len(met - {fact[0] for fact in same}))
    assert named(made, pairs(made)) == expected


@given(FEW)
def test_what_a_pair_shares_is_one_fact_asserted_by_both(rows: list[Row]) -> None:
    made = Observations.of(rows)
    met = pairs(made)
    assert (made.fact[met.ours] == made.fact[met.theirs]).all()
    assert (made.source[met.ours] == met.one[met.pair]).all()
    assert (made.source[met.theirs] == met.other[met.pair]).all()


def test_what_everybody_asserts_leads_to_no_pair() -> None:
    many = MOST_SOURCES + 1
    made = Observations.of((f"source-{number}", f"x{at}", "true") for number in range(many) for at in range(10))
    assert len(pairs(made).one) == 0


def test_pairs_with_most_in_common_come_first_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.reliability.discovery.pairs.LEAST_BUDGET", 0)
    monkeypatch.setattr("claimtrack.reliability.discovery.pairs.LOOKED_UP_PER_OBSERVATION", 1)
    rows = [(f"source-{number:02}", f"x{at}", "true") for number in range(10) for at in range(8)]
    rows += [(name, f"y{at}", "true") for name in ("source-03", "source-07") for at in range(5)]
    made = Observations.of(rows)
    kept = named(made, pairs(made))
    assert next(iter(kept)) == ("source-03", "source-07")
    assert len(kept) < 45
