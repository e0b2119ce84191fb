"""How a value of each type is read from JSON's own types, and refused where it is something else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from sys import intern
from types import GenericAlias, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from claimtrack.errors import RecordError, did_you_mean, near_names
from claimtrack.model.base import NUMBER_LIMIT, plain
from claimtrack.model.values import Link, Maker, Period, link

Hook: TypeAlias = Callable[[Any, Any], Any]
NAMED = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
SHOWN = 40
"""Characters of a wrong value that a message repeats."""
KEPT = 1 << 10
"""Makers kept to be given again."""
STEP_LIMIT = 60
"""Characters; a longer key of a table is cut short in a path."""


KEPT = 1 << 14
"""Values that are kept to be used again: makers and links of many records are the same few."""
SHARED = frozenset({"article", "outlet", "source", "derived", "language", "dateline", "rater", "scale", "version"})
"""Fields whose texts come back in many records."""


def converter(*, telling: bool) -> Converter:
    """A converter between records and JSON's own types.

    Args:
        telling: whether it gathers everything that is wrong, each with its path, or stops at the first, which is much quicker.
    """
    made = Converter(detailed_validation=telling, forbid_extra_keys=True)
    for kind in NAMED:
        made.register_structure_hook(kind, _exactly(kind))
    made.register_structure_hook(Period, _period)
    made.register_structure_hook(Fraction, _fraction)
    made.register_structure_hook_factory(attrs.has)(_table)
    made.register_structure_hook_factory(_is_optional)(_optional)
    made.register_structure_hook_factory(_is_tuple)(_tuple)
    made.register_structure_hook_factory(_is_term)(_term)
    made.register_structure_hook_factory(lambda kind: kind is Link)(_link)
    made.register_structure_hook_factory(lambda kind: kind is Maker)(_maker)
    made.register_unstructure_hook_func(attrs.has, plain)
    return made


@lru_cache(maxsize=KEPT)
def one_object(value: Any) -> Any:
    """The value, and for equal values one object, which many records then share."""
    return value


def seen(value: Any) -> str:
    """What was found, as a reader of JSON or TOML calls it."""
    match value:
        case dict():
            return "a table"
        case list():
            return "a list"
        case None:
            return "nothing (null)"
        case bool():
            return str(value).lower()
        case str():
            return f"the text {value[:SHOWN]!r}"
        case int():
            return f"the number {value}" if abs(value) < 10**SHOWN else "a number of very many digits"
        case float():
            return f"the number {value}"
        case _:
            return f"the {value.__class__.__name__} {value}"


def step(key: str) -> str:
    """A key as a step of a path: as it is, or quoted and cut short where it could not be printed."""
    return key if key.isprintable() and len(key) <= STEP_LIMIT else ascii(key[:STEP_LIMIT])


def _exactly(kind: type) -> Hook:
    """The hook that takes a value of one JSON type as it is and refuses all others; JSON's true is no number."""

    def structure(value: Any, _: Any) -> Any:
        if value.__class__ is kind:
            return value
        if kind is float and value.__class__ is int:
            return value
        raise RecordError(f"expected {NAMED[kind]}, found {seen(value)}")

    return structure


def _is_term(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _term(kind: type[Enum], _: Converter) -> Hook:
    """The hook for a closed vocabulary: one of its words."""
    words = {str(term.value): term for term in kind}

    def structure(value: Any, _: Any) -> Enum:
        term = words.get(value) if value.__class__ is str else None
        if term is None:
            hint = did_you_mean(near_names(value, words)) if isinstance(value, str) else ""
            raise RecordError(f"expected one of {', '.join(words)}; found {seen(value)}{hint}")
        return term

    return structure


def _period(value: Any, _: Any) -> Period:
    if isinstance(value, datetime):
        raise RecordError(f"expected a day such as {value.date()}, found {seen(value)}; leave the time of day out")
    if isinstance(value, str | date):
        return Period.parse(value)
    raise RecordError(f"expected a date such as 2021-10-20, found {seen(value)}")


def _fraction(value: Any, _: Any) -> Fraction:
    """A number, exact in its decimal spelling."""
    if value.__class__ in (int, float) and abs(value) < NUMBER_LIMIT:
        return Fraction(str(value))
    raise RecordError(f"expected a number, found {seen(value)}")


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple(kind: Any, converter: Converter) -> Hook:
    """The hook for lists; a text or a table is none, whatever its letters or keys could be taken for."""
    item = get_args(kind)[0]
    told = converter.get_structure_hook(GenericAlias(list, item)) if converter.detailed_validation else None
    hook = converter.get_structure_hook(item)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if value.__class__ is not list:
            raise RecordError(f"expected a list, found {seen(value)}; put it in brackets")
        return tuple(told(value, list)) if told else tuple([hook(one, item) for one in value])

    return structure


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType) and type(None) in get_args(kind)


