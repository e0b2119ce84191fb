"""The words of a text as they are compared: in small letters, numbers in one spelling, cut to their stems."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from claimtrack.lexicon import VOWELS, irregular

_SMALL_WORDS = """
    a about above after again against all also am an and any are as at be because been before being below between both but by can could
    did do does doing down during each few for from further get got had has have having he her here hers him his how i if in into is it
    its itself just me more most my n't no nor not now of off on once only or other our out over own per same shall she should so some
    such than that the their them then there these they this those through to too under until up upon us very was we were what when
    where which while who whom why will with would you your yet s t
"""
SMALL = frozenset(_SMALL_WORDS.split())
"""Words that many sentences share whatever they say."""
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])|n['’]t\b|[^\W_]+(?:['’][^\W\d_]+)*")
_UNEVEN = re.compile("[İıſ\u212a]")
"""Letters that a pattern which ignores case takes for an i, an s or a k, though they are none in small letters."""
_ENDS = ("'s", "’s", "'", "’")
_ODD = """
    said:say met:meet used:use using:use died:die dying:die men:man women:woman children:child lives:life wives:wife deaths:death
    mice:mouse feet:foot teeth:tooth crises:crisis media:media
"""
_STEMS = dict(pair.split(":") for pair in _ODD.split())
_LEAST = 3
"""Letters that must be left of a word when an ending is taken off."""


def in_small(text: str) -> str | None:
    """A text in small letters in which a pattern of small letters finds what it finds in the text itself when it ignores case.

    Every letter stands where it stood. None where there is no such text, for a few letters that are like no others.
    """
    small = text.lower()
    return small if text.isascii() or (len(small) == len(text) and not _UNEVEN.search(text)) else None


def words(text: str) -> list[str]:
    """The words of a text in small letters, in order; `1,200` is `1200`, `U.S.` is `u.s`, `Rusk's` is `rusk`, `didn't` is `did n't`."""
    return list(chain.from_iterable(map(_spelled, _WORD.findall(text))))


@lru_cache(maxsize=1 << 17)
def _spelled(token: str) -> tuple[str, ...]:
    """A word as it stands in a text, as it is compared."""
    word = token.lower()
    if word[0].isdigit():
        return (_number(word),)
    if word.endswith(("n't", "n’t")):
        return (word[:-3], "n't") if len(word) > 3 else ("n't",)
    return (_bare(word),)


def _number(word: str) -> str:
    """A number without marks between its thousands."""
    head, _, last = word.rpartition(",")
    return word.replace(",", "") if head and len(last) == 3 else word


def _bare(word: str) -> str:
    for end in _ENDS:
        if word.endswith(end) and len(word) > len(end):
            return word[: -len(end)]
    return word.rstrip(".")


def content(text: str) -> list[str]:
    """The stems of the words that say something, in order."""
    return [stem(word) for word in words(text) if word not in SMALL]


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """What is left of an English word without its inflection and its commonest endings; irregular pasts become their verb.

    The cuts follow the first steps of Porter (1980), made shorter: plurals, -ed and -ing, -ly, and the endings that turn a verb or an
    adjective into a noun. The stem of a word need not be a word.
    """
    word = irregular(_STEMS.get(word, word))
    if len(word) <= _LEAST or not word.isalpha():
        return word
    for cut in (_plural, _past, _adverb, _noun, _noun, _last):
        word = cut(word)
    return word


def _plural(word: str) -> str:
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _past(word: str) -> str:
    for end in ("ed", "ing"):
        left = word[: -len(end)]
        if word.endswith(end) and len(left) >= _LEAST and not VOWELS.isdisjoint(left):
            if word.endswith("eed"):
                return word[:-1]
            return left[:-1] if left[-1] == left[-2] and left[-1] not in "lsz" else left
    return word


def _adverb(word: str) -> str:
    return word[:-2] if word.endswith("ly") and len(word) > 5 else word


_NOUNS = (
    "ization",
    "isation",
    "ations",
    "ation",
    "ition",
    "ments",
    "ment",
    "ness",
    "ance",
    "ence",
    "ise",
    "ize",
    "is",
    "iz",
    "ion",
    "ity",
    "er",
    "or",
)


def _noun(word: str) -> str:
    for end in _NOUNS:
        if word.endswith(end) and len(word) - len(end) >= _LEAST + (len(end) < 4):
            return word[: -len(end)]
    return word


def _last(word: str) -> str:
    """A last silent e, a doubled consonant, and y for i."""
    if word.endswith("e") and len(word) > _LEAST:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _LEAST and word[-2] not in VOWELS else word
