"""Words and phrases of every day that name one thing or say the same, by a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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


def turns_of_phrase(found: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """The classes with phrases that some words have a phrase or a word of, each with these words: `broke out` and `started` are of one."""
    told: dict[str, set[str]] = defaultdict(set)
    for at, word in enumerate(found):
        for name, phrase in _phrases().get(word, ()):
            if tuple(found[at : at + len(phrase)]) == phrase:
                told[name].update(phrase)
    return {name: frozenset(words) for name, words in told.items()}


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """What the classes with phrases hold, by the first word, each with the name of its class; a word is a phrase of one."""
    held: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for each in lexicon("alike").classes:
        for phrase in sorted((*each.phrases, *((word,) for word in each.words))) if each.phrases else ():
            held[phrase[0]].append((each.name, phrase))
    return {word: tuple(phrases) for word, phrases in held.items()}
