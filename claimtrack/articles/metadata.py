"""What a page says of itself beside its text: JSON-LD, OpenGraph and other meta elements, the canonical link."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from claimtrack.articles.dates import find_date
from claimtrack.articles.stated import Day, Origin, Stated, line
from claimtrack.domains import host
from claimtrack.model.terms import Basis

DEPTH = 12
NODES = 2_000
QUOTES = 50
"""How deep and how far structured data is searched; real pages stay far below."""
_KEYS = {
    "title": "og:title twitter:title dc.title",
    "outlet": "og:site_name dc.publisher",
    "date": "article:published_time datepublished date dc.date dc.date.issued parsely-pub-date sailthru.date pubdate publish-date "
    "citation_publication_date",
    "author": "author article:author dc.creator parsely-author byl citation_author",
    "url": "og:url",
    "section": "article:section",
    "deck": "og:description",
    "source": "original-source syndication-source",
}
_OPEN = {name: field for field, names in _KEYS.items() for name in names.split()}


def page_metadata(tree: Any, url: str) -> Stated:
    """What a parsed page states; what is broken or hostile in it states nothing.

    Args:
        tree: the page as an lxml element.
        url: the address it was fetched from, where known.
    """
    scripts = tree.iter("script")
    texts = (script.text_content() for script in scripts if "ld+json" in (script.get("type") or "").lower())
    linked = [node for text in texts for node in _nodes(_parsed(text))]
    metas = list(_metas(tree))
    canonical = next((line(link.get("href")) for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()), "")
    stated = _structured(linked).over(_opened(metas))
    own = url or next((value for key, value in metas if key == "url" and host(value)), "") or (canonical if host(canonical) else "")
    moved = _elsewhere(own, canonical)
    return Stated(
        url=own,
        canonical=canonical,
        language=line(tree.get("lang") or ""),
        origins=((Origin("", canonical, "canonical link"),) if moved else ()) + tuple(_quoted_from(tree, own)),
    ).over(stated)


def _quoted_from(tree: Any, own: str) -> Iterator[Origin]:
    """The pages of others that quotations in blocks say they come from."""
    for block in islice(tree.iter("blockquote"), QUOTES):
        cite = line(block.get("cite"))
        if _elsewhere(own or "https://unknown.invalid", cite):
            yield Origin("", cite, "blockquote's cite")


def _elsewhere(url: str, canonical: str) -> bool:
    """Whether the canonical address lies at another publisher's, subdomains of one taken together."""
    mine, theirs = host(url), host(canonical)
    return bool(mine and theirs) and mine.split(".")[-2:] != theirs.split(".")[-2:]


def _parsed(text: str) -> Any:
    """JSON-LD as plain values; None for what is no JSON."""
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of structured data, down to a limit."""
    stack, seen = [(value, 0)], 0
    while stack and seen < NODES:
        value, depth = stack.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
        children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if depth < DEPTH:
            stack += [(child, depth + 1) for child in list(children)[:NODES] if isinstance(child, dict | list)]


def _structured(nodes: list[dict[str, Any]]) -> Stated:
    """What the first node that is an article states."""
    article = next((node for node in nodes if any(_is_article(kind) for kind in _strings(node.get("@type")))), None)
    if article is None:
        return Stated()
    kinds = tuple(_strings(article.get("@type")))
    given = [(name, "", "creditText") for name in _strings(article.get("creditText"))]
    given += [(name, url, field) for field in ("sourceOrganization", "provider", "isBasedOn") for name, url in _things(article.get(field))]
    return Stated(
        title=line(article.get("headline") or article.get("name")),
        outlets=tuple(name for name, _ in _things(article.get("publisher")) if name),
        authors=tuple(name for name, _ in _things(article.get("author")) if name and not host(name)),
        days=_days(_strings(article.get("datePublished")), "structured data"),
        types=kinds,
        section=next(iter(_strings(article.get("articleSection"))), ""),
        language=next(iter(_strings(article.get("inLanguage"))), ""),
        origins=tuple(Origin(line(name), line(url), where) for name, url, where in given),
    )


def _is_article(kind: str) -> bool:
    name = kind.rsplit("/", 1)[-1]
    return name.endswith(("Article", "BlogPosting")) or name in {"Report", "LiveBlogPosting", "ReviewNewsArticle"}


def _strings(value: Any) -> list[str]:
    """The strings of a value that is one, or a list of some."""
    values = value if isinstance(value, list) else [value]
    return [found for item in values[:50] if (found := line(item))]


def _things(value: Any) -> list[tuple[str, str]]:
    """Names and addresses of persons and organizations, given as objects or as plain text."""
    values = value if isinstance(value, list) else [value]
    found = []
    for item in values[:50]:
        if isinstance(item, dict):
            found.append(
                (
                    next(iter(_strings(item.get("name") or item.get("headline"))), ""),
                    next(iter(_strings(item.get("url") or item.get("@id"))), ""),
                )
            )
        elif isinstance(item, str):
            found.append(("", line(item)) if host(item) else (line(item), ""))
    return [(name, url) for name, url in found if name or url]


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        value = line(meta.get("content"))
        if value and _OPEN.get(name):
            yield _OPEN[name], value


def _opened(metas: list[tuple[str, str]]) -> Stated:
    """What meta elements state."""

    def of(kind: str) -> list[str]:
        return [value for key, value in metas if key == kind][:20]

    return Stated(
        title=next(iter(of("title")), ""),
        deck=next(iter(of("deck")), ""),
        outlets=tuple(of("outlet")),
        authors=tuple(name for name in of("author") if not host(name))[:1],
        days=_days(of("date"), "metadata"),
        section=next(iter(of("section")), ""),
        origins=tuple(Origin("", value, "syndication source") for value in of("source")),
    )


def _days(values: Iterable[str], where: str) -> tuple[Day, ...]:
    found = [find_date(value) for value in values]
    return tuple(Day(period, Basis.STATED, where) for period in found[:1] if period)
