"""The JSON Schemas of what we print: the report, outlets and speakers, and what changed."""

from __future__ import annotations

from typing import Any

from claimtrack.model.diffs import Change
from claimtrack.model.reports import Confidence, Level
from claimtrack.reports.diffs.data import DIFF_SCHEMA
from claimtrack.reports.formats.data import SCHEMA
from claimtrack.reports.sources import SCHEMA as SOURCES

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_TEXTS = {"type": "array", "items": _TEXT}
_GRADE = {"type": "string", "pattern": "^[A-F](-[A-F])?[1-6]$"}


def report_schema() -> dict[str, Any]:
    """The schema of the JSON report (JSON Schema, draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A claimtrack support report",
        **_object(
            ("as_of", "without"),
            schema={"const": SCHEMA},
            ledger=_TEXT,
            as_of=_as_of(),
            without=_what_if(),
            claims={"type": "array", "items": {"$ref": "#/$defs/claim"}},
            rests_on=_array(name=_TEXT, key=_TEXT, claims=_TEXTS),
            calls=_array(text=_TEXT, claims=_TEXTS),
            unclaimed=_TEXTS,
            conflicts=_array(kind=_TEXT, about=_TEXT, detail=_TEXT, records=_TEXTS),
        ),
        "$defs": {"claim": _claim(), "statement": _statement(), "origins": _origins()},
    }


def sources_schema() -> dict[str, Any]:
    """The schema of the JSON of outlets and speakers (JSON Schema, draft 2020-12)."""
    source = {"type": "array", "items": {"$ref": "#/$defs/source"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SOURCES,
        "title": "Outlets and speakers as claimtrack finds them",
        **_object(("as_of",), schema={"const": SOURCES}, ledger=_TEXT, as_of=_as_of(), outlets=source, speakers=source),
        "$defs": {"source": _source(), "citation": {"oneOf": [_object(source=_TEXT, url=_TEXT, on=_TEXT), {"type": "null"}]}},
    }


def _source() -> dict[str, Any]:
    cited = {"$ref": "#/$defs/citation"}
    rating = _array(rater=_TEXT, scale=_TEXT, value=_TEXT, on=_TEXT, imputed={"type": "boolean"}, cited=cited, note=_TEXT)
    texts = dict.fromkeys(("kinds", "aliases", "domains", "speaks_for", "members"), _TEXTS)
    return _object(
        id=_TEXT,
        name=_TEXT,
        **texts,
        facts=_array(about=_TEXT, value=_TEXT, on=_TEXT, cited=cited),
        ratings=rating,
        letters={"type": "string", "pattern": "^([A-F](-[A-F])?)?$"},
        conduct={"type": "array", "items": _measure()},
        shares_origins=_array(id=_TEXT, name=_TEXT, origins=_TEXTS, claims=_TEXTS),
    )


def _measure() -> dict[str, Any]:
    share = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
    interval = {"type": ["array", "null"], "items": {"type": "number", "minimum": 0, "maximum": 1}, "minItems": 2, "maxItems": 2}
    out_of = {"type": ["integer", "null"], "minimum": 0}
    return _object(name=_TEXT, label=_TEXT, count=_COUNT, out_of=out_of, undecided=_COUNT, share=share, interval=interval, found=_TEXTS)


def _object(optional: tuple[str, ...] = (), /, **properties: Any) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _array(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": _object(**properties)}


def _claim() -> dict[str, Any]:
    statements = {"type": "array", "items": {"$ref": "#/$defs/statement"}}
    return _object(
        id=_TEXT,
        label=_TEXT,
        wording=_TEXT,
        kinds=_TEXTS,
        times=_TEXTS,
        summary=_TEXT,
        statements=statements,
        denials=statements,
        origins={"$ref": "#/$defs/origins"},
        origins_of_denial={"$ref": "#/$defs/origins"},
        carriers=_TEXTS,
        bottlenecks=_TEXTS,
        utterances=_array(origin=_TEXT, carriers=_COUNT),
        missing=_TEXTS,
        flags=_array(
            code={"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}$"},
            name=_TEXT,
            level={"enum": [str(term) for term in Level]},
            reason=_TEXT,
            evidence=_TEXTS,
            clears=_TEXT,
        ),
        grades=_object(said=_GRADE, content=_GRADE),
        grade_rules=_object(said=_TEXT, content=_TEXT),
        grade_letters=_object(said=_TEXTS, content=_TEXTS),
        assessment=_assessment(),
    )


def _assessment() -> dict[str, Any]:
    share = {"type": "number", "minimum": 0, "maximum": 1}
    opinion = _object(belief=share, disbelief=share, uncertainty=share, base_rate=share, projected=share)
    told = _object(sentence=_TEXT, likelihood=_TEXT, confidence={"enum": [str(term) for term in Confidence]}, changes=_TEXTS)
    told["properties"]["opinion"] = _object(least=opinion, middle=opinion, most=opinion)
    return told


def _statement() -> dict[str, Any]:
    words = dict.fromkeys(("id", "stance", "article", "says", "voice", "framing", "polarity", "role", "proposition", "url"), _TEXT)
    return _object(**words, start=_COUNT, end=_COUNT)


def _as_of() -> dict[str, Any]:
    days = {"day": _TEXT, "until": {"type": "string", "format": "date"}}
    return _object(**days, later=_TEXTS, unsure=_TEXTS, undated=_TEXTS, undated_kept={"type": "boolean"}, ratings=_COUNT)


def _what_if() -> dict[str, Any]:
    extent = _object(lower=_COUNT, upper=_COUNT, exhaustive={"type": "boolean"}, carriers=_COUNT, statements=_COUNT)
    outcome = _array(id=_TEXT, label=_TEXT, wording=_TEXT, before=extent, after=extent, becomes=_TEXT, raised=_TEXTS, cleared=_TEXTS)
    return _object(taken=_array(name=_TEXT, keys=_TEXTS), claims=outcome)


def _origins() -> dict[str, Any]:
    lines = {"type": "array", "items": _TEXTS}
    return _object(lower=_COUNT, upper=_COUNT, exhaustive={"type": "boolean"}, lines=lines, cut=_TEXTS)


def diff_schema() -> dict[str, Any]:
    """The schema of the JSON of `claimtrack diff` (JSON Schema, draft 2020-12)."""
    side, article, back = ({"$ref": f"#/$defs/{name}"} for name in ("side", "article", "taken_back"))
    clash = _array(kind=_TEXT, about=_TEXT, detail=_TEXT, records=_TEXTS)
    listed, code = {"type": "array", "items": article}, {"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}$"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": DIFF_SCHEMA,
        "title": "What changed between two claimtrack reports",
        **_object(
            schema={"const": DIFF_SCHEMA},
            changed={"type": "boolean"},
            old=side,
            new=side,
            articles=_object(new=listed, gone=listed, edited=_array(article=_TEXT, what=_TEXT, old=_TEXT, new=_TEXT)),
            claims={"type": "array", "items": {"$ref": "#/$defs/claim"}},
            retracted={"type": "array", "items": back},
            restored={"type": "array", "items": back},
            conflicts=_object(new=clash, settled=clash),
            records=_array(type=_TEXT, added=_COUNT, gone=_COUNT),
        ),
        "$defs": {
            "side": _object(("as_of",), ledger=_TEXT, as_of=_as_of(), articles=_COUNT, statements=_COUNT, claims=_COUNT),
            "article": _object(**dict.fromkeys(("id", "outlet", "title", "published", "url"), _TEXT)),
            "taken_back": _object(record=_TEXT, type=_TEXT, key=_TEXT, reasons=_TEXTS),
            "claim": _claim_change(),
            "seen": _claim_seen(),
            "flag": _object(code=code, name=_TEXT, reason=_TEXT, evidence=_TEXTS, clears=_TEXT),
            "statement": _object(**dict.fromkeys(("id", "stance", "article", "says", "framing", "proposition", "url"), _TEXT)),
        },
    }


def _claim_change() -> dict[str, Any]:
    seen, flags, statements = ({"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in ("seen", "flag", "statement"))
    loss = _array(what={"enum": ["hedge", "attribution"]}, statement=_TEXT)
    return _object(
        change={"enum": [str(change) for change in Change]},
        old=seen,
        new=seen,
        steps=_array(what=_TEXT, old=_TEXT, new=_TEXT),
        origins=_object(gained=_TEXTS, lost=_TEXTS),
        flags=_object(raised=flags, cleared=flags),
        statements=_object(new=statements, gone=statements),
        denials=_object(new=statements, withdrawn=statements),
        drifts=_array(statement=_TEXT, what=_TEXT, old=_TEXT, new=_TEXT),
        losses=loss,
        returns=loss,
    )


def _claim_seen() -> dict[str, Any]:
    extent = _object(lower=_COUNT, upper=_COUNT, exhaustive={"type": "boolean"}, carriers=_COUNT, statements=_COUNT)
    return _object(
        id=_TEXT,
        label=_TEXT,
        wording=_TEXT,
        kinds=_TEXTS,
        extent=extent,
        denial=extent,
        said=_GRADE,
        content=_GRADE,
        likelihood=_TEXT,
        confidence={"enum": [str(term) for term in Confidence]},
        opinions=_COUNT,
        hedged=_COUNT,
        unattributed=_COUNT,
    )
