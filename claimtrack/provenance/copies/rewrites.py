"""Rewriting without saying so: sentence by sentence the same facts in the same order, and the same words quoted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

import attrs

from claimtrack.model.values import Span
from claimtrack.provenance.copies.drift import ALIKE, alike
from claimtrack.provenance.copies.evidence import apart
from claimtrack.provenance.copies.sentences import sentences
from claimtrack.provenance.copies.texts import Reading
from claimtrack.words import SMALL, stem, words

NAME_WEIGHT, NUMBER_WEIGHT = 1.5, 1.5
"""What a name and a number count, where a plain word counts 1."""
LEAST_SENTENCES = 4
"""Sentences that must tell the same before order means anything."""
SAME = 0.3
"""Likeness from which two sentences tell the same."""
TOLD = 0.6
"""Share of the shorter text's sentences that must find their like."""
ORDERED = 0.75
"""Share of these that must stand in one order."""
CLOSE = 0.42
"""Mean likeness of the sentences that found their like, with quotations alike; more is asked without."""
CLOSER = 0.5
LEAST_TERMS = 3
DAYS = 30
"""Days apart beyond which no rewrite is looked for."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_QUOTED_WORDS = 5


@attrs.frozen
class Match:
    """Two sentences that tell the same, where they stand, and how alike they are from 0 to 1."""

    left: Span
    right: Span
    likeness: float


@attrs.frozen(kw_only=True)
class Alignment:
    """The sentences of two texts beside each other.

    Attributes:
        matches: the sentences that found their like, in the order of the derived text.
        of: sentences of the text that has fewer.
        in_order: how many of the matches stand in one order in both.
        quotes: quotations that both have, in nearly the same words.
    """

    matches: tuple[Match, ...]
    of: int
    in_order: int
    quotes: int

    @property
    def told(self) -> float:
        """The share of the shorter text's sentences that found their like."""
        return min(1.0, len(self.matches) / self.of) if self.of else 0.0

    @property
    def ordered(self) -> float:
        """The share of the matches that stand in one order."""
        return self.in_order / len(self.matches) if self.matches else 0.0

    @property
    def likeness(self) -> float:
        """The mean likeness of the matches."""
        return sum(match.likeness for match in self.matches) / len(self.matches) if self.matches else 0.0

    @property
    def rewrite(self) -> bool:
        """Whether this much, in this order, is better explained by one text before the writer's eyes than by one event."""
        enough = len(self.matches) >= LEAST_SENTENCES and self.told >= TOLD and self.ordered >= ORDERED
        return enough and self.likeness >= (CLOSE if self.quotes else CLOSER)


@attrs.frozen
class _Sentence:
    span: Span
    terms: Mapping[str, float]


def aligned(source: Reading, derived: Reading) -> Alignment | None:
    """The sentences of two texts beside each other; None where their dates or their lengths rule a rewrite out."""
    days = apart(source.text, derived.text)
    if days is not None and days > DAYS:
        return None
    left, right = _sentences(source), _sentences(derived)
    if min(len(left), len(right)) < LEAST_SENTENCES:
        return None
    rarity = _rarity([*left, *right])
    pairs = _matched(left, right, rarity)
    matches = tuple(Match(left[i].span, right[j].span, likeness) for i, j, likeness in pairs)
    return Alignment(
        matches=matches,
        of=min(len(left), len(right)),
        in_order=_longest_ascent([i for i, _, _ in pairs]),
        quotes=_common_quotes(source, derived),
    )


def _sentences(reading: Reading) -> list[_Sentence]:
    """The sentences of a text that say something."""
    text = reading.text.text
    spans = [span for paragraph in reading.paragraphs for span in sentences(text, paragraph.start, paragraph.end)]
    found = [_Sentence(span, _terms(text[span.start : span.end])) for span in spans]
    return [each for each in found if len(each.terms) >= LEAST_TERMS]


def _terms(sentence: str) -> dict[str, float]:
    """The stems, names and numbers of a sentence, each with what it counts."""
    first = _WORD.search(sentence)
    capitals = {match[0].lower() for match in _WORD.finditer(sentence, first.end() if first else 0) if match[0][0].isupper()}
    terms = {}
    for word in words(sentence):
        if word not in SMALL:
            terms[stem(word)] = NUMBER_WEIGHT if word[0].isdigit() else NAME_WEIGHT if word in capitals else 1.0
    return terms


def _rarity(found: Sequence[_Sentence]) -> dict[str, float]:
    """How much each term tells sentences apart, by these two texts alone: the logarithm of sentences over those that have it.

    That is the inverse document frequency of Sparck Jones (1972) with sentences as documents, so other texts change nothing.
    """
    having = Counter(term for each in found for term in each.terms)
    return {term: log(1 + len(found) / many) for term, many in having.items()}


def _matched(left: Sequence[_Sentence], right: Sequence[_Sentence], rarity: Mapping[str, float]) -> list[tuple[int, int, float]]:
    """For each sentence of the right text the likest of the left, if it tells the same, each left one at most twice."""
    norms = [_weight(each.terms, each.terms, rarity) for each in left]
    used: Counter[int] = Counter()
    found = []
    for j, ours in enumerate(right):
        norm = _weight(ours.terms, ours.terms, rarity)
        rated = [(_weight(each.terms, ours.terms, rarity) / sqrt(norms[i] * norm), -i) for i, each in enumerate(left) if used[i] < 2]
        likeness, i = max(rated, default=(0.0, 0))
        if likeness >= SAME:
            used[-i] += 1
            found.append((-i, j, likeness))
    return found


def _weight(one: Mapping[str, float], other: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    """What the terms count that two sentences share."""
    return sum(max(one[term], other[term]) * rarity[term] for term in sorted(one.keys() & other.keys()))


def _longest_ascent(places: Sequence[int]) -> int:
    """How many places there are at most in ascending order, one place twice counting as ascending (Fredman 1975)."""
    ends: list[float] = []
    for number, place in enumerate(places):
        value = place + number / (len(places) + 1)
        at = bisect_left(ends, value)
        ends[at : at + 1] = [value]
    return len(ends)


def _common_quotes(source: Reading, derived: Reading) -> int:
    """How many quotations of the derived text the source has in nearly the same words."""
    ours = [_spoken(source, each.inner) for each in source.quotation.marked]
    theirs = [_spoken(derived, each.inner) for each in derived.quotation.marked]
    ours = [each for each in ours if len(each) >= _QUOTED_WORDS]
    return sum(any(alike(each, other) >= ALIKE for other in ours) for each in theirs if len(each) >= _QUOTED_WORDS)


def _spoken(reading: Reading, span: Span) -> list[str]:
    return words(reading.text.text[span.start : span.end])
