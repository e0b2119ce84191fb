"""Text fragments: short runs of words that open a page at a place, made and found again (WICG Scroll To Text Fragment)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice

import attrs

from claimtrack.model.values import FRAGMENT_LIMIT

MOST_WORDS = 6
"""The longest run of an article's words that a fragment quotes at either end, so that no sentence is kept."""
LONGEST_WORD = 60
CACHED = 4_096
"""Characters whose spellings are kept; a text has a hundred different ones."""
CONTEXT = 200
"""Characters; how far around a stretch words of context are looked for."""
_WORD = re.compile(r"\w+(?:(?:['’]|(?<=\d)[.,](?=\d))\w+)*")
"""A word as a browser divides text: 1.30 is one, by the rules of Unicode Standard Annex 29 for numbers (tried in Chromium 156)."""
_BLANKS = re.compile(r"\s\s+|[^\S ]")
"""Blanks that are not a single plain one."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._~!$'()*+:;@/?")


@attrs.frozen(kw_only=True)
class Fragment:
    """The parts of a text directive `[prefix-,]start[,end][,-suffix]`, decoded."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def parse(cls, directive: str) -> Fragment:
        """Read a directive as it stands in a link, without its `#:~:text=`."""
        parts = directive.split(",")
        prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") and len(parts) > 1 else ""
        suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") and len(parts) > 1 else ""
        return cls(start=unquote(parts[0]), end=unquote(parts[1]) if len(parts) > 1 else "", prefix=prefix, suffix=suffix)

    def __str__(self) -> str:
        parts = [f"{quote(self.prefix)}-" if self.prefix else "", quote(self.start), quote(self.end)]
        return ",".join([part for part in parts if part] + ([f"-{quote(self.suffix)}"] if self.suffix else []))


def quote(words: str) -> str:
    """Percent-encode words for a directive; `-`, `,` and `&` too, since they have a meaning there."""
    return "".join(map(_quoted, words))


@lru_cache(maxsize=CACHED)
def _quoted(character: str) -> str:
    """One character as it stands in a directive."""
    return character if character in _SAFE else "".join(f"%{byte:02X}" for byte in character.encode())


def unquote(encoded: str) -> str:
    """Undo `quote`; what is no UTF-8 becomes a replacement character."""
    raw = re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), encoded.encode())
    return raw.decode(errors="replace")


