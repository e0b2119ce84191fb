"""Rewriting without saying so: sentence by sentence the same facts in the same order, and the same words quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

import attrs

from claimtrack.model.values import Span
from claimtrack.provenance.copies.drift import ALIKE, alike
from claimtrack.provenance.copies.evidence import apart
from claimtrack.provenance.copies.sentences import Sentence
from claimtrack.provenance.copies.texts import Reading

LEAST_SENTENCES = 4
"""Sentences that must tell the same before order means anything."""
SAME = 0.3
"""Likeness from which two sentences tell the same."""
TOLD = 0.6
"""Share of the shorter text's sentences that must find their like."""
ORDERED = 0.75
"""Share of these that must stand in one order."""
CLOSE = 0.4
"""Mean likeness of the matches times the share in order, from which it is a rewrite when quotations are alike too."""
CLOSER = 0.45
"""The same when no quotation is alike."""
RESPOKEN = 2
"""Quotations in nearly the same words, none quite the same, from which fewer sentences that tell the same are enough."""
LEAST_STEMS = 0.3
"""Share of the words of the text that has fewer, in common, below which no sentences are compared."""
DAYS = 30
"""Days apart beyond which no rewrite is looked for."""


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
        altered: those of them that differ in a word or more.
    """

    matches: tuple[Match, ...]
    of: int
    in_order: int
    quotes: int
    altered: int = 0

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
        several = len({match.left for match in self.matches})
        enough = several >= LEAST_SENTENCES and self.told >= TOLD and self.ordered >= ORDERED
        return (enough and self.ordered * self.likeness >= (CLOSE if self.quotes else CLOSER)) or self._respoken(several)

    def _respoken(self, several: int) -> bool:
        """Whether quotations were put in other words, which nobody who heard them does twice, among facts in one order."""
        return self.altered >= RESPOKEN and several >= RESPOKEN + 1 and self.in_order == len(self.matches)


def aligned(source: Reading, derived: Reading) -> Alignment | None:
    """The sentences of two texts beside each other; None where dates, lengths or words rule a rewrite out."""
    days = apart(source.text, derived.text)
    if days is not None and days > DAYS:
        return None
    left, right = source.sentences, derived.sentences
    if min(len(left), len(right)) < LEAST_SENTENCES or _few(source.stems, derived.stems):
        return None
    rarity = _rarity([*left, *right])
    pairs = _matched(left, right, rarity)
    matches = tuple(Match(left[i].span, right[j].span, likeness) for i, j, likeness in pairs)
    return Alignment(
        matches=matches,
        of=min(len(left), len(right)),
        in_order=longest_ascent([i for i, _, _ in pairs]),
        quotes=len(common := _common_quotes(source, derived)),
        altered=sum(not same for same in common),
    )


def _few(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two texts share too few words to tell the same in any words."""
    return len(left & right) < LEAST_STEMS * min(len(left), len(right))


def _rarity(found: Sequence[Sentence]) -> dict[str, float]:
    """How much each term tells sentences apart, by these two texts alone: the logarithm of sentences over those that have it.

    That is the inverse document frequency of Sparck Jones (1972) with sentences as documents, so other texts change nothing.
    """
    having = Counter(term for each in found for term in each.terms)
    return {term: log(1 + len(found) / many) for term, many in having.items()}


def _matched(left: Sequence[Sentence], right: Sequence[Sentence], rarity: Mapping[str, float]) -> list[tuple[int, int, float]]:
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
    both = one.keys() & other.keys()
    return sum([max(one[term], other[term]) * rarity[term] for term in sorted(both)]) if both else 0.0


def longest_ascent(places: Sequence[int]) -> int:
    """How many places there are at most in ascending order, one place twice counting as ascending (Fredman 1975)."""
    ends: list[float] = []
    for number, place in enumerate(places):
        value = place + number / (len(places) + 1)
        at = bisect_left(ends, value)
        ends[at : at + 1] = [value]
    return len(ends)


def _common_quotes(source: Reading, derived: Reading) -> list[bool]:
    """For each quotation of the derived text that the source has in nearly the same words, whether it has it in the very same."""
    ours = source.spoken
    return [each in ours for each in derived.spoken if any(alike(each, other) >= ALIKE for other in ours)]
