"""Shingles, runs of five words, and the numbers that stand for them: the same in every run and on every machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import islice
from zlib import crc32

SIZE = 5
"""Words in a shingle."""
WORD = re.compile(r"[^\W_]+")
"""Letters and digits without a mark between; `didn't` is two, whichever apostrophe it has."""
WINDOW = 4
"""Shingles of which one is kept as a fingerprint: two texts that share eight words in a row share a fingerprint."""


def spelled(text: str) -> list[str]:
    """The words of a text in small letters."""
    return WORD.findall(text.lower())


def shingles(words: Sequence[str]) -> list[bytes]:
    """Every five words in a row, as bytes."""
    encoded = " ".join(words).encode(errors="replace").split(b" ") if words else []
    return list(map(b" ".join, zip(*(islice(encoded, at, None) for at in range(SIZE)), strict=False)))


def codes(words: Sequence[str]) -> list[int]:
    """A number of 32 bits for each five words in a row: the checksum CRC-32 of their letters.

    Two different shingles among the few thousand of two articles have one code once in some hundred pairs; what is told of a pair is
    therefore checked on the words.
    """
    return list(map(crc32, shingles(words)))


def wide(code: int, shingle: bytes) -> int:
    """A number of 64 bits for a shingle: its code, then 32 bits of BLAKE2b, so that wide numbers come in the order of the codes."""
    return code << 32 | int.from_bytes(blake2b(shingle, digest_size=4).digest())


def fingerprints(found: Sequence[int]) -> frozenset[int]:
    """Some of the codes of a text, chosen so that any shared run of eight words shows: the least of every four in a row.

    That is winnowing (Schleimer, Wilkerson and Aiken 2003), whose guarantee holds whatever the texts.
    """
    if len(found) < WINDOW:
        return frozenset(found)
    return frozenset(map(min, *(islice(found, at, None) for at in range(WINDOW))))
