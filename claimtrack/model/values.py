"""The small values that records hold: periods, spans, anchors, links, makers, cited facts."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, ClassVar

import attrs

from claimtrack.errors import RecordError
from claimtrack.model.base import distinct, keys, listed, maybe_digest, name, named, text, whole
from claimtrack.model.terms import Basis, Certainty, FactKind, MakerKind, NoticeKind

DIGEST_BYTES = 8
FRAGMENT_LIMIT = 300
CUE_WORDS = 6
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def digest(words: str) -> str:
    """The digest of the exact words: BLAKE2b, 64 bits in hexadecimal, of their UTF-8 bytes."""
    return blake2b(words.encode(errors="surrogatepass"), digest_size=DIGEST_BYTES).hexdigest()


@attrs.frozen(order=True)
class Period:
    """A stretch of days, both ends included; one day when they are the same.

    Its spelling is that of ISO 8601-2 (EDTF, level 0): `2021-10-20`, `2021-10`, `2021`, or two of these with a slash between.
    """

    spelled: ClassVar[bool] = True
    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise RecordError(f"the period ends on {self.end}, before it starts on {self.start}")

    @classmethod
    def parse(cls, spelling: str | date) -> Period:
        """Read a spelling, or take a day as it is.

        Raises:
            RecordError: when it is no date of the calendar, or the end lies before the start.
        """
        if isinstance(spelling, datetime):
            raise RecordError(f"{spelling} has a time of day; a period is made of whole days")
        if isinstance(spelling, date):
            return cls(spelling, spelling)
        first, slash, last = name(spelling).partition("/")
        start, end = _days(first)
        return cls(start, _days(last)[1] if slash else end)

    def __str__(self) -> str:
        if self.start == self.end:
            return self.start.isoformat()
        if (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31):
            return f"{self.start.year:04}" if self.start.year == self.end.year else f"{self.start.year:04}/{self.end.year:04}"
        month = (self.start.year, self.start.month) == (self.end.year, self.end.month)
        if month and self.start.day == 1 and self.end.day == monthrange(self.end.year, self.end.month)[1]:
            return self.start.isoformat()[:7]
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def _days(spelling: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    match = _DATE.match(spelling)
    if not match:
        raise RecordError(f"{spelling[:40]!r} is no date; write 2021-10-20, 2021-10, 2021, or two of these with / between")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        return first, date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError as error:
        raise RecordError(f"{spelling!r} is no day of the calendar ({error})") from error


def period(value: Period | str | date) -> Period:
    """A period, from itself, a spelling or a day."""
    return value if isinstance(value, Period) else Period.parse(value)


def periods(values: Iterable[Period | str | date]) -> tuple[Period, ...]:
    """A set of periods in the order of time."""
    return distinct([period(value) for value in listed(values)])


@attrs.frozen(order=True, field_transformer=named, weakref_slot=False)
class Span:
    """A stretch of an article's clean text: offsets in code points, the end not included."""

    start: int = attrs.field(converter=whole)
    end: int = attrs.field(converter=whole)

    def __attrs_post_init__(self) -> None:
        ordered(self.start, self.end)


def ordered(start: int, end: int) -> None:
    """Refuse a stretch that ends before or where it starts."""
    if end <= start:
        raise RecordError(f"ends at {end}, which is not after its start at {start}", "end")


def cue_text(value: str) -> str:
    """The words of a cue, if given: short, since no sentence of an article is kept."""
    words = " ".join(text(value).split())
    if len(words.split()) > CUE_WORDS:
        raise RecordError(f"{len(words.split())} words where a cue has at most {CUE_WORDS}; give offsets alone")
    return words


@attrs.frozen(order=True, kw_only=True, field_transformer=named)
class Cue:
    """The words that attribute or frame a statement, such as "said" or "according to", at their place."""

    start: int = attrs.field(converter=whole)
    end: int = attrs.field(converter=whole)
    text: str = attrs.field(default="", converter=cue_text)

    def __attrs_post_init__(self) -> None:
        ordered(self.start, self.end)


def fragment(value: str) -> str:
    """A text fragment directive, if given, without its `#:~:text=`, percent-encoded as it goes into a link."""
    value = text(value)
    if len(value) > FRAGMENT_LIMIT or " " in value:
        raise RecordError(f"{value[:40]!r} is no text fragment; expected words percent-encoded, up to {FRAGMENT_LIMIT} characters")
    return value


