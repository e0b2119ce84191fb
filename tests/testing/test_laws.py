"""Tests of the laws on merges and codecs that keep them, and on ones that do not."""

import json
import operator
import subprocess
import sys

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from claimtrack.testing import assert_join, assert_round_trip

SETS = st.frozensets(st.integers(0, 3))


def test_union_of_sets_is_a_join() -> None:
    assert_join(operator.or_, SETS, frozenset())


def test_maximum_is_a_join() -> None:
    assert_join(max, st.integers(0), 0)


def test_a_mean_is_not_associative_and_the_message_shows_the_values() -> None:
    with pytest.raises(AssertionError, match=r"associativity fails(.|\n)*left side(.|\n)*a = "):
        assert_join(lambda a, b: (a + b) / 2, st.integers(0, 9).map(float), 0.0)


def test_keeping_the_last_is_not_commutative() -> None:
    with pytest.raises(AssertionError, match="commutativity fails"):
        assert_join(lambda a, b: b, st.integers(), 0)


def test_addition_is_not_idempotent() -> None:
    with pytest.raises(AssertionError, match="idempotence fails"):
        assert_join(operator.add, st.integers(), 0)


def test_a_wrong_bottom_is_no_identity() -> None:
    with pytest.raises(AssertionError, match="identity fails"):
        assert_join(max, st.integers(-9, 9), 0)


def test_json_round_trips_lists() -> None:
    assert_round_trip(json.dumps, json.loads, st.lists(st.integers() | st.none()))


def test_json_makes_lists_of_tuples() -> None:
    with pytest.raises(AssertionError, match="round trip fails"):
        assert_round_trip(json.dumps, json.loads, st.tuples(st.integers()))


def test_the_number_of_examples_can_be_set() -> None:
    seen: list[int] = []

    def noted(a: int, b: int) -> int:
        seen.append(a)
        return max(a, b)

    assert_join(noted, st.just(0), 0, settings=settings(max_examples=1))
    assert_round_trip(seen.append, lambda _: 0, st.just(0), settings=settings(max_examples=1))
    assert len(seen) < 12


def test_without_hypothesis_the_import_names_the_extra() -> None:
    program = "import sys; sys.modules['hypothesis'] = None; import claimtrack.testing"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "claimtrack[testing]" in done.stderr.splitlines()[-1]
