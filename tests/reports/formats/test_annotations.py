"""Tests of Web Annotations: they keep to the data model, every key becomes triples, and no words are quoted unasked."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import jsonschema
import pytest
from rdflib import RDF, URIRef

from claimtrack import Anchor, Article, Report, Statement
from claimtrack.model import Framing, Voice
from claimtrack.model.fragments import Page
from claimtrack.model.values import digest
from claimtrack.reports.formats.annotations import CONTEXT, web_annotation
from tests.reports.formats import anno_schema
from tests.reports.formats.small import EMPTY, TOLD
from tests.reports.formats.triples import objects, triples
from tests.support.building import report, said

TEXT = "The \U0001f30a dam. The dam leaks 👩‍🚒 badly, said Ilse Brand on Friday, and nobody asked the river."
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()
START, END = TEXT.index("leaks"), TEXT.index(", said")
VALIDATOR = jsonschema.Draft202012Validator(anno_schema.COLLECTION)


def check(found: Report, **options: Any) -> list[dict[str, Any]]:
    """The annotations, after a look at the whole against the schema and by rdflib: a triple for each key, items being a list."""
    document = json.loads(web_annotation(found, **options))
    VALIDATOR.validate(document)
    items: list[dict[str, Any]] = document["first"]["items"]
    assert document["total"] == len(items) == len(found.view.statements)
    assert len({item["id"] for item in items}) == len(items)
    local = {**document, "@context": [anno_schema.CONTEXT if part == CONTEXT else part for part in document["@context"]]}
    facts = triples(local)
    wanted = sum(
        len(told) if isinstance(told, list) and key != "items" else 1
        for each in objects({key: told for key, told in document.items() if key != "@context"})
        for key, told in each.items()
        if key != "id"
    )
    assert len([fact for fact in facts if fact[1] not in (RDF.first, RDF.rest)]) == wanted
    assert len(set(facts.subjects(RDF.type, URIRef(anno_schema.OA + "Annotation")))) == len(items)
    return items


def test_the_annotations_of_the_founding_articles_keep_to_the_model(seeds: Report) -> None:
    items = check(seeds)
    fragments = [s for item in items for s in item["target"]["selector"] if s["type"] == "FragmentSelector"]
    assert len(items) == 160
    assert len(fragments) > 100
    assert all(s["value"].startswith(":~:text=") for s in fragments)


def test_a_report_without_statements_is_a_collection_without_items() -> None:
    assert check(EMPTY) == []


def anchored() -> Report:
    """A report on one statement with its words at hand."""
    anchor = Anchor(start=START, end=END, digest=digest(TEXT[START:END]), fragment=Page(TEXT).fragment(START, END))
    place = Article(key="a1", outlet="outlet:harbour", url="https://harbour.example/dam#top", digest=DIGEST, length=len(TEXT))
    statement = Statement(key="S9", article="a1", anchor=anchor, voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT)
    return report(place, statement)


def selectors(**options: Any) -> dict[str, dict[str, Any]]:
    (item,) = check(anchored(), **options)
    assert item["target"]["source"] == "https://harbour.example/dam"
    return {selector["type"]: selector for selector in item["target"]["selector"]}


def test_without_texts_there_are_code_points_and_a_fragment() -> None:
    found = selectors()
    assert sorted(found) == ["FragmentSelector", "TextPositionSelector"]
    assert found["TextPositionSelector"] == {"type": "TextPositionSelector", "start": START, "end": END}


def test_with_a_text_its_words_are_quoted_and_utf16_stands_beside() -> None:
    found = selectors(texts={DIGEST: TEXT})
    quote, place = found["TextQuoteSelector"], found["TextPositionSelector"]
    assert quote["exact"] == TEXT[START:END]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    units = TEXT.encode("utf-16-le")
    assert units[2 * place["ct:utf16Start"] : 2 * place["ct:utf16End"]].decode("utf-16-le") == TEXT[place["start"] : place["end"]]


def test_no_words_are_quoted_where_none_are_wanted() -> None:
    found = selectors(texts={DIGEST: TEXT}, text=False)
    assert "TextQuoteSelector" not in found
    assert found["TextPositionSelector"]["ct:utf16Start"] > START


@pytest.mark.parametrize("texts", [{DIGEST: "another text " * 20}, {DIGEST: ""}, {"0" * 64: TEXT}])
def test_a_text_that_is_another_quotes_nothing(texts: dict[str, str]) -> None:
    assert "TextQuoteSelector" not in selectors(texts=texts)


def test_the_body_tells_the_claim_the_framing_and_who_says_it() -> None:
    item = next(item for item in check(TOLD) if item["id"].endswith("/S1"))
    link, framing, who = item["body"]
    assert (link["source"], link["ct:stance"]) == ("urn:x-claimtrack:claim/claim%3Adam-leaks", "supports")
    assert framing["value"] == "attributed-fact"
    assert who["value"] == "Harbour Post > the dam survey > Ilse Brand"


def test_an_article_without_an_address_of_the_web_is_named_instead() -> None:
    (item,) = check(report(Article(key="a1", url="javascript:alert(1)"), said("S1")))
    assert item["target"]["source"] == "urn:x-claimtrack:article/a1"
