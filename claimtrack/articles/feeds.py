"""Feeds, RSS and Atom: one article an entry, with the feed that an entry says it came from."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from claimtrack.articles.dates import day
from claimtrack.articles.extras import Stream, needed, refused
from claimtrack.articles.pages import plain_paragraphs
from claimtrack.articles.stated import Day, Draft, Origin, Stated, line
from claimtrack.domains import host
from claimtrack.model.terms import Basis, Role

ENTRIES = 10_000
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&[#\w]+;")


def read_feed(data: bytes, name: str, fetched: date | None = None) -> tuple[Draft, ...]:
    """The drafts of a feed's entries.

    Raises:
        InputError: when the extra is missing, or no entry is found.
    """
    parser = needed("feedparser", "feeds", name)
    found = parser.parse(Stream(data), sanitize_html=True, resolve_relative_uris=False)  # a stream: bytes could name a file to open
    drafts = tuple(_draft(entry, found.feed, name, place, fetched) for place, entry in enumerate(found.entries[:ENTRIES], 1))
    if not drafts:
        raise refused(name, "no entries found in this feed; expected RSS or Atom")
    return drafts


def _draft(entry: Any, feed: Any, name: str, place: int, fetched: date | None) -> Draft:
    """One entry: its title, and its whole content or else its summary."""
    url, title = line(entry.get("link")), _plain(entry.get("title", ""))
    content = max((item.get("value", "") for item in entry.get("content", ())), key=len, default="") or entry.get("summary", "")
    parts = [part for part in plain_paragraphs(content) if part != title]
    text = "\n\n".join(part for part in (title, *parts) if part)
    return Draft(
        name=url if host(url) else f"{name}-{place}",
        text=text,
        stated=_stated(entry, feed, title, url, fetched),
        runs=(),
        roles={0: Role.HEADLINE} if title else {},
    )


def _plain(text: str) -> str:
    return " ".join(plain_paragraphs(text)) if _MARKUP.search(text) else line(text)


def _stated(entry: Any, feed: Any, title: str, url: str, fetched: date | None) -> Stated:
    source = entry.get("source") or {}
    origin = Origin(line(source.get("title")), line(source.get("href") or source.get("link")), "feed's source")
    here = line(feed.get("title"))
    foreign = (origin.name or origin.url) and origin.name != here
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    on = day(*moment[:3]) if moment else None
    return Stated(
        title=title,
        outlets=(here,) if here else (),
        authors=tuple(dict.fromkeys(found for item in entry.get("authors", ())[:20] if (found := line(item.get("name"))))),
        days=(Day(on, Basis.STATED, "feed"),) if on else (),
        url=url if host(url) else "",
        section=next((line(tag.get("term")) for tag in entry.get("tags", ())[:1]), ""),
        language=line(feed.get("language")),
        origins=(origin,) if foreign else (),
        fetched=fetched,
    )
