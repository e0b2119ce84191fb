"""A person is asked about the likeliest pairs of two matters, and about each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.questions import Questions
from claimtrack.claims.ties import ASKABLE, ASKED, CLEAR, DOUBTED, FORBIDDEN, SURE, Spot, Tie, Ties

ARTICLES = "abcd"
Weights = dict[tuple[Spot, Spot], tuple[float, int]]


def spots() -> st.SearchStrategy[Spot]:
    return st.tuples(st.sampled_from(ARTICLES), st.integers(0, 2))


def weights() -> st.SearchStrategy[Weights]:
    """Pairs in order, each with its bits and what stands against it."""
    pairs = st.tuples(spots(), spots()).filter(lambda pair: pair[0] < pair[1])
    told = st.tuples(st.integers(-100, 300).map(lambda hundredths: hundredths / 100), st.integers(CLEAR, FORBIDDEN))
    return st.dictionaries(pairs, told, max_size=30)


def asked(found: Weights, names: dict[str, tuple[str, ...]] | None = None) -> list[tuple[Spot, Spot]]:
    ties: dict[str, list[Tie]] = {article: [] for article in ARTICLES}
    for (one, other), (bits, against) in found.items():
        ties[one[0]].append((one[1], other, bits, against))
        ties[other[0]].append((other[1], one, bits, against))
    questions = Questions({article: Ties.of(3, each) for article, each in ties.items()}, names or {})
    return [pair for article in ARTICLES for pair in questions.of(article)]


@given(weights())
def test_what_is_asked_about_is_open_and_comes_once_and_no_statement_is_asked_about_often(found: Weights) -> None:
    pairs = asked(found)
    assert len(pairs) == len(set(pairs))
    assert all(ASKABLE <= found[pair][0] < SURE and found[pair][1] != FORBIDDEN for pair in pairs)
    assert all(sum(spot in pair for pair in pairs) <= ASKED for pair in pairs for spot in pair)


@given(weights())
def test_a_pair_that_is_open_and_not_asked_about_has_a_side_with_likelier_ones(found: Weights) -> None:
    open_ = {pair: bits for pair, (bits, against) in found.items() if ASKABLE <= bits < SURE and against != FORBIDDEN}
    for pair in open_.keys() - set(asked(found)):
        assert any(sum(open_[other] >= open_[pair] for other in open_ if spot in other) > ASKED for spot in pair)


def test_two_of_one_matter_are_no_question() -> None:
    pair = (("a", 0), ("b", 0))
    assert asked({pair: (1.0, DOUBTED)}) == [pair]
    assert asked({pair: (1.0, CLEAR)}, {"a": ("one",), "b": ("two",)}) == [pair]
    assert asked({pair: (1.0, CLEAR)}, {"a": ("one",), "b": ("one",)}) == []
