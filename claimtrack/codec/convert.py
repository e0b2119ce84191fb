"""Records to JSON's own types and back, and everything that is wrong with a table, each fault with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs
from cattrs import BaseValidationError, ClassValidationError, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError

from claimtrack.codec.hooks import converter, seen, step
from claimtrack.errors import Fault, InputError, RecordError, did_you_mean, near_names
from claimtrack.model.base import Record
from claimtrack.model.records import RECORDS

T = TypeVar("T")
QUICK, TELLING = converter(telling=False), converter(telling=True)
"""The converter that reads, and the slower one that tells all that is wrong where the first one stops."""


def encode(record: Record) -> dict[str, Any]:
    """The record as a table of JSON's own types, its type first; defaults are left out."""
    return {"type": record.type, **QUICK.unstructure(record)}


def decode(table: dict[str, Any]) -> Record:
    """The record that a table stands for.

    Raises:
        InputError: with everything that is wrong with the table, each fault with its path.
    """
    try:
        return structured(*typed(table))
    except UnfitError as unfit:
        raise InputError([Fault("", 0, path, message) for path, message in unfit.told]) from unfit


class UnfitError(Exception):
    """A table is not what it should be; `told` has a path and a message for each thing wrong."""

    def __init__(self, told: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.told = tuple(told)


def typed(table: Any) -> tuple[dict[str, Any], type[Record]]:
    """A table without its type, and the class of record that the type names.

    Raises:
        UnfitError: when it is no table, or names no type of ours.
    """
    if not isinstance(table, dict):
        raise UnfitError([("", f"expected a table, found {seen(table)}")])
    table = table.copy()
    name = table.pop("type", None)
    kind = RECORDS.get(name) if isinstance(name, str) else None
    if kind is None:
        hint = did_you_mean(near_names(name, RECORDS)) if isinstance(name, str) else ""
        raise UnfitError([("type", f"expected one of {', '.join(RECORDS)}; found {seen(name)}{hint}")])
    return table, kind


def structured(table: Any, kind: type[T]) -> T:
    """The value of a class that a table stands for.

    Raises:
        UnfitError: with everything that is wrong with the table.
    """
    try:
        return QUICK.structure(table, kind)
    except (ForbiddenExtraKeysError, KeyError, RecordError, RecursionError):
        return _telling(table, kind)


def _telling(table: Any, kind: type[T]) -> T:
    """The value that a table stands for, read with every fault noted."""
    try:
        return TELLING.structure(table, kind)
    except (BaseValidationError, RecordError) as error:
        raise UnfitError((path.lstrip("."), message) for path, message in _told(error, "", kind)) from error
    except RecursionError as error:
        raise UnfitError([("", "nested too deeply to be a record")]) from error


def _told(error: BaseException, path: str, kind: type[Any]) -> Iterator[tuple[str, str]]:
    """Each thing wrong, with its path."""
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        noted, others = error.group_exceptions()
        inside = error.cl if attrs.has(error.cl) else kind
        for inner, note in noted:
            yield from _told(inner, path + (f".{note.name}" if hasattr(note, "name") else f"[{note.index}]"), inside)
        for inner in others:
            yield from _told(inner, path, inside)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from _extra(error, path)
    elif isinstance(error, KeyError):
        yield path, _missing(kind, str(error.args[0]))
    elif isinstance(error, RecordError):
        yield f"{path}.{error.field}".rstrip("."), str(error)
    else:
        yield path, str(error)


def _extra(error: ForbiddenExtraKeysError, path: str) -> Iterator[tuple[str, str]]:
    """A fault for each field that the class does not have."""
    known = [field.name for field in attrs.fields(error.cl)]
    for extra in sorted(error.extra_fields):
        yield f"{path}.{step(extra)}", f"unknown field{did_you_mean(near_names(extra, known)) or '; known are ' + ', '.join(known)}"


def _missing(kind: type[Any], name: str) -> str:
    """What to say of a required field that is not there: what it is needed for, and the words to choose from."""
    terms = getattr(attrs.fields_dict(kind)[name].type, "__members__", {})
    choice = f", one of {', '.join(str(term) for term in terms.values())}" if terms else ""
    return f"missing; every {kind.__name__.lower()} needs {name!r}{choice}"
