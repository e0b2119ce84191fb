"""Names compared: other spellings of one name, initials, acronyms, and how surely two names are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CACHED = 1 << 14
"""Words that are kept as they are compared."""
_SPELLINGS = (
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("kh", "h"),
    ("ph", "f"),
    ("zh", "j"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("w", "v"),
    ("q", "k"),
    ("iy", "i"),
    ("yi", "i"),
    ("ey", "i"),
    ("ei", "i"),
    ("ij", "i"),
    ("ii", "i"),
    ("ye", "e"),
    ("y", "i"),
)
"""Letters that romanizations of one name write in several ways; each is put into one of them."""
_CASE = re.compile(r"c(?!h)")
_DOUBLED = re.compile(r"(\w)\1+")
_VOWELS = re.compile(r"(?<!^)[aeiou]")
_INITIAL = re.compile(r"[a-z]\Z")
SPELLED, INITIALS, LAST_ONLY, SOUND = 0.9, 0.7, 0.5, 0.6
"""How surely two names are one that differ in romanization, by an initial, by a missing given name, in their vowels."""


@lru_cache(maxsize=CACHED)
def plain(word: str) -> str:
    """A word in small letters without accents, marks and stops."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(maxsize=CACHED)
def respelled(word: str) -> str:
    """A word as any of its usual romanizations would write it: Sergei, Sergey and Sergej become one."""
    letters = plain(word)
    for written, kept in _SPELLINGS:
        letters = letters.replace(written, kept)
    return _DOUBLED.sub(r"\1", _CASE.sub("k", letters))


def same_person(one: str, other: str) -> bool:
    """Whether two full names of one text are surely one person's: one ends with the other, or the given names are spellings or initials."""
    first, second = ([plain(part) for part in name.split()] for name in (one, other))
    shorter, longer = sorted((first, second), key=len)
    if longer[len(longer) - len(shorter) :] == shorter or longer[: len(shorter)] == shorter:
        return True
    if first[-1] != second[-1]:
        return False
    given, also = one.split()[0], other.split()[0]
    return respelled(given) == respelled(also) or _initial(given, also)


def likeness(one: str, other: str) -> float:
    """How surely two names of persons, from different texts, are one: 0 to 1.

    0.9 for two romanizations, 0.7 for an initial, 0.6 for given names that differ in vowels only, 0.5 where one has no given name.
    """
    first, second = one.split(), other.split()
    if not first or not second or respelled(first[-1]) != respelled(second[-1]):
        return 0.0
    if min(len(first), len(second)) == 1:
        return LAST_ONLY if len(first) != len(second) else SPELLED
    if respelled(first[0]) == respelled(second[0]):
        return SPELLED
    if _initial(first[0], second[0]):
        return INITIALS
    sound, also = (_VOWELS.sub("", respelled(name[0])) for name in (first, second))
    return SOUND if sound == also and len(sound) > 2 else 0.0


def _initial(one: str, other: str) -> bool:
    """Whether one of two given names is the initial of the other."""
    short, long = sorted((plain(one), plain(other)), key=len)
    return bool(_INITIAL.match(short)) and len(long) > 1 and long.startswith(short)


def acronym_of(short: str, long: str) -> str:
    """The end of a stretch of words that an acronym stands for, by its initials; empty where it fits none.

    Small words such as `of` may be left out; the letters of hyphenated words count.
    """
    words = long.split()
    for start in _capitals(words):
        if _spells(short, _initials(words[start:])):
            return " ".join(words[start:])
    return ""


def initials_of(long: str) -> tuple[str, ...]:
    """The capital initials of the ends of a stretch of words; an acronym that stands for one of them has these in this order."""
    words = long.split()
    return tuple(sorted({"".join(filter(str.isupper, _initials(words[start:]))) for start in _capitals(words)}))


def _capitals(words: list[str]) -> list[int]:
    """Where among words those with a capital stand, the last first."""
    return [start for start in range(len(words) - 1, -1, -1) if words[start][:1].isupper()]


def _initials(words: list[str]) -> list[str]:
    return [part[0] for word in words for part in re.split(r"[-’']", word) if part]


def _spells(short: str, initials: list[str]) -> bool:
    """Whether the letters are the initials, small ones left out at will."""
    letters = [letter for letter in short if letter.isupper()]
    place = 0
    for initial in initials:
        if place < len(letters) and initial.upper() == letters[place]:
            place += 1
        elif initial.isupper():
            return False
    return place == len(letters) >= 2
