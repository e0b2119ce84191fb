"""Tests of the MISP event: it keeps to the core format, its tags are of known taxonomies, and nothing in it is an indicator."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from claimtrack import Report
from claimtrack.codec import default_policy
from claimtrack.reports.formats.misp import misp
from claimtrack.reports.scales import misp_tags
from tests.reports.formats.misp_schema import EVENT
from tests.reports.formats.small import ADDRESS, EMPTY, TOLD
from tests.support.building import rated, report, said

VALIDATOR = jsonschema.Draft202012Validator(EVENT)
LIKELIHOODS = {"almost-no-chance", "very-unlikely", "unlikely", "roughly-even-chance", "likely", "very-likely", "almost-certain"}
"""The values of MISP's estimative-language taxonomy."""


def check(found: Report) -> dict[str, Any]:
    """The event, after a look against the schema: an attribute a claim with the tags of its grade, none twice, none to act on."""
    document = json.loads(misp(found))
    VALIDATOR.validate(document)
    event: dict[str, Any] = document["Event"]
    attributes = event["Attribute"]
    assert len({each["uuid"] for each in attributes}) == len(attributes)
    assert not any(each["to_ids"] for each in attributes)
    claims = [each for each in attributes if each["type"] == "text"]
    for claim, attribute in zip(found.claims, claims, strict=True):
        assert attribute["value"] == claim.claim.wording
        assert tags(attribute, "admiralty-scale") == list(misp_tags(claim.content))
    return event


def tags(attribute: dict[str, Any], taxonomy: str) -> list[str]:
    """The tags of an attribute that are of a taxonomy."""
    return [tag["name"] for tag in attribute["Tag"] if tag["name"].startswith(f"{taxonomy}:")]


def test_the_event_on_the_founding_articles_keeps_to_the_core_format(seeds: Report) -> None:
    event = check(seeds)
    assert [each["type"] for each in event["Attribute"]].count("text") == 25
    assert event["published"] is False


def test_a_report_without_claims_is_an_event_without_attributes() -> None:
    assert check(EMPTY)["Attribute"] == []


def test_a_claim_that_cannot_be_judged_has_flags_and_neither_grade_nor_likelihood() -> None:
    (attribute,) = (each for each in check(TOLD)["Attribute"] if each["type"] == "text")
    assert not tags(attribute, "admiralty-scale")
    assert not tags(attribute, "estimative-language")
    assert tags(attribute, "claimtrack") == [f'claimtrack:flag="{flag.name}"' for flag in TOLD.claims[0].flags]


def test_a_well_sourced_claim_has_its_grade_and_a_word_for_its_likelihood() -> None:
    people = ("brand", "oro", "keeper")
    told = [said(f"S{n}", f"person:{name}", article=f"a{n}") for n, name in enumerate(people, 1)]
    papers = [rated(f"outlet:{name}", "A") for name in ("harbour", "valley", "wire")]
    (attribute,) = check(report(*told, *papers, *(rated(f"person:{name}", "A") for name in people)))["Attribute"]
    assert 'admiralty-scale:information-credibility="1"' in tags(attribute, "admiralty-scale")
    assert tags(attribute, "estimative-language")[0] == 'estimative-language:likelihood-probability="very-likely"'


def test_every_word_for_a_likelihood_is_one_of_the_taxonomy() -> None:
    assert {band.says.replace(" ", "-") for band in default_policy().likelihood.bands} == LIKELIHOODS


def test_an_article_is_a_link_and_dates_the_event() -> None:
    event = check(TOLD)
    assert [each["value"] for each in event["Attribute"] if each["type"] == "link"] == [ADDRESS]
    assert (event["date"], event["timestamp"]) == ("2024-03-01", str(19783 * 86_400))
