"""What a Web Annotation collection of ours has to look like, by the recommendation's data model, and its terms at hand."""

from __future__ import annotations

from typing import Any

URI = {"type": "string", "pattern": r"^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]*$"}
COUNT = {"type": "integer", "minimum": 0}
TEXT = {"type": "string"}
MOTIVATIONS = {
    "enum": [
        *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
        *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
    ]
}


def shape(kind: str, required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object of a type with these properties and no others, ours apart."""
    return {
        "type": "object",
        "properties": {"type": {"const": kind}, **required, **(optional or {})},
        "required": ["type", *required],
        "patternProperties": {"^ct:": {}},
        "additionalProperties": False,
    }


BODY = {
    "oneOf": [
        shape("TextualBody", {"value": TEXT, "format": {"const": "text/plain"}, "purpose": MOTIVATIONS}),
        shape("SpecificResource", {"source": URI, "purpose": MOTIVATIONS}),
    ]
}
SELECTOR = {
    "oneOf": [
        shape("TextPositionSelector", {"start": COUNT, "end": COUNT}),
        shape("TextQuoteSelector", {"exact": TEXT}, {"prefix": TEXT, "suffix": TEXT}),
        shape("FragmentSelector", {"value": TEXT, "conformsTo": URI}),
    ]
}
TARGET = shape("SpecificResource", {"source": URI, "selector": {"type": "array", "minItems": 1, "items": SELECTOR}})
ANNOTATION = shape("Annotation", {"id": URI, "motivation": MOTIVATIONS, "body": {"type": "array", "items": BODY}, "target": TARGET})
PAGE = shape("AnnotationPage", {"id": URI, "startIndex": COUNT, "items": {"type": "array", "items": ANNOTATION}})
COLLECTION = shape(
    "AnnotationCollection",
    {"@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}}, "id": URI, "total": COUNT, "first": PAGE},
    {"label": TEXT},
)
"""Sections 3.1 to 3.2, 4.1, 4.2.2, 4.2.4, 4.2.5 and 5 of the Web Annotation Data Model (W3C Recommendation of 23 February 2017)."""

OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
RESOURCE = ("Annotation", "TextualBody", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "FragmentSelector")
CONTEXT: dict[str, Any] = {
    "oa": OA,
    "as": AS,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{name: f"oa:{name}" for name in RESOURCE},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    **{name: f"oa:{name}" for name in ("classifying", "linking", "tagging", "identifying")},
    **{name: {"@type": "@id", "@id": f"oa:has{name.title()}"} for name in ("body", "target", "selector", "source")},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "value": "rdf:value",
    "format": "dc:format",
    "label": "rdfs:label",
    "conformsTo": {"@type": "@id", "@id": "dcterms:conformsTo"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}
"""The terms that we use, as the recommendation's vocabulary maps them (Web Annotation Vocabulary, appendix A)."""
