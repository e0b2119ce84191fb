"""Tests of finding the claim that somebody means."""

from __future__ import annotations

import pytest

from claimtrack import AmbiguousNameError, Judgement, Report, UnknownNameError
from claimtrack.model import StanceKind, Verdict
from claimtrack.reports import find_claim
from tests.support.building import claim, report, said

TOWN = report(
    claim("claim:dam-leaks", label="C1"),
    claim("claim:bridge", "The bridge sways.", label="C2"),
    claim("claim:sway", "The bridge swings."),
    Judgement(left="claim:bridge", right="claim:sway", verdict=Verdict.SAME),
    said("S1", "person:brand"),
    said("S2", "person:oro", stance=StanceKind.DENIES),
    said("S2b", "person:oro", of="claim:bridge"),
)


@pytest.mark.parametrize(
    ("name", "label"),
    [("C1", "C1"), ("c2", "C2"), ("claim:bridge", "C2"), ("bridge", "C2"), ("claim:sway", "C2"), ("S1", "C1"), ("s2", "C1"), ("S2b", "C2")],
)
def test_a_claim_goes_by_label_key_member_or_statement(name: str, label: str) -> None:
    assert find_claim(TOWN, name).name == label


def test_a_report_finds_its_claims_by_itself() -> None:
    assert TOWN.claim("c2") is find_claim(TOWN, "C2")


def test_a_statement_is_found_where_it_supports_before_where_it_denies() -> None:
    found = report(
        claim("claim:a", label="A"),
        claim("claim:b", label="B"),
        said("S1", "person:brand", of="claim:a", stance=StanceKind.DENIES),
        said("S1", "person:brand", of="claim:b"),
    )
    assert find_claim(found, "S1").name == "B"


def test_a_label_goes_before_a_statement_of_that_name() -> None:
    found = report(claim("claim:a", label="S1"), said("S1", "person:brand"))
    assert find_claim(found, "S1").claim.key == "claim:a"


@pytest.mark.parametrize(("name", "near"), [("C11", "C1"), ("claim:brigde", "claim:bridge"), ("", None)])
def test_a_name_that_fits_nothing_is_answered_with_the_nearest(name: str, near: str | None) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_claim(TOWN, name)
    assert near is None or near in caught.value.near


def test_a_claim_is_found_by_words_that_no_other_has(seeds: Report) -> None:
    assert find_claim(seeds, "poisonings").name == "C25"
    with pytest.raises(AmbiguousNameError):
        find_claim(seeds, "Taliban")
    with pytest.raises(UnknownNameError):
        find_claim(seeds, "bal")
