"""The lines above an article: one row a kind of line, and what it states."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs

from claimtrack.articles.dates import DATE, date_in_url, find_date
from claimtrack.articles.outlets import Register, agency
from claimtrack.articles.stated import Day, Origin, Stated, line
from claimtrack.model.terms import Basis

LIMIT = 300
"""Characters that a line of a masthead may have."""
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*|de|da|di|del|der|den|van|von|bin|bint|ibn|al-[\w'’-]+|el|la|le|ter|ten|dos|du)"
PERSON = rf"[^\W\d_a-z][\w.'’-]*(?: {_NAME}){{1,4}}"
"""A person's name: two to five words with capitals."""
_PREFIX = re.compile(
    r"(?:(?:date|published|timestamp|crawled|fetched)\s*[:=]?\s*)?(?P<date>\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d\S*)?(?:\s+(?P<url>https?://\S+))?\s*",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:(?:url|link|address|source|permalink)\s*[:=]\s*)?<?(?P<url>https?://\S+?)>?\Z", re.IGNORECASE)
_FIELD = re.compile(
    r"(?P<key>title|headline|subtitle|description|summary|author|authors|byline|by|date|published|publication date|pubdate|publisher"
    r"|outlet|publication|newspaper|site|section|category|kicker|url|link|language|lang|genre|type)\s*:\s*(?P<value>\S.*)\Z",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:(?:written|reported|story|analysis|opinion|words|text)\s+)?by:?\s+(?P<names>.{2,160})\Z", re.IGNORECASE)
_DATED = re.compile(
    rf"(?:(?:first |last )?(?:published|posted|updated|modified|date|created|issued)(?: on| at)?:?\s*)?(?:(?:mon|"
    rf"tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"{DATE}(?P<rest>.{{0,80}})\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\s,|•·–—-]*(?:at\s*)?(?:\d{1,2}[:.]\d\d(?::\d\d)?)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:GMT|UTC|EST|EDT|ET|CET|CEST|BST|IST|MSK|PST|PDT|PT)(?:[+-]\d+)?\)?)?[\s|•·.]*"
    r"(?:(?:last |)(?:updated|modified).*|\d+ min(?:ute)?s?(?: read)?)?\Z",
    re.IGNORECASE,
)
_NAMED_DATE = re.compile(rf"(?P<name>[^\W\d_].{{1,60}}?)\s*[,|•·–—-]+\s*(?P<date>{DATE})[\s.]*\Z", re.IGNORECASE)
_DATE_NAMED = re.compile(rf"(?P<date>{DATE})\s*[,|•·–—-]+\s*(?P<name>[^\W\d_].{{1,60}})\Z", re.IGNORECASE)
_TAXONOMY = re.compile(
    r"(?:region|theme|topics?|tags?|keywords?|categor(?:y|ies)|section|filed under|posted in|in-depth report|country|"
    r"more on)\s*:\s*(?P<value>.+)\Z",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?:(?:estimated )?reading time:?\s*)?\d{1,3}[ -]min(?:ute)?s?(?: read)?\.?\Z|(?:listen|share|print|save|"
    r"comments?|advertisement)(?: \d+)?\Z|listen to this article.{0,40}\Z",
    re.IGNORECASE,
)
KICKERS = re.compile(
    r"(?:opinion|op-ed|oped|comment|commentary|editorial|column|viewpoint|perspective|guest essay|analysis|"
    r"news analysis|explainer|background"
    r"|review|satire|sponsored(?: content)?|advertorial|paid post|press release|news|world|politics|business|"
    r"exclusive|interview|feature|letters?|blog)s?\Z",
    re.IGNORECASE,
)

_FIELDS = {
    "title": "title",
    "headline": "title",
    "subtitle": "deck",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
    "section": "section",
    "category": "section",
    "kicker": "section",
    "genre": "types",
    "type": "types",
    "description": "",
    "summary": "",
}
"""Which part of `Stated` a line such as "Title: ..." fills; the rest name the publisher."""


@attrs.frozen
class HeadRow:
    """A kind of line above an article.

    Attributes:
        why: what it is, for the log of what is not read.
        read: what such a line states; None for any other line.
    """

    why: str
    read: Callable[[str, Register], Stated | None]


def prefix(words: str) -> tuple[Stated, int] | None:
    """A crawler's date and address at the start of the first line, and how many characters they take."""
    match = _PREFIX.match(words)
    found = find_date(match["date"]) if match else None
    if not match or found is None:
        return None
    return Stated(days=(Day(found, Basis.STATED, "first line"),), url=line(match["url"])), match.end()


