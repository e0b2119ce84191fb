"""What formats of linked data share: names of our own for things, deterministic UUIDs and days, and JSON that can stand in a page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha1
from typing import Any

from claimtrack.model.records import Article, Derivation
from claimtrack.model.reports import Report
from claimtrack.model.values import Period
from claimtrack.model.view import View
from claimtrack.reports.words import address, escaped

NAMESPACE = "urn:x-claimtrack:"
"""Names, not places: nothing is to be found there, and no host is ours to promise."""
PREFIX = "ct"
UUID_NAMESPACE = bytes.fromhex("6f0d2a5e8c3b4d179a413e5f7c0b9d62")
"""The name space of our own that UUIDs are made in; drawn once, never to change, or every id would."""
UNDATED = date(1970, 1, 1)
"""Stands where a format insists on a day and the records have none."""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
_REFUSED = frozenset("{}|^`[]")
"""What our addresses may hold and IRIs may not (RFC 3987, section 2.2), brackets around a host apart."""
_INERT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def local(kind: str, key: str) -> str:
    """The name of a thing within our name space: `claim/claim%3Adam-leaks`; another for each kind and key."""
    return f"{kind}/" + encoded(key, _PLAIN)


def compact(kind: str, key: str) -> str:
    """The same with its prefix, `ct:claim/...`, for formats that declare prefixes."""
    return f"{PREFIX}:{local(kind, key)}"


def iri(kind: str, key: str) -> str:
    """The same in full, for formats without prefixes."""
    return NAMESPACE + local(kind, key)


def encoded(text: str, plain: Iterable[str]) -> str:
    """A text with every character percent-encoded that is not among the plain ones."""
    return "".join(c if c in plain else "".join(f"%{byte:02X}" for byte in c.encode()) for c in text)


def web(link: str) -> str:
    """An http or https address as an IRI, empty for anything else; a host in brackets, being no name of a site, counts as else."""
    found = address(link)
    host = found.partition("//")[2].partition("/")[0]
    if not host or _REFUSED.intersection(host):
        return ""
    return "".join(f"%{ord(c):02X}" if c in _REFUSED else c for c in found)


def kind_of(view: View, key: str) -> str:
    """What a key stands for: `speaker`, `outlet` or `article`; `name` where it leads nowhere."""
    for kind, known in (("speaker", view.speakers), ("outlet", view.outlets), ("article", view.articles)):
        if key in known:
            return kind
    return "name"


def uuid5(name: str) -> str:
    """The UUID of a name in our name space, the same on every run (RFC 9562, section 5.5)."""
    made = bytearray(sha1(UUID_NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16])
    made[6] = made[6] & 0x0F | 0x50
    made[8] = made[8] & 0x3F | 0x80
    spelled = made.hex()
    return "-".join((spelled[:8], spelled[8:12], spelled[12:16], spelled[16:20], spelled[20:]))


def calendar(period: Period) -> str:
    """A day, month or year as ISO 8601 spells it; empty for a longer stretch, which has no single date."""
    spelled = str(period)
    return "" if "/" in spelled else spelled


def first_known(articles: Iterable[Article]) -> Article | None:
    """The article with the earliest date, by when it can have appeared at the latest; those without a date are left aside."""
    dated = [(article.published.on.end, article.published.on.start, article.key, article) for article in articles if article.published]
    return min(dated, key=lambda each: each[:3])[3] if dated else None


def latest_day(report: Report) -> date:
    """The last day that an article of the report is dated, `UNDATED` without any."""
    return max((article.published.on.start for article in report.view.articles.values() if article.published), default=UNDATED)


def settled(view: View) -> list[Derivation]:
    """The derivations that do not wait for a person's word, in order."""
    return [each for each in view.derivations if not each.proposed]


def inert_json(data: Any) -> str:
    """JSON that can stand inside of a page: `<`, `>`, `&` and control, direction and invisible characters are escaped, values the same."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=1)).translate(_INERT) + "\n"
