"""A sentence as its bearing is judged: words, stems, which of them say something, and which are negated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs

from claimtrack.claims.stance.wordlists import listed, openers, phrase_at, stems
from claimtrack.words import SMALL, stem, words

SCOPE = 4
"""Words behind a negator among which the word that it negates is looked for."""
LIGHT = frozenset({"one", "ones"})
"""More words that say nothing by themselves."""
_SAYING_NOTHING = SMALL | LIGHT
ROOT = 5
"""Letters that two long stems must share at their beginning to be taken for one word."""
CACHED = 1 << 11
"""Texts, and parts of them, that are held looked at: some 2,300 bytes each. Texts of one matter are compared soon after each other."""


@attrs.frozen
class Sentence:
    """The words of a text with their stems, worked out once.

    Attributes:
        content: places of the words that say something.
        matter: the stems at these places, less words of time: what the sentence is about.
        negated: places of content words that a negator takes.
        near: places shortly behind a negator, of which it cannot be told whether they are negated as well.
        vocabulary: the words, each once.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: tuple[int, ...]
    matter: frozenset[str]
    negated: frozenset[int]
    near: frozenset[int]
    vocabulary: frozenset[str]

    def find(self, name: str, start: int = 0) -> tuple[tuple[int, int], ...]:
        """Where words and phrases of a class stand, as start and end."""
        return () if self.vocabulary.isdisjoint(openers(name)) else _found(self.words, name, start)

    def of(self, places: Iterable[int]) -> frozenset[str]:
        """The stems at some places that tell what a matter is about."""
        return frozenset([self.stems[at] for at in places if at in self.content]) - stems("time")


@lru_cache(maxsize=CACHED)
def _found(words: tuple[str, ...], name: str, start: int) -> tuple[tuple[int, int], ...]:
    found, at = [], start
    while at < len(words):
        size = phrase_at(name, words, at)
        if size:
            found.append((at, at + size))
        at += size or 1
    return tuple(found)


@lru_cache(maxsize=CACHED)
def sentence(text: str) -> Sentence:
    """A text, looked at."""
    found = tuple(words(text))
    cut = tuple(stem(word) for word in found)
    content = tuple(at for at, word in enumerate(found) if word not in _SAYING_NOTHING and word not in listed("negator"))
    matter = frozenset(cut[at] for at in content) - stems("time")
    starts = tuple(_scopes(found))
    negated = frozenset(at for start in starts for at in _taken(found, start))
    near = frozenset(at for start in starts for at in range(start, start + SCOPE))
    return Sentence(found, cut, content, matter, negated, near, frozenset(found))


def _scopes(found: tuple[str, ...]) -> Iterable[int]:
    """Where the scope of each negator begins, and that of each refusal, behind its to."""
    for at, word in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else ""
        if word in listed("negator"):
            if after not in listed("not-negating") and not (word == "no" and after in ("one", "more")):
                yield at + 1
        elif after == "to" and (word in listed("refusing") or word == "yet"):
            yield at + 2


def _taken(found: tuple[str, ...], start: int) -> Iterable[int]:
    for at in range(start, min(start + SCOPE, len(found))):
        word = found[at]
        if word not in SMALL and word not in listed("adverb") and not word.endswith("ly"):
            yield at
            return


def kin(one: str, other: str) -> bool:
    """Whether two stems are of one word, or so nearly that one word is likely."""
    if one == other:
        return True
    least = min(len(one), len(other))
    return least >= ROOT and one[:ROOT] == other[:ROOT] and one[: least - 1] == other[: least - 1] and abs(len(one) - len(other)) <= 3


def shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The stems of the one that the other has as well, or nearly."""
    exact = one & other
    rest = one - exact
    if not rest:
        return exact
    rooted = _rooted(other)
    return exact | {mine for mine in rest if any(kin(mine, theirs) for theirs in rooted.get(mine[:ROOT], ()))}


@lru_cache(maxsize=CACHED)
def _rooted(found: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Stems by the letters at their beginning that they must share with others to be taken for one word."""
    roots: dict[str, tuple[str, ...]] = {}
    for each in sorted(found):
        if len(each) >= ROOT:
            roots[each[:ROOT]] = (*roots.get(each[:ROOT], ()), each)
    return roots


def covered(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the one's stems that the other has."""
    return len(shared(one, other)) / len(one) if one else 0.0
