"""A schema of the parts of SARIF that we write, in our own words after the standard (OASIS, version 2.1.0); all else is refused."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def table(required: str, /, **properties: Any) -> dict[str, Any]:
    """A table with these properties and no others."""
    return {"type": "object", "properties": properties, "required": required.split(), "additionalProperties": False}


MESSAGE = table("text", text=TEXT)  # 3.11
RELATIVE = {"type": "string", "pattern": r"^(?!/)(?!\w+:)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"}
PHYSICAL = table(
    "artifactLocation",  # 3.29
    artifactLocation=table("uri", uri=RELATIVE, uriBaseId={"const": "%SRCROOT%"}),  # 3.4
    region=table("startLine", startLine=COUNT, startColumn=COUNT),  # 3.30
)
LOGICAL = {"type": "array", "items": table("fullyQualifiedName", fullyQualifiedName=TEXT, kind=TEXT)}  # 3.33
LOCATION = table("logicalLocations", physicalLocation=PHYSICAL, logicalLocations=LOGICAL)  # 3.28
RELATED = table("id physicalLocation message", id={"type": "integer", "minimum": 0}, physicalLocation=PHYSICAL, message=MESSAGE)
SUPPRESSION = table(
    "kind", kind={"enum": ["inSource", "external"]}, status={"enum": ["accepted", "underReview", "rejected"]}, justification=TEXT
)  # 3.35
RESULT = table(
    "ruleId ruleIndex level message locations partialFingerprints",  # 3.27
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION, "minItems": 1},
    relatedLocations={"type": "array", "items": RELATED, "uniqueItems": True},
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions={"type": "array", "items": SUPPRESSION},
    properties={"type": "object"},
)
RULE = table(
    "id",  # 3.49
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=table("level", level=LEVEL),  # 3.50
)
DRIVER = table("name", name=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True})  # 3.19
RUN = table(
    "tool results",  # 3.14
    tool=table("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **table(
        "version runs",  # 3.13
        **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
    ),
}
