"""How much two texts have in common, word for word: outside quotation, inside it, and in which runs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

import attrs

from claimtrack.model.values import Span
from claimtrack.provenance.copies.shingles import SIZE
from claimtrack.provenance.copies.texts import Reading

RUN = 8
"""Words from which a run is told."""
PASSAGE = 12
"""Words of a paragraph in runs from which it has a passage in common, and not just a turn of phrase."""
QUOTED_RUN = 6
"""Words from which a run inside quotation is."""
PLACES = 20
"""Places of one shingle that are tried; more has only a text that repeats itself."""


@attrs.frozen(order=True, kw_only=True)
class Run:
    """Words that stand in both texts in one order without a gap.

    Attributes:
        left, right: where they stand.
        words: how many they are.
        quoted: how many of them are quoted in either text.
    """

    left: Span
    right: Span
    words: int
    quoted: int

    @property
    def own(self) -> int:
        """How many of the words stand outside quotation in both."""
        return self.words - self.quoted


@attrs.frozen(kw_only=True)
class Shared:
    """Shingles in common, and how many the two sides have."""

    both: int
    left: int
    right: int

    @property
    def turned(self) -> Shared:
        """The same, with left and right changed over."""
        return Shared(both=self.both, left=self.right, right=self.left)

    @property
    def containment(self) -> float:
        """The share of the smaller side that stands in the other (Broder 1997)."""
        smaller = min(self.left, self.right)
        return min(1.0, self.both / smaller) if smaller else 0.0

    @property
    def of_longer(self) -> float:
        """The share of the larger side that stands in the other."""
        larger = max(self.left, self.right)
        return min(1.0, self.both / larger) if larger else 0.0


@attrs.frozen(kw_only=True)
class Overlap:
    """What two texts share.

    Attributes:
        own: shingles outside quotation, boilerplate left out.
        quoted: shingles that are quoted in one text at least and stand in the other.
        boilerplate: shared shingles that many texts have.
        paragraphs: in how many paragraphs twelve words or more of the articles' own stand in runs, in the text where they are more.
        identical, of: words outside quotation of the shorter text that stand in the other as well, of how many.
        runs: in the order of the left text.
    """

    own: Shared
    quoted: Shared
    boilerplate: int
    paragraphs: int
    identical: int
    of: int
    runs: tuple[Run, ...]

    @property
    def turned(self) -> Overlap:
        """The same, with left and right changed over."""
        runs = (attrs.evolve(run, left=run.right, right=run.left) for run in self.runs)
        return attrs.evolve(self, own=self.own.turned, quoted=self.quoted.turned, runs=tuple(sorted(runs)))

    @property
    def longest(self) -> int:
        """Words of the longest run outside quotation."""
        return max((run.own for run in self.runs), default=0)

    @property
    def longest_quoted(self) -> int:
        """Words of the longest run inside quotation."""
        return max((run.quoted for run in self.runs), default=0)


def measured(left: Reading, right: Reading, common: frozenset[int] = frozenset()) -> Overlap:
    """What two texts share.

    Args:
        left: the one text as read.
        right: the other.
        common: codes of boilerplate, which says nothing of descent.
    """
    own = (left.own & right.own) - common
    quoted = ((left.quotes & right.all) | (right.quotes & left.all)) - common
    found = tuple(_best(runs(left, right, common)))
    shorter = min(left, right, key=lambda each: (len(each.own), each.text.key))
    return Overlap(
        own=Shared(both=len(own), left=len(left.own - common), right=len(right.own - common)),
        quoted=Shared(both=len(quoted), left=len(left.quotes), right=len(right.quotes)),
        boilerplate=len(left.all & right.all & common),
        paragraphs=max(_paragraphs(left, [run.left for run in found]), _paragraphs(right, [run.right for run in found])),
        identical=_covered(shorter, own),
        of=shorter.within.count(0),
        runs=found,
    )


def _paragraphs(reading: Reading, spans: Sequence[Span]) -> int:
    """How many paragraphs have twelve words or more of the article's own in some stretches."""
    own: Counter[int] = Counter()
    for span in spans:
        places = range(bisect_left(reading.starts, span.start), bisect_left(reading.starts, span.end))
        own.update(reading.paragraph[place] for place in places if not reading.within[place])
    return sum(words >= PASSAGE for words in own.values())


def _covered(reading: Reading, shared: frozenset[int]) -> int:
    """How many words of a text stand in one of these shingles."""
    reach = covered = 0
    for place in sorted(place for code in shared for place in reading.places[code]):
        covered += place + SIZE - max(reach, place)
        reach = place + SIZE
    return covered


def runs(left: Reading, right: Reading, common: frozenset[int] = frozenset()) -> list[Run]:
    """The runs of words that both texts have, found from left to right, each as long as it goes."""
    shared = (left.all & right.all) - common
    found: list[Run] = []
    reach = 0
    for place in sorted(place for code in shared for place in left.places[code]):
        if place >= reach:
            starts = right.places[left.codes[place]][:PLACES]
            length, start = max((_length(left, right, place, start), -start) for start in starts)
            reach = place + max(length, 1)
            if length >= QUOTED_RUN:
                found.append(_run(left, right, place, -start, length))
    return found


def _length(left: Reading, right: Reading, here: int, there: int) -> int:
    """How many words agree from two places on."""
    length = 0
    for ours, theirs in zip(left.words[here:], right.words[there:], strict=False):
        if ours != theirs:
            break
        length += 1
    return length


def _run(left: Reading, right: Reading, here: int, there: int, length: int) -> Run:
    flags = zip(left.within[here : here + length], right.within[there : there + length], strict=True)
    return Run(
        left=left.span(here, here + length - 1),
        right=right.span(there, there + length - 1),
        words=length,
        quoted=sum(one or other for one, other in flags),
    )


def _best(found: list[Run]) -> list[Run]:
    """The runs long enough to be told, and of those that begin at one place of the right text the longest."""
    long = sorted(
        (run for run in found if run.words >= (QUOTED_RUN if run.quoted == run.words else RUN)),
        key=lambda run: (run.right.start, -run.words),
    )
    return sorted(next(group) for _, group in groupby(long, key=attrgetter("right.start")))
