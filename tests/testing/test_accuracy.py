"""The measures of accuracy agree with their definitions, and the pipeline with what was planted."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.files import Raw
from claimtrack.intake import read, texts
from claimtrack.linking import link
from claimtrack.model.reports import Report
from claimtrack.pipeline import track
from claimtrack.testing import Accuracy, Agreement, accuracy, agreement, b_cubed, corpus
from claimtrack.testing.accuracy import siblings

GROUPS = st.dictionaries(st.integers(0, 30), st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), min_size=1)


def by_definition(found: Mapping[int, str], true: Mapping[int, str]) -> Agreement:
    """B-cubed as Bagga and Baldwin wrote it: for each item its two groups as sets, then the mean over the items."""
    precision = recall = 0.0
    for item in found:
        ours = {other for other in found if found[other] == found[item]}
        theirs = {other for other in true if true[other] == true[item]}
        precision += len(ours & theirs) / len(ours) / len(found)
        recall += len(ours & theirs) / len(theirs) / len(found)
    return Agreement(precision, recall)


@given(GROUPS)
def test_b_cubed_is_that_of_its_definition(groups: dict[int, tuple[str, str]]) -> None:
    found, true = ({item: pair[at] for item, pair in groups.items()} for at in (0, 1))
    ours, theirs = b_cubed(found, true), by_definition(found, true)
    assert ours.precision == pytest.approx(theirs.precision)
    assert ours.recall == pytest.approx(theirs.recall)


@given(GROUPS)
def test_whoever_finds_the_truth_has_all_points(groups: dict[int, tuple[str, str]]) -> None:
    true = {item: pair[0] for item, pair in groups.items()}
    assert b_cubed(true, true).f1 == pytest.approx(1.0)


def test_b_cubed_of_seven_items_in_two_groups_of_three() -> None:
    found = dict(zip("abcdefg", "1112222", strict=True))
    true = dict(zip("abcdefg", "1122222", strict=True))
    assert b_cubed(found, true).precision == pytest.approx((2 * 2 / 3 + 1 / 3 + 4 * 1) / 7)
    assert b_cubed(found, true).recall == pytest.approx((2 * 1 + 1 / 5 + 4 * 4 / 5) / 7)


def test_b_cubed_of_different_items_is_an_error() -> None:
    with pytest.raises(ValueError, match="found 2 on one side only"):
        b_cubed({"a": "1"}, {"b": "1"})


def test_pairs_that_nobody_looked_for_are_no_fault() -> None:
    assert agreement(set(), set()).f1 == 1.0
    assert agreement({("a", "b")}, set()) == Agreement(0.0, 1.0)
    assert agreement({("a", "b"), ("c", "d")}, {("a", "b"), ("e", "f"), ("g", "h")}) == Agreement(1 / 2, 1 / 3)


def test_an_agreement_of_nothing_has_no_points() -> None:
    assert Agreement(0.0, 0.0).f1 == 0.0


def test_copies_of_one_text_are_siblings_through_a_chain_too() -> None:
    assert siblings({"b": ("a",), "c": ("b",)}) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert siblings({"b": ("a",), "c": ("b",), "a": ("c",)}) == set()


def tracked(articles: int, seed: int) -> tuple[Report, Accuracy]:
    """The report on a corpus, and how near it comes to what was planted."""
    made = corpus(articles, seed=seed)
    raw = [Raw(name, text.encode()) for name, text in made.articles]
    told, _ = read(raw, made.case)
    both = made.case | told
    report = track(both | link(both, texts(raw, both)))
    return report, accuracy(report, made.truth)


def assert_good(found: Accuracy) -> None:
    assert found.found >= 0.98
    assert found.claims.f1 >= 0.95
    assert found.copies.f1 >= 0.98
    assert found.sound >= 0.99


def test_the_pipeline_finds_what_was_planted_in_a_few_articles() -> None:
    report, found = tracked(14, seed=5)
    assert_good(found)
    fewer = attrs.evolve(report, claims=report.claims[: len(report.claims) // 2])
    assert accuracy(fewer, corpus(14, seed=5).truth).claims.recall < found.claims.recall


@pytest.mark.slow
def test_the_pipeline_finds_what_was_planted_in_eighty_articles() -> None:
    assert_good(tracked(80, seed=5)[1])
