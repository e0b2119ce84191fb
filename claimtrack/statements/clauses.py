"""Where a sentence of several clauses can be cut into statements that each stand for themselves."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.statements.phrases import Phrases

JOINING = frozenset(["and", "but", "while", "yet", "so", "although", "though", "whereas", "as"])
OPENING = frozenset(["while", "although", "though", "whereas", "since", "because", "as"])
LEAST = 3
"""Tokens; shorter stretches are no clauses."""


def joints(phrases: Phrases, sentences: Iterable[tuple[int, int]]) -> list[int]:
    """The offsets of the marks between clauses, in order: before `, and the board ...`, after `While the board ...,`, at semicolons.

    Args:
        phrases: the phrases of the text.
        sentences: the sentences, as places of tokens.
    """
    found: list[int] = []
    for first, last in sentences:
        start = first
        for at in range(first + LEAST, last - LEAST):
            if _joins(phrases, start, at, first, last):
                found.append(phrases.t.start[at])
                start = at + 1
    return found


def _joins(phrases: Phrases, start: int, at: int, first: int, last: int) -> bool:
    """Whether a mark stands between two clauses, the one before it from `start` on."""
    mark, after = phrases.tag[at], phrases.low[at + 1]
    if mark not in ",;" or not phrases.finite(start, at):
        return False
    if mark == ";":
        return True
    if after in JOINING:
        return phrases.clause(at + 2, last)
    return start == first and phrases.low[first] in OPENING and phrases.clause(at + 1, last)
