"""The word lists of stance, turned into what is looked up: words, stems, phrases and pairs of opposites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from claimtrack.lexicon import lexicon
from claimtrack.words import stem

FOLDER = "stance"
Phrase = tuple[str, ...]


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a class as they are written."""
    return lexicon(FOLDER)[name].words


@cache
def stems(name: str) -> frozenset[str]:
    """The stems of the words of a class."""
    return frozenset(stem(word) for word in listed(name))


@cache
def phrases(name: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of a class by their first word, the longest first."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(lexicon(FOLDER)[name].phrases, key=lambda each: (-len(each), each)):
        found[phrase[0]].append(phrase)
    return {first: tuple(each) for first, each in found.items()}


@cache
def openers(name: str) -> frozenset[str]:
    """The words of a class, and those with which its phrases begin."""
    return listed(name) | phrases(name).keys()


def phrase_at(name: str, words: Sequence[str], at: int) -> int:
    """How many words a phrase of a class, or one of its words, takes at a place; 0 for none."""
    for phrase in phrases(name).get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return int(words[at] in listed(name))


@cache
def opposites() -> Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """For each stem the rows that it stands in: the stems on its own side, and those that it excludes."""
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
    for row in sorted(lexicon(FOLDER)["opposites"].phrases):
        middle = row.index("/")
        one, other = (frozenset(stem(word) for word in side) for side in (row[:middle], row[middle + 1 :]))
        for side, against in ((one, other), (other, one)):
            for each in sorted(side):
                found[each].append((side, against))
    return {each: tuple(rows) for each, rows in found.items()}
