"""Records as the tables of a TOML case file, for what a program writes into files that people keep."""

from __future__ import annotations

import json
from typing import Any

import attrs

from claimtrack.codec.convert import encode
from claimtrack.model.base import Record
from claimtrack.model.values import Maker


def case_table(record: Record, maker: Maker | None = None) -> str:
    """A record as a table such as `[[judgement]]`, one field a line.

    Args:
        record: the record; what is at its default is left out.
        maker: whom the file names as the maker of its records; the table names its own where it is another.

    Raises:
        ValueError: when the record has no maker and the file has one, which would be taken for the record's.
    """
    own = getattr(record, "maker", None)
    if own is None and maker is not None:
        raise ValueError(f"the file says that its records are made by {maker.name}, and this one has no maker")
    table = encode(record)
    names = [field.name for field in attrs.fields(type(record)) if field.name in table and (field.name != "maker" or own != maker)]
    return f"[[{record.type}]]\n" + "".join(f"{name} = {_value(table[name])}\n" for name in names)


def case_head(maker: Maker) -> str:
    """The head of a new case file, with the maker of its records."""
    fields = {"name": maker.name, "kind": str(maker.kind), "version": maker.version, "on": str(maker.on or "")}
    return "claimtrack = 1\n\n[maker]\n" + "".join(f"{name} = {_value(value)}\n" for name, value in fields.items() if value)


def _value(value: Any) -> str:
    """A value of JSON in TOML's spelling, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_value(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
