"""The parts of the body: footnotes and sub-headings, those glued to a paragraph included, and paragraphs cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.articles.pieces import Piece, split
from claimtrack.model.reading import Block
from claimtrack.model.terms import Role

SUBHEAD_LIMIT = 100
_GLUED_NOTE = re.compile(r"(?<=[.!?”\"’')\]])(?:\*{1,3}|†|‡) ?(?=[A-Z][^*†‡\n]{8,300}\Z)")
_NOTE = re.compile(r"(?:\*{1,3}|†|‡|[¹²³⁴-⁹]|\[\^?\d{1,2}\]:?|\(\d\)) ?(?=[^\W\d_])")
_NOTED = 320
_GLUE = re.compile(r"(?<=[a-z0-9)\]][.!?])(?=[A-Z“‘][\w’'‘“-]+[ ,])|(?<=[a-z0-9.,!?][”\"])(?=[A-Z])")
_GLUED_WORD = re.compile(r"\b([A-Z][a-z]{2,})([A-Z][a-z]+)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SMALL = frozenset(_WORD.findall("a an and as at but by for from in into nor of off on or over per s the to up via vs with after amid"))
HEADING_REACH = 160
GLUED_LIMIT = 200
"""Places looked at in one paragraph where a sentence follows without a blank."""


def is_subhead(piece: Piece, after: Sequence[Piece]) -> bool:
    """Whether a piece is a heading within the body: marked as one, or short, without an end, and with prose behind it."""
    if not after or not after[0].open:
        return piece.heading
    words = piece.words
    shaped = len(words) <= SUBHEAD_LIMIT and not piece.ended and words[:1].isupper() and not words.endswith((",", "-", "–", "—"))
    return piece.heading or (
        shaped and len(words.split()) <= 14 and len(after[0].words) > 1.5 * len(words) and after[0].words[:1] not in "-*•"
    )


def with_footnotes(pieces: list[Piece], text: str, reading: str, body: int) -> list[Piece]:
    """The pieces with footnotes decided, a note glued to the end of a paragraph cut off first."""
    done: list[Piece] = []
    prose = max((place for place, piece in enumerate(pieces) if piece.open and len(piece.words) > _NOTED), default=-1)
    for place, piece in enumerate(pieces):
        if not piece.open or place < body:
            done.append(piece)
            continue
        tail = max(piece.start, piece.end - _NOTED)
        match = _GLUED_NOTE.search(text[tail : piece.end])
        if match:
            done += split(piece, text, reading, [(tail + match.start(), Role.FOOTNOTE)])
        elif (
            place > prose
            and len(piece.words) <= _NOTED
            and _NOTE.match(text[piece.start : piece.start + 20])
            and not _list(pieces, place, text)
        ):
            done.append(piece.as_(Role.FOOTNOTE))
        else:
            done.append(piece)
    return done


def _list(pieces: list[Piece], place: int, text: str) -> bool:
    """Whether a starred line is an item of a list: it has a blank after its star, and a neighbour of the same kind."""
    near = [pieces[at] for at in (place - 1, place, place + 1) if 0 <= at < len(pieces)]
    return sum(text.startswith("* ", piece.start) for piece in near) > 1


def with_subheads(pieces: list[Piece], text: str, reading: str, body: int) -> list[Piece]:
    """The pieces with sub-headings decided; one glued to the sentences around it is cut free."""
    done: list[Piece] = []
    for place, piece in enumerate(pieces):
        if not piece.open or place < body:
            done.append(piece)
        elif is_subhead(piece, pieces[place + 1 : place + 2]):
            done.append(piece.as_(Role.SUBHEAD))
        else:
            places = _glued_heading(reading, piece)
            done += split(piece, text, reading, places) if places else [piece]
    return done


def _glued_heading(reading: str, piece: Piece) -> list[tuple[int, Role | str | None]]:
    """Where a glued sub-heading and the text after it start: title case from a lost blank to a word with a capital within."""
    glues = [match.end() for match, _ in zip(_GLUE.finditer(reading, piece.start, piece.end), range(GLUED_LIMIT), strict=False)]
    for start in glues:
        match = _GLUED_WORD.search(reading, start, min(start + HEADING_REACH, piece.end))
        if match and _titled(reading[start : match.end(1)]) and not _titled(reading[match.start(2) : match.start(2) + 60]):
            return [(start, Role.SUBHEAD), (match.start(2), None)]
    return []


def _titled(words: str) -> bool:
    """Whether words are in title case: four or more of them, all but the small ones with capitals, no sentence ended between."""
    found = [word for word in _WORD.findall(words) if word.casefold() not in _SMALL]
    return len(found) >= 4 and all(word[0].isupper() for word in found) and not re.search(r"[.!?]\s", words)


def glued_sentences(reading: str, blocks: Sequence[Block]) -> int:
    """How many sentences follow another without a blank, for the record of damage."""
    return sum(1 for block in blocks if block.role is Role.BODY for _ in _GLUE.finditer(reading, block.start, block.end))


def joined(blocks: Sequence[Block], reading: str) -> tuple[Block, ...]:
    """The blocks with those joined that are one paragraph: a sentence broken off, and its rest in small letters below."""
    done: list[Block] = []
    for block in blocks:
        if done and _broken(done[-1], block, reading):
            done[-1] = Block(done[-1].start, block.end, done[-1].role)
        else:
            done.append(block)
    return tuple(done)


def _broken(before: Block, after: Block, reading: str) -> bool:
    """Whether a sentence runs from one body block into the next."""
    last, first = reading[max(before.start, before.end - 2) : before.end].strip()[-1:], reading[after.start : after.start + 1]
    between = reading[before.end : after.start]
    return (
        before.role is after.role is Role.BODY
        and before.end - before.start >= 40
        and (last.isalpha() or last in ",-–—")
        and first.islower()
        and not between.strip()
    )
