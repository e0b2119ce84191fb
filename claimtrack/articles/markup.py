"""The text for reading: stray tags, Markdown marks, escapes and hard blanks become blanks, length and quotations stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from claimtrack.articles.quoting import quoted
from claimtrack.model.values import Span

_TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9:-]{0,30}(?:[\s/][^<>]{0,2000})?|!--[^<>]{0,2000}--)>")
_MARKS = (  # each with characters one of which has to be there
    ("&", re.compile(r"&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#xa0);", re.IGNORECASE)),
    ("#", re.compile(r"^[ \t]{0,3}#{1,6}(?=[ \t])|(?<=[ \t])#{1,6}[ \t]*$", re.MULTILINE)),  # headings
    (">", re.compile(r"^[ \t]{0,3}(?:>[ \t]?){1,9}", re.MULTILINE)),  # quoted blocks
    ("-*+•‣▪■", re.compile(r"^[ \t]{0,8}[-*+•‣▪■][ \t]+(?=\S)", re.MULTILINE)),  # list items; a footnote's star goes with them
    ("*_-", re.compile(r"^[ \t]{0,3}(?:[*_-][ \t]{0,3}){3,200}$", re.MULTILINE)),  # rules
    ("\\", re.compile(r"\\(?=[!-/:-@\[-`{-~])")),  # escapes
    ("]", re.compile(r"!\[[^\]\[]{0,500}\]\([^()\s]{0,2000}[^()]{0,200}\)")),  # pictures
    ("]", re.compile(r"\[\^[\w-]{1,30}\]")),  # footnote marks
    ("]", re.compile(r"(?<=\])\((?:https?://|mailto:|/|#)[^()\s]{0,2000}[^()\n]{0,200}\)")),  # the targets of links
    ("]", re.compile(r"(?<!!)\[(?=[^\]\[\n]{1,500}\]\((?:https?://|mailto:|/|#))|(?<=[^\[\]])\](?=\((?:https?://|mailto:|/|#))")),
)
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|(?<![^\W_])_{1,3}(?=\w)|(?<=[\w.,;:!?)”’\"])_{1,3}(?![^\W_])|~~|`{1,3})|\n")
_SPACES = {ord(char): " " for char in "\r\t\v\f\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000\u2060\ufeff\u200b"}
_SPACES |= dict.fromkeys(range(0x2000, 0x200B), " ") | {0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_HARD = re.compile("[" + "".join(map(chr, _SPACES)) + "]")


def for_reading(text: str) -> str:
    """The text with stray markup and hard blanks as blanks: the same length, nothing changed inside quotation marks."""
    tags = [Span(match.start(), match.end()) for match in _TAG.finditer(text)] if "<" in text else []
    kept = quoted(_blanked(text, tags))  # an attribute's quotation marks are no quotation
    marks = sorted((*tags, *_found(text), *_emphasis(text)))
    plain = _blanked(text, _outside(marks, kept))
    if not _HARD.search(plain):
        return plain
    return _restored(plain.translate(_SPACES), plain, kept)


def _found(text: str) -> Iterator[Span]:
    for needs, pattern in _MARKS:
        if any(char in text for char in needs):
            yield from (Span(match.start(), match.end()) for match in pattern.finditer(text))


def _emphasis(text: str) -> Iterator[Span]:
    """Pairs of equal emphasis marks on one line; a single one, such as a footnote's star, stays."""
    opened: dict[str, re.Match[str]] = {}
    if not any(char in text for char in "*_~`"):
        return
    for match in _EMPHASIS.finditer(text):
        mark = match[0]
        if mark == "\n":
            opened.clear()
        elif mark in opened and match.start() > opened[mark].end() and not text[match.start() - 1].isspace():
            first = opened.pop(mark)
            yield from (Span(first.start(), first.end()), Span(match.start(), match.end()))
        elif match.end() < len(text) and not text[match.end()].isspace():
            opened[mark] = match


def _outside(marks: Iterable[Span], kept: tuple[Span, ...]) -> Iterator[Span]:
    """The marks that no quotation touches; both come in order of their start."""
    place = 0
    for mark in marks:
        while place < len(kept) and kept[place].end <= mark.start:
            place += 1
        if place == len(kept) or mark.end <= kept[place].start or (mark.start < kept[place].start and mark.end >= kept[place].end):
            yield mark


def _blanked(text: str, marks: Iterable[Span]) -> str:
    """The text with each mark as blanks, its line breaks kept."""
    parts, at = [], 0
    for mark in marks:
        if mark.end > at:
            start = max(at, mark.start)
            parts += [text[at:start], "".join("\n" if char == "\n" else " " for char in text[start : mark.end])]
            at = mark.end
    return "".join((*parts, text[at:]))


def _restored(spaced: str, plain: str, kept: tuple[Span, ...]) -> str:
    """The spaced text, with quotations as they were."""
    ends = [0, *(end for span in kept for end in (span.start, span.end)), len(plain)]
    return "".join((spaced, plain)[place % 2][start:end] for place, (start, end) in enumerate(pairwise(ends)))
