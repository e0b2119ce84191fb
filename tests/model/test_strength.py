"""Tests of strengths: bounds, what is objected to in them, and what support and denial make of a claim together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import RecordError
from claimtrack.model import Edge
from claimtrack.model.opinions import Opinion
from claimtrack.model.strength import Level, Strength, opinion
from claimtrack.provenance import weigh
from tests.provenance.test_bounds import tangle
from tests.provenance.weighing import Weighed, behind_one_document, line, weighed

ONE, TWO = Fraction(1), Fraction(2)


def test_totals_for_and_against_are_the_evidence_of_the_opinion() -> None:
    made = opinion(Strength(total=TWO), Strength(total=ONE))
    assert made == Opinion(positive=TWO, negative=ONE)
    assert made.projected == Fraction(3, 5)


def test_support_without_a_denial_leaves_nothing_against() -> None:
    assert opinion(Strength(total=TWO)) == opinion(Strength(total=TWO), Strength()) == Opinion(positive=TWO)


@pytest.mark.parametrize("sides", [(None, None), (Strength(), Strength()), (Strength(), None)])
def test_without_evidence_either_way_a_claim_is_not_assessable(sides: tuple[Strength | None, Strength | None]) -> None:
    assert str(opinion(*sides)) == "not assessable"


def test_what_is_no_matter_of_fact_is_not_assessable_whoever_says_it() -> None:
    assert not opinion(Strength(total=TWO), Strength(total=ONE), factual=False).assessable


def test_a_base_rate_is_passed_on_and_checked() -> None:
    assert opinion(Strength(total=TWO), base_rate="0.1").projected == Fraction(11, 20)
    with pytest.raises(RecordError, match="above 1"):
        opinion(None, base_rate=2)


def test_the_bound_adds_the_steps_between_levels_times_their_cuts() -> None:
    levels = (Level(least=TWO, cut=("a",)), Level(least=ONE, cut=("b", "c"), cut_actors=("d",)))
    assert Strength(levels=levels).bound == 1 * 1 + 1 * 3
    assert Strength(levels=levels, total=TWO).gap == TWO


def test_what_a_cut_names_twice_counts_once() -> None:
    assert Level(least=ONE, cut=("a", "a"), cut_actors=("b", "b")).size == 2


def altered(found: Strength) -> Iterator[Strength]:
    """The same with one part of it changed, each part in turn."""
    yield attrs.evolve(found, total=found.total + 1)
    yield attrs.evolve(found, levels=(Level(least=found.total + 9), *found.levels))
    if not found.gap:
        yield attrs.evolve(found, exhaustive=False)
    if found.levels:
        yield attrs.evolve(found, levels=found.levels[1:])
    if found.lines:
        yield attrs.evolve(found, lines=found.lines[1:])
        yield attrs.evolve(found, lines=(*found.lines, found.lines[0]))
        yield attrs.evolve(found, lines=(found.lines[0][1:], *found.lines[1:]))
        yield attrs.evolve(found, lines=((), *found.lines[1:]))
    for place, level in enumerate(found.levels):
        before, after = found.levels[:place], found.levels[place + 1 :]
        yield attrs.evolve(found, levels=(*before, attrs.evolve(level, least=level.least / 2), *after))
        if level.cut:
            yield attrs.evolve(found, levels=(*before, attrs.evolve(level, cut=level.cut[1:]), *after))
        if level.cut_actors:
            yield attrs.evolve(found, levels=(*before, attrs.evolve(level, cut_actors=level.cut_actors[1:]), *after))
    for place, token in enumerate(found.tokens):
        before_it, after_it = found.tokens[:place], found.tokens[place + 1 :]
        yield attrs.evolve(found, tokens=(*before_it, *after_it))
        yield attrs.evolve(found, tokens=(*before_it, attrs.evolve(token, evidence=token.evidence + 1), *after_it))
        yield attrs.evolve(found, tokens=(*before_it, attrs.evolve(token, factor=token.factor / 2 or Fraction(1)), *after_it))
        yield attrs.evolve(found, tokens=(*before_it, attrs.evolve(token, path=token.path[:-1] or ("node:0",)), *after_it))
        yield attrs.evolve(found, tokens=(*before_it, attrs.evolve(token, chosen=not token.chosen), *after_it))


@given(weighed())
def test_a_tampered_strength_is_refused_whichever_part_was_changed(case: Weighed) -> None:
    found = weigh(*case)
    assert all(not changed.verify(*case) for changed in altered(found))


@given(weighed(), st.data())
def test_a_strength_is_refused_for_other_factors_or_evidence(case: Weighed, data: st.DataObject) -> None:
    lineage, factors, evidence = case
    found = weigh(*case)
    if not found.tokens:
        return
    token = data.draw(st.sampled_from(found.tokens))
    assert not found.verify(lineage, factors, {**evidence, token.origin: token.evidence + 1})
    if token.factor:
        assert not found.verify(lineage, {**factors, token.origin: Fraction(0)}, evidence)


class TestObjections:
    """Each fault by itself, told in words, where nothing else would have told of it."""

    def test_a_total_that_is_not_the_sum(self) -> None:
        case: Weighed = tangle(["ab", "bc", "ac"]), {}, dict.fromkeys(("o0", "o1", "o2"), Fraction(2))
        changed = attrs.evolve(weigh(*case), total=Fraction(3))
        assert changed.objections(*case) == ("the total is not what the origins chosen weigh",)

    def test_a_cut_that_does_not_cut(self) -> None:
        case: Weighed = line("o", "d"), {}, {"o": Fraction(2)}
        changed = attrs.evolve(weigh(*case), levels=(Level(Fraction(2), ("nowhere",)),))
        assert changed.objections(*case) == ("evidence gets past the cut at 2",)

    def test_a_cut_that_takes_out_a_carrier(self) -> None:
        case: Weighed = line("o", "d"), {}, {"o": Fraction(2)}
        changed = attrs.evolve(weigh(*case), levels=(Level(Fraction(2), ("carrier:a",)),))
        assert changed.objections(*case) == ("evidence gets past the cut at 2",)

    def test_a_cut_of_actors_some_of_whom_are_left(self) -> None:
        case: Weighed = tangle(["ab", "ab"]), {}, {"o0": Fraction(2), "o1": Fraction(1)}
        changed = attrs.evolve(weigh(*case), levels=(Level(Fraction(2), (), ("a",)), Level(Fraction(1), (), ("a", "b"))))
        assert changed.objections(*case) == ("evidence gets past the cut at 2",)

    def test_a_cut_larger_than_need_be(self) -> None:
        case: Weighed = line("o", "d"), {}, {"o": Fraction(2)}
        changed = attrs.evolve(weigh(*case), levels=(Level(Fraction(2), ("d", "o")),))
        assert changed.objections(*case) == ("the cuts do not prove the total",)

    def test_a_path_that_is_not_the_best(self) -> None:
        case: Weighed = line("o", "d"), {"d": Fraction(1, 2)}, {"o": Fraction(2)}
        poor = weigh(*case)
        better = attrs.evolve(case[0], edges=(*case[0].edges, Edge("o", "carrier:a")))
        assert poor.objections(better, *case[1:]) == ("o has another best factor",)

    def test_two_lines_through_one_document(self) -> None:
        case = behind_one_document()
        found = weigh(*case)
        both = [attrs.evolve(token, chosen=True) for token in found.tokens]
        lines = (*found.lines, ("o2", "doc", "carrier:a"))
        changed = attrs.evolve(found, tokens=tuple(both), lines=lines, total=found.total + 2)
        assert changed.objections(*case) == ("two lines share a node", "the cuts do not prove the total")

    def test_two_origins_of_one_actor(self) -> None:
        case: Weighed = tangle(["a", "a"]), {}, {"o0": Fraction(2), "o1": Fraction(2)}
        found = weigh(*case)
        both = [attrs.evolve(token, chosen=True) for token in found.tokens]
        lines = (("o0", "carrier:a"), ("o1", "carrier:a"))
        changed = attrs.evolve(found, tokens=tuple(both), lines=lines, total=Fraction(4))
        assert changed.objections(*case) == ("two origins share an actor", "the cuts do not prove the total")

    def test_a_line_that_is_not_on_record(self) -> None:
        case: Weighed = line("o", "d"), {}, {"o": Fraction(2)}
        changed = attrs.evolve(weigh(*case), lines=(("o", "carrier:a"),))
        assert changed.objections(*case) == ("line o > carrier:a is not on record",)
