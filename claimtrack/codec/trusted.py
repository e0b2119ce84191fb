"""Lines that our own store wrote to records, without asking again whether every value is what it should be.

Each class has a builder that puts the fields of a table where they belong. A table that does not fit, by a field that the class does not
have or a value of another type, is given to the converter that checks, which says what is wrong with it. What is in canonical form,
as `Record.line` writes it, comes out equal to what that converter makes of it; small values that many records share are made once.
What is not asked again: lengths, forbidden letters, order, and what the fields of one record say of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache, lru_cache
from json import JSONDecoder
from sys import intern
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from claimtrack.codec.convert import QUICK, decode
from claimtrack.codec.hooks import KEPT, SHARED, one_object
from claimtrack.errors import Fault, InputError
from claimtrack.model.base import Record
from claimtrack.model.records import RECORDS
from claimtrack.model.values import Link, Maker, Period

Read = Callable[[Any], Any]
_PLAIN = (str, int, bool)
_parsed = JSONDecoder().decode


def trusted(line: str) -> Record:
    """The record of a line that a ledger of ours wrote.

    Args:
        line: as `Record.line` spells it.

    Raises:
        InputError: when it is no record, by its fields and their types; what was changed in it by hand otherwise passes unnoticed.
    """
    try:
        table: Any = _parsed(line)
        kind: Any = RECORDS[table.pop("type")]
        record: Record = _builder(kind)(table)
    except (AttributeError, KeyError, LookupError, RecursionError, TypeError, ValueError):
        return _checked(line)
    return record


def _checked(line: str) -> Record:
    """The same, or what is wrong with the line."""
    try:
        return decode(_parsed(line))
    except (RecursionError, ValueError) as error:
        raise error if isinstance(error, InputError) else InputError([Fault("", 0, "", f"no record: {error}")]) from error


@cache
def _builder(kind: Any) -> Callable[[dict[str, Any]], Any]:
    """What makes a value of a class from a table, field by field, past its checks."""
    fields = attrs.fields(attrs.resolve_types(kind))
    slots = [(each.name, each.default, _place(kind, each.name), _plain(each.type), _reader(each)) for each in fields]
    new: Callable[[Any], Any] = object.__new__

    def build(table: dict[str, Any]) -> Any:
        made = new(kind)
        found = 0
        for name, default, put, plain, read in slots:
            if name in table:
                found += 1
                value = table[name]
                if plain is not None and value.__class__ is not plain:
                    raise TypeError(name)
                put(made, read(value) if read else value)
            elif default is attrs.NOTHING:
                raise KeyError(name)
            else:
                put(made, default)
        if found < len(table):
            raise LookupError(f"{kind.__name__} has no such field")
        return made

    return build


def _place(kind: type, name: str) -> Callable[[Any, Any], None]:
    """What puts a value into a field of a frozen object that is being made."""
    put: Callable[[Any, Any], None] = next(base.__dict__[name] for base in kind.__mro__ if name in base.__dict__).__set__
    return put


def _plain(kind: Any) -> type | None:
    """The type itself where JSON has it too, so that a value is taken as it is."""
    return kind if kind in _PLAIN else None


def _reader(field: attrs.Attribute[Any]) -> Read | None:
    """What reads the value of a field; none where JSON's own is right."""
    return intern if field.type is str and field.name in SHARED else _read_as(field.type)


def _read_as(kind: Any) -> Read | None:
    """What reads a value of a type."""
    if kind in _PLAIN:
        return None
    if get_origin(kind) in (Union, UnionType):
        return _read_as(next(arg for arg in get_args(kind) if arg is not type(None)))
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return _texts if item is str else _tuple_of(_read_as(item))
    if kind in (Link, Maker):
        return _once(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        words: Mapping[str, Enum] = {str(term.value): term for term in kind}
        return words.__getitem__
    if kind is Period:
        return lru_cache(maxsize=KEPT)(Period.parse)
    if kind is not Any and attrs.has(kind) and not hasattr(kind, "spelled"):
        return _table_of(kind)
    return lambda value: QUICK.structure(value, kind)


def _table_of(kind: type) -> Read:
    """What reads a value that is a table itself; its builder is made when the first one comes."""
    return lambda value: _builder(kind)(value)


def _texts(value: Any) -> tuple[str, ...]:
    """What a list of texts stands for."""
    if value.__class__ is not list or any(each.__class__ is not str for each in value):
        raise TypeError("no list of texts")
    return tuple(value)


def _tuple_of(item: Read | None) -> Read:
    """What reads a list; a text or a table is none."""

    def read(value: Any) -> tuple[Any, ...]:
        if value.__class__ is not list:
            raise TypeError("no list")
        return tuple(map(item, value)) if item else tuple(value)

    return read


def _once(kind: type) -> Read:
    """What reads small values that many records share: equal ones are one object."""
    build = _builder(kind)
    return lambda value: one_object(build(value))
