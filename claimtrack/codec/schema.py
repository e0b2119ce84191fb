"""The JSON Schema of the records, generated from their classes, so that it cannot differ from them."""

from __future__ import annotations

import inspect
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from claimtrack.model.records import RECORDS
from claimtrack.model.values import Link, Period

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}}
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_DATE = {"type": "string", "pattern": f"^{_DAY}(/{_DAY})?$", "description": "ISO 8601-2: a day, month, year or interval"}


def record_schema() -> dict[str, Any]:
    """The schema of one line of a ledger file (JSON Schema, draft 2020-12)."""
    definitions: dict[str, Any] = {}
    choices = [{"$ref": f"#/$defs/{_define(kind, definitions)}"} for kind in RECORDS.values()]
    header = {"type": "object", "properties": {"type": {"const": "ledger"}, "claimtrack": {"const": 1}}, "required": ["type", "claimtrack"]}
    return {
        "$schema": DIALECT,
        "$id": "claimtrack/ledger/1",
        "title": "One line of a claimtrack ledger",
        "anyOf": [*choices, header],
        "$defs": dict(sorted(definitions.items())),
    }


def _define(kind: Any, definitions: dict[str, Any]) -> str:
    """Add the definition of a class and of all that it holds; the definition's name."""
    name = str(kind.__name__)
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _term(kind) if issubclass(kind, Enum) else _table(kind, definitions)
    return name


def _term(kind: type[Enum]) -> dict[str, Any]:
    return {"description": _summary(kind), "enum": [term.value for term in kind]}


def _table(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    fields = attrs.fields(kind)
    properties = {field.name: _of(hints[field.name], definitions) for field in fields}
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    if "type" in kind.__dict__:
        properties["type"] = {"const": kind.type}
        required.append("type")
    return {
        "type": "object",
        "description": _summary(kind),
        "properties": dict(sorted(properties.items())),
        "required": sorted(required),
        "additionalProperties": False,
    }


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field's type."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint in (Period, date):
        return _DATE
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of(arguments[0], definitions)}
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_of(argument, definitions) for argument in arguments if argument is not type(None)] + [{"type": "null"}]}
    reference = {"$ref": f"#/$defs/{_define(hint, definitions)}"}
    if hint is Link:
        return {"anyOf": [reference, {"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    return reference


def _summary(kind: Any) -> str:
    return (inspect.getdoc(kind) or "").partition("\n")[0]
