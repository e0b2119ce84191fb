"""How surely one claim in other words is told from a near miss: floors over our own pairs."""

from __future__ import annotations

from collections import Counter

import pytest

from claimtrack.model import Verdict
from tests.accuracy.matching_pairs import Judged, judged, pairs

RECALL = 0.65
"""Of pairs that are joined without asking, among those that are one claim; measured 38 of 55."""
REACHED = 0.9
"""Of pairs that are joined or proposed; measured 52 of 55."""
PROPOSED = 45
"""Near misses that a person is asked about; measured 43 of 60. They share nearly all their words, which is why they are here."""
KINDS = {"other figure", "other day", "other actor", "other body of the same name", "accreditation and recognition", "pledge and delivery"}
KINDS |= {"plan and act", "negation", "other place", "same actors, other event"}


@pytest.fixture(scope="module")
def found() -> list[Judged]:
    told = [judged(pair) for pair in pairs()]
    counts = Counter((each.pair.same, str(each.verdict)) for each in told)
    shown = "; ".join(f"{'one claim' if same else 'near miss'} {verdict}: {many}" for (same, verdict), many in sorted(counts.items()))
    print(f"\n{len(told)} pairs: {shown}")
    return told


def test_no_near_miss_is_joined_without_asking(found: list[Judged]) -> None:
    assert [each.pair.one.text for each in found if each.verdict is Verdict.SAME and not each.pair.same] == []


def test_most_paraphrases_are_joined_and_nearly_all_are_proposed(found: list[Judged]) -> None:
    verdicts = [each.verdict for each in found if each.pair.same]
    assert verdicts.count(Verdict.SAME) >= RECALL * len(verdicts)
    assert len(verdicts) - verdicts.count(None) >= REACHED * len(verdicts)


def test_no_more_near_misses_than_before_are_asked_about(found: list[Judged]) -> None:
    assert sum(each.verdict is Verdict.UNSURE for each in found if not each.pair.same) <= PROPOSED


def test_a_near_miss_says_why_it_is_not_joined_or_is_hardly_alike(found: list[Judged]) -> None:
    asked = [each for each in found if not each.pair.same and each.bill is not None and each.bill.score >= 0.8]
    assert asked
    assert all(each.bill and each.bill.objections for each in asked)


def test_the_pairs_are_of_many_kinds_and_half_of_them_near_misses(found: list[Judged]) -> None:
    near = [each.pair.kind for each in found if not each.pair.same]
    assert set(near) >= KINDS
    assert 0.4 <= len(near) / len(found) <= 0.6
    assert len({(each.pair.event, each.pair.kind, each.pair.one.text, each.pair.other.text) for each in found}) == len(found) >= 60
