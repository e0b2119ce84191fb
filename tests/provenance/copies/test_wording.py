"""Tests of what is told of two texts."""

import re

import pytest

from claimtrack.provenance.copies import Relation, compare, explained
from claimtrack.provenance.copies.wording import NAMES
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, reading
from tests.provenance.copies.test_relations import LETTER
from tests.provenance.copies.test_rewrites import RETOLD

ACCUSING = re.compile(r"\b(stole\w*|steal\w*|plagiar\w*|theft|lift\w*|cheat\w*|pirat\w*|guilty|false|fake|admit\w*)\b", re.IGNORECASE)
PAIRS = [(FIRE, FIRE), (FIRE, (*MARKET, FIRE[1])), (FIRE, RETOLD), ((FIRE[0], QUOTE), (MARKET[0], QUOTE)), (LETTER, (MARKET[0], *LETTER))]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_what_is_told_accuses_nobody(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert not ACCUSING.search(explained(compare(reading(*left, key="l"), reading(*right, key="r"))))


def test_every_relation_has_its_words() -> None:
    assert set(NAMES) == set(Relation)


def test_a_finding_is_told_with_its_figures() -> None:
    left, right = reading(*FIRE, key="l", published="2031-03-04"), reading(*MARKET, FIRE[1], FIRE[2], key="r", published="2031-03-05")
    assert explained(compare(left, right)) == (
        "part of the one text stands in the other; 40 of 78 words are identical outside quotation marks; longest run 40 words; "
        "r was published 1 day later; identical words of their own in 2 paragraphs; published within 3 days of each other; "
        "more than shared words speaks for it, so it stands until somebody judges otherwise."
    )


def test_an_unknown_order_is_told_as_unknown() -> None:
    assert "which of the two came first is not known" in explained(compare(reading(*FIRE, key="l"), reading(*FIRE, key="r")))


def test_shared_quotations_are_told_without_an_order() -> None:
    told = explained(compare(reading(FIRE[0], QUOTE, key="l"), reading(MARKET[0], QUOTE, key="r")))
    assert told == "both texts quote the same words; longest run inside quotation 21 words."
