"""What an article's own notices say of its descent: the findings, and the names in a credit."""

from __future__ import annotations

import re

import attrs

from claimtrack.articles.outlets import Register, agency
from claimtrack.articles.stated import line
from claimtrack.model.terms import DerivationKind, NoticeKind

NAME_LIMIT = 80
NAMES_LIMIT = 20
_STOPS = re.compile(
    r"\s(?:under|with (?:their |kind |the )?permission|by permission|where|which|and (?:is|was|has|are)|it (?:is|was|"
    r"has)|at https?:|as part of|in accordance"
    r"|on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|in (?:19|"
    r"20)\d\d|copyright|©|\(c\)"
    r"|contributed|all rights)|[.!?](?=\s|\Z)|\s[–—|]\s",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|/|\||\s&\s|\band\b|\bwith\b)\s*")
_LEAD = re.compile(
    r"^(?:the )?(?:(?:website|site|newspaper|magazine|blog|journal|online edition|pages?|author|"
    r"our (?:media )?partners?)(?: of)?(?: at)? )?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?:and )?(?:other|various|several|news|wire|media|local|international|foreign|our) ?)*"
    r"(?:news |wire |media )?(?:agenc(?:y|ies)|services?|wires?|sources?|reports?|media|staff|desk|correspondents?|"
    r"outlets?|inputs?|bureau)\.?\Z",
    re.IGNORECASE,
)


@attrs.frozen(kw_only=True)
class Finding:
    """One notice as found in the text or beside it.

    Attributes:
        names: whom it cites, as stated there.
        start, end: where it stands in the clean text; equal when it does not stand there.
        derivation: how the article descends from what it cites; None when it does not, as with a photograph.
    """

    kind: NoticeKind
    names: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    why: str = ""
    derivation: DerivationKind | None = None


def cited(phrase: str, outlets: Register) -> tuple[str, ...]:
    """The names in a credit, as outlets' keys or agencies' usual names where they are known; generic words name nobody."""
    whole = _STOPS.split(phrase.strip(), maxsplit=1)[0].strip(' .:*_()[]"“”')
    if outlets.named(whole) or agency(whole):
        return (outlets.source(whole),)
    found = []
    for raw in _BETWEEN.split(whole)[:NAMES_LIMIT]:
        name = line(raw).strip(' .:*_"“”')
        bare = _LEAD.sub("", name)
        if outlets.named(name) or agency(name):
            found.append(outlets.source(name))
        elif 1 < len(bare) <= NAME_LIMIT and bare[0].isupper() and not _NOBODY.match(bare):
            found.append(name if name[0].isupper() else bare)
    return tuple(dict.fromkeys(found))
