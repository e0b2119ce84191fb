"""Tests of what two texts share, word for word."""

from hypothesis import given

from claimtrack.provenance.copies.overlap import measured, runs
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, prose, reading


def test_a_copy_shares_all_its_words() -> None:
    found = measured(reading(*FIRE), reading(*FIRE))
    assert found.own.containment == found.own.of_longer == 1.0
    assert found.identical == found.of == len(reading(*FIRE))


def test_texts_of_two_stories_share_nothing() -> None:
    found = measured(reading(*FIRE), reading(*MARKET))
    assert (found.own.both, found.quoted.both, found.identical, found.runs) == (0, 0, 0, ())


def test_what_both_quote_is_no_word_of_their_own() -> None:
    found = measured(reading(FIRE[0], QUOTE), reading(MARKET[0], QUOTE))
    assert found.own.both == 0
    assert found.quoted.containment == 1.0
    assert found.longest_quoted == 21


def test_what_one_quotes_and_the_other_does_not_is_quoted() -> None:
    bare = QUOTE.replace("“", "").replace("”", "")
    found = measured(reading(QUOTE), reading(bare, FIRE[0]))
    assert found.own.both == 0
    assert found.quoted.both > 10


def test_an_excerpt_is_contained_in_the_longer_text() -> None:
    found = measured(reading(*FIRE), reading(*MARKET, FIRE[1]))
    assert found.own.containment > 0.2
    assert [run.words for run in found.runs] == [len(reading(FIRE[1]))]


def test_runs_have_their_places_in_both_texts() -> None:
    left, right = reading(*FIRE), reading(MARKET[0], FIRE[2])
    (run,) = runs(left, right)
    assert left.text.text[run.left.start : run.left.end] == right.text.text[run.right.start : run.right.end] == FIRE[2].rstrip(".")
    assert run.own == run.words


def test_boilerplate_counts_for_nothing() -> None:
    left, right = reading(FIRE[0], MARKET[0]), reading(FIRE[1], MARKET[0])
    found = measured(left, right, frozenset(reading(MARKET[0]).codes))
    assert found.own.both == 0
    assert found.boilerplate == len(reading(MARKET[0]).codes)
    assert found.runs == ()


@given(prose(), prose())
def test_what_is_shared_does_not_depend_on_the_side(one: str, other: str) -> None:
    left, right = reading(one, key="l"), reading(other, key="r")
    there, back = measured(left, right), measured(right, left)
    assert there.own == back.own.turned
    assert there.identical == back.identical
    assert there.turned.turned == there


def test_a_run_over_several_paragraphs_counts_in_each() -> None:
    assert measured(reading(*FIRE), reading(*FIRE)).paragraphs == 4
    assert measured(reading(*FIRE), reading(" ".join(FIRE))).paragraphs == 4
    assert measured(reading(*FIRE), reading(*MARKET, FIRE[0])).paragraphs == 1
    assert measured(reading(MARKET[0], QUOTE), reading(FIRE[0], QUOTE)).paragraphs == 0
