"""Ties between statements: kept in little room, found by shared stems, followed from one to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.claims.collection import Collection
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.matter import Table
from claimtrack.claims.scoring import WordScorer
from claimtrack.claims.ties import (
    CLEAR,
    DOUBTED,
    FORBIDDEN,
    ONE_MATTER,
    RARE_STEP,
    SHARED,
    SURE,
    Desk,
    Spot,
    Tie,
    Ties,
    around,
    together,
)
from claimtrack.model.matching import Proposition
from claimtrack.words import content
from tests.claims.propositions import piles, said

Pairs = list[tuple[Spot, Spot]]


def spots() -> SearchStrategy[Spot]:
    return st.tuples(st.sampled_from("abcd"), st.integers(0, 3))


def tied(pairs: Pairs, bits: float = SURE) -> dict[str, Ties]:
    """Four statements in each of four articles, with ties for these pairs."""
    found: dict[str, list[Tie]] = {article: [] for article in "abcd"}
    for one, other in pairs:
        found[one[0]].append((one[1], other, bits, CLEAR))
        found[other[0]].append((other[1], one, bits, CLEAR))
    return {article: Ties.of(4, each) for article, each in found.items()}


@given(
    st.lists(st.tuples(st.integers(0, 3), spots(), st.integers(-100, 1200).map(lambda bits: bits / 100), st.integers(0, 2)), max_size=12)
)
def test_ties_come_out_as_they_were_put_in(found: list[Tie]) -> None:
    ties = Ties.of(4, found)
    assert sorted(ties) == sorted(set(found))
    assert sorted(ties.sure(SURE)) == sorted((mine, other) for mine, other, bits, _ in set(found) if bits >= SURE)
    assert list(Ties.read(ties.data)) == list(ties)


@given(st.lists(st.tuples(spots(), spots()), max_size=12))
def test_what_hangs_together_is_the_same_by_one_pass_and_from_statement_to_statement(pairs: Pairs) -> None:
    pairs = [(one, other) for one, other in pairs if one != other]
    ties = tied(pairs)
    every = [(article, number) for article in "abcd" for number in range(4)]
    assert sorted(together(ties, SURE)) == sorted(around(ties, every, SURE))
    assert all(any({one, other} <= set(group) for group in together(ties, SURE)) for one, other in pairs)


@given(st.lists(st.tuples(spots(), spots()), max_size=12))
def test_nothing_hangs_together_by_weaker_ties(pairs: Pairs) -> None:
    ties = tied(pairs, SURE - 0.01)
    assert not list(together(ties, SURE))
    assert not around(ties, [("a", 0), ("b", 1)], SURE)


@given(piles())
def test_statements_that_share_stems_are_tied_with_the_bits_and_objections_of_their_bill(pile: list[Proposition]) -> None:
    collection = Collection(pile, Rarity.counted({stem: 1 << RARE_STEP for each in pile for stem in content(each.text)}), Table([]))
    every = [each for each in collection.profiles if each.article == pile[0].article]
    desk = Desk(collection, lambda _: [each.proposition for each in every])
    score = WordScorer(collection)
    expected = {
        (place, number, bits, FORBIDDEN if bill.gates else DOUBTED if bill.doubts else CLEAR)
        for place, one in enumerate(every)
        for number, other in enumerate(every)
        if place < number and len(one.stems.keys() & other.stems.keys()) >= SHARED
        for bits in [score.bits(one.proposition, other.proposition, ONE_MATTER)]
        if bits is not None
        for bill in [score(one.proposition, other.proposition)]
    }
    assert set(desk.tied(pile[0].article, pile[0].article)) == expected


def test_one_shared_stem_will_do_that_few_texts_hold() -> None:
    told = [said("Tarnhelm kilns", "1", "a"), said("Tarnhelm kilns", "2", "a"), said("Tarnhelm looms", "3", "a")]
    rare, common = 1, 1 << RARE_STEP
    for many, found in ((rare, [(0, 1), (0, 2), (1, 2)]), (common, [(0, 1)])):
        known = {stem: many for each in told for stem in content(each.text)}
        desk = Desk(Collection((), Rarity.counted(known), Table([])), lambda _: told)
        assert [(mine, theirs) for mine, theirs, *_ in desk.tied("a", "a")] == found


def test_two_that_people_recorded_are_left_to_people() -> None:
    texts = ("Rusk closed the harbour of Skell", "The harbour of Skell was closed by Rusk")
    for by_hand, many in (((True, True), 0), ((True, False), 1)):
        told = [said(text, str(number), "a", by_hand=hand) for number, (text, hand) in enumerate(zip(texts, by_hand, strict=True))]
        pile = {"a": told}
        assert len(list(Desk(Collection((), Rarity(), Table([])), pile.__getitem__).tied("a", "a"))) == many


def test_a_claim_by_itself_is_tied_to_what_is_about_its_matter() -> None:
    told = {
        "": [said("Rusk closed the harbour of Skell", "claim")],
        "a": [said("The harbour of Skell was closed by Rusk", "1", "a"), said("Kilns of Zell burn peat", "2", "a")],
    }
    desk = Desk(Collection((), Rarity(), Table([])), lambda article: told[article])
    assert [(mine, theirs) for mine, theirs, *_ in desk.apart("", "a", [0, 1])] == [(0, 0)]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the number of teachers fell by 30 percent", "the number of teachers fell by 7 percent", True),
        ("the talks ended on 13 May", "the talks ended on 16 May", True),
        ("the dam burst at Oskel", "the dam burst near Brava", True),
        ("4 tons of straw were harvested", "4 tons of apricots were harvested", True),
        ("the firm sacked 40 workers", "40 workers were dismissed by the firm", False),
    ],
)
def test_statements_of_other_figures_days_places_or_things_are_told_apart(one: str, other: str, apart: bool) -> None:
    told = {"a": [said(one, "1", "a"), said(other, "2", "a")]}
    desk = Desk(Collection((), Rarity(), Table([])), told.__getitem__)
    assert desk.elsewhere("a", 0, "a", 1) == apart
