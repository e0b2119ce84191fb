"""Tests of sketches and of near-duplicates among many texts."""

import random

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.copies import Near, Sketch, near_duplicates
from claimtrack.provenance.copies.sketches import CROWD, KEPT, paired
from tests.provenance.copies.building import endless, prose

HASHES = st.frozensets(st.integers(0, 2**64 - 1), max_size=20)
SKETCHES = HASHES.map(Sketch)


@given(SKETCHES, SKETCHES, SKETCHES)
def test_the_join_of_sketches_is_associative_commutative_and_idempotent(a: Sketch, b: Sketch, c: Sketch) -> None:
    assert (a | b) | c == a | (b | c)
    assert a | b == b | a
    assert a | a == a
    assert a | Sketch() == a


@given(HASHES, HASHES)
def test_the_join_of_two_sketches_is_the_sketch_of_the_union(a: frozenset[int], b: frozenset[int]) -> None:
    assert Sketch(a) | Sketch(b) == Sketch(a | b)


@given(HASHES)
def test_a_sketch_keeps_the_least_hashes(hashes: frozenset[int]) -> None:
    assert Sketch(hashes).hashes == tuple(sorted(hashes)[:KEPT])


@given(prose())
def test_a_text_is_wholly_like_itself(text: str) -> None:
    assert Sketch.of(text).jaccard(Sketch.of(text)) == 1.0
    assert near_duplicates([text, text]) == (Near(0, 1, 1.0),)


@given(prose("x"), prose("y"))
def test_texts_without_a_word_in_common_are_no_duplicates(one: str, other: str) -> None:
    assert near_duplicates([one, other], 0.0) == ()
    assert Sketch.of(one).jaccard(Sketch.of(other)) == 0.0


@given(st.integers(1, 30))
def test_the_share_told_is_that_of_all_shingles(cut: int) -> None:
    whole = endless(90)
    part = " ".join(whole.split()[: 90 - cut])
    ((_, _, share),) = [(near.left, near.right, near.jaccard) for near in near_duplicates([whole, part])]
    assert share == (86 - cut) / 86


def test_hardly_an_edited_copy_is_missed() -> None:
    rng = random.Random(5)
    originals = [endless(80, f"w{number}x").split() for number in range(300)]
    edited = []
    for words in originals:
        copy = list(words)
        for place in rng.sample(range(80), 3):
            copy[place] = "changed"
        edited.append(" ".join(copy))
    found = {(near.left, near.right) for near in near_duplicates([*map(" ".join, originals), *edited])}
    hits = sum((number, number + 300) in found for number in range(300))
    assert found <= {(number, number + 300) for number in range(300)}
    assert hits >= 297


def test_in_a_crowd_each_is_paired_with_the_first_and_with_its_neighbour() -> None:
    crowd = list(range(CROWD + 10))
    found = set(paired(crowd))
    assert {(0, right) for right in crowd[1:]} <= found
    assert len(found) < 2 * len(crowd)
    assert len(set(paired(crowd[:CROWD]))) == CROWD * (CROWD - 1) // 2


def test_texts_too_short_for_a_shingle_are_like_none() -> None:
    assert near_duplicates(["a short note", "a short note", ""], 0.0) == ()
