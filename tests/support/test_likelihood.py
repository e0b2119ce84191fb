"""Tests of the assessment: when a word is used, when not, and what is said instead."""

from __future__ import annotations

import pytest

from claimtrack import Assessment, Record
from claimtrack.model import ClaimKind, Framing, Speaker, SpeakerKind, StanceKind
from claimtrack.model.reports import Confidence
from tests.support.building import article, claim, rated, said, support

WITNESSES = tuple(Speaker(key=f"person:w{n}", name=f"Witness {n}", kind=SpeakerKind.PERSON) for n in range(6))
Parts = list[Record | list[Record]]


def witnesses(many: int, letter: str = "A", stance: StanceKind = StanceKind.SUPPORTS, start: int = 0) -> Parts:
    """So many witnesses, each in an article of the Harbour Post, all graded alike, and the paper an A."""
    told: Parts = [WITNESSES[0], WITNESSES[1], WITNESSES[2], WITNESSES[3], WITNESSES[4], WITNESSES[5], rated("outlet:harbour", "A")]
    for n in range(start, start + many):
        told += [article(f"w{n}"), said(f"W{n}", f"person:w{n}", article=f"w{n}", stance=stance)]
        told += [rated(f"person:w{n}", letter)] if letter else []
    return told


def assessed(*parts: Record | list[Record], **fields: object) -> Assessment:
    return support(*parts, **fields).assessment  # type: ignore[arg-type]


def test_one_good_source_is_not_enough_for_a_word() -> None:
    found = assessed(*witnesses(1))
    assert found.likelihood == ""
    assert found.sentence == "One source is on record with it; there is not enough independent reporting to say how likely it is."
    assert found.confidence is Confidence.LOW


def test_three_good_sources_earn_a_word() -> None:
    found = assessed(*witnesses(3))
    assert found.likelihood == "very likely"
    assert found.sentence == "Three independent sources are on record with it; on this sourcing alone: very likely."
    assert found.confidence is Confidence.HIGH


def test_two_good_sources_earn_a_word_with_moderate_confidence() -> None:
    found = assessed(*witnesses(2))
    assert found.likelihood
    assert found.confidence is Confidence.MODERATE


def test_sources_that_nobody_rated_earn_none_however_many() -> None:
    assert assessed(*witnesses(5, letter="")).likelihood == ""


def test_denials_count_against_it() -> None:
    found = assessed(*witnesses(1), *witnesses(4, stance=StanceKind.DENIES, start=1))
    assert found.likelihood in ("unlikely", "very unlikely")
    assert "and 4 independent sources deny it" in found.sentence


def test_what_is_unknown_of_a_source_moves_the_word_to_a_range() -> None:
    told = [*witnesses(3), *witnesses(1, letter="", stance=StanceKind.DENIES, start=3)]
    assert " to " in assessed(*told).likelihood


@pytest.mark.parametrize("kind", [ClaimKind.OPINION, ClaimKind.FORECAST])
def test_an_opinion_or_a_forecast_is_not_assessable(kind: ClaimKind) -> None:
    framing = Framing.FORECAST if kind is ClaimKind.FORECAST else Framing.ATTRIBUTED_OPINION
    found = assessed(said("S1", "person:brand", framing=framing), rated("person:brand", "A"), about=claim(kinds=[kind]))
    assert (found.spread, found.likelihood, found.changes) == (None, "", ())
    assert f"This is {'an opinion' if kind is ClaimKind.OPINION else 'a forecast'}" in found.sentence


def test_without_anything_on_record_there_is_no_probability() -> None:
    found = assessed(said("S1"))
    assert found.spread is None
    assert found.sentence.startswith("Nobody is on record with it;")
    assert "a source on record" in found.changes


def test_what_would_change_it_names_those_whom_nobody_rated() -> None:
    assert "a rating of Ilse Brand and Harbour Post, which nobody rated" in assessed(said("S1", "person:brand")).changes


def test_a_denial_by_those_it_is_about_is_told_as_such() -> None:
    denial = said("S2", "gov:dam", stance=StanceKind.DENIES)
    found = assessed(said("S1", "person:brand"), denial, about=claim(subjects=["gov:dam"]))
    assert "and those whom it is about deny it" in found.sentence


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    assert "confidence" not in assessed(*witnesses(3)).sentence.casefold()


def test_the_ends_lie_in_order() -> None:
    spread = assessed(*witnesses(2, letter="")).spread
    assert spread is not None
    assert spread.least.projected <= spread.middle.projected <= spread.most.projected
