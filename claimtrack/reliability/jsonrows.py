"""Rows in JSON: a list of objects, an object of such, or one object a line; each with the line it stands on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimtrack.errors import Fault

_BLANK = " \t\r\n"
DEEP = "nested too deep"
Found = Iterator[tuple[int, Mapping[str, Any]] | Fault]


def json_lines(text: str, name: str) -> Found:
    """One object a line (JSON Lines)."""
    for at, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _row(json.loads(line), "", name, at)
        except (ValueError, RecursionError) as error:
            yield Fault(name, at, "", f"no JSON: {_reason(error)}")


def json_rows(text: str, name: str, inside: str, marks: Iterable[str], outer: dict[str, Any]) -> Found:
    """The rows of a list, or of an object by their keys; of several objects one behind the other each is a row.

    Args:
        text: the document.
        name: what to call it in faults.
        inside: the key of the entry of the outermost object that holds the rows.
        marks: keys of which one makes a lone object a row and no collection of rows.
        outer: takes the other entries, where there are rows inside.
    """
    lines = _Lines(text)
    try:
        at = _skip(text, 0)
        if text[at] == "{" and _is_lines(text, at, marks):
            yield from json_lines(text, name)
            return
        if text[at] == "{" and inside and (place := _entry(text, at, inside, outer)):
            at = place
        for place, key, value in _items(text, at):
            yield _row(value, key, name, lines.at(place))
    except json.JSONDecodeError as error:
        yield Fault(name, error.lineno, "", f"no JSON from here on: {error.msg}")
    except (RecursionError, ValueError) as error:
        yield Fault(name, lines.last + 1, "", f"no JSON from here on: {_reason(error)}")


def _reason(error: Exception) -> str:
    return DEEP if isinstance(error, RecursionError) else getattr(error, "msg", str(error)[:80])


def _row(value: Any, key: str, name: str, line: int) -> tuple[int, Mapping[str, Any]] | Fault:
    """An object as a row; the key it stands under is its domain unless it names one, and a plain value under a key is its mark."""
    if isinstance(value, dict):
        return line, ({"domain": key, **value} if key else value)
    if key and isinstance(value, str | int | float) and not isinstance(value, bool):
        return line, {"domain": key, "value": value}
    return Fault(name, line, "", f"expected an object, found {type(value).__name__}")


class _Lines:
    """Counts lines on the way through a text; places are asked for in their order."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self.last = text, 0, 1

    def at(self, place: int) -> int:
        """The line of a place."""
        self.last += self._text.count("\n", self._at, place)
        self._at = place
        return self.last


def _skip(text: str, at: int) -> int:
    """The next place that is not blank.

    Raises:
        json.JSONDecodeError: at the end of the text.
    """
    while at < len(text) and text[at] in _BLANK:
        at += 1
    if at == len(text):
        raise json.JSONDecodeError("ends too early", text, at)
    return at


def _is_lines(text: str, at: int, marks: Iterable[str]) -> bool:
    """Whether the first object is a row by itself: others follow, or it has a plain value under one of some keys."""
    try:
        value, end = json.JSONDecoder().raw_decode(text, at)
    except (ValueError, RecursionError):
        first = text[at:].partition("\n")[0].strip()
        return first.startswith("{") and first.endswith("}") and "\n{" in text
    more = text[end:].strip()
    return bool(more) or any(key in value and not isinstance(value[key], dict | list) for key in marks)


def _items(text: str, at: int) -> Iterator[tuple[int, str, Any]]:
    """The elements of a list or the entries of an object, one after the other, with place and key."""
    decode = json.JSONDecoder().raw_decode
    keyed, at = text[at] == "{", at + 1
    if text[at - 1] not in "[{":
        raise json.JSONDecodeError("expected a list or an object", text, at - 1)
    while text[at := _skip(text, at)] not in "]}":
        place, key = at, ""
        if keyed:
            key, at = decode(text, at)
            at = _after(text, at, ":")
        value, at = decode(text, _skip(text, at))
        yield place, str(key), value
        if text[at := _skip(text, at)] not in "]}":
            at = _after(text, at, ",")


def _after(text: str, at: int, mark: str) -> int:
    """The place behind a mark that has to stand here."""
    at = _skip(text, at)
    if text[at] != mark:
        raise json.JSONDecodeError(f"expected {mark!r}", text, at)
    return at + 1


def _entry(text: str, at: int, inside: str, outer: dict[str, Any]) -> int:
    """The place of the value under a key of the object here, its other entries being taken down; 0 when it has none."""
    found = 0
    for place, key, value in _items(text, at):
        if key == inside:
            found = _skip(text, _after(text, json.JSONDecoder().raw_decode(text, place)[1], ":"))
        elif not isinstance(value, dict | list):
            outer[key] = value
    return found
