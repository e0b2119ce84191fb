"""Tests of what two texts are to each other."""

from hypothesis import given

from claimtrack.provenance.copies import Pair, Relation, compare
from claimtrack.provenance.copies.texts import Reading
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, prose, reading, text

LETTER = (
    "The owner wrote to the council:",
    "I moved the machines to the mainland because nobody here would repair the roof. We had waited for nine years.",
    "I ask the council to take the site back. We shall not build there again.",
)


def relation(left: Reading, right: Reading) -> Relation:
    return compare(left, right).relation


def pair(left: tuple[str, ...], right: tuple[str, ...], **fields: str) -> Pair:
    return compare(reading(*left, key="l", outlet="outlet:l", **fields), reading(*right, key="r", outlet="outlet:r", **fields))


def test_a_text_reprinted_is_a_copy() -> None:
    found = pair(FIRE, FIRE[:3])
    assert (found.relation, found.automatic) == (Relation.COPY, True)


def test_some_paragraphs_in_a_longer_text_are_an_excerpt() -> None:
    found = pair(FIRE, (*MARKET, FIRE[1], FIRE[2]))
    assert (found.relation, found.automatic) == (Relation.EXCERPT, True)


def test_one_paragraph_in_common_is_only_proposed() -> None:
    found = pair(FIRE, (*MARKET, FIRE[2]))
    assert (found.relation, found.automatic) == (Relation.EXCERPT, False)


def test_one_short_paragraph_letter_for_letter_is_a_copy_without_asking() -> None:
    found = pair(FIRE[2:3], FIRE[2:3])
    assert (found.relation, found.automatic) == (Relation.COPY, True)
    assert "letter for letter the same text" in found.evidence


def test_words_of_a_third_that_both_credit_are_common_wire() -> None:
    left = reading(*FIRE, key="l", credits=("Tidewire",))
    right = reading(*FIRE[1:], key="r", credits=("tidewire",))
    found = compare(left, right)
    assert (found.relation, found.third, found.automatic) == (Relation.COMMON_WIRE, ("Tidewire",), True)


def test_the_same_speaker_quoted_makes_no_copy() -> None:
    assert relation(reading(*FIRE[:2], QUOTE, key="l"), reading(*MARKET, QUOTE, key="r")) is Relation.SHARED_QUOTES


def test_a_letter_that_both_print_makes_no_copy() -> None:
    assert relation(reading(*FIRE[:2], *LETTER, key="l"), reading(*MARKET, *LETTER, key="r")) is Relation.SHARED_STATEMENT


def test_two_stories_have_nothing_to_do_with_each_other() -> None:
    assert relation(reading(*FIRE, key="l"), reading(*MARKET, key="r")) is Relation.NONE


def test_lines_that_many_texts_have_are_boilerplate() -> None:
    common = frozenset(reading(MARKET[0]).codes)
    found = compare(reading(*FIRE[:2], MARKET[0], key="l"), reading(*FIRE[2:], MARKET[0], key="r"), common)
    assert found.relation is Relation.BOILERPLATE


def test_a_few_words_in_common_are_no_copy_however_short_the_texts() -> None:
    short = "The brigade said nobody was hurt on Friday."
    assert relation(reading(short, key="l"), reading(short, key="r")) is Relation.NONE


def test_articles_of_one_outlet_are_one_carrier() -> None:
    found = compare(reading(*FIRE, key="l", outlet="outlet:post"), reading(*FIRE, key="r", outlet="outlet:post"))
    assert found.carrier == "both are of outlet:post"


def test_versions_of_one_address_are_one_carrier() -> None:
    found = compare(reading(*FIRE, key="l", url="https://tarn.example"), reading(*FIRE, key="r", url="https://tarn.example"))
    assert "versions" in found.carrier
    assert found.automatic


def test_a_copy_that_names_its_source_is_declared() -> None:
    source = reading(*FIRE, key="l", outlet="outlet:wire", names=("Tidewire",))
    assert compare(source, reading(*FIRE, key="r", credits=("Tidewire",))).declared
    assert not compare(source, reading(*FIRE, key="r")).declared


@given(prose(), prose())
def test_which_text_is_given_first_makes_no_difference(one: str, other: str) -> None:
    left, right = text("l", one), text("r", other)
    assert compare(Reading(left), Reading(right)) == compare(Reading(right), Reading(left))
