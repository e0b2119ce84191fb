"""Tests of which pairs of a crowd shift as texts come and go."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.copies.crowds import Shifts, shifts
from claimtrack.provenance.copies.sketches import paired
from claimtrack.provenance.copies.traces import Age

AGES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3)).map(lambda given: [(day, key) for key, day in given.items()])


def together(bucket: Iterable[Age], changed: Iterable[str], crowd: int) -> set[tuple[str, str]]:
    """The pairs of a bucket in which nothing changed."""
    keys = [key for _, key in sorted(bucket)]
    return {couple for couple in paired(keys, crowd) if set(changed).isdisjoint(couple)}


@given(AGES, AGES, st.integers(1, 4))
def test_pairs_less_the_lost_and_with_the_gained_are_those_that_are_paired_now(
    now: list[tuple[int, str]], before: list[tuple[int, str]], crowd: int
) -> None:
    changed = {key for _, key in set(now) ^ set(before)}
    found = shifts(now, before, changed, crowd)
    assert together(before, changed, crowd) - found.lost | found.gained == together(now, changed, crowd)
    assert shifts(before, now, changed, crowd) == Shifts(found.lost, found.gained)


def test_where_few_texts_are_no_pair_shifts() -> None:
    texts = [(1, "a"), (2, "b"), (3, "c")]
    assert shifts(texts, texts[1:], {"a"}, crowd=3) == Shifts()


def test_one_more_in_a_crowd_parts_its_neighbours_only() -> None:
    crowd = [(day, f"t{day:02}") for day in range(60)]
    more = (30, "u")
    assert shifts([*crowd, more], crowd, {"u"}) == Shifts(lost=frozenset({("t30", "t31")}))
    assert shifts(crowd, [*crowd, more], {"u"}) == Shifts(gained=frozenset({("t30", "t31")}))
