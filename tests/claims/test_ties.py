"""Ties between statements: kept in little room, found by shared stems, followed from one to the next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.claims.collection import Collection
from claimtrack.claims.likeness import Rarity
from claimtrack.claims.matters import Table
from claimtrack.claims.scoring import WordScorer
from claimtrack.claims.ties import ONE_MATTER, SHARED, Desk, Spot, Tie, Ties, around, together
from claimtrack.model.matching import Proposition
from tests.claims.propositions import piles, said

Pairs = list[tuple[Spot, Spot]]


def spots() -> SearchStrategy[Spot]:
    return st.tuples(st.sampled_from("abcd"), st.integers(0, 3))


def tied(pairs: Pairs) -> dict[str, Ties]:
    """Four statements in each of four articles, with ties for these pairs."""
    found: dict[str, list[Tie]] = {article: [] for article in "abcd"}
    for one, other in pairs:
        found[one[0]].append((one[1], other, 1.5))
        found[other[0]].append((other[1], one, 1.5))
    return {article: Ties.of(4, each) for article, each in found.items()}


@given(st.lists(st.tuples(st.integers(0, 3), spots(), st.integers(-100, 1200).map(lambda bits: bits / 100)), max_size=12))
def test_ties_come_out_as_they_were_put_in(found: list[Tie]) -> None:
    assert sorted(Ties.of(4, found)) == sorted(set(found))


@given(st.lists(st.tuples(spots(), spots()), max_size=12))
def test_what_hangs_together_is_the_same_by_one_pass_and_from_statement_to_statement(pairs: Pairs) -> None:
    pairs = [(one, other) for one, other in pairs if one != other]
    ties = tied(pairs)
    every = [(article, number) for article in "abcd" for number in range(4)]
    assert sorted(together(ties)) == sorted(around(ties, every))
    assert all(any({one, other} <= set(group) for group in together(ties)) for one, other in pairs)


@given(piles())
def test_statements_that_share_stems_are_tied_with_the_bits_of_their_bill(pile: list[Proposition]) -> None:
    collection = Collection(pile, Rarity(), Table([]))
    every = [each for each in collection.profiles if each.article == pile[0].article]
    desk = Desk(collection, lambda _: [each.proposition for each in every])
    score = WordScorer(collection)
    expected = {
        (place, number, bits)
        for place, one in enumerate(every)
        for number, other in enumerate(every)
        if place < number and len(one.stems.keys() & other.stems.keys()) >= SHARED
        for bits in [score.bits(one.proposition, other.proposition, ONE_MATTER)]
        if bits is not None
    }
    assert set(desk.tied(pile[0].article, pile[0].article)) == expected


def test_a_claim_by_itself_is_tied_to_what_is_about_its_matter() -> None:
    told = {
        "": [said("Rusk closed the harbour of Skell", "claim")],
        "a": [said("The harbour of Skell was closed by Rusk", "1", "a"), said("Kilns of Zell burn peat", "2", "a")],
    }
    desk = Desk(Collection((), Rarity(), Table([])), lambda article: told[article])
    assert [spot for spot, _ in desk.apart("", [("a", 0), ("a", 1)])] == [("a", 0)]
