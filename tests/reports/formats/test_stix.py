"""Tests of the STIX bundle: the reference library takes every object strictly, references lead somewhere, ids and times stay."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
import stix2  # type: ignore[import-untyped]

from claimtrack import Report
from claimtrack.model import DerivationKind, StanceKind
from claimtrack.reports.formats.stix import CLASSES, OPINIONS, stix, stix_id
from claimtrack.reports.scales import stix_confidence
from tests.reports.formats.small import ADDRESS, EMPTY, TOLD
from tests.support.building import descends, rated, report, said


def check(found: Report) -> list[dict[str, Any]]:
    """The objects, each taken strictly; whatever they refer to stands in the bundle, and no id twice."""
    bundle = json.loads(stix(found))
    stix2.parse(json.dumps(bundle), allow_custom=False)
    objects: list[dict[str, Any]] = bundle["objects"]
    ids = {each["id"] for each in objects}
    assert len(ids) == len(objects)
    for each in objects:
        stix2.parse(json.dumps(each), allow_custom=False)
        assert each["created"] <= each["modified"]
        singles = [each[key] for key in ("created_by_ref", "source_ref", "target_ref") if key in each]
        assert {*each.get("object_refs", ()), *singles} <= ids
    grades = {stix_id("note", f"claim {claim.claim.key}"): stix_confidence(claim.content) for claim in found.claims}
    assert grades == {each["id"]: each.get("confidence") for each in objects if each["type"] == "note"}
    return objects


def of(found: Report, kind: str) -> list[dict[str, Any]]:
    """The objects of a type."""
    return [each for each in check(found) if each["type"] == kind]


def test_every_object_on_the_founding_articles_is_taken_strictly(seeds: Report) -> None:
    kinds = Counter(each["type"] for each in check(seeds))
    assert kinds["note"] == 25
    assert kinds["report"] >= 5 + 1
    assert kinds["opinion"] > 50
    assert kinds["relationship"]


def test_a_report_without_claims_is_a_bundle_of_the_program_and_the_report() -> None:
    assert [each["type"] for each in check(EMPTY)] == ["identity", "report"]


def test_a_claim_is_a_note_with_its_bounds_flags_and_evidence() -> None:
    (note,) = of(TOLD, "note")
    assert "Independent origins: 2..3." in note["content"]
    assert note["labels"] == [flag.name for flag in TOLD.claims[0].flags]
    assert [one["url"] for one in note["external_references"] if "url" in one] == [ADDRESS]
    assert note["created"] == "2024-03-01T00:00:00.000Z"


def test_what_cannot_be_judged_has_no_confidence_and_what_can_has_its_number() -> None:
    (unrated,) = of(report(said("S1", "person:brand")), "note")
    (graded,) = of(report(said("S1", "person:brand"), rated("person:brand", "B"), rated("outlet:harbour", "B")), "note")
    assert "confidence" not in unrated
    assert graded["confidence"] in (90, 70, 50, 30, 10)


def test_a_denial_is_an_opinion_that_disagrees_in_the_name_of_who_denies() -> None:
    (opinion,) = of(report(said("S1", "person:oro", stance=StanceKind.DENIES)), "opinion")
    assert (opinion["opinion"], opinion["authors"]) == ("strongly-disagree", ["Vesna Oro"])


@pytest.mark.parametrize("stance", [kind for kind in StanceKind if kind not in OPINIONS])
def test_a_stance_that_is_neither_for_nor_against_is_no_opinion(stance: StanceKind) -> None:
    assert not of(report(said("S1", "person:oro", stance=stance)), "opinion")


def test_speakers_have_the_class_of_their_kind_and_a_document_is_a_report() -> None:
    named = {each["name"]: each["identity_class"] for each in of(TOLD, "identity")}
    assert named["Ilse Brand"] == "individual"
    assert named["the two offices"] == "group"
    assert named["an unnamed worker"] == "unknown"
    assert "the dam survey" in {each["name"] for each in of(TOLD, "report")}
    assert set(CLASSES.values()) <= {"individual", "group", "system", "organization", "class", "unknown"}


def test_one_text_is_derived_from_another_and_only_related_to_an_outlet() -> None:
    found = of(report(said("S1"), descends("a2", "a1"), descends("a3", "outlet:valley", DerivationKind.SYNDICATION)), "relationship")
    assert sorted(each["relationship_type"] for each in found) == ["derived-from", "related-to"]


def test_ids_stay_when_more_is_known_and_the_time_moves_on() -> None:
    before = {each["id"]: each for each in check(report(said("S1", "person:brand")))}
    after = {each["id"]: each for each in check(TOLD)}
    note = next(key for key in before if key.startswith("note"))
    assert before.keys() <= after.keys() | {key for key in before if key.startswith("opinion")}
    assert after[note]["modified"] > before[note]["modified"]
