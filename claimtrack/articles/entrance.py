"""Any input as articles: what kind it is, its letters, and the reader for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from claimtrack.articles.archives import Fetched, read_archive
from claimtrack.articles.extras import refused
from claimtrack.articles.feeds import read_feed
from claimtrack.articles.ninjs import read_ninjs
from claimtrack.articles.outlets import Register
from claimtrack.articles.pages import read_page
from claimtrack.articles.reading import read_draft
from claimtrack.articles.stated import Draft, Stated, line
from claimtrack.errors import InputError
from claimtrack.model.reading import ArticleText
from claimtrack.model.records import Outlet

HEAD = 4_000
"""How much of an input is looked at to tell its kind."""
CONTROLS = 0.02
"""Share of control characters from which an input is no text."""


class Kind(Enum):
    """The kinds of input that are read; plain text and Markdown are one."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    WARC = "warc"
    NINJS = "ninjs"


_ENDINGS = {
    Kind.TEXT: (".txt", ".md", ".markdown", ".text"),
    Kind.HTML: (".html", ".htm", ".xhtml"),
    Kind.FEED: (".rss", ".atom"),
    Kind.WARC: (".warc", ".warc.gz"),
    Kind.NINJS: (".json", ".ninjs"),
}
_PROLOGUE = r"\s*(?:<\?xml.{0,500}?\?>\s*)?(?:<!--.{0,1000}?-->\s*|<\?.{0,300}?\?>\s*){0,20}"
_TAGS = r"<(?:!doctype html|html|head|body|article|main|div|section|p|h1)\b"
_LOOKS = (
    (Kind.FEED, re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF)\b", re.DOTALL | re.IGNORECASE)),
    (Kind.HTML, re.compile(_PROLOGUE + _TAGS, re.DOTALL | re.IGNORECASE)),
    (Kind.NINJS, re.compile(r"\s*[\[{]\s*[{\"]")),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_article(
    data: bytes | str, name: str, outlets: Sequence[Outlet] | Register = (), *, kind: Kind | str | None = None
) -> tuple[ArticleText, ...]:
    """The articles of an input: one of a text or a page, several of a feed, an archive or a list of items.

    Args:
        data: the input itself; nothing is opened and nothing is fetched.
        name: its file name or address, for keys, messages, and a hint at its kind.
        outlets: the outlets that may be recognized; a register of them for many inputs.
        kind: what it is, when that is known better than it looks.

    Raises:
        InputError: when it is empty, no text, or an optional package for it is missing.
    """
    known = outlets if isinstance(outlets, Register) else Register(outlets)
    told = Kind(kind) if kind is not None else kind_of(data, name)
    drafts = _drafts(data, name, told, known)
    return tuple(read_draft(draft, known) for draft in _apart(drafts))


def kind_of(data: bytes | str, name: str) -> Kind:
    """What an input is, by its beginning first and then by its name."""
    if isinstance(data, bytes) and (data.startswith(b"WARC/") or (data.startswith(b"\x1f\x8b") and name.endswith(".warc.gz"))):
        return Kind.WARC
    named = next((kind for kind, endings in _ENDINGS.items() if name.lower().endswith(endings)), None)
    if named is not None:
        return named
    head = data[:HEAD] if isinstance(data, str) else decoded(data[:HEAD], name)
    return next((kind for kind, look in _LOOKS if look.match(head.lstrip("\ufeff"))), Kind.TEXT)


def _drafts(data: bytes | str, name: str, kind: Kind, outlets: Register, stated: Stated | None = None) -> tuple[Draft, ...]:
    """The drafts of an input of a kind."""
    stated = stated or Stated()
    if kind is Kind.WARC:
        return _archived(data if isinstance(data, bytes) else data.encode(errors="replace"), name, outlets)
    if kind is Kind.FEED:
        return read_feed(data if isinstance(data, bytes) else data.encode(errors="replace"), name, stated.fetched)
    text = decoded(data, name)
    if not text.strip():
        raise refused(name, "is empty")
    if kind is Kind.HTML:
        return (read_page(text, name, stated),)
    if kind is Kind.NINJS:
        return read_ninjs(text, name, outlets)
    return (Draft(name=name, text=text, stated=stated),)


def _archived(data: bytes, name: str, outlets: Register) -> tuple[Draft, ...]:
    """The drafts of an archive; a page of it that cannot be read costs itself only, unless none can."""
    drafts: list[Draft] = []
    faults: list[InputError] = []
    for page in read_archive(data, name):
        try:
            drafts += _drafts(page.data, page.url or name, _kind_fetched(page), outlets, Stated(url=line(page.url), fetched=page.on))
        except InputError as error:
            faults.append(error)
    if not drafts:
        raise faults[0] if faults else refused(name, "holds no page that could be read")
    return tuple(drafts)


def _kind_fetched(page: Fetched) -> Kind:
    by_type = (("html", Kind.HTML), ("rss", Kind.FEED), ("atom", Kind.FEED), ("json", Kind.NINJS))
    return next((kind for word, kind in by_type if word in page.kind.partition(";")[0]), Kind.TEXT)


def decoded(data: bytes | str, name: str) -> str:
    """The input as text: UTF-8, else UTF-16 by its mark, else what it declares, else Windows-1252.

    Raises:
        InputError: when it is no text.
    """
    text = _SURROGATE.sub("\ufffd", data) if isinstance(data, str) else _decoded(data)
    head = text[:HEAD]
    if len(_CONTROL.findall(head)) > CONTROLS * max(len(head), 50):
        raise refused(name, "is no text; it may be a picture, a PDF or a program")
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:2_000])
    try:
        return data.decode(declared[1].decode() if declared else "cp1252", errors="replace")
    except (LookupError, UnicodeError):
        return data.decode("cp1252", errors="replace")


def _apart(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts under different names, so that no two articles share a key."""
    seen: dict[str, int] = {}
    done = []
    for draft in drafts:
        seen[draft.name] = seen.get(draft.name, 0) + 1
        name = draft.name if seen[draft.name] == 1 else f"{draft.name}-{seen[draft.name]}"
        done.append(Draft(name=name, text=draft.text, stated=draft.stated, runs=draft.runs, roles=draft.roles))
    return tuple(done)
