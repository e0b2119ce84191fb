"""Dates as they are spelled in mastheads, addresses and metadata; what could be two days is none."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimtrack.errors import RecordError
from claimtrack.model.values import Period

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[6-9]|20|21)\d\d)"
_SPELLINGS = (
    rf"{_YEAR.format('y1')}[-/.](?P<m1>[01]\d)[-/.](?P<d1>[0-3]\d)",
    rf"{_MONTH.format('m2')} {_DAY.format('d2')},? {_YEAR.format('y2')}",
    rf"{_DAY.format('d3')}(?: of)? {_MONTH.format('m3')},? {_YEAR.format('y3')}",
    rf"(?P<d4>[0-3]?\d)\.(?P<m4>[01]?\d)\.{_YEAR.format('y4')}",
    rf"(?P<a5>[0-3]?\d)/(?P<b5>[0-3]?\d)/{_YEAR.format('y5')}",
)
DATE = r"(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", spelling) for spelling in _SPELLINGS) + ")"
"""A date in any spelling, without names, for use in other patterns (ignoring case)."""
_DATE = re.compile(r"(?<!\d)(?:" + "|".join(_SPELLINGS) + r")(?!\d)", re.IGNORECASE)
_YEAR_LIKE = re.compile(r"\d{4}")
"""Every spelling of a date has such a year."""
_IN_URL = re.compile(
    r"[/_-](?P<y>20\d\d|19\d\d)(?P<cut>[/_-]?)(?P<m>0[1-9]|1[0-2])(?:(?P=cut)(?P<d>0[1-9]|[12]\d|3[01])(?=[/_-]|\.|$)|(?=/))"
)
_AGO = re.compile(
    r"\b(?:(?P<n>\d{1,3}|an?|one) (?P<unit>minute|min|hour|hr|day|week)s? ago|(?P<word>yesterday|today|just now))\b", re.IGNORECASE
)


def day(year: int, month: int, day_: int) -> Period | None:
    """A day of the calendar, or None."""
    try:
        return Period.parse(date(year, month, day_))
    except (ValueError, RecordError):
        return None


def find_date(words: str) -> Period | None:
    """The first date in some words; None where there is none, or where day and month cannot be told apart."""
    match = _DATE.search(words) if _YEAR_LIKE.search(words) else None
    if not match:
        return None
    groups = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    if "a" in groups:
        return _slashed(int(groups["a"]), int(groups["b"]), int(groups["y"]))
    return day(int(groups["y"]), _month(groups["m"]), int(groups["d"]))


def _month(spelling: str) -> int:
    if spelling.isdecimal():
        return int(spelling)
    return next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(spelling.lower()[:3]))


def _slashed(first: int, second: int, year: int) -> Period | None:
    """The day of 22/09/2021 or 09/22/2021; None for 03/04/2021, which is two days in two countries."""
    if first > 12 or first == second:
        return day(year, second, first)
    return day(year, first, second) if second > 12 else None


def date_in_url(url: str) -> Period | None:
    """The day or month that an address names: `/2024/02/03/`, `/20240203/`, `/2024/02/`."""
    match = _IN_URL.search(url)
    if not match:
        return None
    if match["d"]:
        return day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Period.parse(f"{match['y']}-{match['m']}") if match["cut"] == "/" else None


def relative_date(words: str, fetched: date) -> Period | None:
    """The day of "3 hours ago" or "yesterday", told by the day on which the page was fetched."""
    match = _AGO.search(words)
    if not match:
        return None
    days = {"yesterday": 1, "day": 1, "week": 7}.get((match["word"] or match["unit"]).lower(), 0)
    count = int(match["n"]) if (match["n"] or "").isdecimal() else 1
    try:
        return Period.parse(fetched - timedelta(days=days * count))
    except OverflowError:
        return None
