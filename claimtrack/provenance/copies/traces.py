"""What of one text others are looked for by: the codes of its shingles, its names and numbers, and which stems it has, in a few bytes."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from struct import Struct
from typing import Final
from zlib import crc32

import attrs

from claimtrack.provenance.copies.shingles import fingerprints
from claimtrack.provenance.copies.sketches import KEPT
from claimtrack.provenance.copies.texts import Reading, Text

BITS = 1024
"""Bits of the map that says which stems a text has."""
UNDATED = date.max.toordinal() + 1
"""The day of a text without a date: it comes after all others."""
CODE: Final = "I"
"""The kind of array that codes stand in: 32 bits each."""
_FRONT = Struct("<IIIIIII")
"""What stands before the parts of the bytes: the day, sentences, stems, and how long the key, the outlet, the prints and the rest are."""
_EXACT = 1 << 31
Age = tuple[int, str]


@attrs.frozen(kw_only=True)
class Traces:
    """What is kept of a text so that others can be compared with it or passed over; some 1.3 KB for 250 words.

    Attributes:
        key: the article's key.
        outlet: the publisher's key, empty when unknown.
        day: the first day that it may have appeared on, as `date.toordinal` counts, or `UNDATED`.
        exact: whether that is the day itself and not the first of a longer time.
        prints: the codes that it is found by, in order: its fingerprints, and every shingle that it quotes, since quotations are short.
        rest: its other codes, in order.
        marks: codes of its names and numbers, in order.
        sentences: how many tell something in the article's own words.
        stems: how many stems, names and numbers these have.
        stemmed: a map of `BITS` bits, in which each of these has set one.
    """

    key: str
    outlet: str
    day: int
    exact: bool
    prints: bytes
    rest: bytes
    marks: bytes
    sentences: int
    stems: int
    stemmed: bytes

    @property
    def age(self) -> Age:
        """Orders texts by the first day that they may have appeared on, those without a date last, then by their keys."""
        return (self.day, self.key)

    @property
    def codes(self) -> frozenset[int]:
        """The codes of all its shingles."""
        return frozenset(unpacked(self.prints + self.rest))

    @property
    def sketch(self) -> tuple[int, ...]:
        """The least of its codes."""
        return least(unpacked(self.prints), unpacked(self.rest))

    def to_bytes(self) -> bytes:
        """The same in bytes, alike on every machine."""
        key, outlet = self.key.encode(errors="surrogatepass"), self.outlet.encode(errors="surrogatepass")
        day = self.day | _EXACT if self.exact else self.day
        front = _FRONT.pack(day, self.sentences, self.stems, len(key), len(outlet), len(self.prints), len(self.rest))
        return b"".join((front, _ordered(self.prints), _ordered(self.rest), self.stemmed, key, outlet, _ordered(self.marks)))

    @classmethod
    def from_bytes(cls, kept: bytes) -> Traces:
        """The traces that `to_bytes` made these bytes of."""
        day, sentences, stems, key, outlet, prints, rest = _FRONT.unpack_from(kept)
        ends = [_FRONT.size]
        for length in (prints, rest, BITS // 8, key, outlet):
            ends.append(ends[-1] + length)
        parts = [kept[start:end] for start, end in zip(ends, [*ends[1:], len(kept)], strict=True)]
        return cls(
            key=parts[3].decode(errors="surrogatepass"),
            outlet=parts[4].decode(errors="surrogatepass"),
            day=day & ~_EXACT,
            exact=bool(day & _EXACT),
            prints=_ordered(parts[0]),
            rest=_ordered(parts[1]),
            marks=_ordered(parts[5]),
            sentences=sentences,
            stems=stems,
            stemmed=parts[2],
        )


@attrs.frozen
class Rows:
    """The codes in kept bytes, to be looked through without building the traces."""

    prints: Sequence[int]
    rest: Sequence[int]
    marks: Sequence[int]

    @classmethod
    def of(cls, kept: bytes) -> Rows:
        """The codes in what `Traces.to_bytes` made."""
        _, _, _, key, outlet, prints, rest = _FRONT.unpack_from(kept)
        second = _FRONT.size + prints
        last = second + rest + BITS // 8 + key + outlet
        seen = memoryview(kept)
        return cls(_row(seen[_FRONT.size : second]), _row(seen[second : second + rest]), _row(seen[last:]))

    @property
    def sketch(self) -> tuple[int, ...]:
        """The least of the codes."""
        return least(self.prints, self.rest)


def carrier(kept: bytes) -> tuple[int, str]:
    """The day and the outlet in what `Traces.to_bytes` made."""
    day, _, _, key, outlet, prints, rest = _FRONT.unpack_from(kept)
    start = _FRONT.size + prints + rest + BITS // 8 + key
    return day & ~_EXACT, kept[start : start + outlet].decode(errors="surrogatepass")


def traces(text: Text) -> Traces:
    """What of one text others are looked for by; a function of this text alone."""
    return traced(Reading(text))


def traced(reading: Reading) -> Traces:
    """The same of a text that was read already."""
    text = reading.text
    prints = fingerprints(reading.codes) | reading.quotes
    return Traces(
        key=text.key,
        outlet=text.outlet,
        day=text.published.start.toordinal() if text.published else UNDATED,
        exact=text.published is not None and text.published.start == text.published.end,
        prints=packed(prints),
        rest=packed(reading.all - prints),
        marks=packed({crc32(mark.encode(errors="replace")) for mark in reading.marks}),
        sentences=len(reading.sentences),
        stems=len(reading.stems),
        stemmed=_mapped(reading.stems),
    )


def packed(codes: Iterable[int]) -> bytes:
    """Some codes in order."""
    return array(CODE, sorted(codes)).tobytes()


def unpacked(codes: bytes) -> Sequence[int]:
    """The codes that were packed, without copying them."""
    return memoryview(codes).cast(CODE)


def least(prints: Sequence[int], rest: Sequence[int]) -> tuple[int, ...]:
    """The few least of some codes that stand in two rows, each in order (bottom-k; Cohen and Kaplan 2007)."""
    return tuple(sorted((*prints[:KEPT], *rest[:KEPT]))[:KEPT])


def _row(codes: memoryview) -> Sequence[int]:
    return codes.cast(CODE) if sys.byteorder == "little" else unpacked(_ordered(bytes(codes)))


def _ordered(codes: bytes) -> bytes:
    """Codes in the order of bytes that is kept, which is that of most machines."""
    if sys.byteorder == "little":
        return codes
    turned = array(CODE, codes)
    turned.byteswap()
    return turned.tobytes()


def _mapped(stems: Iterable[str]) -> bytes:
    found = 0
    for stem in stems:
        found |= 1 << crc32(stem.encode(errors="replace")) % BITS
    return found.to_bytes(BITS // 8, "little")
