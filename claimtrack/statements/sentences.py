"""Where sentences begin and end, also where a blank was lost between them."""

from __future__ import annotations

from claimtrack.statements.grammar import Grammar
from claimtrack.statements.tokens import BREAK, NAME, QUOTE, Tokens

_STARTS = frozenset((BREAK, QUOTE, "(", "[", "—", "'", "*"))
_LONG = 30
_CAPITAL_AFTER = frozenset(["d.c", "u.s", "inc", "a.m", "p.m"])


def sentences(found: Tokens, words: Grammar) -> list[tuple[int, int]]:
    """The sentences as places of tokens, the final stop left out; a line end always ends one."""
    result: list[tuple[int, int]] = []
    first = 0
    for place, tag in enumerate(found.tag):
        if tag == BREAK:
            result.append((first, place))
            first = place + 1
        elif tag in ".?!":
            if _ends(found, place, first, words):
                result.append((first, place))
                first = place + 1
        elif (tag == NAME and _ends_in_abbreviation(found, place, first)) or (tag == QUOTE and _ends_quoted(found, place, words)):
            result.append((first, place + 1))
            first = place + 1
    result.append((first, len(found)))
    return [(a, b) for a, b in result if b > a]


def _ends(found: Tokens, place: int, first: int, words: Grammar) -> bool:
    """Whether a stop ends its sentence: no abbreviation, no initial, and something that can begin one follows."""
    if found.low[place] == "...":
        return False
    following = found.tag[place + 1] if place + 1 < len(found) else BREAK
    if following == BREAK:
        return True
    capital = found.word[place + 1][:1].isupper() or (following == QUOTE and found.text[found.start[place + 1]].isupper())
    before = found.low[place - 1] if place > first else ""
    glued = place > first and found.end[place - 1] == found.start[place]
    if (
        found.tag[place] == "."
        and glued
        and (before in words.sets["abbreviation"] or (len(before) == 1 and before.isalpha() and before != "i"))
    ):
        return before in _CAPITAL_AFTER and capital
    return following in _STARTS or capital or found.text[found.start[place + 1]].isdigit() or found.low[place + 1] in ("‘", "’", "'")


def _ends_in_abbreviation(found: Tokens, place: int, first: int) -> bool:
    """Whether an abbreviation such as U.S. ends its sentence too: a long quotation with a capital follows."""
    if not found.low[place].endswith(".") or place + 1 >= len(found) or found.tag[place + 1] != QUOTE or place - first <= 2:
        return False
    quotation = found.quotations[place + 1]
    return found.text[quotation.inner.start].isupper() and quotation.end - quotation.start > _LONG


def _ends_quoted(found: Tokens, place: int, words: Grammar) -> bool:
    """Whether a quotation that ends in a stop ends its sentence: what follows begins one, and does not attribute it."""
    if found.closing(place) not in (".", "?", "!", "…") or not found.closing(place):
        return False
    if place + 1 >= len(found) or found.tag[place + 1] in (BREAK, QUOTE, "(", "["):
        return True
    if not found.text[found.start[place + 1]].isupper():
        return False
    if found.closing(place) == ".":
        return True
    said = words.frames["trail"]
    near = range(place + 1, min(len(found), place + 8))
    return not any((read := words.forms.get(found.low[at])) and read.finite in said for at in near)
