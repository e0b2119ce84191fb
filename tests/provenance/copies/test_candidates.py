"""Tests of which pairs are compared, and of what is boilerplate."""

from claimtrack.provenance.copies.boilerplate import MANY_OF_ONE
from claimtrack.provenance.copies.candidates import candidates
from claimtrack.provenance.copies.texts import Reading
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, endless, reading, text

LINE = "Support the Tarn Post with a small gift so that we can go on reporting from every quay."


def found(*texts: Reading) -> tuple[tuple[int, int], ...]:
    return candidates(texts).pairs


def test_texts_that_share_eight_words_are_compared() -> None:
    run = " ".join(FIRE[0].split()[3:12])
    assert found(reading(endless(200, "x") + f" {run} " + endless(200, "z"), key="a"), reading(FIRE[0], key="b")) == ((0, 1),)


def test_texts_that_share_a_short_quotation_are_compared() -> None:
    assert found(reading(endless(50, "x"), "“Not on my watch, ever again.”"), reading("“Not on my watch, ever again.”")) == ((0, 1),)


def test_texts_that_share_names_and_numbers_are_compared() -> None:
    one = reading("In 1931 the mayor of Tarn met Ada Quill.")
    assert found(one, reading("That Quill, Ada to friends, left Tarn is known since 1931.")) == ((0, 1),)


def test_texts_of_two_stories_are_not_compared() -> None:
    assert found(reading(*FIRE), reading(*MARKET), reading(QUOTE)) == ()


def test_a_line_in_several_texts_of_one_outlet_is_its_boilerplate() -> None:
    texts = [Reading(text(f"t{n}", endless(30, f"w{n}x"), LINE, outlet="outlet:post")) for n in range(MANY_OF_ONE)]
    assert candidates(texts).common == set(reading(LINE).codes)
    assert candidates(texts[1:]).common == frozenset()


def test_the_same_line_at_several_outlets_is_not() -> None:
    texts = [Reading(text(f"t{n}", endless(30, f"w{n}x"), LINE, outlet=f"outlet:{n}")) for n in range(MANY_OF_ONE)]
    assert candidates(texts).common == frozenset()


def test_a_line_that_very_many_texts_have_is_boilerplate_wherever_it_stands() -> None:
    texts = [Reading(text(f"t{n}", endless(30, f"w{n}x"), LINE)) for n in range(60)]
    assert candidates(texts).common == set(reading(LINE).codes)


def test_a_story_that_sixty_outlets_print_is_no_boilerplate() -> None:
    texts = [Reading(text(f"t{n:02}", *FIRE, endless(8, f"w{n}x"))) for n in range(60)]
    told = candidates(texts)
    assert told.common == frozenset()
    assert {(0, n) for n in range(1, 60)} <= set(told.pairs)