def _address(words: str, _: Register) -> Stated | None:
    match = _URL.match(words)
    return Stated(url=match["url"]) if match else None


def _field(words: str, outlets: Register) -> Stated | None:
    match = _FIELD.match(words)
    if not match:
        return None
    key, value = match["key"].lower(), line(match["value"].strip("\"' "))
    if key in {"date", "published", "publication date", "pubdate"}:
        found = find_date(value)
        return Stated(days=(Day(found, Basis.STATED, f"{key} line"),)) if found else None
    if key in {"author", "authors", "byline", "by"}:
        return byline(value, outlets)
    field = _FIELDS.get(key, "outlets")
    fields: dict[str, Any] = {field: (value,) if field in {"types", "outlets"} else value} if field else {}
    return Stated(**fields)


def byline(names: str, outlets: Register) -> Stated:
    """The authors and the outlet of what follows "by": names, then a separator and what they work for or a date."""
    people, wires, outlet, days = [], [], [], []
    for name in re.split(r"\s*(?:,|;|\||/|–|—|•|·|&|\band\b|\bfor\b|\s-\s)\s*", line(names)):
        name = re.sub(r"^(?:by|with)\s+", "", name.strip(" .*_"), flags=re.IGNORECASE)
        if agency(name):
            wires.append(Origin(name, "", "byline"))
        elif outlets.named(name):
            outlet.append(name)
        elif re.fullmatch(PERSON, name) and not name.isupper():
            people.append(name)
        elif re.fullmatch(PERSON, name.title()) and name.isupper():
            people.append(name.title())
    if (found := find_date(names)) is not None:
        days.append(Day(found, Basis.STATED, "byline"))
    return Stated(authors=tuple(people), outlets=tuple(outlet), origins=tuple(wires), days=tuple(days))


def _by(words: str, outlets: Register) -> Stated | None:
    match = _BY.match(words)
    if not match or words.endswith(("?", "!")):
        return None
    found = byline(match["names"], outlets)
    staff = re.match(r"(?:staff|our|a |the |web ?desk|news ?desk|agenc|correspondent)", match["names"], re.IGNORECASE)
    return found if found.authors or found.outlets or found.origins or staff else None


def _known(words: str, outlets: Register) -> Stated | None:
    """A line that is nothing but the name of a known outlet."""
    return Stated(outlets=(words,)) if outlets.named(words) else None


def _dated(words: str, outlets: Register) -> Stated | None:
    """A date, with or without label, time of day or the name of a known outlet."""
    found = find_date(words)
    if found is None:
        return None
    days = (Day(found, Basis.STATED, "date line"),)
    match = _DATED.match(words)
    if match and _CLOCK.match(match["rest"]):
        return Stated() if re.match(r"(?:last )?(?:updated|modified)", words, re.IGNORECASE) else Stated(days=days)
    named = _NAMED_DATE.match(words) or _DATE_NAMED.match(words)
    if not named:
        return None
    if outlets.named(named["name"]) or agency(named["name"]):
        return Stated(outlets=(line(named["name"]),), days=days)
    return byline(named["name"], outlets).over(Stated(days=days))


def _taxonomy(words: str, _: Register) -> Stated | None:
    match = _TAXONOMY.match(words)
    return Stated(section=line(match["value"])) if match else None


def _kicker(words: str, _: Register) -> Stated | None:
    return Stated(section=words) if KICKERS.match(words) else None


def _furniture(words: str, _: Register) -> Stated | None:
    return Stated() if _MINUTES.match(words) else None


HEAD_ROWS = (
    HeadRow("address", _address),
    HeadRow("metadata line", _field),
    HeadRow("byline", _by),
    HeadRow("date line", _dated),
    HeadRow("taxonomy", _taxonomy),
    HeadRow("kicker", _kicker),
    HeadRow("page furniture", _furniture),
    HeadRow("outlet's name", _known),
)


def head_line(words: str, outlets: Register) -> tuple[str, Stated] | None:
    """What kind of masthead line this is and what it states; None for what belongs to the article."""
    if len(words) > LIMIT:
        return None
    for row in HEAD_ROWS:
        stated = row.read(words, outlets)
        if stated is not None:
            return row.why, stated
    return None


def from_address(url: str) -> tuple[Day, ...]:
    """The date that an address names."""
    found = date_in_url(url)
    return (Day(found, Basis.URL, "address"),) if found else ()
