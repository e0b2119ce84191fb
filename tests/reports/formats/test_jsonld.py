"""Tests of JSON-LD: every key becomes a triple, schema.org's types are right, bounds come back, and nothing rates truth."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from claimtrack import Report, UnknownNameError
from claimtrack.model import StanceKind
from claimtrack.reports.formats.identifiers import NAMESPACE, compact
from claimtrack.reports.formats.jsonld import NAME_LIMIT, jsonld
from tests.reports.formats.small import ADDRESS, EMPTY, TOLD
from tests.reports.formats.triples import objects, triples
from tests.support.building import article, claim, report, said

SCHEMA, CT = Namespace("https://schema.org/"), Namespace(NAMESPACE)
SILENT = {"@id"}


def graph(found: Report, **options: Any) -> tuple[list[dict[str, Any]], Graph]:
    """The nodes of a document, and its triples, with nothing fetched."""
    document = json.loads(jsonld(found, **options))
    return document["@graph"], triples(document)


def check(found: Report, **options: Any) -> Graph:
    """Every key of every object became as many facts as it has values, and every reference leads to a node with a type."""
    nodes, facts = graph(found, **options)
    assert len({node["@id"] for node in nodes}) == len(nodes)
    wanted = sum(len(told) if isinstance(told, list) else 1 for each in objects(nodes) for key, told in each.items() if key not in SILENT)
    assert len(facts) == wanted
    for _, predicate, target in facts:
        assert str(predicate).startswith((str(SCHEMA), NAMESPACE, str(RDF)))
        if isinstance(target, URIRef) and predicate not in (RDF.type, SCHEMA.citation, SCHEMA.url):
            assert (target, RDF.type, None) in facts
    for each in found.claims:
        node = URIRef(compact("claim", each.claim.key).replace("ct:", NAMESPACE))
        assert facts.value(node, CT.originsAtLeast) == Literal(each.lower)
        assert facts.value(node, CT.originsAtMost) == Literal(each.upper)
        assert facts.value(node, SCHEMA.text) == Literal(each.claim.wording)
        assert len(str(facts.value(node, SCHEMA.name))) <= NAME_LIMIT
    assert not list(facts.triples((None, SCHEMA.ratingValue, None)))
    return facts


def test_every_key_of_the_founding_articles_becomes_a_triple(seeds: Report) -> None:
    facts = check(seeds)
    assert len(set(facts.subjects(RDF.type, SCHEMA.Claim))) == 25
    assert len(set(facts.subjects(RDF.type, SCHEMA.NewsMediaOrganization))) >= 5
    assert not set(facts.subjects(RDF.type, SCHEMA.ClaimReview))


def test_a_report_without_claims_is_a_graph_without_nodes() -> None:
    assert not len(check(EMPTY))


def test_a_claim_tells_who_says_it_where_it_appears_first_and_what_it_is_based_on() -> None:
    nodes, _ = graph(TOLD)
    node = next(node for node in nodes if node["@type"] == "Claim")
    assert node["author"] == ["ct:speaker/person%3Abrand", "ct:speaker/person%3Akeeper"]
    assert (node["firstAppearance"], node["datePublished"]) == ("ct:article/a1", "2024-03-01")
    assert node["appearance"] == ["ct:article/a1", "ct:article/a2", "ct:article/a3"]
    assert node["isBasedOn"] == ["ct:speaker/doc%3Asurvey"]
    assert node["citation"] == [ADDRESS]


def test_a_claim_that_nobody_with_a_name_makes_has_no_author() -> None:
    nodes, _ = graph(report(said("S1", "anon:worker"), said("S2", "person:oro", stance=StanceKind.DENIES)))
    node = next(node for node in nodes if node["@type"] == "Claim")
    assert "author" not in node
    assert node["ct:deniedBy"] == [{"@id": "ct:speaker/person%3Aoro"}]


def test_a_copy_is_based_on_what_it_copies() -> None:
    nodes, _ = graph(TOLD)
    assert next(node for node in nodes if node["@id"] == "ct:article/a3")["isBasedOn"] == ["ct:article/a1"]


def test_a_verdict_is_a_persons_words_without_a_number() -> None:
    facts = check(TOLD, verdicts={"claim:dam-leaks": "Borne out by the survey"}, reviewer="Ada Quill")
    (review,) = facts.subjects(RDF.type, SCHEMA.ClaimReview)
    rating, author = facts.value(review, SCHEMA.reviewRating), facts.value(review, SCHEMA.author)
    assert [str(told) for told in facts.objects(rating, SCHEMA.alternateName)] == ["Borne out by the survey"]
    assert str(facts.value(author, SCHEMA.name)) == "Ada Quill"


@pytest.mark.parametrize(
    ("verdicts", "reviewer", "error"),
    [
        ({"claim:dam-leaks": "Right"}, "", "give the name of who says it"),
        ({"claim:dam-leaks": " "}, "Ada", "has no words"),
        ({"claim:dam": "Right"}, "Ada", "did you mean"),
    ],
)
def test_a_verdict_without_words_reviewer_or_claim_is_refused(verdicts: dict[str, str], reviewer: str, error: str) -> None:
    with pytest.raises((ValueError, UnknownNameError), match=error):
        jsonld(TOLD, verdicts=verdicts, reviewer=reviewer)


def test_a_long_wording_is_cut_for_its_name_and_kept_as_text() -> None:
    check(report(claim(wording="word " * 40)))
    check(report(claim(wording="w" * 200)))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://harbour.example/ x"])
def test_what_is_no_address_of_the_web_is_no_iri(url: str) -> None:
    assert "url" not in next(node for node in graph(report(article("a1", url=url)))[0] if node["@id"] == "ct:article/a1")
