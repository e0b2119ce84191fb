"""Shingles, runs of five words, and the numbers that stand for them: the same in every run and on every machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from zlib import crc32

SIZE = 5
"""Words in a shingle."""
WORD = re.compile(r"[^\W_]+")
"""Letters and digits without a mark between; `didn't` is two, whichever apostrophe it has."""
WINDOW = 4
"""Shingles of which one is kept as a fingerprint: two texts that share eight words in a row share a fingerprint."""
_PLAIN = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))
"""Turns plain bytes into small letters, and all but letters and digits into blanks."""
_MARKS = "“”‘’–—…\u00a0"
"""The marks that most often keep an English text from being plain."""


def encoded(text: str) -> list[bytes]:
    """The words of a text in small letters, as bytes; much faster on plain letters than a search for words."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    if text.isascii():
        return text.encode().translate(_PLAIN).split()
    return [word.lower().encode(errors="replace") for word in WORD.findall(text)]


def shingles(words: Sequence[bytes]) -> list[bytes]:
    """Every five words in a row."""
    return list(map(b" ".join, zip(*(words[at:] for at in range(SIZE)), strict=False)))


def codes(words: Sequence[str]) -> list[int]:
    """A number of 32 bits for each five words in a row: the checksum CRC-32 of their letters.

    Two different shingles among the few hundred of two articles have one code once in some ten thousand pairs; runs are therefore told
    by the words themselves.
    """
    return list(map(crc32, shingles([word.encode(errors="replace") for word in words])))


def wide(code: int, shingle: bytes) -> int:
    """A number of 64 bits for a shingle: its code, then the code of its letters backwards, which a chance agreement of codes leaves apart.

    Wide numbers come in the order of the codes, so those of the least codes are the least.
    """
    return code << 32 | crc32(shingle[::-1])


def fingerprints(found: Sequence[int]) -> frozenset[int]:
    """Some of the codes of a text, chosen so that any shared run of eight words shows: the least of every four in a row.

    That is winnowing (Schleimer, Wilkerson and Aiken 2003), whose guarantee holds whatever the texts.
    """
    if len(found) < WINDOW:
        return frozenset(found)
    return frozenset(map(min, *(islice(found, at, None) for at in range(WINDOW))))
