"""Tests of the pairs of texts that are worth comparing, and of how they change as texts come, change and go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.provenance.copies import Changes, Finder, Reading, Traces, traced
from claimtrack.provenance.copies.boilerplate import LIMITS, Limits
from claimtrack.provenance.copies.shelf import Shelf
from claimtrack.provenance.copies.traces import UNDATED, packed
from claimtrack.provenance.copies.worth import any_relation
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, endless, reading, text

LINE = "Support the Tarn Post with a small gift so that we can go on reporting from every quay."
FEW_ARE_MANY = Limits(everywhere=4, at_home=2, crowd=2, marked=3)
Couples = tuple[tuple[str, str], ...]


def finder(*texts: Reading) -> Finder:
    """A finder that leaves no pair out, with some texts."""
    found = Finder(worth=any_relation)
    found.update({each.text.key: traced(each) for each in texts})
    return found


def found(*texts: Reading) -> Couples:
    return finder(*texts).pairs


def test_texts_that_share_eight_words_are_compared() -> None:
    run = " ".join(FIRE[0].split()[3:12])
    around = reading(endless(200, "x") + f" {run} " + endless(200, "z"), key="a")
    assert found(around, reading(FIRE[0], key="b")) == (("a", "b"),)


def test_texts_that_share_a_short_quotation_are_compared() -> None:
    said = "“Not on my watch, ever again.”"
    assert found(reading(endless(50, "x"), said), reading(said, key="b")) == (("a", "b"),)


def test_texts_that_share_names_and_numbers_are_compared() -> None:
    one = reading("In 1931 the mayor of Tarn met Ada Quill.")
    assert found(one, reading("That Quill, Ada to friends, left Tarn is known since 1931.", key="b")) == (("a", "b"),)


def test_texts_of_two_stories_are_not_compared() -> None:
    assert found(reading(*FIRE), reading(*MARKET, key="b"), reading(QUOTE, key="c")) == ()


def test_texts_of_one_outlet_are_not_compared_where_records_alone_are_wanted() -> None:
    both = [traced(reading(*FIRE, key=key, outlet="outlet:post")) for key in "ab"]
    assert not Finder().update({each.key: each for each in both}).compare
    assert Finder().update({each.key: attrs.evolve(each, outlet="") for each in both}).compare == (("a", "b"),)


def test_a_line_in_several_texts_of_one_outlet_is_its_boilerplate() -> None:
    texts = [Reading(text(f"t{n}", endless(30, f"w{n}x"), LINE, outlet="outlet:post")) for n in range(LIMITS.at_home)]
    assert finder(*texts).common == set(reading(LINE).codes)
    assert finder(*texts[1:]).common == frozenset()


def test_the_same_line_at_several_outlets_is_not() -> None:
    texts = [Reading(text(f"t{n}", endless(30, f"w{n}x"), LINE, outlet=f"outlet:{n}")) for n in range(LIMITS.at_home)]
    assert finder(*texts).common == frozenset()


def test_a_line_that_very_many_texts_have_is_boilerplate_wherever_it_stands() -> None:
    texts = [Reading(text(f"t{n}", endless(30, f"w{n}x"), LINE)) for n in range(60)]
    assert finder(*texts).common == set(reading(LINE).codes)


def test_a_story_that_sixty_outlets_print_is_no_boilerplate() -> None:
    texts = [Reading(text(f"t{n:02}", *FIRE, endless(8, f"w{n}x"))) for n in range(60)]
    told = finder(*texts)
    assert told.common == frozenset()
    assert {("t00", f"t{n:02}") for n in range(1, 60)} <= set(told.pairs)


def test_a_line_that_becomes_boilerplate_is_told_of_the_pairs_that_have_it() -> None:
    texts = [traced(Reading(text(f"t{n}", FIRE[0], LINE, outlet=f"outlet:{n}"))) for n in range(2)]
    more = [traced(Reading(text(f"u{n}", endless(30, f"w{n}x"), LINE, outlet="outlet:0"))) for n in range(3)]
    told = Finder(worth=any_relation, few=1)
    assert told.update({each.key: each for each in texts}).compare == (("t0", "t1"),)
    changes = told.update({each.key: each for each in more})
    assert told.common >= set(reading(LINE).codes)
    assert ("t0", "t1") in changes.compare


CODES = st.frozensets(st.integers(0, 12), max_size=5)
MADE = st.builds(
    lambda outlet, day, prints, rest, marks: Traces(
        key="?",
        outlet=outlet,
        day=day,
        exact=True,
        prints=packed(prints),
        rest=packed(rest - prints),
        marks=packed(marks),
        own=bytes(-(-len(prints | rest) // 8)),
        terms=b"",
        cuts=b"",
        quotations=0,
    ),
    st.sampled_from(["", "outlet:a", "outlet:b"]),
    st.sampled_from([1, 2, UNDATED]),
    CODES,
    CODES,
    st.frozensets(st.integers(0, 6), max_size=5),
)
"""Traces of few different codes, so that many are shared."""
STEP = st.dictionaries(st.sampled_from("abcdefghij"), st.none() | MADE, min_size=1, max_size=6)
Step = Mapping[str, Traces | None]


def steps(most: int = 5) -> SearchStrategy[list[Step]]:
    """Texts that come, change and go."""
    return st.lists(STEP, min_size=1, max_size=most).map(lambda given: [_keyed(step) for step in given])


def _keyed(step: Step) -> Step:
    return {key: each and attrs.evolve(each, key=key) for key, each in step.items()}


def at_once(given: Iterable[Step]) -> Finder:
    """All that is left after some steps, taken in one."""
    left = {key: each for step in given for key, each in step.items()}
    told = Finder(worth=any_relation, few=0, limits=FEW_ARE_MANY)
    told.update({key: each for key, each in left.items() if each is not None})
    return told


@given(steps(), st.sampled_from([0.0, 0.5, 100.0]))
def test_what_is_found_does_not_depend_on_the_portions_in_which_texts_come(given: Sequence[Step], few: float) -> None:
    whole, told = at_once(given), Finder(worth=any_relation, few=few, limits=FEW_ARE_MANY)
    for step in given:
        told.update(step)
    assert (told.pairs, told.common, told.state) == (whole.pairs, whole.common, whole.state)


@given(steps(), st.sampled_from([0.0, 100.0]))
def test_changes_tell_every_pair_that_came_or_went_and_the_state_goes_on_where_it_was_left(given: Sequence[Step], few: float) -> None:
    pairs: set[tuple[str, str]] = set()
    state: dict[str, bytes] = {}
    for step in given:
        told = Finder(state, worth=any_relation, few=few, limits=FEW_ARE_MANY)
        before, common = told.pairs, told.common
        changes = told.update(step)
        pairs = pairs.difference(changes.gone).union(changes.compare)
        state = {key: each for key, each in {**state, **changes.state}.items() if each is not None}
        assert sorted(pairs) == list(told.pairs)
        assert _to_compare(step, before, common, told) == set(changes.compare)
    assert state.get("", b"") == at_once(given).state.pop("")
    assert {key: each for key, each in state.items() if key} == {key: each for key, each in at_once(given).state.items() if key}


def _to_compare(step: Step, before: Couples, common: frozenset[int], told: Finder) -> set[tuple[str, str]]:
    """The pairs that are new, of which a text changed, or in which other codes are boilerplate."""
    differ = common ^ told.common
    return {
        pair
        for pair in told.pairs
        if pair not in before or not step.keys().isdisjoint(pair) or not all(differ.isdisjoint(told.traces(key).codes) for key in pair)
    }


@given(st.dictionaries(st.sampled_from("abcdefgh"), MADE), st.sampled_from([1, 2, 3]))
def test_how_many_texts_are_paired_at_a_time_makes_no_difference(given: dict[str, Traces], block: int) -> None:
    step = _keyed(given)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimtrack.provenance.copies.shelf.BLOCK", block)
        few = _changes(step)
    assert few == _changes(step)


@given(st.dictionaries(st.sampled_from("abcdefgh"), MADE))
def test_the_texts_that_are_met_are_those_of_all_buckets(given: dict[str, Traces]) -> None:
    shelf = Shelf.of({key: each.to_bytes() for key, each in _keyed(given).items() if each is not None}, FEW_ARE_MANY)
    common = frozenset({3, 7})
    met = {(left, right) for left, rights in shelf.met(common) for right in rights}
    every = frozenset(shelf.all)
    assert met == shelf.sketched(every, every) | shelf.printed(every, every, common) | shelf.stories(every, every)


@given(st.dictionaries(st.sampled_from("abcdefgh"), MADE), st.randoms(use_true_random=False))
def test_the_order_of_the_texts_makes_no_difference(given: dict[str, Traces], dice: Random) -> None:
    step = _keyed(given)
    shuffled = list(step.items())
    dice.shuffle(shuffled)
    assert _changes(step) == _changes(dict(shuffled))


def _changes(step: Step) -> Changes:
    return Finder(limits=FEW_ARE_MANY, worth=any_relation).update(step)


def test_of_many_texts_one_more_is_looked_for_among_those_that_share_a_code_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"t{n}": traced(Reading(text(f"t{n}", endless(60, f"w{n}x")))) for n in range(120)}
    told = Finder()
    told.update(texts)
    monkeypatch.setattr("claimtrack.provenance.copies.finder.whole", None)
    again = attrs.evolve(texts["t7"], key="again")
    assert told.update({"again": again}).compare == (("again", "t7"),)
    assert told.update({"again": None}).gone == (("again", "t7"),)


def test_one_more_text_with_a_line_that_a_crowd_has_sends_no_others_to_be_looked_at_again() -> None:
    texts = {f"t{n}": traced(Reading(text(f"t{n}", endless(60, f"w{n}x"), LINE))) for n in range(100, 300)}
    looked = looked_at(texts, "t150")
    assert looked
    assert all("t150" in couple for couple in looked)


def test_a_name_that_becomes_one_of_many_texts_sends_no_others_to_be_looked_at_again() -> None:
    texts = {f"t{n}": traced(Reading(text(f"t{n}", f"So they told Quillon {endless(60, f'w{n}x')}", LINE))) for n in range(100, 201)}
    assert all("t150" in couple for couple in looked_at(texts, "t150"))


def looked_at(texts: Mapping[str, Traces], last: str) -> Couples:
    """The pairs that are looked at, and found not worth comparing, when one text comes after all others."""
    looked: list[tuple[str, str]] = []

    def worth(one: Traces, _: frozenset[int]) -> Callable[[Traces], bool]:
        def test(other: Traces) -> bool:
            looked.append((one.key, other.key))
            return False

        return test

    told = Finder(worth=worth, few=1)
    told.update({key: each for key, each in texts.items() if key != last})
    looked.clear()
    told.update({last: texts[last]})
    return tuple(looked)
