"""News items in ninjs (IPTC, version 3.1 and before): headline, body, byline, time and where the information comes from."""

from __future__ import annotations

import json
from typing import Any

from claimtrack.articles.dates import find_date
from claimtrack.articles.extras import refused
from claimtrack.articles.headrows import byline
from claimtrack.articles.outlets import Register
from claimtrack.articles.pages import plain_paragraphs
from claimtrack.articles.stated import Day, Draft, Origin, Stated, line
from claimtrack.model.terms import Basis, Role

ITEMS = 10_000


def read_ninjs(text: str, name: str, outlets: Register) -> tuple[Draft, ...]:
    """The drafts of a news item, or of a list of them.

    Raises:
        InputError: when it is no JSON, or no news item in it has a headline or a body.
    """
    try:
        value = json.loads(text, strict=False)
    except ValueError as error:
        raise refused(name, f"is no JSON: {str(error)[:120]}", getattr(error, "lineno", 0)) from error
    except RecursionError as error:
        raise refused(name, "is JSON nested too deep to be a news item") from error
    items = [item for item in (value if isinstance(value, list) else [value])[:ITEMS] if isinstance(item, dict)]
    drafts = [_draft(item, name if len(items) == 1 else f"{name}-{place}", outlets) for place, item in enumerate(items, 1)]
    kept = tuple(draft for draft in drafts if draft.text.strip())
    if not kept:
        raise refused(name, "has neither headline nor body; expected a news item in ninjs")
    return kept


def _many(item: dict[str, Any], plural: str) -> list[dict[str, Any]]:
    """The objects of a list, empty for anything else."""
    value = item.get(plural)
    return [entry for entry in value[:100] if isinstance(entry, dict)] if isinstance(value, list) else []


def _text(item: dict[str, Any], plural: str, key: str) -> str:
    """A text given in 2.0 and later as a list of objects, before as a plain or suffixed field."""
    entries = _many(item, plural)
    main = next((entry for entry in entries if entry.get("role") in {None, "main"}), entries[0] if entries else {})
    return _string(main.get("value")) or _string(item.get(key))


def _string(value: Any) -> str:
    return value.encode(errors="replace").decode() if isinstance(value, str) else ""


def _paragraphs(item: dict[str, Any]) -> list[str]:
    """The body, from HTML where there is some."""
    for entry in _many(item, "bodies"):
        if "html" in _string(entry.get("contentType") or entry.get("contenttype")):
            return plain_paragraphs(_string(entry.get("value")))
    html = _string(item.get("body_html")) or _string(item.get("body_xhtml"))
    body = _text(item, "bodies", "body_text")
    return plain_paragraphs(html) if html else [part.strip() for part in body.split("\n") if part.strip()]


def _draft(item: dict[str, Any], name: str, outlets: Register) -> Draft:
    title = line(_text(item, "headlines", "headline"))
    text = "\n\n".join(part for part in (title, *_paragraphs(item)) if part)
    return Draft(name=name, text=text, stated=_stated(item, title, outlets), runs=(), roles={0: Role.HEADLINE} if title else {})


def _stated(item: dict[str, Any], title: str, outlets: Register) -> Stated:
    """What the fields of the item state; `infoSources` are its origins, agencies among them its wire."""
    moments = [
        ("versioncreated", item.get("versionCreated") or item.get("versioncreated")),
        ("firstcreated", item.get("firstCreated") or item.get("firstcreated")),
    ]
    found = next(((where, on) for where, value in moments if (on := find_date(line(value)[:10]))), None)
    url = line(item.get("uri"))
    signed = byline(_text(item, "bylines", "byline") or _string(item.get("by")), outlets)
    return Stated(
        title=title,
        days=(Day(found[1], Basis.STATED, found[0]),) if found else (),
        url=url if outlets.at(url) else "",
        language=line(item.get("language")),
        section=next((line(entry.get("name")) for entry in _many(item, "genres") + _many(item, "genre")), ""),
        outlets=tuple(filter(None, (line(item.get("copyrightholder") or item.get("copyrightHolder")),))),
        origins=tuple(
            Origin(line(entry.get("name") or entry.get("literal")), line(entry.get("uri")), "infoSources")
            for entry in _many(item, "infoSources")
        ),
    ).over(signed)
