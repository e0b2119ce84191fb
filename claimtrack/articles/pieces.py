"""A text cut into pieces, paragraphs and lines with their places, before anybody says what part each one is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

import attrs

from claimtrack.model.terms import Role

LONG = 600
"""Characters beyond which a piece is prose, and neither credit line nor boilerplate is looked for in it by its beginning."""
_LINE = re.compile(r"[^\n]+")
_BLANKS = " \t\r\u00a0\ufeff\u200b\v\f"
_ENDS = re.compile(r"[.!?…:;\"”’'»)\]*]\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s|\Z)|[.!?][\"”’']?(?=[A-Z“])")
_HEADING = re.compile(r"#{1,6}[ \t]")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)]) ")
WRAP = range(45, 100)
"""Line lengths at which mail programs and books wrap."""


@attrs.frozen(kw_only=True)
class Piece:
    """A paragraph or a line.

    Attributes:
        words: what can be read in it, on one line.
        heading: whether the format marks it as a heading.
        fate: the part it is read as, or why it is not read; None while undecided.
    """

    start: int
    end: int
    words: str
    heading: bool = False
    fate: Role | str | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has said yet what it is."""
        return self.fate is None

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDS.search(self.words[-20:]))

    @property
    def sentences(self) -> int:
        """About how many sentences it has, counted up to four."""
        return max(sum(1 for _ in islice(_SENTENCE_END.finditer(self.words[:4_000]), 4)), 1)

    def as_(self, fate: Role | str) -> Piece:
        """The piece, decided."""
        return attrs.evolve(self, fate=fate)


def cut(text: str, reading: str, roles: dict[int, Role]) -> list[Piece]:
    """The pieces of a text: its lines, or its paragraphs where lines were wrapped by width; `roles` by where they start."""
    lines = [match.span() for match in _LINE.finditer(reading)]
    spans = _paragraphs(reading, lines) if _wrapped(reading, lines) else lines
    pieces = []
    for start, end in spans:
        piece = part(text, reading, start, end)
        if piece is not None:
            role = roles.get(piece.start)
            pieces.append(attrs.evolve(piece, fate=role, heading=piece.heading or role is Role.SUBHEAD))
    return pieces


def part(text: str, reading: str, start: int, end: int, fate: Role | str | None = None) -> Piece | None:
    """The piece between two places, trimmed of blanks; None when nothing is left. Markup at its ends belongs to it."""
    kept = text[start:end]
    left = len(kept) - len(kept.lstrip())
    right = len(kept.rstrip())
    if left >= right:
        return None
    words = " ".join(reading[start:end].split())
    return Piece(start=start + left, end=start + right, words=words, heading=bool(_HEADING.match(kept.lstrip()[:8])), fate=fate)


def split(piece: Piece, text: str, reading: str, places: Iterable[tuple[int, Role | str | None]]) -> list[Piece]:
    """A piece cut at places, each with the fate of what starts there; what comes before the first keeps the piece's own."""
    starts = [(piece.start, piece.fate), *places]
    ends = [start for start, _ in starts[1:]] + [piece.end]
    found = (part(text, reading, start, end, fate) for (start, fate), end in zip(starts, ends, strict=True))
    return [attrs.evolve(item, heading=piece.heading) for item in found if item is not None]


def _wrapped(reading: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines that are followed at once by another break off within a sentence at a usual width."""
    followed = [(start, end) for (start, end), (after, _) in pairwise(lines) if after == end + 1 and _solid(reading, start, end)]
    followed = [(start, end) for start, end in followed if _solid(reading, end + 1, min(end + 200, len(reading)))]
    broken = sum(end - start in WRAP and not _ENDS.search(reading[max(start, end - 20) : end]) for start, end in followed)
    return len(followed) >= 3 and broken >= 0.6 * len(followed)


def _solid(reading: str, start: int, end: int) -> bool:
    """Whether a line has anything but blanks."""
    line = reading[start:end].partition("\n")[0]
    return bool(line.strip(_BLANKS))


def _paragraphs(reading: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines joined into paragraphs at blank lines, list items and the like kept apart."""
    held: tuple[int, int] | None = None
    for start, end in lines:
        if not _solid(reading, start, end):
            continue
        if held and start == held[1] + 1 and held[1] - held[0] >= WRAP.start and not _ITEM.match(reading, start, end):
            held = held[0], end
        else:
            if held:
                yield held
            held = start, end
    if held:
        yield held
