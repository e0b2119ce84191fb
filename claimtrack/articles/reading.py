"""From a draft to an article's clean text: masthead, credits and boilerplate told apart, and the records made."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from claimtrack.articles.boilerplate import drop_boilerplate, drop_repeats
from claimtrack.articles.credits import read_credits
from claimtrack.articles.dates import relative_date
from claimtrack.articles.findings import Finding
from claimtrack.articles.genre import genre_of
from claimtrack.articles.headrows import from_address
from claimtrack.articles.language import looks_english
from claimtrack.articles.maker import MAKER
from claimtrack.articles.markup import for_reading
from claimtrack.articles.masthead import Head, read_head
from claimtrack.articles.outlets import Register, agency
from claimtrack.articles.parts import glued_sentences, joined, with_footnotes, with_subheads
from claimtrack.articles.pictures import read_pictures
from claimtrack.articles.pieces import Piece, cut
from claimtrack.articles.records import article_key, dating, derivations, digest, from_metadata, notices, outlet_of, publishers
from claimtrack.articles.stated import Day, Draft, Stated, line
from claimtrack.model.reading import ArticleText, Block, Dropped, Run
from claimtrack.model.records import Article
from claimtrack.model.terms import Basis, DerivationKind, NoticeKind, Role

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
SAMPLE = 5_000
"""Characters of an article by which its language is told."""
SIGNED = frozenset({"biography", "disclaimer"})


def read_draft(draft: Draft, outlets: Register) -> ArticleText:
    """The article of a draft, ready to be read."""
    text = draft.text
    reading = for_reading(text)
    pieces, pictures = read_pictures(cut(text, reading, draft.roles), text, reading, outlets)
    head = read_head(pieces, text, reading, draft.stated, outlets)
    pieces, credited, own = read_credits(list(head.pieces), outlets)
    stated = _completed(attrs.evolve(head.stated, outlets=head.stated.outlets + _known(own, outlets)), pieces)
    pieces = drop_boilerplate(pieces, head.body, stated.authors)
    pieces = drop_repeats(with_footnotes(pieces, text, reading, head.body), head.body, stated.title)
    pieces = with_subheads(pieces, text, reading, head.body)
    findings = [*pictures, *credited, *_wire(head), *from_metadata(stated.origins, outlets)]
    return _assembled(draft, stated, head.dateline, pieces, reading, findings, outlets)


def _known(names: Iterable[str], outlets: Register) -> tuple[str, ...]:
    """The names that are those of given outlets: the publisher in a credit such as "Sources: us with ..."."""
    return tuple(name for name in names if outlets.named(name))


def _completed(stated: Stated, pieces: list[Piece]) -> Stated:
    """What is stated, with the dates that the address and a relative date give."""
    days = (*stated.days, *from_address(stated.url))
    if stated.fetched and not days:
        near = " ".join(piece.words for piece in pieces[:6] if len(piece.words) < 100)
        found = relative_date(near, stated.fetched)
        days = (Day(found, Basis.RELATIVE, "told from the day it was fetched"),) if found else ()
    return attrs.evolve(stated, days=days)


def _wire(head: Head) -> list[Finding]:
    """The finding of an agency in the dateline."""
    name = agency(head.agency)
    if not name:
        return []
    start, end = next((piece.start, piece.end) for piece in head.pieces if piece.fate == "dateline")
    return [
        Finding(
            kind=NoticeKind.AGENCY,
            names=(name,),
            start=start,
            end=end,
            why="dateline of a news agency",
            derivation=DerivationKind.SYNDICATION,
        )
    ]


def _assembled(
    draft: Draft, stated: Stated, dateline: str, pieces: list[Piece], reading: str, findings: list[Finding], outlets: Register
) -> ArticleText:
    """The records and the blocks."""
    key, outlet = article_key(draft.name), outlet_of(stated, outlets)
    own = frozenset({outlet, *(outlets.source(name) for name in publishers(stated, outlets))}) - {""} if outlet else frozenset()
    findings = [attrs.evolve(finding, names=tuple(dict.fromkeys(outlets.source(name) for name in finding.names))) for finding in findings]
    blocks = joined(tuple(Block(piece.start, piece.end, _role(piece)) for piece in pieces if not isinstance(piece.fate, str)), reading)
    signed = bool(stated.authors) and any(piece.fate in SIGNED for piece in pieces)
    genre, evidence = genre_of(stated, signed=signed, wire=bool(dateline) or any(found.kind is NoticeKind.AGENCY for found in findings))
    article = Article(
        key=key,
        title=line(stated.title),
        outlet=outlet,
        authors=tuple(filter(None, map(line, stated.authors))),
        published=dating(stated.days),
        url=line(stated.url),
        genre=genre,
        dateline=dateline,
        language=_language(stated.language, draft.text),
        digest=digest(draft.text),
        length=len(draft.text),
        notices=notices(findings, own),
        note=_note(evidence, glued_sentences(reading, blocks), stated),
        maker=MAKER,
    )
    return ArticleText(
        article=article,
        text=draft.text,
        reading=reading,
        blocks=blocks,
        dropped=tuple(Dropped(piece.start, piece.end, piece.fate) for piece in pieces if isinstance(piece.fate, str)),
        runs=(Run(0, len(draft.text), 0),) if draft.runs is None else draft.runs,
        derivations=derivations(findings, own, key),
    )


def _role(piece: Piece) -> Role:
    return piece.fate if isinstance(piece.fate, Role) else Role.BODY


def _language(stated: str, text: str) -> str:
    """The language as stated, else English where it looks so, else unknown."""
    if _LANGUAGE.match(stated):
        return stated.replace("_", "-")
    return "en" if looks_english(text[:SAMPLE]) else ""


def _note(evidence: str, glued: int, stated: Stated) -> str:
    """What a reader of the record should know of how it was read."""
    parts = (
        f"genre by {evidence}" if evidence else "",
        f"{glued} sentence{'s' * (glued > 1)} run on without a blank" if glued else "",
        f"fetched on {stated.fetched}" if stated.fetched else "",
    )
    return "; ".join(part for part in parts if part)
