"""HTML pages: the main text by trafilatura, with its way back into the page, and what the page states about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from claimtrack.articles.aligning import align
from claimtrack.articles.extras import needed, refused
from claimtrack.articles.masthead import repeats
from claimtrack.articles.metadata import page_metadata
from claimtrack.articles.stated import Draft, Stated, line
from claimtrack.model.terms import Role

EXTRA = "html"
LIMIT = 20_000_000
"""Characters of a page that are looked at."""
DEPTH = 400
"""Elements that may be open inside one another; real pages stay under 100, and extraction walks them by recursion."""
LEAVES = frozenset({"p", "head", "item", "cell", "ab", "lb"})
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|head|nav|footer|form)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|section|article|blockquote|figure|figcaption|header|main|body|html|hr|dd|dt|dl|pre)\b[^<>]{0,20000}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,20000}>")
_OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]{0,2000}?(/?)>")
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
_LOOSE = frozenset(("p", "li", "td", "tr", "th", "dd", "dt", "option"))
_NUL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF], " ")


def read_page(page: str, name: str, stated: Stated) -> Draft:
    """The draft of an HTML page, of which some things may be known already, such as the address from an archive.

    Raises:
        InputError: when the extra is missing, or the page holds no text.
    """
    needed("trafilatura", EXTRA, name)
    page = page[:LIMIT]
    safe = page.translate(_NUL)
    tree = None if _too_deep(safe) else _tree(safe, name)
    stated = stated.over(page_metadata(tree, stated.url)) if tree is not None else stated
    parts = list(_main(safe, name)) if tree is not None else []
    parts = parts or [(text, None) for text in plain_paragraphs(safe)]
    if not parts:
        raise refused(name, "cannot find article text (0 paragraphs); if it is no web page, try kind='text'")
    return _draft(parts, _with_headline(stated, tree), name, page, safe)


def _draft(parts: list[tuple[str, Role | None]], stated: Stated, name: str, page: str, safe: str) -> Draft:
    """The draft: headline first, then each paragraph with the part it plays."""
    first = next((place for place, (text, _) in enumerate(parts[:6]) if stated.title and repeats(text, stated.title)), None)
    if first is not None:
        parts[first] = (parts[first][0], Role.HEADLINE)
    elif stated.title:
        parts = [(stated.title, Role.HEADLINE), *parts]
    roles, at = {}, 0
    for text, role in parts:
        if role is not None:
            roles[at] = role
        at += len(text) + 2
    text = "\n\n".join(text for text, _ in parts)
    return Draft(name=stated.url or name, text=text, stated=stated, runs=align(text, page, safe), roles=roles)


def _with_headline(stated: Stated, tree: Any) -> Stated:
    """The page's only heading of the first rank is the headline, before what is made for social media."""
    heads = [line(head.text_content()) for head in tree.iter("h1")] if tree is not None else []
    heads = [head for head in heads if len(head) > 8]
    return Stated(title=heads[0]).over(stated) if len(heads) == 1 else stated


def _too_deep(page: str) -> bool:
    """Whether elements nest deeper than any real page; unclosed paragraphs and list items do not count."""
    depth = 0
    for match in _OPENING.finditer(page):
        if match[3] or match[2].lower() in _VOID | _LOOSE:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEPTH:
            return True
    return False


def _tree(page: str, name: str) -> Any:
    """The page as a tree of elements; None when there is none."""
    html = needed("lxml.html", EXTRA, name)
    etree = needed("lxml.etree", EXTRA, name)
    try:
        return html.document_fromstring(page.encode(errors="replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _main(page: str, name: str) -> Iterator[tuple[str, Role | None]]:
    """The paragraphs of the main text, with headings and captions told."""
    found = needed("trafilatura", EXTRA, name).bare_extraction(
        page.encode(errors="replace").decode(),
        fast=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        include_links=False,
    )
    for element in _leaves(found.body) if found is not None and found.body is not None else ():
        text = line_of(element)
        if text:
            yield text, Role.SUBHEAD if element.tag == "head" else None


def _leaves(body: Any) -> Iterator[Any]:
    """The elements that hold a paragraph each; one within another counts as part of it."""
    stack = [body]
    while stack:
        element = stack.pop()
        children = [child for child in element if isinstance(child.tag, str)]
        if element.tag in LEAVES or not any(child.tag in LEAVES or len(child) for child in children):
            yield element
        else:
            stack.extend(reversed(children))


def line_of(element: Any) -> str:
    """An element's text on one line, no matter how long."""
    return " ".join("".join(element.itertext()).split())


def plain_paragraphs(page: str) -> list[str]:
    """The text of a page that cannot be parsed or extracted: tags out, broken into lines where blocks end."""
    broken = _TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub(" ", page)))
    return [text for part in broken.split("\n") if (text := " ".join(unescape(part).split()))]
