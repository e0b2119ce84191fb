"""The scales that ratings are given on: how a mark is spelled, and which marks there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from claimtrack.errors import RecordError, did_you_mean, near_names
from claimtrack.model.terms import Letter

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\Z")
_MBFC = ("very high", "high", "mostly factual", "mixed", "low", "very low")
_WIKIPEDIA = ("generally reliable", "no consensus", "generally unreliable", "deprecated", "blacklisted")

SLIP = 0.8
"""Likeness from which the name of a scale is taken for a slip of the hand."""
Spelling = Callable[[str], str]
"""From a mark as it stands in a file to the mark as it is recorded; raises RecordError for what is none."""


def _number(most: int) -> Spelling:
    """A number from 0 to `most`, in the digits that the file has."""

    def read(value: str) -> str:
        if not _NUMBER.match(value):
            raise RecordError(f"{value[:40]!r} is no number; expected one from 0 to {most}, with a point")
        if not 0 <= float(value) <= most:
            raise RecordError(f"{value[:40]} is out of range; expected a number from 0 to {most}")
        return value

    return read


def _word(*words: str) -> Spelling:
    """One of the rater's words, whatever its capitals, with hyphens or blanks."""

    def read(value: str) -> str:
        found = " ".join(re.split(r"[\s_-]+", value.strip())).casefold()
        if found not in words:
            near = did_you_mean(near_names(found, words)) or f"; expected {', '.join(words)}"
            raise RecordError(f"{value[:40]!r} is no mark of this scale{near}")
        return found

    return read


def _letter(value: str) -> str:
    """A letter of the Admiralty code (NATO STANAG 2511)."""
    if value.upper() not in Letter.__members__:
        raise RecordError(f"{value[:40]!r} is no letter of the Admiralty code; expected A to F")
    return value.upper()


def _percent(value: str) -> str:
    """A number from 0 to 100, with or without its sign."""
    return _number(100)(value.removesuffix("%").rstrip())


SCALES: Mapping[str, Spelling] = MappingProxyType(
    {
        "admiralty": _letter,
        "mbfc": _word(*_MBFC),
        "percent": _percent,
        "score": _number(1),
        "wikipedia": _word(*_WIKIPEDIA),
    }
)
"""The scales we know: letters A to F, numbers from 0 to 1 or 100, and the words of two raters, best first."""


def spelled(scale: str, value: str) -> str:
    """A mark as it is recorded; one on a scale of somebody's own is kept as it is.

    Raises:
        RecordError: when the scale has no such mark, or its name is that of a known one but for a slip.
    """
    known = SCALES.get(scale.casefold())
    if known:
        return known(value)
    if near := _meant(scale[:40]):
        raise RecordError(f"there is no scale {scale[:40]!r}; did you mean {near!r}? Give a scale of your own another name")
    return value


@lru_cache(maxsize=1 << 8)
def _meant(scale: str) -> str:
    """The known scale whose name this is but for a slip; empty for a name of its own."""
    return next(iter(get_close_matches(scale.casefold(), list(SCALES), n=1, cutoff=SLIP)), "")
