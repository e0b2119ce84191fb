"""What every record is: frozen, canonical, ordered, and known by a digest of its content."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache, cached_property
from hashlib import blake2b
from operator import attrgetter
from sys import intern
from typing import Any, ClassVar

import attrs

from claimtrack.errors import RecordError

ID_BYTES = 16
KEY_LIMIT = 200
TEXT_LIMIT = 20_000
NUMBER_LIMIT = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly (RFC 8259, section 6)."""
_NUMBERS = tuple(range(1 << 14))
"""Whole numbers that are kept once, however many records have them: most offsets are among them."""
_KEY = re.compile(r"\w[\w.:/()@+,'’&-]*\Z")
"""Marks that combine with a letter are let through as well, since names in many scripts need them."""
_DIGEST = re.compile(r"[0-9a-f]{16,128}\Z")
_SPELLED = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
_BANNED = frozenset({"Cc", "Cs"})


def named(_: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Make each field's converter say which field it was about (an attrs field transformer)."""
    return [field.evolve(converter=_naming(field.name, field.converter)) if field.converter else field for field in fields]


def _naming(field: str, convert: Any) -> Callable[[Any], Any]:
    def converted(value: Any) -> Any:
        try:
            return convert(value)
        except RecordError as error:
            raise RecordError(str(error), f"{field}.{error.field}".rstrip(".")) from error

    return converted


@attrs.frozen(kw_only=True, order=False)
class Record:
    """One immutable entry of a ledger; equal content means the same record.

    `id` is the BLAKE2b digest, 128 bits in hexadecimal, of the record's line in a ledger file (RFC 7693), so `b2sum -l 128` of that
    line gives it too. `type` is the record's name in files.
    """

    type: ClassVar[str] = ""

    @property
    def line(self) -> str:
        """The record as one line of canonical JSON: keys sorted, defaults left out."""
        return _SPELLED({"type": self.type, **plain(self)})

    @cached_property
    def id(self) -> str:
        """The digest of the record's content."""
        return blake2b(self.line.encode(), digest_size=ID_BYTES).hexdigest()

    @property
    def order(self) -> tuple[str, str, str]:
        """Where the record stands among others: by type, then key, then content."""
        record: Any = self
        return (self.type, record.key if _keyed(record.__class__) else "", self.id)

    def __lt__(self, other: Record) -> bool:
        return self.order < other.order


@cache
def _keyed(kind: type) -> bool:
    """Whether the records of a class have keys."""
    return any(field.name == "key" for field in attrs.fields(kind))


def plain(value: Any) -> Any:
    """The value in JSON's own types: defaults left out, terms by their spelling, other values by their text."""
    kind = value.__class__
    if kind in _AS_IT_IS:
        return value
    if kind is tuple:
        return [plain(item) for item in value]
    return _way(kind)(value)


_AS_IT_IS = frozenset({str, int, bool, float, type(None)})


@cache
def _way(kind: type) -> Callable[[Any], Any]:
    """How the values of a class are put into JSON's own types."""
    if issubclass(kind, Enum):
        return attrgetter("value")
    if not attrs.has(kind) or hasattr(kind, "spelled"):
        return str
    fields = shape(kind)

    def table(value: Any) -> dict[str, Any]:
        return {name: plain(item) for name, default in fields if (item := getattr(value, name)) is not default and item != default}

    return table


def in_words(value: Any) -> str:
    """A value as a line for people: fields that are not at their default, `end 19, start 1`; items of a list in brackets."""
    return _told(plain(value))


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_told(item)}" for name, item in value.items())
    return f"[{'; '.join(map(_told, value))}]" if isinstance(value, list) else str(value)


