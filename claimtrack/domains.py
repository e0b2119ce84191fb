"""Addresses and domains: which site an address belongs to, never by a part of a word, and which larger site may speak for it.

A site is named by its host: in small letters, in ASCII (punycode, RFC 3492), without port, trailing dot, `www.` or the first label of a
mobile or AMP copy. Where one site ends and somebody else's begins is told by the Public Suffix List (publicsuffix.org), bundled with the
library `publicsuffixlist`, and by the class `tenants` of `claimtrack/data/domains`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import attrs
from publicsuffixlist import PublicSuffixList

from claimtrack.lexicon import lexicon

ADDRESS_LIMIT = 2_000
"""Characters; nobody writes a longer address by hand, and browsers cut there."""
_WEB = re.compile(r"https?:", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#@\s]{0,200}@)?([^/?#:@\s]+)", re.IGNORECASE)
_AUTHORITY = re.compile(r"[^/\\?#]*")
_PORT = re.compile(r":\d{0,5}\Z")
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+\Z")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")
_NUMERIC = re.compile(r"(?:\d+|0x[0-9a-f]*)\Z")
_QUAD = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!\Z)|\Z)){4}")
_SIX = re.compile(r"\[([0-9a-f:.]+)\]\Z", re.IGNORECASE)
_WWW = re.compile(r"www\d?\Z")
_DOTS = str.maketrans({"\u3002": ".", "\uff0e": ".", "\uff61": "."})
"""Full stops of other scripts, which part labels as well (UTS 46)."""
HOST_LIMIT = 253


@attrs.frozen
class Address:
    """An address as far as it says who publishes.

    Attributes:
        host: in canonical form, with `www.` and the like.
        path: what follows it, without slashes at its ends, query and fragment.
    """

    host: str
    path: str = ""


def host(url: str) -> str:
    """The host of a web address as it is written, in small letters and without `www.`; empty for what is no web address."""
    match = _HOST.match(url.strip())
    return match[1].casefold().removeprefix("www.").strip(".") if match else ""


@lru_cache(maxsize=1 << 14)
def address(text: str) -> Address | None:
    """The host and path of a web address or a bare domain; None for anything else.

    What stands before `@` is a user, never the host, and a query or a path names no host (WHATWG URL Standard). Schemes other than http
    and https, e-mail addresses, names without a dot and numbers that are no IP address in full have no host here.
    """
    text = text.strip()
    if len(text) > ADDRESS_LIMIT or not text:
        return None
    if _PLAIN.match(text) and not _NUMERIC.match(text.rpartition(".")[2]):
        return Address(text)
    scheme = _WEB.match(text)
    rest = text[scheme.end() :] if scheme else text
    slashed = rest.startswith(("//", "\\\\", "/\\", "\\/"))
    if scheme and not slashed:
        return None
    rest = rest.lstrip("/\\") if slashed else rest
    authority = _AUTHORITY.match(rest)
    name = authority[0] if authority else ""
    if "@" in name and not scheme:
        return None
    found = canonical(_PORT.sub("", name.rpartition("@")[2]))
    return Address(found, re.split(r"[?#]", rest[len(name) :])[0].strip("/\\")) if found else None


def canonical(name: str) -> str:
    """The name of a host in its one spelling: small letters, punycode, no trailing dot; empty when it is no name of a host.

    Compatibility forms are folded first (NFKC, as UTS 46 does), so that full-width letters hide nothing.
    """
    if six := _SIX.match(name):
        return f"[{six[1].lower()}]" if ":" in six[1] else ""
    name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.translate(_DOTS)).lower()).removesuffix(".")
    labels = [_ascii(label) for label in name.split(".")]
    whole = ".".join(labels)
    if len(labels) < 2 or len(whole) > HOST_LIMIT or not all(map(_LABEL.match, labels)):
        return ""
    if _NUMERIC.match(labels[-1]):
        return whole if _QUAD.match(whole) else ""
    return whole


def _ascii(label: str) -> str:
    """A label in ASCII; empty where it holds what no label may."""
    if label.isascii():
        return label
    if not all(char == "-" or unicodedata.category(char)[0] in "LMN" for char in label):
        return ""
    return f"xn--{label.encode('punycode').decode('ascii')}"


def site(text: str) -> str:
    """The site that an address or a bare domain belongs to; empty for what names none.

    An address of an account, such as a page on a social network, names no site, since the host is not its publisher.
    """
    found = address(text)
    if not found or (found.path and _is_accounts(found.host)):
        return ""
    return unmirrored(found.host)


def unmirrored(name: str) -> str:
    """A host without the first labels under which the same pages are served again, such as `www.` and `m.`."""
    first, _, rest = name.partition(".")
    while "." in rest and (_WWW.match(first) or (first in _words("mirror") and home(name) != name)):
        name = rest
        first, _, rest = name.partition(".")
    return name


@lru_cache(maxsize=1 << 12)
def home(name: str) -> str:
    """The registrable domain of a host, such as `example.co.uk` of `news.example.co.uk`; the host itself where there is none.

    Under a public suffix, private ones such as `github.io` among them, and under a domain of `tenants`, each name is a site of its own.
    """
    if _QUAD.match(name) or name.startswith("["):
        return name
    labels = name.split(".")
    for place in range(1, len(labels)):
        if ".".join(labels[place:]) in _words("tenants"):
            return ".".join(labels[place - 1 :])
    return _suffixes().privatesuffix(name) or name


def within(name: str, parent: str) -> bool:
    """Whether a host is another or lies under it with nobody else's site between."""
    return name == parent or (name.endswith(f".{parent}") and len(parent) >= len(home(name)))


def ladder(name: str) -> tuple[str, ...]:
    """A site and the larger ones whose marks speak for it, the nearest first.

    Only sections and language editions (class `plain`) are spoken for by the site that they are part of: `news.example.org` by
    `example.org`, but `blogs.example.org` by nobody. A part never speaks for the whole.
    """
    steps = [name]
    while name != home(name) and name.partition(".")[0] in _words("plain"):
        name = unmirrored(name.partition(".")[2])
        steps.append(name)
    return tuple(steps)


def _is_accounts(name: str) -> bool:
    return unmirrored(name) in _words("accounts")


@cache
def _words(name: str) -> frozenset[str]:
    return lexicon("domains")[name].words


@cache
def _suffixes() -> PublicSuffixList:
    """The bundled list; reading it takes a tenth of a second, so it is read when first asked."""
    return PublicSuffixList()
