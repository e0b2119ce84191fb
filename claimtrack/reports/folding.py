"""Text on lines of some width, in columns as a terminal counts them: wide characters take two, marks on others none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tabulate import tabulate
from wcwidth import wcwidth


def columns(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    return max(wcwidth(character), 0)


def fold(text: str, width: int, *, breaking: bool = True) -> list[str]:
    """Text on lines of some width, broken between words.

    Args:
        text: one paragraph.
        width: the most columns of a line.
        breaking: whether a word that is longer than a line is broken too; else it stands alone on a longer one, unless it is in wide
            characters, which stand for whole words.
    """
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        pieces = list(_pieces(word, width)) if breaking or columns(word) > len(word) else [word]
        lines = [*(lines if lines[-1] else lines[:-1]), *pieces]
    return [line.rstrip() for line in lines]


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit, each of at least one character, broken after a hyphen where there is one."""
    piece = ""
    for character in word:
        while piece and columns(piece) + _columns(character) > width:
            cut = piece.rfind("-") + 1 or len(piece)
            yield piece[:cut]
            piece = piece[cut:]
        piece += character
    yield piece


def grid(
    rows: Sequence[Sequence[str]], widths: Sequence[int], headers: Sequence[str] = (), dress: Callable[[int, str], str] | None = None
) -> str:
    """Cells side by side, each folded to the width of its column, under underlined headers.

    Args:
        rows: the cells.
        widths: of the columns.
        headers: what stands above them.
        dress: dresses a cell, by the number of its column from 0, with what takes no room, such as a colour.
    """
    folded = [[_cell(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    if dress:
        folded = [["\n".join(dress(at, line) for line in cell.split("\n")) for at, cell in enumerate(row)] for row in folded]
    drawn = tabulate(folded, headers, tablefmt="simple" if headers else "plain", disable_numparse=True)
    return "\n".join(line.rstrip() for line in drawn.split("\n"))


def _cell(text: str, width: int) -> str:
    return "\n".join(part for line in text.split("\n") for part in fold(line, width))
