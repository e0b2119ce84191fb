"""Tests of what support and denial make of a claim together; the proof itself is tested where strengths are found."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimtrack.errors import RecordError
from claimtrack.model.opinions import Opinion
from claimtrack.model.strength import Level, Strength, opinion

ONE, TWO = Fraction(1), Fraction(2)


def test_totals_for_and_against_are_the_evidence_of_the_opinion() -> None:
    made = opinion(Strength(total=TWO), Strength(total=ONE))
    assert made == Opinion(positive=TWO, negative=ONE)
    assert made.projected == Fraction(3, 5)


def test_support_without_a_denial_leaves_nothing_against() -> None:
    assert opinion(Strength(total=TWO)) == opinion(Strength(total=TWO), Strength()) == Opinion(positive=TWO)


@pytest.mark.parametrize("sides", [(None, None), (Strength(), Strength()), (Strength(), None)])
def test_without_evidence_either_way_a_claim_is_not_assessable(sides: tuple[Strength | None, Strength | None]) -> None:
    assert str(opinion(*sides)) == "not assessable"


def test_what_is_no_matter_of_fact_is_not_assessable_whoever_says_it() -> None:
    assert not opinion(Strength(total=TWO), Strength(total=ONE), factual=False).assessable


def test_a_base_rate_is_passed_on_and_checked() -> None:
    assert opinion(Strength(total=TWO), base_rate="0.1").projected == Fraction(11, 20)
    with pytest.raises(RecordError, match="above 1"):
        opinion(None, base_rate=2)


def test_the_bound_adds_the_steps_between_levels_times_their_cuts() -> None:
    levels = (Level(least=TWO, cut=("a",)), Level(least=ONE, cut=("b", "c"), cut_actors=("d",)))
    assert Strength(levels=levels).bound == 1 * 1 + 1 * 3
    assert Strength(levels=levels, total=TWO).gap == TWO


def test_what_a_cut_names_twice_counts_once() -> None:
    assert Level(least=ONE, cut=("a", "a"), cut_actors=("b", "b")).size == 2
