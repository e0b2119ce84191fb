"""The days that a text names: years, months, days of the month and weekdays, as values that can be compared."""

from __future__ import annotations

import re
from calendar import monthrange, weekday
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH += r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%s]|[.,]\d)"
_COUNTED = "people|men|women|children|soldiers|troops|police|dead|deaths|homes|houses|jobs|workers|residents|families|students|units"
_COUNTED += (
    "|villagers|victims|percent|per cent|million|billion|thousand|dollars|euros|pounds|yuan|miles|metres|meters|feet|tonnes|tons|hectares"
)
_BEFORE = r"(?:in|since|until|till|by|from|to|during|after|before|through|of|last|this|next|early|late|mid|every|each|and|the|for)"
_LED = rf"(?:(?<![\w])(?i:{_BEFORE})[ -]+(?:mid-)?)"
_HINT = re.compile(r"1[5-9]\d\d|20\d\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
"""What is in each of the shapes below; looked for first, since most texts name no day."""
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"\b(?P<year>1[5-9]\d\d|20\d\d)-(?P<month_number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b",
        rf"(?:\b{_WEEKDAY},? (?:the )?)?\b{_DAY}(?: of)? {_MONTH},? {_YEAR}",
        rf"(?:\b{_WEEKDAY},? )?\b{_MONTH} {_DAY}\b(?:,? {_YEAR})?(?![.,]?\d)",
        rf"(?:\b{_WEEKDAY},? (?:the )?)?\b{_DAY}(?: of)? {_MONTH}\b",
        rf"\b{_MONTH},? {_YEAR}",
        rf"\b{_WEEKDAY}s?\b",
        rf"{_LED}{_MONTH}\b",
        r"\b(?P<month>January|February|April|June|July|August|September|October|November|December)\b",
        rf"{_LED}\b{_YEAR}\b",
        rf"(?<![\w$€£¥.,-]){_YEAR}\b(?![ -](?:{_COUNTED})\b)",
    )
)
"""Ways to name a day, the fullest first; May and March are months only beside a number or after such a word as "last"."""
_FIELDS = ("year", "month", "day", "weekday")


@attrs.frozen(order=True)
class Day:
    """A day, month, year or weekday as it is named, with what is left unsaid as None, and where it stands.

    Attributes:
        month, day: counted from 1.
        weekday: counted from 0, which is Monday.
    """

    year: int | None = attrs.field(default=None, order=lambda value: value or 0)
    month: int | None = attrs.field(default=None, order=lambda value: value or 0)
    day: int | None = attrs.field(default=None, order=lambda value: value or 0)
    weekday: int | None = attrs.field(default=None, order=lambda value: -1 if value is None else value)
    start: int = 0
    end: int = 0


@lru_cache(maxsize=1 << 14)
def days(text: str) -> tuple[Day, ...]:
    """The days that a text names, in its order; what is relative to another day ("yesterday") is none."""
    if not _HINT.search(text):
        return ()
    taken: list[tuple[int, int]] = []
    found: list[Day] = []
    for shape in _SHAPES:
        for match in shape.finditer(text):
            start = min(match.start(name) for name, value in match.groupdict().items() if value)
            if all(match.end() <= first or last <= start for first, last in taken):
                found += _day(match, start)
                taken.append((start, match.end()))
    return tuple(sorted(found, key=lambda each: each.start))


def _day(match: re.Match[str], start: int) -> Iterator[Day]:
    """The day of one match, unless the calendar has none such."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    month = int(parts["month_number"]) if "month_number" in parts else _month(parts.get("month", ""))
    year = int(parts["year"]) if "year" in parts else None
    day = int(parts["day"]) if "day" in parts else None
    named = _WEEKDAYS.index(parts["weekday"].lower()) if "weekday" in parts else None
    if month and day and day > monthrange(year or 2000, month)[1]:
        return
    yield Day(year, month, day, weekday(year, month, day) if year and month and day else named, start, match.end())


def _month(name: str) -> int | None:
    return next((at for at, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3])), None) if name else None


def clash(one: Sequence[Day], other: Sequence[Day]) -> bool:
    """Whether two texts name days that can be compared, and none of the one can be one of the other."""
    verdicts = [_same(mine, theirs) for mine in one for theirs in other]
    return False in verdicts and True not in verdicts


def agree(one: Sequence[Day], other: Sequence[Day]) -> bool:
    """Whether some day of the one can be a day of the other, so far as both say which."""
    return any(_same(mine, theirs) for mine in one for theirs in other)


def _same(one: Day, other: Day) -> bool | None:
    """Whether two days agree in all that both say; None where they say nothing of one kind."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in _FIELDS]
    both = [mine == theirs for mine, theirs in pairs if mine is not None and theirs is not None]
    return all(both) if both else None
