"""Whether a text looks English, by its share of function words."""

from __future__ import annotations

import re
from itertools import islice

SAMPLE = 2_000
"""Words that are looked at; more would not change the answer."""
SHARE = 0.2
"""English prose has 35 to 50 % of these words, headlines about 20 %; its nearest relatives stay under 12 %."""
FOREIGN = 0.12
"""Under this share a text is taken for another language's."""
LEAST = 25
"""Words; shorter texts tell too little of their language."""
LONG = 40_000
"""Characters; the words of a longer text are not all taken before the first are looked at."""
LATIN = "\u024f"
"""The last of the letters that European languages are written in."""
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION = frozenset(
    _WORD.findall(
        """a about after all also an and any are as at be because been before but by can could did do does for from had has have
        he her his how i if in into is it its may more most my no not of on one only or other our out over said she should so some such
        than that the their them then there these they this those to under up was we were what when where which while who will with
        would you your"""
    )
)


def looks_english(text: str) -> bool:
    """Whether enough of the first words are English function words; false for a text without words."""
    words = _first(text)
    return bool(words) and _functional(words) >= SHARE * len(words)


def foreign(stated: str, text: str) -> str:
    """Why a text is not to be read as English; empty where it is, or where it is too short to tell.

    Args:
        stated: the language that its metadata names, as a tag such as `de` or `en-GB`.
        text: its words.
    """
    words = _first(text)
    letters = "".join(words)
    if len(letters) >= LEAST and not letters.isascii() and sum(map(LATIN.__lt__, letters)) > len(letters) / 2:
        return "is not written in Latin letters"
    share = _functional(words) / len(words) if words else 1.0
    if stated and not stated.casefold().startswith("en") and share < SHARE:
        return f"is in {stated} by its own word"
    return "is not English by its words" if len(words) >= LEAST and share < FOREIGN else ""


def _first(text: str) -> list[str]:
    """The words that are looked at."""
    if len(text) <= LONG:
        return _WORD.findall(text)[:SAMPLE]
    return [match[0] for match in islice(_WORD.finditer(text), SAMPLE)]


def _functional(words: list[str]) -> int:
    """How many of the words are English function words."""
    return sum(map(_FUNCTION.__contains__, " ".join(words).casefold().split(" ")))
