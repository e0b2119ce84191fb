from __future__ import annotations

import pytest
from hypothesis import given

from claimtrack.claims import Collection, candidates
from claimtrack.claims.candidates import rare_word_pairs
from claimtrack.model.matching import Proposition
from tests.claims.propositions import piles, said


def pairs(propositions: list[Proposition]) -> set[frozenset[str]]:
    return {frozenset((one.key, other.key)) for one, other in rare_word_pairs(Collection(propositions))}


def test_a_rare_word_brings_statements_of_different_stories_together() -> None:
    one, other = said("Tarnhelm bonds are worthless paper", "1", "a"), said("Nobody ever bought the Tarnhelm loan", "2", "b")
    assert pairs([one, other, said("Kilns are fired with peat", "3", "c")]) == {frozenset("12")}


def test_statements_of_one_article_are_compared_when_they_share_two_stems() -> None:
    told = ["the ferry struck a reef", "a reef was struck at night", "the crew was praised"]
    assert pairs([said(text, str(place), "a") for place, text in enumerate(told)]) >= {frozenset("01")}


@given(piles())
def test_each_pair_comes_once_and_none_with_itself(pile: list[Proposition]) -> None:
    found = [frozenset((one.key, other.key)) for one, other in rare_word_pairs(Collection(pile))]
    assert len(found) == len(set(found))
    assert all(len(pair) == 2 for pair in found)


@given(piles())
def test_the_pairs_do_not_depend_on_the_order_of_the_pile(pile: list[Proposition]) -> None:
    assert pairs(pile) == pairs(pile[::-1])


def test_of_other_stories_only_the_best_few_are_compared_with_a_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "BEST", 1)
    told = ["Tarnhelm bonds fund Zell kilns", "Tarnhelm bonds fund Oskel looms", "Tarnhelm bonds soured", "Yodellers of Brannick sang"]
    found = pairs([said(text, str(place)) for place, text in enumerate(told)])
    assert found == {frozenset("01"), frozenset("02")}
