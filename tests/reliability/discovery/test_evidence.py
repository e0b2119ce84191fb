"""Tests of evidence: whom it trusts, what it takes for one origin, and what its numbers mean."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given

from claimtrack.reliability.discovery import DEFAULT, Discovery, Observations, Settings, discover
from claimtrack.reliability.discovery.evidence import UNKNOWN, evidence, wrong_values
from tests.accuracy import likenesses, worlds
from tests.accuracy.truth_table import accuracy
from tests.reliability.discovery.worlds import ROWS, Row

SPELLED = {"1": "wren", "2": "lark", "4": "kite", "10": "rook"}


def found(rows: list[Row], rounds: int = 60) -> Discovery:
    return discover(Observations.of(rows), "evidence", similarity=lambda one, other: 0.0, rounds=rounds)


def right(world: worlds.World, method: str = DEFAULT) -> float:
    outcome = discover(Observations.of(world.rows), method, rounds=60)
    return sum(world.truth[truth.object] == truth.value for truth in outcome.truths) / len(outcome.truths)


def test_it_is_the_default() -> None:
    assert DEFAULT == "evidence"


def test_one_source_of_one_thing_stays_near_what_is_taken_of_all() -> None:
    assert found([("p", "x", "oak")]).reliabilities == pytest.approx({"p": 0.6})


def test_confidence_leaves_room_for_what_nobody_told() -> None:
    seen = Observations.of([("p", "x", "oak")])
    outcome = evidence(seen, Settings())
    (score,) = outcome.scores.tolist()
    assert outcome.confidence is not None
    assert outcome.confidence.tolist() == pytest.approx([(score + UNKNOWN / 2) / (score + UNKNOWN)])


def test_a_value_of_many_has_more_confidence_than_one_of_few() -> None:
    few = found([(source, "x", "oak") for source in "pq"]).truths[0].confidence
    many = found([(source, "x", "oak") for source in "pqrst"]).truths[0].confidence
    assert few < many < 1


def test_two_equals_that_differ_tie() -> None:
    assert found([("p", "x", "oak"), ("q", "x", "ash")]).truths[0].tied == ("ash", "oak")


def test_a_source_that_others_bear_out_outweighs_one_that_they_do_not() -> None:
    draw = Random(4)
    truth = worlds.truths(draw, 100)
    people = [worlds.Teller(name, accuracy, 1.0) for name, accuracy in zip("pqrst", (0.9, 0.2, 0.7, 0.7, 0.7), strict=True)]
    rows = worlds.told(draw, truth, people, worlds.pools(draw, truth, 9))
    outcome = found([*rows, ("p", "new", "oak"), ("q", "new", "ash")])
    assert {row.object: row.value for row in outcome.truths}["new"] == "oak"
    assert outcome.reliabilities["p"] > 0.7 > 0.3 > outcome.reliabilities["q"]


def test_sources_that_never_differ_are_one_voice_and_its_judge_is_the_only_other() -> None:
    rows = [(source, f"o{at}", "true") for source in "prs" for at in range(20)] + [("q", f"o{at}", f"odd {at}") for at in range(20)]
    outcome = found(rows)
    assert outcome.converged
    assert {row.copier + row.source for row in outcome.copying} == {"pr", "ps", "rs"}
    assert max(outcome.reliabilities.values()) < 0.6


@given(rows=ROWS)
def test_without_likeness_other_spellings_change_only_the_spellings(rows: list[Row]) -> None:
    plain = evidence(Observations.of(rows), Settings(similarity=lambda one, other: 0.0))
    other = evidence(Observations.of([(source, name, SPELLED[value]) for source, name, value in rows]), Settings())
    assert plain.trust.tolist() == pytest.approx(other.trust.tolist(), rel=1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_a_copied_falsehood_does_not_outvote_independent_sources(seed: int) -> None:
    world = worlds.copied_majority(Random(seed))
    assert right(world) > right(world, "majority") + 0.25


@pytest.mark.parametrize("seed", range(3))
def test_what_is_copied_is_not_wrong_for_being_copied(seed: int) -> None:
    world = worlds.copied_minority(Random(seed))
    assert right(world) > right(world, "majority") - 0.05


def test_copiers_are_told_the_one_that_says_less_first() -> None:
    draw = Random(5)
    truth = {f"o{at}": f"v{draw.randrange(10**6)}" for at in range(80)}
    said = {name: value if draw.random() < 0.5 else f"w{draw.randrange(10**6)}" for name, value in truth.items()}
    rows = [("model", name, value) for name, value in said.items()] + [("copier", name, said[name]) for name in list(said)[:60]]
    rows += worlds.told(draw, truth, worlds.tellers(draw, 4, (0.8, 0.9), (1, 1)), lambda dice, _, __: f"w{dice.randrange(10**6)}")
    assert [(row.copier, row.source) for row in found(rows).copying] == [("copier", "model")]


def test_sources_that_err_on_their_own_are_of_no_common_origin() -> None:
    draw = Random(8)
    truth = worlds.truths(draw, 300)
    rows = worlds.told(draw, truth, worlds.tellers(draw, 12, (0.5, 0.9), (0.5, 0.9)), worlds.pools(draw, truth, 5))
    assert found(rows).copying == ()


def test_how_many_wrong_values_are_as_likely_is_read_off_the_data() -> None:
    draw = Random(2)
    truth = worlds.truths(draw, 400)
    counted = []
    for many in (1, 4, 50):
        wrong = [f"w{at}" for at in range(many)]
        rows = worlds.told(draw, truth, worlds.tellers(draw, 12, (0.6, 0.6), (1, 1)), lambda dice, _, __, pool=wrong: dice.choice(pool))  # type: ignore[misc]
        seen = Observations.of(rows)
        true = np.array([truth[seen.objects[at]] == value for at, value in zip(seen.fact_object.tolist(), seen.fact_value, strict=True)])
        counted.append(wrong_values(seen, true.astype(np.float64), np.ones(len(seen))))
    assert counted == pytest.approx([1, 4, 50], rel=0.1)


def test_near_numbers_bear_one_another_out_unless_likeness_is_told() -> None:
    rows = [("p", "x", "100"), ("q", "x", "101"), ("r", "x", "900")]
    assert discover(Observations.of(rows)).truths[0].value in {"100", "101"}
    assert len(found(rows).truths[0].tied) == 3


def test_half_a_world_known_by_few_large_sources_is_not_taken_for_granted() -> None:
    world = likenesses.heritages(Random(1))
    seen = Observations.of(world.rows)
    assert accuracy(seen, evidence(seen, Settings()), world.truth) > right(world, "sums") + 0.2
