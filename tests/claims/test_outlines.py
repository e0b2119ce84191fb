"""An outline may let too much pass, never too little."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.likeness import cosine, unit
from claimtrack.claims.outlines import BITS, Outlines, limit

directions = st.dictionaries(st.sampled_from("abcdefghijkl"), st.floats(0.1, 5), min_size=1).map(unit)


@given(directions, directions)
def test_no_cosine_passes_the_limit(one: dict[str, float], other: dict[str, float]) -> None:
    outline = Outlines()
    assert cosine(one, other) <= limit(outline(one), outline(other))


def test_the_limit_of_directions_without_a_feature_in_common_is_hardly_more_than_nothing() -> None:
    outline = Outlines()
    assert limit(outline(unit({"a": 1, "b": 2})), outline(unit({"c": 1, "d": 2}))) < 1e-6


def test_the_limit_is_the_cosine_where_two_directions_weigh_all_the_same() -> None:
    one, other, outline = unit(dict.fromkeys("abcd", 1.0)), unit(dict.fromkeys("cdef", 1.0)), Outlines()
    assert abs(limit(outline(one), outline(other)) - cosine(one, other)) < 1e-6


def test_features_that_fall_on_one_bit_only_loosen_the_limit() -> None:
    outline = Outlines()
    many = outline(unit({f"filler {number}": 1.0 for number in range(BITS)}))
    one, other = {"own": 1.0}, {"filler 0": 1.0}
    assert limit(outline(one), outline(other)) >= 1 > cosine(one, other) == 0
    assert limit(many, outline(one)) >= 0