def _optional(kind: Any, converter: Converter) -> Hook:
    inner = next(arg for arg in get_args(kind) if arg is not type(None))
    hook = converter.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> Any:
        return None if value is None else hook(value, inner)

    return structure


def _table(kind: Any, converter: Converter) -> Hook:
    """The hook for records and values: a table whose keys are the fields."""
    fields = attrs.fields(attrs.resolve_types(kind))
    hooks = {field.name: _field(field, converter) for field in fields}
    overrides: dict[str, Any] = {name: override(struct_hook=hook) for name, hook in hooks.items() if hook}
    whole = make_dict_structure_fn(kind, converter, _cattrs_prefer_attrib_converters=True, **overrides)

    def structure(value: Any, target: Any) -> Any:
        if value.__class__ is not dict:
            raise RecordError(f"expected a table, found {seen(value)}")
        made = whole(value, target)
        return one_object(made) if kind in (Link, Maker) else made

    return structure


def _field(field: attrs.Attribute[Any], converter: Converter) -> Hook | None:
    """The hook for one field; none where a quick converter can leave all checks to the field's own, as for texts and numbers."""
    if converter.detailed_validation:
        return _checked(field, converter.get_structure_hook(field.type))
    if field.converter and field.type in (str, int):
        return _one_text if field.name in SHARED else None
    return converter.get_structure_hook(field.type)


def _one_text(value: Any, _: Any) -> Any:
    """A text, for equal ones one object; anything else as it is, for the field's own check."""
    return intern(value) if value.__class__ is str else value


def _checked(field: attrs.Attribute[Any], hook: Hook) -> Hook:
    """The hook and then the field's own checks, so that several wrong fields are all told, not the first alone."""
    own: Any = field.converter

    def structure(value: Any, kind: Any) -> Any:
        read = hook(value, kind)
        try:
            return own(read) if own else read
        except RecordError as error:
            raise RecordError(str(error), error.field.removeprefix(field.name).lstrip(".")) from error

    return structure


def _maker(kind: Any, converter: Converter) -> Hook:
    """The hook for makers: one table, one value, as all records of a reader have the same."""
    whole = _table(kind, converter)
    kept: dict[tuple[tuple[str, Any], ...], Any] = {}

    def structure(value: Any, target: Any) -> Any:
        if value.__class__ is not dict or not all(each.__class__ is str for each in value.values()):
            return whole(value, target)
        told = tuple(value.items())
        if told not in kept:
            if len(kept) >= KEPT:
                kept.clear()
            kept[told] = whole(value, target)
        return kept[told]

    return structure


def _link(kind: Any, converter: Converter) -> Hook:
    """The hook for a link: a table, or as people write it one name or a list of names."""
    whole = _table(kind, converter)

    def structure(value: Any, target: Any) -> Link:
        if isinstance(value, dict):
            link: Link = whole(value, target)
            return link
        if isinstance(value, str) or (isinstance(value, list) and all(isinstance(name, str) for name in value)):
            return _short_link(value)
        raise RecordError(f"expected a name, a list of names or a table with holders, found {seen(value)}")

    return structure


def _short_link(value: str | list[str]) -> Link:
    """The link that a name or a list of names stands for; its faults are the link's own, since no field was written."""
    try:
        return link(value)
    except RecordError as error:
        raise RecordError(str(error)) from error
