"""Marks on the scales that raters use: in the rater's own words, and nothing that is none."""

import pytest

from claimtrack.errors import RecordError
from claimtrack.reliability.ratings.scales import SCALES, spelled


@pytest.mark.parametrize(
    ("scale", "value", "expected"),
    [
        ("admiralty", "b", "B"),
        ("Admiralty", "F", "F"),
        ("score", "0.8125", "0.8125"),
        ("score", "1", "1"),
        ("score", ".5", ".5"),
        ("score", "1e-3", "1e-3"),
        ("percent", "87.5 %", "87.5"),
        ("percent", "100", "100"),
        ("mbfc", "VERY HIGH", "very high"),
        ("mbfc", "mostly-factual", "mostly factual"),
        ("wikipedia", "Generally  Reliable", "generally reliable"),
        ("wikipedia", "deprecated", "deprecated"),
        ("stars of the Quay Panel", "***", "***"),
    ],
)
def test_a_mark_is_recorded_in_the_raters_own_words(scale: str, value: str, expected: str) -> None:
    assert spelled(scale, value) == expected


@pytest.mark.parametrize(
    ("scale", "value", "told"),
    [
        ("admiralty", "G", "A to F"),
        ("admiralty", "A-B", "A to F"),
        ("score", "1.01", "out of range"),
        ("score", "-0.1", "out of range"),
        ("score", "nan", "no number"),
        ("score", "inf", "no number"),
        ("score", "1_0", "no number"),
        ("score", "0,5", "no number"),
        ("score", "٠.٥", "no number"),
        ("score", "=1/2", "no number"),
        ("percent", "101", "out of range"),
        ("mbfc", "hihg", "did you mean 'high'"),
        ("scroe", "0.5", "no scale 'scroe'; did you mean 'score'"),
        ("wikipedia", "excellent", "expected generally reliable, no consensus"),
    ],
)
def test_what_is_no_mark_is_told(scale: str, value: str, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        spelled(scale, value)


def test_the_scales_have_the_names_that_policies_use() -> None:
    assert sorted(SCALES) == ["admiralty", "mbfc", "percent", "score", "wikipedia"]