class Page:
    """A text as a browser searches it: case, accents and runs of blanks do not count."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded, self._back = _searched(text)

    def find(self, fragment: Fragment) -> list[tuple[int, int]]:
        """All places that a fragment fits, as offsets into the text; a browser opens the first."""
        return list(self._places(fragment))

    def _places(self, fragment: Fragment) -> Iterator[tuple[int, int]]:
        for start, end in self._matches(fragment):
            yield self._back[start], self._back[end - 1] + 1

    def _matches(self, fragment: Fragment) -> Iterator[tuple[int, int]]:
        prefix, suffix, last = _needle(fragment.prefix), _needle(fragment.suffix), _needle(fragment.end)
        closing = (0, 0)
        for start, end in self._words(_needle(fragment.start)):
            if not self._ends_with(prefix, start):
                continue
            if not last:
                if self._starts_with(suffix, end):
                    yield start, end
                continue
            if closing[0] < end:
                later = (found for found in self._words(last, end) if self._starts_with(suffix, found[1]))
                closing = next(later, closing)
                if closing[0] < end:
                    return
            yield start, closing[1]

    def _ends_with(self, prefix: str, place: int) -> bool:
        """Whether the page before a place ends with the words, but for a blank."""
        return self._folded.endswith(prefix, 0, place - self._folded.endswith(" ", 0, place))

    def _starts_with(self, suffix: str, place: int) -> bool:
        """Whether the page goes on with the words after a place, but for a blank."""
        return self._folded.startswith(suffix, place + self._folded.startswith(" ", place))

    def _words(self, needle: str, begin: int = 0) -> Iterator[tuple[int, int]]:
        """Where words occur from a place on, not inside of longer words."""
        place = self._folded.find(needle, begin) if needle else -1
        while place >= 0:
            end = place + len(needle)
            if not self._inside(place) and not self._inside(end):
                yield place, end
            place = self._folded.find(needle, place + 1)

    def _inside(self, place: int) -> bool:
        """Whether a place lies inside of a word; where a small letter meets a capital, two words were glued together."""
        if not 0 < place < len(self._folded) or not (self._folded[place - 1].isalnum() and self._folded[place].isalnum()):
            return False
        before, after = self._text[self._back[place - 1]], self._text[self._back[place]]
        return not (before.islower() and after.isupper())

    def fragment(self, start: int, end: int) -> str:
        """The shortest directive found that fits the stretch and no other place, empty when there is none within `MOST_WORDS`.

        A browser looks for each part of a directive inside of one block, so none of them runs over a line's end. Where the context has to
        come from the lines around, marks between the words and the end of their line are taken into the stretch.
        """
        words = self._touched(start, end)
        for many in range(2, MOST_WORDS + 1):
            for context in (0, 3, MOST_WORDS) if words else ():
                candidate, place = self._candidate(words, many, context)
                if list(islice(self._places(candidate), 2)) == [place] and len(spelled := str(candidate)) <= FRAGMENT_LIMIT:
                    return spelled
        return ""

    def _touched(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words of a stretch as a browser divides them, whole where the stretch begins or ends inside of one."""
        begin = min(start, len(self._text))
        while start - LONGEST_WORD < begin > 0 and not self._text[begin - 1].isspace():
            begin -= 1
        if begin > 0 and not self._text[begin - 1].isspace():
            found = [match.span() for match in _WORD.finditer(self._text, begin, end + LONGEST_WORD)]
        else:
            found = self._spans[bisect_left(self._spans, (begin,)) : bisect_left(self._spans, (end,))]
        if found and found[-1][1] > end + LONGEST_WORD:
            found = [match.span() for match in _WORD.finditer(self._text, begin, end + LONGEST_WORD)]
        return [span for span in found if span[1] > start and span[0] < end]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """The words of the whole text; none of them holds a blank, so those after a blank are found from there as well."""
        return [match.span() for match in _WORD.finditer(self._text)]

    def _candidate(self, words: list[tuple[int, int]], many: int, context: int) -> tuple[Fragment, tuple[int, int]]:
        """A fragment of so many words at either end, with so many words of context, and the place that it stands for."""
        text, (first, last) = self._text, (words[0][0], words[-1][1])
        prefix = suffix = ""
        if context:
            first, prefix = self._before(first, context)
            last, suffix = self._after(last, context)
        opening, closing = words[min(many, len(words)) - 1][1], words[-min(many, len(words))][0]
        whole = len(words) <= max(many, 4) and "\n" not in text[first:last]
        return Fragment(
            start=text[first : last if whole else _to_line_end(text, first, opening)],
            end="" if whole else text[_from_line_start(text, closing, last) : last],
            prefix=prefix,
            suffix=suffix,
        ), (first, last)

    def _before(self, first: int, many: int) -> tuple[int, str]:
        """Where the stretch begins, and the words before it: of its line, else those that end the text above."""
        begin = self._text.rfind("\n", max(0, first - CONTEXT), first) + 1 or max(0, first - CONTEXT)
        words = [match.start() for match in _WORD.finditer(self._text, begin, first)]
        if words:
            return first, self._text[words[-many:][0] : first].strip()
        first = first - len(self._text[begin:first].lstrip())
        above = self._text[max(0, first - CONTEXT) : first].rstrip()
        line = above[above.rfind("\n") + 1 :]
        words = [match.start() for match in _WORD.finditer(line)]
        return first, line[words[-many:][0] :] if words else ""

    def _after(self, last: int, many: int) -> tuple[int, str]:
        """Where the stretch ends, and the words after it: of its line, else those that begin the text below."""
        line = self._text[last : last + CONTEXT].partition("\n")[0]
        words = [match.end() for match in _WORD.finditer(line)]
        if words:
            return last, line[: words[:many][-1]].strip()
        last += len(line.rstrip())
        below = self._text[last : last + CONTEXT].lstrip().partition("\n")[0]
        words = [match.end() for match in _WORD.finditer(below)]
        return last, below[: words[:many][-1]] if words else ""


def _to_line_end(text: str, first: int, wanted: int) -> int:
    """The end of some first words, or of their line where it ends before."""
    return first + len(text[first:wanted].partition("\n")[0].rstrip())


def _from_line_start(text: str, wanted: int, last: int) -> int:
    """The start of some last words, or of their line where it starts after."""
    return last - len(text[wanted:last].rpartition("\n")[2].lstrip())


def _searched(text: str) -> tuple[str, Sequence[int]]:
    """A text as a search sees it, no two blanks in a row and none at its start, and for each character the place it came from."""
    letters = {character: _folded(character) for character in set(_NOT_ASCII.findall(text))}
    if any(len(folded) != 1 or folded.lower() != folded or letters.get(folded, folded) != folded for folded in letters.values()):
        return _searched_singly(text)
    for character, folded in letters.items():
        text = text.replace(character, folded)
    back: list[int] = []
    begin = 0
    for blanks in _BLANKS.finditer(text):
        back += range(begin, blanks.start() + 1)
        begin = blanks.end()
    back += range(begin, len(text))
    return _BLANKS.sub(" ", text).removeprefix(" ").lower(), back[text[:1].isspace() :]


def _searched_singly(text: str) -> tuple[str, Sequence[int]]:
    """The same, character by character, for a text with characters that become several or none."""
    found: list[str] = []
    back: list[int] = []
    for place, character in enumerate(text):
        for piece in _folded(character):
            if piece != " " or (found and found[-1] != " "):
                found.append(piece)
                back.append(place)
    return "".join(found), back


@lru_cache(maxsize=CACHED)
def _folded(character: str) -> str:
    """A character as a search sees it; blanks of every kind are one blank."""
    if character.isspace():
        return " "
    if character.isascii():
        return character.lower()
    return "".join(piece for piece in unicodedata.normalize("NFKD", character).casefold() if not unicodedata.combining(piece))


def _needle(words: str) -> str:
    """Words to search for, folded as the page is."""
    return " ".join((words.lower() if words.isascii() else "".join(map(_folded, words))).split())
