"""Text on lines of some width, in columns as a terminal counts them: wide characters take two, marks on others none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def columns(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fold(text: str, width: int, *, breaking: bool = True) -> list[str]:
    """Text on lines of some width, broken between words.

    Args:
        text: one paragraph.
        width: the most columns of a line.
        breaking: whether a word that is longer than a line is broken too; else it stands alone on a longer one.
    """
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        pieces = list(_pieces(word, width)) if breaking else [word]
        lines = [*(lines if lines[-1] else lines[:-1]), *pieces]
    return [line.rstrip() for line in lines]


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit, each of at least one character, broken after a hyphen where there is one."""
    piece = ""
    for character in word:
        if piece and columns(piece) + _columns(character) > width:
            cut = piece.rfind("-") + 1 or len(piece)
            yield piece[:cut]
            piece = piece[cut:]
        piece += character
    yield piece


def grid(rows: Sequence[Sequence[str]], widths: Sequence[int], headers: Sequence[str] = ()) -> str:
    """Cells side by side, each folded to the width of its column, under underlined headers."""
    drawn = [headers, *rows] if headers else list(rows)
    folded = [[_cell(cell, width) for cell, width in zip(row, widths, strict=True)] for row in drawn]
    wide = [max(columns(line) for cell in column for line in cell) for column in zip(*folded, strict=True)]
    lines = [_side_by_side(row, wide) for row in folded]
    return "\n".join([lines[0], "  ".join("-" * width for width in wide), *lines[1:]] if headers else lines)


def _cell(text: str, width: int) -> list[str]:
    return [part for line in text.split("\n") for part in fold(line, width)]


def _side_by_side(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """One row, on as many lines as its tallest cell."""
    lines = []
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        lines.append("  ".join(part + " " * (width - columns(part)) for part, width in zip(parts, widths, strict=True)).rstrip())
    return "\n".join(lines)
