"""Strings that would do something to a terminal, a page or a spreadsheet, if anything let them, and ledgers full of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from claimtrack import (
    Anchor,
    Article,
    Citation,
    CitedFact,
    Claim,
    Derivation,
    Judgement,
    Ledger,
    Link,
    Maker,
    Outlet,
    Rating,
    Record,
    Report,
    Retraction,
    Speaker,
    Stance,
    Statement,
    track,
)
from claimtrack.model import (
    Cue,
    Dating,
    DerivationKind,
    FactKind,
    Framing,
    MakerKind,
    Notice,
    NoticeKind,
    Period,
    Post,
    SpeakerKind,
    StanceKind,
    Verdict,
    Voice,
)
from tests.reports.payloads import MARK, MORE

HOSTILE = (
    "\x9b31mred\x9b0m",
    "\x90payload\x9c",
    "\x85next line",
    "bell\x07",
    "\x1b[31mred\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;https://harbour.example\x07click\x1b]8;;\x07",
    "\x1bc",
    "\r\nOverwritten",
    "back\x08space",
    "nul\x00byte",
    "delete\x7f",
    "vertical\x0btab\x0cfeed",
    "\x1c\x1d\x1e\x1f",
    "\u202eright to left\u202c",
    "\u202dleft\u202c",
    "\u2066isolate\u2069",
    "\u2067isolate\u2069",
    "\u2068first strong\u2069",
    "\u200emark\u200f",
    "\u061carabic mark",
    "zero\u200bwidth",
    "\u2060joined\u2060",
    "\ufeffbom",
    "soft\u00adhyphen",
    "line\u2028separator",
    "paragraph\u2029separator",
    "\ue000private",
    "tag\U000e0041\U000e0042",
    "\u206ainhibit",
    "\ufff9anno\ufffatation\ufffb",
    "\u180evowel",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><h1>out</h1>",
    "<!-- comment",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "<svg/onload=alert(1)>",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "<harbour@example.com>",
    "<https://harbour.example>",
    "| cell | cell |",
    "a|b",
    "\\| escaped",
    "\\",
    "\\\\|",
    "`code`",
    "``` fence\ncode\n```",
    "[link](https://harbour.example)",
    "[ref]: https://harbour.example",
    "![image](https://harbour.example/x.png)",
    "[x](javascript:alert(1))",
    "https://harbour.example/path",
    "www.harbour.example",
    "# heading",
    "## heading\n\ntext",
    "one\n\n---\n\ntwo",
    "text\n===",
    "- item\n- item",
    "1. item",
    "> quoted",
    "**bold** *it* __b__ _i_ ~~gone~~",
    "$x^2$ $$y$$",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7 * 7 %>",
    "%s %d %n {0} {name}",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    '=HYPERLINK("https://harbour.example")',
    "\ttab first",
    "'; DROP TABLE claims; --",
    "$(touch x) `touch x`",
    "../../etc/passwd",
    "a" * 300,
    "宽" * 60,
    "e\u0301\u0301\u0301\u0301",
    "\U0001f469\u200d\U0001f692 crew",
)
"""What a terminal, a browser, GitHub, a template engine, a spreadsheet or a shell could take for an order; some of each."""

PAYLOADS = tuple(dict.fromkeys((*HOSTILE, *MORE)))
"""All payloads, these and several hundred more."""

SAMPLED = [
    pytest.param(text, marks=() if place % 48 == 0 else pytest.mark.slow if place % 24 == 0 else pytest.mark.nightly)
    for place, text in enumerate(PAYLOADS)
]
"""The same as parameters of tests: one in 48 on every run, as many again with the slow tests, and all of them before a release."""

SOME = [pytest.param(text, marks=() if place % 8 == 0 else pytest.mark.slow) for place, text in enumerate(HOSTILE)]
"""The hostile strings as parameters of tests: one in eight on every run, the others with the slow tests."""

KEPT = "\u200c\u200d"


def controls(text: str) -> set[str]:
    """The control, direction and invisible characters in a text, line ends and joiners apart."""
    return {f"U+{ord(c):04X}" for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and c not in f"\n{KEPT}"}


def printable(text: str) -> str:
    """A text as records accept it: without the control characters that they refuse."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)


LONGEST_IN_A_KEY = 60
LONGEST_IN_A_FRAGMENT = 200
MOST_IN_A_CUE = 6
HARMLESS = "plain words"
"""A text of the same shape as any payload in a ledger, to compare with."""


def worded(text: str) -> str:
    """A text as names accept it: on one line, and not empty."""
    return " ".join(printable(text).split()) or HARMLESS


def kept(text: str) -> str:
    """A text as notes accept it, on several lines where it has them, and not empty."""
    return printable(text).strip() or HARMLESS


