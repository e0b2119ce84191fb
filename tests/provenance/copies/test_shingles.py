"""Tests of shingles and fingerprints."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.copies.shingles import SIZE, WORD, codes, encoded, fingerprints, shingles, wide

WORDS = st.lists(st.sampled_from(["quay", "tarn", "rope", "fire", "dawn", "wall", "frost", "plum"]), max_size=60)
RUN = 8


@given(st.text(alphabet=st.sampled_from("aB9é_-'’“ .\n\u00a0—"), max_size=60))
def test_words_as_bytes_are_the_words_that_a_search_finds(text: str) -> None:
    assert encoded(text) == [word.lower().encode() for word in WORD.findall(text)]


def test_a_text_has_a_shingle_for_every_five_words_in_a_row() -> None:
    assert shingles(encoded("The wall fell, at dawn. Nobody")) == [b"the wall fell at dawn", b"wall fell at dawn nobody"]
    assert shingles(encoded("The wall fell at")) == []


def test_codes_are_the_same_on_every_machine() -> None:
    assert codes(["the", "wall", "fell", "at", "dawn"]) == [633169681]


def test_wide_numbers_come_in_the_order_of_the_codes() -> None:
    assert wide(7, b"any") >> 32 == 7
    assert wide(7, b"one two") != wide(7, b"two one")


@given(WORDS, WORDS, st.lists(st.sampled_from(["anvil", "bell", "cork", "drum"]), min_size=RUN, max_size=RUN))
def test_two_texts_that_share_eight_words_in_a_row_share_a_fingerprint(before: list[str], after: list[str], run: list[str]) -> None:
    one, other = fingerprints(codes([*before, *run])), fingerprints(codes([*run, *after]))
    assert one & other


@given(WORDS)
def test_fingerprints_are_some_of_the_codes(words: list[str]) -> None:
    assert fingerprints(codes(words)) <= set(codes(words))
    assert bool(fingerprints(codes(words))) == (len(words) >= SIZE)