@attrs.frozen(order=True, kw_only=True, field_transformer=named, weakref_slot=False)
class Anchor:
    """Where a statement stands: offsets in the clean text, a digest of the exact words, a text fragment for the live page.

    Attributes:
        start, end: code points into the clean text, end not included.
        digest: BLAKE2b, 64 bits, of the words between.
        fragment: what follows `#:~:text=` in a link to the place (WICG Text Fragments).
    """

    start: int = attrs.field(converter=whole)
    end: int = attrs.field(converter=whole)
    digest: str = attrs.field(default="", converter=maybe_digest)
    fragment: str = attrs.field(default="", converter=fragment)

    def __attrs_post_init__(self) -> None:
        ordered(self.start, self.end)


@attrs.frozen(order=True, kw_only=True, field_transformer=named)
class Maker:
    """Who made a record (prov:Agent): a person, or a program with its version."""

    name: str = attrs.field(converter=name)
    kind: MakerKind = attrs.field(default=MakerKind.PERSON, order=str)
    version: str = attrs.field(default="", converter=text)
    on: Period | None = attrs.field(default=None, converter=attrs.converters.optional(period), order=str)


@attrs.frozen(kw_only=True, order=True, field_transformer=named)
class Citation:
    """Where a fact can be looked up: a title or address, and the day it was read or published."""

    source: str = attrs.field(converter=name)
    url: str = attrs.field(default="", converter=text)
    on: Period | None = attrs.field(default=None, converter=attrs.converters.optional(period), order=str)


@attrs.frozen(kw_only=True, order=True, field_transformer=named)
class CitedFact:
    """A fact about an outlet that somebody can check: what it is about, what it says, and where it stands."""

    about: FactKind = attrs.field(order=str)
    value: str = attrs.field(converter=name)
    cited: Citation
    on: Period | None = attrs.field(default=None, converter=attrs.converters.optional(period), order=str)


@attrs.frozen(kw_only=True, order=True, field_transformer=named)
class Post:
    """An office that a speaker holds, with the organization and the time where known."""

    title: str = attrs.field(converter=name)
    organization: str = attrs.field(default="", converter=text)
    on: Period | None = attrs.field(default=None, converter=attrs.converters.optional(period), order=str)


@attrs.frozen(kw_only=True, order=True, field_transformer=named)
class Notice:
    """What an article says of its own descent; `cites` names outlets and documents by key or name."""

    kind: NoticeKind = attrs.field(order=str)
    cites: tuple[str, ...] = attrs.field(default=(), converter=keys)
    span: Span | None = attrs.field(default=None, order=str)
    note: str = attrs.field(default="", converter=text)


@attrs.frozen(kw_only=True, order=True, field_transformer=named)
class Dating:
    """When an article appeared, and how that is known."""

    on: Period = attrs.field(converter=period)
    basis: Basis = attrs.field(default=Basis.STATED, order=str)
    note: str = attrs.field(default="", converter=text)


def holders(values: Iterable[str]) -> tuple[str, ...]:
    """The holders of one link: at least one."""
    held = keys(values)
    if not held:
        raise RecordError("a link of a chain needs a holder")
    return held


@attrs.frozen(kw_only=True, order=True, field_transformer=named)
class Link:
    """One step of a chain of attribution; several holders speak side by side, not one through the other."""

    holders: tuple[str, ...] = attrs.field(converter=holders)
    certainty: Certainty = attrs.field(default=Certainty.CERTAIN, order=str)


def link(value: Any) -> Link:
    """A link, from itself, one holder's name or a list of names."""
    if isinstance(value, Link):
        return value
    return Link(holders=(value,) if isinstance(value, str) else value)


@lru_cache(maxsize=1 << 14)
def _kept(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links as they were met first, since the same few stand in many statements."""
    return links


def chain(values: Iterable[Any]) -> tuple[Link, ...]:
    """A chain of attribution from the article inwards.

    Raises:
        RecordError: when a holder stands in it twice, since nobody is quoted through himself.
    """
    links = _kept(tuple([link(value) for value in listed(values)]))
    seen: set[str] = set()
    for step in links:
        for holder in step.holders:
            if holder in seen:
                raise RecordError(f"the chain comes back to {holder!r}; name each holder once")
            seen.add(holder)
    return links
