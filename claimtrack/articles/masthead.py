"""The top of an article: crawler's prefix, headline and its repeats, deck, byline, date lines, dateline."""

from __future__ import annotations

import re

import attrs

from claimtrack.articles.headrows import head_line, prefix
from claimtrack.articles.outlets import Register, agency
from claimtrack.articles.pieces import Piece, split
from claimtrack.articles.stated import Stated, line
from claimtrack.model.terms import Role

HEAD = 40
"""Pieces among which the masthead is looked for."""
TITLE_LIMIT = 250
DECK_LIMIT = 350
_PUNCTUATION = re.compile(r"[^\w]+")
_CUT_OFF = re.compile(r"(?:\.{3}|…)\s*(?P<tail>\S.{0,80})?\Z")
_PLACE = (
    r"[^\W\d_a-z]{2}[^\W\d_a-z]*(?:[ .'’/-]{1,2}[^\W\d_a-z]+)*(?:, ?(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|"
    r"Oct|Nov|Dec)[a-z]{0,6}\.? ?\d)[^\W\d_a-z][\w.'’ -]{0,25}?)?"
)
_MONTHDAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, ?\d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
_DASH = r"\s*(?:--?|–|—|:)\s*"
_DATELINES = (
    re.compile(rf"(?P<place>{_PLACE})(?:[,.] ?{_MONTHDAY})?[.,]? ?[(/](?P<by>[A-Z][\w .'-]{{1,30}})[)/]\.?(?:{_DASH}|(?=[A-Z“\"]))"),
    re.compile(
        rf"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}(?:, ?[A-Z][\w. ]{{1,25}})?)"
        rf"(?:[,.] ?{_MONTHDAY})? [(](?P<by>[A-Z][\w .'-]{{1,30}})[)]{_DASH}"
    ),
    re.compile(rf"[(](?P<by>[A-Z][\w .'-]{{1,30}})[)]{_DASH}(?P<place>)"),
    re.compile(rf"(?P<place>{_PLACE})(?:[,.] ?{_MONTHDAY})?(?P<by>)\s*(?:--|–|—|-(?= ))\s*"),
)
DATELINE = "dateline"


@attrs.frozen
class Head:
    """What the top of an article gave: the pieces, decided as far as they go, and what is stated there.

    Attributes:
        body: the index of the first piece of the article's body.
        agency: the name in the dateline's brackets.
    """

    pieces: tuple[Piece, ...]
    stated: Stated
    body: int = 0
    dateline: str = ""
    agency: str = ""


def folded(words: str) -> str:
    """Words as headlines are compared: no case, no punctuation, whatever the quotation marks."""
    return _PUNCTUATION.sub(" ", words.casefold()).strip()


def read_head(pieces: list[Piece], text: str, reading: str, stated: Stated, outlets: Register) -> Head:
    """Decide the pieces at the top; a headline that the wrapping states is looked for."""
    pieces, found = _prefixed(pieces, text, reading)
    stated = found.over(stated) if found else stated
    done: list[Piece] = []
    title, lines = "", 0
    for place, piece in enumerate(pieces[:HEAD]):
        row = head_line(piece.words, outlets) if piece.open and not (piece.heading and not title) else None
        if row:
            why, told = row
            done.append(piece.as_(why))
            lines, stated = lines + 1, stated.over(told)
        elif not piece.open:
            done.append(piece)
            title = title or (piece.words if piece.fate is Role.HEADLINE else "")
        elif not title and is_title(piece, pieces[place + 1 :], stated.title, bool(found)):
            title = piece.words
            done.append(piece.as_(Role.HEADLINE))
        elif title and repeats(piece.words, title):
            done.append(piece.as_("duplicate headline"))
        elif (decks := _deck(piece, pieces[place + 1 :], text, reading, outlets, bool(title), lines)) is not None:
            done += decks[0]
            stated = stated.over(decks[1])
        else:
            break
    rest = pieces[_covered(done, pieces) :]
    stated = Stated(title=line(title)).over(stated)
    return _with_dateline(done, rest, text, reading, stated)


