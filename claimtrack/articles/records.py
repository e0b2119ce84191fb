"""The records that come out of a reading: the article with its notices, and what it is derived from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from claimtrack.articles.findings import Finding, cited
from claimtrack.articles.maker import MAKER
from claimtrack.articles.outlets import Register, agency
from claimtrack.articles.stated import Day, Origin, Stated, line
from claimtrack.domains import host
from claimtrack.model.base import KEY_LIMIT
from claimtrack.model.records import Derivation
from claimtrack.model.terms import DerivationKind, NoticeKind
from claimtrack.model.values import Citation, Dating, Notice, Span

_UNFIT = re.compile(r"[^\w.:/()@+,'’&-]+")
_NAMES = 12
CONTRADICTS = "contradicts another notice, which names a different origin"


def article_key(name: str) -> str:
    """A key for an article from the name of its file or its address."""
    stem = re.sub(r"\.(?:txt|md|markdown|html?|xml|json|warc|gz)\Z", "", line(name), flags=re.IGNORECASE)
    slug = _UNFIT.sub("-", stem.removeprefix("article:").rsplit("/", 1)[-1] if "://" not in stem else stem).strip("-")
    if len(slug) > KEY_LIMIT - 40:
        slug = slug[: KEY_LIMIT - 60] + "-" + digest(slug)[:16]
    return f"article:{slug or digest(name)[:16]}"


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, as articles record it."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def publishers(stated: Stated, outlets: Register) -> tuple[str, ...]:
    """The names given for the publisher, without the one at whose canonical address the text stands, if that lies elsewhere."""
    moved = any(origin.where == "canonical link" for origin in stated.origins)
    away = outlets.at(stated.canonical) if moved else ""
    return tuple(name for name in stated.outlets if not away or outlets.named(name) != away)


def outlet_of(stated: Stated, outlets: Register) -> str:
    """The publisher: by its address among the given outlets, by its name among them, else as it is stated, else empty."""
    names = publishers(stated, outlets)
    known = outlets.at(stated.url) or next((key for name in names if (key := outlets.named(name))), "")
    return known or next(iter(names), "") or host(stated.url)


def dating(days: Sequence[Day]) -> Dating | None:
    """The date, by the surest way of knowing it; what other places say is noted where it differs."""
    if not days:
        return None
    rank = [day.basis for day in days]
    best = min(days, key=lambda day: (str(day.basis) != "stated", rank.index(day.basis)))
    agree = [day.where for day in days if best.on.start >= day.on.start and best.on.end <= day.on.end]
    differ = [f"{day.where} says {day.on}" for day in days if not (best.on.start >= day.on.start and best.on.end <= day.on.end)]
    return Dating(on=best.on, basis=best.basis, note="; ".join([", ".join(dict.fromkeys(agree)), *dict.fromkeys(differ)]))


def from_metadata(origins: Iterable[Origin], outlets: Register) -> list[Finding]:
    """The findings of what metadata and bylines name as origin."""
    found = []
    for origin in origins:
        key = outlets.at(origin.url)
        names = (key,) if key else cited(origin.name, outlets) or ((host(origin.url),) if host(origin.url) else ())
        wire = any(agency(name) for name in (origin.name, *names)) and origin.where != "canonical link"
        kind, how = _META.get(origin.where, (NoticeKind.CREDIT, DerivationKind.CITATION))
        if wire:
            kind, how = NoticeKind.AGENCY, DerivationKind.SYNDICATION
        if names:
            found.append(Finding(kind=kind, names=names, why=f"stated in the {origin.where}", derivation=how))
    return found


_META = {
    "canonical link": (NoticeKind.REPUBLISHED, DerivationKind.REPUBLICATION),
    "feed's source": (NoticeKind.REPUBLISHED, DerivationKind.SYNDICATION),
}


def contradicting(findings: Sequence[Finding]) -> frozenset[Finding]:
    """The notices of republication that disagree on where the text comes from."""
    claims = [finding for finding in findings if finding.kind is NoticeKind.REPUBLISHED and finding.names]
    return frozenset(claims) if claims and not frozenset.intersection(*(frozenset(finding.names) for finding in claims)) else frozenset()


def notices(findings: Sequence[Finding], own: frozenset[str]) -> tuple[Notice, ...]:
    """The findings as notices; the outlet's own name is no source, but a notice that names it as the origin stays."""
    odd = contradicting(findings)
    made = []
    for finding in findings:
        names = finding.names if finding.kind is NoticeKind.REPUBLISHED else tuple(name for name in finding.names if name not in own)
        if finding.names and not names:
            continue
        span = Span(finding.start, finding.end) if finding.end > finding.start else None
        note = "; ".join(part for part in (finding.why, CONTRADICTS if finding in odd else "") if part)
        made.append(Notice(kind=finding.kind, cites=names[:_NAMES], span=span, note=note))
    return tuple(made)


def derivations(findings: Sequence[Finding], own: frozenset[str], key: str) -> tuple[Derivation, ...]:
    """What the article descends from by its own word, one record a source, by the strongest kind found."""
    odd = contradicting(findings)
    best: dict[str, Finding] = {}
    for finding in sorted(findings, key=_strength):
        if finding.derivation:
            for name in finding.names[:_NAMES]:
                best.setdefault(name, finding)
    return tuple(
        Derivation(
            derived=key,
            source=name,
            kind=finding.derivation,
            declared=True,
            cited=Citation(source="the article's own notice" if finding.end > finding.start else finding.why),
            note=CONTRADICTS if finding in odd else "",
            maker=MAKER,
        )
        for name, finding in sorted(best.items())
        if name not in own and name != key and finding.derivation
    )


def _strength(finding: Finding) -> int:
    """Lower for what binds closer: a copy before a mere mention."""
    return finding.derivation is DerivationKind.CITATION