@cache
def shape(kind: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a class with their defaults, in the order of their names."""
    return tuple(sorted((field.name, field.default) for field in attrs.fields(kind)))


def text(value: str) -> str:
    """A line or a paragraph for people: Unicode NFC, no blanks at the ends, no control characters.

    Raises:
        RecordError: for a lone surrogate, a control character, or more than `TEXT_LIMIT` characters.
    """
    if not isinstance(value, str):
        raise RecordError(f"expected text, found {type(value).__name__}")
    if len(value) <= TEXT_LIMIT and value.isascii() and value.isprintable():
        return value.strip()
    value = unicodedata.normalize("NFC", value).strip()
    if len(value) > TEXT_LIMIT:  # measured as it is kept, since the canonical form can be longer
        raise RecordError(f"{len(value):,} characters where at most {TEXT_LIMIT:,} make sense; shorten it")
    for character in value:
        if unicodedata.category(character) in _BANNED and character not in "\n\t":
            raise RecordError(f"the character U+{ord(character):04X} cannot stand in text; take it out")
    return value


def name(value: str) -> str:
    """A name: text on one line that is not empty.

    Raises:
        RecordError: for an empty name, or as `text` does.
    """
    kept = text(value)
    if " " not in kept and kept.isprintable() and kept:
        return kept  # the very same text where nothing is to be done, so that many records share it
    value = " ".join(kept.split())
    if not value:
        raise RecordError("empty where a name is needed")
    return value


def key(value: str) -> str:
    """A name for use in references: letters and digits first, then also `. : / ( ) @ + , ' & -`, no blanks.

    Raises:
        RecordError: for anything else.
    """
    value = reference(value)
    if len(value) > KEY_LIMIT or not _KEY.match(value if value.isascii() else _without_marks(value)):
        raise RecordError(f"{value[:60]!r} cannot be a key; use letters, digits and . : / - without blanks, up to {KEY_LIMIT}")
    return value


def reference(value: str) -> str:
    """A name that other records have as well, such as a key; it is kept once, however many records have it.

    Raises:
        RecordError: as `name` does.
    """
    return intern(name(value))


def maybe_reference(value: str) -> str:
    """A name that other records have as well, or nothing."""
    return intern(text(value))


def _without_marks(value: str) -> str:
    """The value without the marks that combine with its letters."""
    return "".join(character for character in value if not unicodedata.category(character).startswith("M"))


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """A set of names in canonical order."""
    return tuple(sorted({name(value) for value in listed(values)}))


def keys(values: Iterable[str]) -> tuple[str, ...]:
    """A set of references, or of other texts that many records have, in canonical order; each is kept once."""
    return tuple(sorted({reference(value) for value in listed(values)}))


def distinct(values: Iterable[Any]) -> tuple[Any, ...]:
    """A set of values in canonical order; untyped, since mypy cannot follow a type variable through an attrs converter."""
    return tuple(sorted(set(listed(values))))


def terms(values: Iterable[Any]) -> tuple[Any, ...]:
    """A set of terms, ordered by their spelling."""
    return tuple(sorted(set(listed(values)), key=str))


def listed(values: Iterable[Any]) -> Iterable[Any]:
    """The values, provided that they are a collection and not one string.

    Raises:
        RecordError: for a string, whose letters nobody means to list.
    """
    if isinstance(values, str):
        raise RecordError(f"expected a list, found the text {values[:40]!r}; put it in brackets")
    return values


def whole(value: int, least: int = 0) -> int:
    """A whole number of at least `least`.

    Raises:
        RecordError: for anything else, truth values among them.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise RecordError(f"expected a whole number, found {value!r}")
    if value > NUMBER_LIMIT or value < -NUMBER_LIMIT:
        raise RecordError(f"a whole number of far too many digits; expected at most {NUMBER_LIMIT}")
    if value < least:
        raise RecordError(f"{value} is below {least}; expected {least} or more")
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else value


def hexadecimal(value: str) -> str:
    """A digest in hexadecimal, lower case."""
    value = name(value).lower()
    if not _DIGEST.match(value):
        raise RecordError(f"{value[:40]!r} is no digest; expected 16 or more hexadecimal digits")
    return value


def maybe_digest(value: str) -> str:
    """A digest in hexadecimal, or nothing."""
    return hexadecimal(value) if text(value) else ""
