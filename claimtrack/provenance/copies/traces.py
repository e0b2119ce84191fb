"""What of one text others are looked for by: codes of its shingles, of its names and numbers, and of what its sentences tell, in bytes."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import accumulate, chain, compress, pairwise
from struct import Struct
from typing import Final
from zlib import crc32

import attrs

from claimtrack.provenance.copies.shingles import fingerprints
from claimtrack.provenance.copies.sketches import KEPT
from claimtrack.provenance.copies.texts import Reading, Text

UNDATED = date.max.toordinal() + 1
"""The day of a text without a date: it comes after all others."""
CODE: Final = "I"
"""The kind of array that codes stand in."""
SIZE = 4
"""Bytes of a code."""
_FRONT = Struct("<IIIIIIII")
"""What stands before the parts of the bytes: day, quotations, and the lengths of prints, rest, terms, cuts, key and outlet."""
_BITS = bytes.maketrans(b"01", b"\0\1")
_EXACT = 1 << 31
Age = tuple[int, str]


@attrs.frozen(kw_only=True, cache_hash=True)
class Traces:
    """What is kept of a text so that others can be compared with it or passed over; some 1.6 KB for 250 words.

    Codes are numbers of 32 bits, in order and packed as `packed` does.

    Attributes:
        key: the article's key.
        outlet: the publisher's key, empty when unknown.
        day: the first day that it may have appeared on, as `date.toordinal` counts, or `UNDATED`.
        exact: whether that is the day itself and not the first of a longer time.
        prints: the codes that it is found by: its fingerprints, and every shingle that it quotes, since quotations are short.
        rest: its other codes.
        own: for each of these codes, prints first, a bit: whether the words are all the article's own.
        marks: codes of its names and numbers.
        terms: codes of what its sentences tell, sentence by sentence; the last bit is set where a term counts as a name or number.
        cuts: how many terms each sentence has.
        quotations: how many quotations of five words or more it has.
    """

    key: str
    outlet: str
    day: int
    exact: bool
    prints: bytes
    rest: bytes
    own: bytes
    marks: bytes
    terms: bytes
    cuts: bytes
    quotations: int

    @property
    def age(self) -> Age:
        """Orders texts by the first day that they may have appeared on, those without a date last, then by their keys."""
        return (self.day, self.key)

    @property
    def codes(self) -> frozenset[int]:
        """The codes of all its shingles."""
        return frozenset(unpacked(self.prints + self.rest))

    @property
    def owned(self) -> frozenset[int]:
        """The codes of words that are all its own."""
        flags = f"{int.from_bytes(self.own, 'little'):b}"[::-1].encode().translate(_BITS)
        return frozenset(compress(unpacked(self.prints + self.rest), flags))

    @property
    def sketch(self) -> tuple[int, ...]:
        """The least of its codes."""
        return least(unpacked(self.prints), unpacked(self.rest))

    @property
    def sentences(self) -> tuple[Sequence[int], ...]:
        """For each sentence that tells something in the article's own words the codes of its terms."""
        terms, ends = unpacked(self.terms), list(accumulate(unpacked(self.cuts), initial=0))
        return tuple(terms[start:end] for start, end in pairwise(ends))

    @property
    def _parts(self) -> tuple[bytes, bytes, bytes, bytes]:
        return self.prints, self.rest, self.terms, self.cuts

    def to_bytes(self) -> bytes:
        """The same in bytes, alike on every machine."""
        key, outlet = self.key.encode(errors="surrogatepass"), self.outlet.encode(errors="surrogatepass")
        day = self.day | _EXACT if self.exact else self.day
        front = _FRONT.pack(day, self.quotations, *map(len, self._parts), len(key), len(outlet))
        return b"".join((front, *map(_ordered, self._parts), key, outlet, self.own, _ordered(self.marks)))

    @classmethod
    def from_bytes(cls, kept: bytes) -> Traces:
        """The traces that `to_bytes` made these bytes of."""
        day, quotations, *lengths = _FRONT.unpack_from(kept)
        flags = -(-(lengths[0] + lengths[1]) // (8 * SIZE))
        ends = [*accumulate((*lengths, flags), initial=_FRONT.size), len(kept)]
        prints, rest, terms, cuts, key, outlet, own, marks = (kept[start:end] for start, end in pairwise(ends))
        return cls(
            key=key.decode(errors="surrogatepass"),
            outlet=outlet.decode(errors="surrogatepass"),
            day=day & ~_EXACT,
            exact=bool(day & _EXACT),
            prints=_ordered(prints),
            rest=_ordered(rest),
            own=own,
            marks=_ordered(marks),
            terms=_ordered(terms),
            cuts=_ordered(cuts),
            quotations=quotations,
        )


class Rows:
    """The codes in kept bytes, each row of them opened when it is looked through, without building the traces.

    Args:
        kept: what `Traces.to_bytes` made.
    """

    __slots__ = ("_kept", "_lengths")

    def __init__(self, kept: bytes) -> None:
        self._kept = kept
        self._lengths = _FRONT.unpack_from(kept)[2:]

    @property
    def prints(self) -> Sequence[int]:
        """The codes that it is found by."""
        return _row(memoryview(self._kept)[_FRONT.size : _FRONT.size + self._lengths[0]])

    @property
    def rest(self) -> Sequence[int]:
        """The other codes of its shingles."""
        start = _FRONT.size + self._lengths[0]
        return _row(memoryview(self._kept)[start : start + self._lengths[1]])

    @property
    def codes(self) -> Sequence[int]:
        """Both."""
        return _row(memoryview(self._kept)[_FRONT.size : _FRONT.size + self._lengths[0] + self._lengths[1]])

    @property
    def marks(self) -> Sequence[int]:
        """The codes of its names and numbers."""
        flags = -(-(self._lengths[0] + self._lengths[1]) // (8 * SIZE))
        return _row(memoryview(self._kept)[_FRONT.size + sum(self._lengths) + flags :])

    @property
    def sketch(self) -> tuple[int, ...]:
        """The least of the codes."""
        return least(self.prints, self.rest)


def carrier(kept: bytes) -> tuple[int, str]:
    """The day and the outlet in what `Traces.to_bytes` made."""
    day, _, *lengths = _FRONT.unpack_from(kept)
    start = _FRONT.size + sum(lengths[:-1])
    return day & ~_EXACT, kept[start : start + lengths[-1]].decode(errors="surrogatepass")


def traces(text: Text) -> Traces:
    """What of one text others are looked for by; a function of this text alone."""
    return traced(Reading(text))


def traced(reading: Reading) -> Traces:
    """The same of a text that was read already."""
    text = reading.text
    prints = fingerprints(reading.codes) | reading.quotes
    rest = reading.all - prints
    told = [sorted(_term(*each) for each in sentence.terms.items()) for sentence in reading.sentences]
    return Traces(
        key=text.key,
        outlet=text.outlet,
        day=text.published.start.toordinal() if text.published else UNDATED,
        exact=text.published is not None and text.published.start == text.published.end,
        prints=packed(prints),
        rest=packed(rest),
        own=_flags(reading.own, (*sorted(prints), *sorted(rest))),
        marks=packed({crc32(mark.encode(errors="replace")) for mark in reading.marks}),
        terms=array(CODE, chain.from_iterable(told)).tobytes(),
        cuts=array(CODE, map(len, told)).tobytes(),
        quotations=len(reading.spoken),
    )


def _term(term: str, counts: float) -> int:
    """The code of a term, its last bit set where it counts more than a plain word."""
    return crc32(term.encode(errors="replace")) & ~1 | (counts > 1)


def _flags(some: Collection[int], codes: Sequence[int]) -> bytes:
    """A bit for each code: whether it is among some."""
    flags = sum(1 << place for place, code in enumerate(codes) if code in some)
    return flags.to_bytes(-(-len(codes) // 8), "little")


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
