"""A quotation looked for in some texts: word for word, in other words, or nowhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import inf

import attrs

from claimtrack.model.values import Span
from claimtrack.provenance.copies.drift import ALIKE, LEAST_WORDS, alike, difference
from claimtrack.quotations import quotations

SHORT_ALIKE = 0.75
"""Share of words in common from which a quotation of fewer than six words is taken for another in other words."""
SHORT = 6
GAP = 400
"""Characters that a quotation may leave out between two of its pieces."""
SLACK = 3
"""Words by which the pieces of an altered quotation may have moved."""
LEAST_PAIRS = 0.15
"""Pairs of words at one distance, a word of the quotation, below which no stretch is looked at closer."""
COMMON = 500
"""Times that a pair of words may stand in a text to tell where a quotation is from."""
MOST = 20
"""Places of one text at which a quotation is looked up; a word or two may stand anywhere."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_GAP = re.compile(r"\[[^\]\n]{0,80}\]|…|\.{3}|\. \. \.")
"""Signs that words were left out or put in."""


@attrs.frozen
class Sought:
    """Where a quotation was found.

    Attributes:
        text: the key of the text.
        start, end: the place in it.
        marked: whether it stands between quotation marks there.
        difference: the words that changed, as `the [-old-] {+new+} bridge`; empty where none did.
    """

    text: str
    start: int
    end: int
    marked: bool
    difference: str = ""


class _Words:
    """The words of a text with their places, and where each pair of words stands."""

    def __init__(self, key: str, text: str) -> None:
        self.key = key
        self.text = text
        found = list(_WORD.finditer(text))
        self.plain = [_spelled(match[0]) for match in found]
        self.spans = [Span(*match.span()) for match in found]
        self.quoted = [each.inner for each in quotations(text)]
        self.pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, pair in enumerate(pairwise(self.plain)):
            self.pairs[pair].append(place)
        self.alone: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.plain):
            self.alone[word].append(place)

    def sought(self, first: int, last: int, told: str = "") -> Sought:
        """The place from one word to another."""
        start, end = self.spans[first].start, self.spans[last].end
        marked = any(each.start <= start and end <= each.end for each in self.quoted)
        return Sought(self.key, start, end, marked, told)

    def verbatim(self, pieces: Sequence[Sequence[str]]) -> Iterator[Sought]:
        """Each place where the pieces stand in order, near each other."""
        for first in self._standing(pieces[0], 0, inf):
            last = first + len(pieces[0]) - 1
            for piece in pieces[1:]:
                place = next(self._standing(piece, last + 1, self.spans[last].end + GAP), None)
                if place is None:
                    break
                last = place + len(piece) - 1
            else:
                yield self.sought(first, last)

    def _standing(self, piece: Sequence[str], since: int, until: float) -> Iterator[int]:
        """The places where some words stand in a row, from one word on and up to an offset."""
        shift, held = self._rarest(piece)
        for at in range(bisect_left(held, since + shift), len(held)):
            place = held[at] - shift
            if self.spans[place].start > until:
                return
            if self.plain[place : place + len(piece)] == piece:
                yield place

    def _rarest(self, piece: Sequence[str]) -> tuple[int, Sequence[int]]:
        """Of the pairs in some words that which stands in the text least often: how far in it begins, and where it stands."""
        if len(piece) == 1:
            return 0, self.alone.get(piece[0], ())
        places = ((shift, self.pairs.get(pair, ())) for shift, pair in enumerate(pairwise(piece)))
        return min(places, key=lambda found: len(found[1]))

    def nearest(self, words: Sequence[str], quote: str) -> tuple[float, Sought] | None:
        """The stretch most like a quotation: where most pairs of its words stand at the same distance."""
        shifts: Counter[int] = Counter()
        for place, pair in enumerate(pairwise(words)):
            held = self.pairs.get(pair, ())
            if len(held) <= COMMON:
                shifts.update(at - place for at in held)
        best = sorted((-many, shift) for shift, many in shifts.items() if many >= LEAST_PAIRS * len(words))[:SLACK]
        rated = [self._compared(shift, words, quote) for _, shift in best]
        return max((each for each in rated if each), key=lambda each: (each[0], -each[1].start), default=None)

    def _compared(self, shift: int, words: Sequence[str], quote: str) -> tuple[float, Sought] | None:
        """How like a stretch is, ends moved so that it is most like; nothing where no difference can be told."""
        windows = ((max(0, shift - less), min(len(self.plain), shift + len(words) + more)) for less in (0, SLACK) for more in (0, SLACK))
        share, first, last = max((alike(self.plain[a:b], words), a, b) for a, b in windows)
        told = difference(_GAP.sub(" ", self.text[self.spans[first].start : self.spans[last - 1].end]), _GAP.sub(" ", quote))
        return (share, self.sought(first, last - 1, told)) if told else None


class Quotes:
    """Some texts in which quotations are looked for.

    Args:
        texts: each by its key.
    """

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        self._texts = [_Words(key, text) for key, text in sorted(texts)]

    def __call__(self, quote: str) -> tuple[Sought, ...]:
        """Where a quotation stands, those between marks first; where it stands nowhere, the nearest stretch, if it is near enough.

        Marks, dashes, spaces and capitals make no difference, and dots or brackets stand for anything. Of fewer than four words nothing
        is near but the words themselves.

        Args:
            quote: what stands between the marks.
        """
        pieces = [found for piece in _GAP.split(quote) if (found := _plain(piece))]
        if not pieces:
            return ()
        exact = [found for text in self._texts for found in islice(text.verbatim(pieces), MOST)]
        return tuple(sorted(exact, key=lambda each: (not each.marked, each.text, each.start))) or self._altered(quote)

    def _altered(self, quote: str) -> tuple[Sought, ...]:
        words = _plain(quote)
        if len(words) < LEAST_WORDS:
            return ()
        rated = [found for text in self._texts if (found := text.nearest(words, quote))]
        share, best = max(rated, key=lambda each: (each[0], each[1].marked), default=(0.0, None))
        return (best,) if best is not None and share >= (ALIKE if len(words) >= SHORT else SHORT_ALIKE) else ()


def _plain(text: str) -> list[str]:
    return [_spelled(word) for word in _WORD.findall(text)]


def _spelled(word: str) -> str:
    return word.casefold().replace("’", "'")
