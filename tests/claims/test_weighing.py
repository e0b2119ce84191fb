"""Which pairs are weighed, and what keeps two propositions apart."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from claimtrack.claims import Collection, WordScorer, weigh, weigh_matter
from claimtrack.claims.matter import Matter
from claimtrack.claims.profiles import Profile
from claimtrack.claims.ties import CLEAR, DOUBTED, FORBIDDEN, ONE_MATTER
from claimtrack.claims.weighing import CHAINED
from claimtrack.model.matching import Bill, Proposition
from tests.claims.propositions import all_matters, piles, said


@settings(max_examples=20)
@given(piles())
def test_the_bits_of_a_pair_are_those_of_its_bill_and_no_fewer_than_of_one_matter(pile: list[Proposition]) -> None:
    for each in weigh(pile):
        assert each.bits == each.bill.bits >= ONE_MATTER
        assert each.against == (each.bill.gates, each.bill.doubts)


@settings(max_examples=20)
@given(piles())
def test_two_are_kept_apart_by_their_bill_whichever_comes_first(pile: list[Proposition]) -> None:
    for _, matter in all_matters(pile):
        weighed = weigh_matter(matter)
        for each in weighed:
            assert weighed.apart(*each.keys) == weighed.apart(*each.keys[::-1]) == _against(each.bill)


@settings(max_examples=20)
@given(piles())
def test_what_weighs_little_is_kept_apart_where_it_was_worth_comparing(pile: list[Proposition]) -> None:
    score = WordScorer(Collection(pile))
    given = {each.key: each for each in pile}
    for _, matter in all_matters(pile):
        weighed = weigh_matter(matter)
        for one, other in combinations([each.key for each in matter.propositions], 2):
            hardly = score.bits(given[one], given[other], CHAINED) is None
            assert weighed.apart(one, other) == CLEAR or hardly or score(given[one], given[other]).objections


def _against(bill: Bill) -> int:
    return FORBIDDEN if bill.gates else DOUBTED if bill.doubts else CLEAR


def test_where_nobody_looked_how_near_two_articles_are_only_what_they_say_keeps_two_apart() -> None:
    alike = ("Rusk closed the harbour of Skell on Monday", "the harbour of Skell was closed by Rusk on Monday")
    texts = (alike[0], alike[1], alike[0], "the harbour of Skell was opened by Rusk on Monday")
    pile = tuple(said(text, str(number), f"article:{number}") for number, text in enumerate(texts))
    near = (("article:0", "article:1", 0.9), ("article:1", "article:2", 0.9), ("article:1", "article:3", 0.9))
    spread = {stem: 3 for each in pile for stem in Profile(each).stems}
    weighed = weigh_matter(Matter(propositions=pile, near=near, spread=spread))
    assert weighed.apart("0", "2") == CLEAR
    assert weighed.apart("2", "3") == DOUBTED
