"""How much room a text takes where letters are of different width, and its lines within some room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wcwidth import wcwidth

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}-·’‘ \"")
_BROAD = frozenset("mwM")
_BROADEST = frozenset("W@%—…")
WIDEST, BROAD, CAPITAL, NARROW, USUAL = 1.0, 0.88, 0.74, 0.36, 0.58
"""Ems: somewhat more than the common sans-serif fonts take, so that what is thought to fit does."""
ELLIPSIS = "…"


def ems(text: str) -> float:
    """About how wide a text is, in units of its font's size; never less than what a common sans-serif font takes."""
    return sum(map(_ems, text))


@lru_cache(maxsize=4096)
def _ems(character: str) -> float:
    columns = wcwidth(character)
    if columns != 1:
        return WIDEST * max(columns, 0)
    if character in _BROADEST or not (character.isascii() or character.isalpha()):
        return WIDEST
    if character in _BROAD:
        return BROAD
    if character in _NARROW:
        return NARROW
    return USUAL if character.isascii() and not character.isupper() else CAPITAL


def fitted(text: str, width: float, most: int) -> tuple[str, ...]:
    """A text on lines of some width, the last one cut with an ellipsis where there would be more.

    Args:
        text: one paragraph.
        width: the most ems of a line.
        most: lines, at least one.
    """
    lines = [""]
    for word in (piece for whole in text.split() for piece in _pieces(whole, width)):
        joined = f"{lines[-1]} {word}".lstrip()
        if ems(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [line for line in lines if line]
    return tuple(kept) if len(kept) <= most else (*kept[: most - 1], _cut(" ".join(kept[most - 1 :]), width))


def _pieces(word: str, width: float) -> Iterator[str]:
    """A word in pieces that fit, each of at least one character, broken after a hyphen or a full stop where there is one."""
    piece = ""
    for character in word:
        if piece and ems(piece + character) > width:
            cut = max(piece.rfind(mark) for mark in "-./") + 1 or len(piece)
            yield piece[:cut]
            piece = piece[cut:]
        piece += character
    yield piece


def _cut(text: str, width: float) -> str:
    """As much of a text as fits with an ellipsis after it."""
    while text and ems(text.rstrip() + ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
