"""The one converter between records and JSON's own types, and its faults with their paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import BaseValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from claimtrack.errors import Fault, InputError, RecordError, did_you_mean, near_names
from claimtrack.model.base import Record, plain
from claimtrack.model.records import RECORDS
from claimtrack.model.values import Link, Period, link

T = TypeVar("T")
NAMED = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _exactly(kind: type) -> Callable[[Any, Any], Any]:
    """The hook that takes a value of one JSON type as it is and refuses all others; JSON's true is no number."""

    def structure(value: Any, _: Any) -> Any:
        if value.__class__ is kind:
            return value
        if kind is float and value.__class__ is int:
            return float(value)
        raise RecordError(f"expected {NAMED[kind]}, found {_seen(value)}")

    return structure


def _seen(value: Any) -> str:
    """What was found, as a reader of JSON or TOML calls it."""
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "null")
    return f"{value.__class__.__name__} {value!s:.40}" if not isinstance(value, str) else f"the text {value[:40]!r}"


def _term(value: Any, kind: type[Enum]) -> Enum:
    spelled = {str(term.value): term for term in kind}
    found = spelled.get(value) if isinstance(value, str) else None
    if found is None:
        hint = did_you_mean(near_names(value, spelled)) if isinstance(value, str) else ""
        raise RecordError(f"expected one of {', '.join(spelled)}; found {_seen(value)}{hint}")
    return found


def _period(value: Any, _: Any) -> Period:
    if isinstance(value, str) or value.__class__ is date:
        return Period.parse(value)
    raise RecordError(f"expected a date such as 2021-10-20, found {_seen(value)}")


def _tuple(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    """The hook for lists; a text or a table is none, whatever its letters or keys could be taken for."""
    whole = converter.get_structure_hook(list[get_args(kind)[0]])  # type: ignore[misc]

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise RecordError(f"expected a list, found {_seen(value)}")
        return tuple(whole(value, list))

    return structure


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType) and type(None) in get_args(kind)


def _optional(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    inner = next(arg for arg in get_args(kind) if arg is not type(None))
    hook = converter.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> Any:
        return None if value is None else hook(value, inner)

    return structure


def _table(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """The hook for records and values: a table whose keys are the fields."""
    whole = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, target: Any) -> Any:
        if not isinstance(value, dict):
            raise RecordError(f"expected a table, found {_seen(value)}")
        return whole(value, target)

    return structure


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in NAMED:
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook_factory(attrs.has)(_table)
    converter.register_structure_hook_factory(_is_optional)(_optional)
    converter.register_structure_hook_factory(_is_tuple)(_tuple)
    converter.register_structure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _term)
    converter.register_structure_hook(Period, _period)
    linked = _table(Link, converter)
    converter.register_structure_hook(Link, lambda value, kind: linked(value, kind) if isinstance(value, dict) else _short_link(value))
    converter.register_unstructure_hook_func(attrs.has, plain)
    return converter


def _short_link(value: Any) -> Link:
    """A link as people write it: one name, or a list of names."""
    if isinstance(value, str) or (isinstance(value, list) and all(isinstance(name, str) for name in value)):
        return link(value)
    raise RecordError(f"expected a name, a list of names or a table with holders, found {_seen(value)}")


CONVERTER = _converter()


def encode(record: Record) -> dict[str, Any]:
    """The record as a table of JSON's own types, its type first; defaults are left out."""
    return {"type": record.type, **CONVERTER.unstructure(record)}


def decode(table: dict[str, Any]) -> Record:
    """The record that a table stands for.

    Raises:
        InputError: with everything that is wrong with the table, each fault with its path.
    """
    try:
        return structured(*typed(table))
    except Unfit as unfit:
        raise InputError([Fault("", 0, path, message) for path, message in unfit.told]) from unfit


class Unfit(Exception):
    """A table is not what it should be; `told` has a path and a message for each thing wrong."""

    def __init__(self, told: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.told = tuple(told)


def typed(table: Any) -> tuple[dict[str, Any], type[Record]]:
    """A table without its type, and the class of record that the type names.

    Raises:
        Unfit: when it is no table, or names no type of ours.
    """
    if not isinstance(table, dict):
        raise Unfit([("", f"expected a table, found {_seen(table)}")])
    table = table.copy()
    name = table.pop("type", None)
    kind = RECORDS.get(name) if isinstance(name, str) else None
    if kind is None:
        hint = did_you_mean(near_names(name, RECORDS)) if isinstance(name, str) else ""
        raise Unfit([("type", f"expected one of {', '.join(RECORDS)}; found {_seen(name)}{hint}")])
    return table, kind


def structured(table: Any, kind: type[T]) -> T:
    """The value of a class that a table stands for.

    Raises:
        Unfit: with everything that is wrong with the table.
    """
    try:
        return CONVERTER.structure(table, kind)
    except (BaseValidationError, RecordError) as error:
        raise Unfit((path.lstrip("."), message) for path, message in _told(error, "")) from error
    except RecursionError as error:
        raise Unfit([("", "nested too deeply to be a record")]) from error


def _told(error: BaseException, path: str) -> Iterator[tuple[str, str]]:
    """Each thing wrong, with its path."""
    if isinstance(error, BaseValidationError):
        noted, others = error.group_exceptions()  # type: ignore[attr-defined]
        for inner, note in noted:
            step = f"[{note.index}]" if hasattr(note, "index") and isinstance(note.index, int) else f".{note.name}"
            yield from _told(inner, f"{path}{step}")
        for inner in others:
            yield from _told(inner, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)]
        for extra in sorted(map(str, error.extra_fields)):
            yield f"{path}.{extra}", f"unknown field{did_you_mean(near_names(extra, known)) or '; known are ' + ', '.join(known)}"
    elif isinstance(error, KeyError):
        yield path, "required field missing"
    elif isinstance(error, RecordError):
        yield f"{path}.{error.field}".rstrip("."), str(error)
    else:
        yield path, str(error)
