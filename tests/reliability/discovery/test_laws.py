"""Laws of every method: order and names change nothing, ties are told, nothing is without end, and easy worlds are solved."""

from __future__ import annotations

import math
import random
import warnings
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given

from claimtrack.reliability.discovery import METHODS, ConvergenceWarning, Discovery, Observations, Truth, discover
from tests.reliability.discovery.worlds import ROWS, Row, copied_world

RENAMED = dict(zip("pqrst", "trspq", strict=True))
RESPELLED = {"1": "wren", "2": "lark", "4": "kite", "10": "rook"}
every = pytest.mark.parametrize("method", METHODS)


@pytest.fixture(autouse=True)
def _unsettled() -> Iterator[None]:
    """Small worlds need not settle."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield


def found(rows: Iterable[Row], method: str) -> Discovery:
    return discover(Observations.of(rows), method, rounds=10)


def tops(found: Discovery) -> dict[str, set[str]]:
    return {truth.object: set(truth.tied or [truth.value]) for truth in found.truths}


@every
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_and_repetition_change_nothing_at_all(method: str, seed: int) -> None:
    rows = copied_world(seed, objects=30)
    other = rows + rows[::7]
    random.Random(seed).shuffle(other)
    assert found(rows, method) == found(other, method)


@every
@given(rows=ROWS)
def test_other_names_of_sources_change_only_the_names(method: str, rows: list[Row]) -> None:
    plain, renamed = found(rows, method), found([(RENAMED[source], subject, value) for source, subject, value in rows], method)
    assert tops(plain) == tops(renamed)
    assert {RENAMED[name]: trust for name, trust in plain.reliabilities.items()} == pytest.approx(renamed.reliabilities, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("method", sorted(set(METHODS) - {"evidence"}))  # which reads numbers and lists; test_evidence.py has its law
@given(rows=ROWS)
def test_other_spellings_change_only_the_spellings(method: str, rows: list[Row]) -> None:
    plain, respelled = found(rows, method), found([(source, subject, RESPELLED[value]) for source, subject, value in rows], method)
    assert {name: {RESPELLED[value] for value in values} for name, values in tops(plain).items()} == tops(respelled)
    assert plain.reliabilities == pytest.approx(respelled.reliabilities, rel=1e-6, abs=1e-9)


@every
@given(rows=ROWS)
def test_every_object_gets_one_of_its_values_and_every_number_is_on_its_scale(method: str, rows: list[Row]) -> None:
    outcome = found(rows, method)
    assert [truth.object for truth in outcome.truths] == sorted({row[1] for row in rows})
    assert all(any(row[1:] == (truth.object, value) for row in rows) for truth in outcome.truths for value in (truth.value, *truth.tied))
    assert list(outcome.reliabilities) == sorted({row[0] for row in rows})
    assert all(math.isfinite(trust) for trust in outcome.reliabilities.values())
    assert all(0.0 <= truth.confidence <= 1.0 for truth in outcome.truths)
    assert all(0.0 <= row.probability <= 1.0 for row in outcome.copying)


@every
def test_values_of_sources_that_are_alike_tie(method: str) -> None:
    rows = [("p", "x", "b"), ("q", "x", "a"), ("r", "x", "c")] + [(name, "y", "same") for name in "pqr"]
    x, y = found(rows, method).truths
    assert (x.value, x.tied) == ("a", ("a", "b", "c"))
    assert (y.value, y.tied) == ("same", ())


@every
def test_what_a_lone_source_says_is_chosen(method: str) -> None:
    outcome = found([("p", "x", "1"), ("p", "y", "2")], method)
    assert [(truth.value, truth.tied) for truth in outcome.truths] == [("1", ()), ("2", ())]


@every
def test_two_values_of_a_lone_source_tie(method: str) -> None:
    (truth,) = found([("p", "x", "1"), ("p", "x", "2")], method).truths
    assert (truth.value, truth.tied) == ("1", ("1", "2"))


@every
def test_a_source_without_rivals_is_heard(method: str) -> None:
    rows = [*copied_world(1, copiers=0, objects=20), ("hermit", "hut", "small"), ("hermit", "hill", "steep")]
    outcome = found(rows, method)
    assert Truth("hut", "small", outcome.truths[1].confidence) == next(truth for truth in outcome.truths if truth.object == "hut")
    assert math.isfinite(outcome.reliabilities["hermit"])


@every
@pytest.mark.parametrize("seed", range(3))
def test_a_world_of_good_independent_sources_is_solved(method: str, seed: int) -> None:
    outcome = found(copied_world(seed, copiers=0), method)
    assert sum(truth.value == "true" for truth in outcome.truths) >= 118
    assert min(outcome.reliabilities, key=lambda name: outcome.reliabilities[name]) == "model"


@every
def test_very_many_sources_on_one_object_are_no_trouble(method: str) -> None:
    rows = [(f"source-{at}", "x", "true") for at in range(2_000)] + [("other", "x", "false"), ("other", "y", "false")]
    assert all(math.isfinite(trust) for trust in found(rows, method).reliabilities.values())
