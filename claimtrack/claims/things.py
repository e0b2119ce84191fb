"""Words of every day that name one thing, by a list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimtrack.lexicon import lexicon
from claimtrack.words import stem


def thing(word: str) -> str:
    """The name of the class of words that name one thing with this one, by its spelling; empty where there is none."""
    return _things().get(word, "")


def one_thing(one: str, other: str) -> bool:
    """Whether two stems are the same, or those of words that name one thing."""
    return one == other or _stems().get(one, "") == _stems().get(other) != ""


@cache
def _things() -> Mapping[str, str]:
    return {word: each.name for each in lexicon("alike").classes for word in sorted(each.words)}


@cache
def _stems() -> Mapping[str, str]:
    return {stem(word): name for word, name in _things().items()}
