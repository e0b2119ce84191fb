"""Tests of sentences put beside each other."""

from claimtrack.provenance.copies import Relation, compare, explained
from claimtrack.provenance.copies.rewrites import Alignment, aligned
from tests.provenance.copies.building import FIRE, MARKET, reading

RETOLD = (
    "Four workshops and a chapel were lost when the old ropeworks at Tarn Quay went up in flames on Friday, according to the brigade.",
    "Two families were told to leave their homes, as the tannery wall beside it needed props; there were no injuries.",
    "Because the hydrant nearest to it had frozen, it was dawn before ninety firefighters had the blaze under control.",
    "Its owner had taken the machines to the mainland eleven years ago, and the ropeworks had been empty since.",
)


def alignment(*paragraphs: str, **fields: str) -> Alignment:
    found = aligned(reading(*FIRE, key="l", **fields), reading(*paragraphs, key="r"))
    assert found is not None
    return found


def test_a_story_retold_sentence_by_sentence_is_a_rewrite() -> None:
    found = alignment(*RETOLD)
    assert (len(found.matches), found.of, found.in_order) == (4, 4, 4)
    assert found.rewrite


def test_the_same_facts_in_another_order_are_no_rewrite() -> None:
    assert not alignment(RETOLD[2], RETOLD[3], RETOLD[1], RETOLD[0]).rewrite


def test_a_rewrite_is_proposed_and_said_to_be_no_more() -> None:
    found = compare(reading(*FIRE, key="l"), reading(*RETOLD, key="r"))
    assert (found.relation, found.automatic) == (Relation.REWRITE, False)
    assert "awaits a person's word" in explained(found)


def test_another_story_is_not_even_put_beside() -> None:
    assert aligned(reading(*FIRE), reading(*MARKET, *MARKET)) is None


def test_dates_far_apart_rule_a_rewrite_out() -> None:
    assert aligned(reading(*FIRE, published="2031-03-04"), reading(*RETOLD, published="2031-06-04")) is None


def test_few_sentences_tell_no_order() -> None:
    assert aligned(reading(*FIRE), reading(*RETOLD[:3])) is None


def test_each_match_has_its_places() -> None:
    left, right = reading(*FIRE), reading(*RETOLD)
    found = aligned(left, right)
    assert found is not None
    assert [left.text.text[match.left.start : match.left.end] for match in found.matches] == list(FIRE)
    assert [right.text.text[match.right.start : match.right.end] for match in found.matches] == list(RETOLD)


def test_nothing_matched_is_nothing_told() -> None:
    empty = Alignment(matches=(), of=0, in_order=0, quotes=0)
    assert (empty.told, empty.ordered, empty.likeness, empty.rewrite) == (0.0, 0.0, 0.0, False)
