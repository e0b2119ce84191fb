"""Which classes of words a word belongs to: listed forms first, then digits, possessives, hyphens and endings."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claimtrack.lexicon import Lexicon, WordClass, lexicon

FOLDER = "framing"
WORD = re.compile(r"[$£€¥]?\d+(?:[.,:]\d+)*%?\w*|[^\W\d_]+(?:['’.-][^\W\d_]+)*|--+|[?!;…—–]|(?<=\s)-(?=\s)")
"""A figure, a word with its hyphens and apostrophes, or a mark that is a cue itself."""
OPEN_FAMILIES = frozenset({"evaluation", "holders"})
"""Families of content words, which in mid-sentence with a capital are part of a name: the Liberty Party."""
UNMARKED = "unmarked"
"""The class of words that are to be no cue, whatever their ending."""
END = ""
"""The key under which a phrase tree keeps the classes of the phrase that ends there."""
CACHED = 1 << 13
SHORTEST_ENDED = 5
"""Shorter words that happen to end in -ed or -ly are not what the ending says: need, only."""

Tree = dict[str, Any]


class Entry(NamedTuple):
    """What the tables say of a word, worked out beforehand for each place that it can stand in.

    Attributes:
        leading: its classes at the head of a sentence; inner, those elsewhere; named, those elsewhere when it is part of a name.
        phrases: the phrases that it begins.
    """

    leading: tuple[WordClass, ...]
    inner: tuple[WordClass, ...]
    named: tuple[WordClass, ...]
    phrases: Tree | None


def _entry(classes: tuple[WordClass, ...], phrases: Tree | None = None) -> Entry:
    inner = tuple(each for each in classes if not each.opening)
    return Entry(classes, inner, tuple(each for each in inner if each.family not in OPEN_FAMILIES), phrases)


class Tables(NamedTuple):
    """The lexicon turned round, from word to classes."""

    small: dict[str, Entry]
    capital: dict[str, Entry]
    suffixes: tuple[tuple[str, Entry], ...]
    year: Entry
    digits: Entry
    negation: Entry


@cache
def tables() -> Tables:
    """The tables of the packaged lexicon."""
    words = lexicon(FOLDER)
    suffixes = tuple((suffix, _entry((each,))) for each in words.classes for suffix in each.suffixes)
    year, digits, negation = (_entry((words[name],)) for name in ("year", "figure-digits", "negation"))
    return Tables(_entries(words, capital=False), _entries(words, capital=True), suffixes, year, digits, negation)


def _entries(words: Lexicon, *, capital: bool) -> dict[str, Entry]:
    classes: dict[str, list[WordClass]] = {}
    trees: dict[str, Tree] = {}
    for each in words.classes:
        if each.capital is capital:
            for word in each.words:
                classes.setdefault(word.capitalize() if capital else word, []).extend(() if each.name == UNMARKED else (each,))
            for phrase in each.phrases:
                _plant(trees, phrase, each)
    return {word: _entry(_heaviest(classes.get(word, [])), trees.get(word)) for word in classes.keys() | trees.keys()}


def _plant(trees: dict[str, Tree], phrase: tuple[str, ...], each: WordClass) -> None:
    tree = trees.setdefault(phrase[0], {})
    for word in phrase[1:]:
        tree = tree.setdefault(word, {})
    tree[END] = (*tree.get(END, ()), each)


def _heaviest(classes: list[WordClass]) -> tuple[WordClass, ...]:
    """The classes of a word; of those that weigh in the author's score only the heaviest, for a word is counted once."""
    weighed = [each for each in classes if each.weight and not each.opening]
    if len(weighed) < 2:
        return tuple(classes)
    kept = max(weighed, key=lambda each: (abs(each.weight), each.name))
    return tuple(each for each in classes if each is kept or each not in weighed)


@lru_cache(maxsize=CACHED)
def entry(word: str) -> Entry | None:
    """What is known of a word as it is written; None for the most, which say nothing."""
    table = tables()
    if word[0].isupper():
        if (found := table.capital.get(word)) is not None:
            return found
        if len(word) > 1 and word.isupper():
            return None  # an acronym: US is not us, WHO is not who
    low = word.lower().replace("’", "'")
    found = table.small.get(low) or _unlisted(low, table)
    return found if found is not None and (found.leading or found.phrases) else None


def _unlisted(low: str, table: Tables) -> Entry | None:
    """What can be told of a word that is on no list."""
    if low[-1:].isdigit() or low[:1].isdigit() or low[0] in "$£€¥":
        return table.year if len(low) == 4 and low.isdigit() and low[:2] in ("17", "18", "19", "20") else table.digits
    if low.endswith("n't"):
        return table.negation
    if low.endswith("'s"):
        return table.small.get(low[:-2])
    if "-" in low[1:-1]:
        return table.small.get(low.rpartition("-")[2]) or _ended(low, table)
    return _ended(low, table)


def _ended(low: str, table: Tables) -> Entry | None:
    if len(low) < SHORTEST_ENDED:
        return None
    return next((made for suffix, made in table.suffixes if low.endswith(suffix)), None)