def keyed(text: str) -> str:
    """As much of a text as a key accepts behind its first letters."""
    accepted = (c for c in printable(text) if re.match(r"[\w.:/()@+,'’&-]", c) or unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFC", "".join(accepted))[:LONGEST_IN_A_KEY]


@cache
def hostile_report(text: str) -> Report:
    """The report on a ledger with that text in every field that holds text."""
    return track(hostile_ledger(text))


def hostile_ledger(text: str) -> Ledger:
    """A ledger with that text in every field that holds text, in records of every type; its shape is the same for any text.

    Two papers, one of which copies the other, a document, people with and without a record; two claims, supported, denied and attacked.
    """
    return Ledger(_records(text))


def _records(text: str) -> Iterator[Record]:
    yield from _sources(text)
    yield from _articles(text)
    yield from _statements(text)
    yield from _bearings(text)


def maker(text: str) -> Maker:
    """A program named so."""
    return Maker(name=worded(text), kind=MakerKind.SOFTWARE, version=kept(text), on=Period.parse("2024-05"))


def _cited(text: str) -> Citation:
    return Citation(source=worded(text), url=kept(text))


def _sources(text: str) -> Iterator[Record]:
    word, tail, by = worded(text), keyed(text), maker(text)
    facts = [CitedFact(about=about, value=word, cited=_cited(text)) for about in FactKind]
    shared: dict[str, Any] = {"aliases": [word], "note": kept(text), "maker": by}
    yield Outlet(key=f"outlet:a{tail}", name=word, domains=[word], facts=facts, **shared)
    yield Outlet(key=f"outlet:b{tail}", name=f"{word} b", **shared)
    post = Post(title=word, organization=word)
    yield Speaker(key=f"person:a{tail}", name=word, kind=SpeakerKind.PERSON, posts=[post], acts_for=[word, f"gov:a{tail}"], **shared)
    yield Speaker(key=f"gov:a{tail}", name=f"{word} g", kind=SpeakerKind.GOVERNMENT, **shared)
    yield Speaker(key=f"group:a{tail}", name=f"{word} m", kind=SpeakerKind.GROUP, members=[f"gov:a{tail}", word], **shared)
    yield Speaker(key=f"doc:a{tail}", name=f"{word} d", kind=SpeakerKind.DOCUMENT, **shared)
    for source in (f"outlet:a{tail}", f"person:a{tail}", word):
        yield Rating(source=source, rater=word, scale=word, value=word, cited=_cited(text), note=kept(text), maker=by)
    mark = Rating(source=f"outlet:b{tail}", rater=word, scale="admiralty", value="C", cited=_cited(text), note=kept(text), maker=by)
    taken = Rating(source=f"outlet:b{tail}", rater=word, scale="admiralty", value="A", maker=by)
    yield from (mark, taken, Retraction(record=taken.id, reason=word, maker=by))


def _articles(text: str) -> Iterator[Record]:
    word, tail = worded(text), keyed(text)
    said: dict[str, Any] = {
        "title": kept(text),
        "authors": [word],
        "dateline": kept(text),
        "language": kept(text),
        "note": kept(text),
    }
    places = (
        (f"outlet:a{tail}", kept(text)),
        (f"outlet:b{tail}", f"https://harbour.example/{kept(text)}"),
        (word, ""),
    )
    for number, (outlet, url) in enumerate(places):
        published = Dating(on=f"2024-05-0{number + 1}", note=kept(text))
        notice = Notice(kind=NoticeKind.CREDIT, cites=[word], note=kept(text))
        key = f"article:{number}{tail}"
        yield Article(key=key, outlet=outlet, url=url, published=published, notices=[notice], maker=maker(text), **said)


def _statements(text: str) -> Iterator[Record]:
    word, tail = worded(text), keyed(text)
    people: tuple[tuple[str, ...], ...] = (
        (f"doc:a{tail}", f"person:a{tail}"),
        (f"group:a{tail}",),
        (word,),
        (f"outlet:b{tail}", f"gov:a{tail}"),
        (),
        (f"person:a{tail}", word),
    )
    cue = Cue(start=0, end=4, text=" ".join(worded(text).split()[:MOST_IN_A_CUE]))
    fragment = re.sub(r"\s", "", kept(text))[:LONGEST_IN_A_FRAGMENT]
    for number, chain in enumerate(people):
        yield Statement(
            key=f"S{number}{tail}",
            article=f"article:{number % 3}{tail}",
            anchor=Anchor(start=number, end=number + 9, fragment=unicodedata.normalize("NFC", fragment)),
            chain=[Link(holders=[holder]) for holder in chain],
            voice=Voice.INDIRECT if chain else Voice.AUTHORIAL,
            framing=Framing.ATTRIBUTED_FACT if chain else Framing.REPORTED_FACT,
            cue=cue,
            proposition=kept(text),
            note=kept(text),
            maker=Maker(name=word, version=kept(text)),
        )


def _bearings(text: str) -> Iterator[Record]:
    word, tail, by, note = worded(text), keyed(text), maker(text), kept(text)
    one, other = f"claim:a{tail}", f"claim:b{tail}"
    for key in (one, other):
        yield Claim(key=key, wording=word, label=note, subjects=[word, f"gov:a{tail}"], note=note, maker=by)
    S, D = StanceKind.SUPPORTS, StanceKind.DENIES  # noqa: N806
    for number, claim, kind in ((0, one, S), (1, one, S), (2, one, S), (3, one, D), (4, other, S), (5, one, StanceKind.DISPUTES_SOURCE)):
        yield Stance(statement=f"S{number}{tail}", claim=claim, kind=kind, note=note, maker=by)
    yield Stance(statement=word, claim=word, kind=StanceKind.SUPPORTS, note=note, maker=by)
    for left, right in ((one, other), (f"person:a{tail}", f"gov:a{tail}")):
        yield Judgement(left=left, right=right, verdict=Verdict.DIFFERENT, score=0.5, reasons=[word], maker=by)
    said: dict[str, Any] = {"claims": [one, word], "altered": [f"S0{tail}", word], "cited": _cited(text), "note": note, "maker": by}
    yield Derivation(derived=f"article:1{tail}", source=f"article:0{tail}", kind=DerivationKind.COPY, **said)
    yield Derivation(derived=f"doc:a{tail}", source=f"gov:a{tail}", kind=DerivationKind.CITATION, **said)
    yield Derivation(derived=f"article:2{tail}", source=word, kind=DerivationKind.CITATION, **said)


__all__ = [
    "HARMLESS",
    "HOSTILE",
    "KEPT",
    "MARK",
    "PAYLOADS",
    "SAMPLED",
    "SOME",
    "controls",
    "hostile_ledger",
    "hostile_report",
    "printable",
]