def _covered(done: list[Piece], pieces: list[Piece]) -> int:
    """How many of the pieces are decided."""
    end = done[-1].end if done else -1
    return sum(piece.end <= end for piece in pieces[: HEAD + 1])


def _prefixed(pieces: list[Piece], text: str, reading: str) -> tuple[list[Piece], Stated | None]:
    """The pieces with a crawler's date and address cut off the first line."""
    found = prefix(reading[pieces[0].start : pieces[0].end]) if pieces and pieces[0].open else None
    if not found:
        return pieces, None
    first, stated = pieces[0], found[0]
    start = first.start + found[1]
    cut = split(first.as_("crawler's prefix"), text, reading, [(start, None)] if start < first.end else [])
    return [*cut, *pieces[1:]], stated


def is_title(piece: Piece, after: list[Piece], stated: str, told: bool) -> bool:
    """Whether a piece is the headline: stated as such, marked as one, or short and unlike a sentence of prose."""
    if stated and repeats(piece.words, stated):
        return True
    if len(piece.words) > TITLE_LIMIT or not after or dateline(piece.words):
        return False
    if piece.heading or told:
        return True
    stopped = piece.words.endswith((".", "…", ".”", '."'))
    longer = len(max(after[:4], key=lambda item: len(item.words)).words) > 1.5 * len(piece.words)
    return longer and piece.sentences <= 2 and not stopped


def repeats(words: str, title: str) -> bool:
    """Whether words are a headline once more: the same, or cut short, or with the outlet's name behind."""
    if len(words) > 2 * TITLE_LIMIT:
        return False
    mine, theirs = folded(words), folded(title)
    short, long = sorted((mine, theirs), key=len)
    return mine == theirs or (len(short.split()) >= 4 and len(short) >= 0.7 * len(long) and long.startswith(short))


def _deck(
    piece: Piece, after: list[Piece], text: str, reading: str, outlets: Register, titled: bool, lines: int
) -> tuple[list[Piece], Stated] | None:
    """The deck and what is glued to its end, when a piece is one: short, and cut off, or set apart by lines of a masthead."""
    if not titled or len(piece.words) > DECK_LIMIT or not after:
        return None
    cut = _CUT_OFF.search(reading[piece.start : piece.end])
    if cut:
        told = head_line(" ".join((cut["tail"] or "").split()), outlets) if cut["tail"] else None
        return (
            (_shortened(piece, text, reading, piece.start + cut.start()), told[1] if told else Stated())
            if told or not cut["tail"]
            else None
        )
    follows = any(head_line(item.words, outlets) for item in after[:2])
    first = lines > 0 and piece.sentences == 1 and len(piece.words) <= 160 and after[0].sentences >= 3
    return ([piece.as_(Role.DECK)], Stated()) if piece.sentences <= 2 and (follows or (first and piece.ended)) else None


def _shortened(piece: Piece, text: str, reading: str, end: int) -> list[Piece]:
    """A deck that was cut off, up to its last whole clause."""
    comma = reading.rfind(",", piece.start, end)
    start = comma + 1 if comma > piece.start + 0.6 * (end - piece.start) else end
    return split(piece.as_(Role.DECK), text, reading, [(start, "cut off")])


def dateline(words: str) -> re.Match[str] | None:
    """The dateline that words begin with: a place in capitals, or a place or nothing with an agency in brackets, and a dash."""
    head = words[:120]
    for pattern in _DATELINES:
        match = pattern.match(head)
        if match and (not match["by"] or agency(match["by"]) or match["place"].isupper()):
            return match
    return None


def _with_dateline(done: list[Piece], rest: list[Piece], text: str, reading: str, stated: Stated) -> Head:
    """The head, with the dateline cut off the first piece of the body."""
    if not rest or not rest[0].open:
        return Head((*done, *rest), stated, len(done))
    first = rest[0]
    match = dateline(reading[first.start : first.end][:200].replace("\n", " "))
    if not match:
        return Head((*done, *rest), stated, len(done))
    start = first.start + match.end()
    cut = split(first.as_(DATELINE), text, reading, [(start, None)])
    return Head((*done, *cut, *rest[1:]), stated, len(done), line(match["place"]), line(match["by"]))
