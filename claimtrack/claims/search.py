"""Which propositions of a collection are nearest to a text, best first: to find a claim again, or what was said of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nsmallest
from math import log

from claimtrack.claims.likeness import Rarity, cosine, vector
from claimtrack.model.matching import Proposition
from claimtrack.words import SMALL, stem, words

SATURATION, LENGTH = 0.8, 0.3
"""k1 and b of Okapi BM25 (Robertson and others 1994), low: in one sentence a word said twice or a few words more tell little."""
STEEP = 1.6
"""Power of a word's inverse document frequency: in a long post, what is rare says what it is about."""
COSINE = 1.0
"""What a cosine of 1 counts for, against the best BM25 score of the collection counting 1."""
SHORTLIST = 200
"""Propositions whose cosine is worked out, those with the best BM25 scores."""
SIGNED = 0.8
"""What a word of a signature counts for: who posted a text is often, but not always, who the claim is about."""
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNATURE = re.compile(r"\s[—–-]+\s*(?P<name>[^—–]{2,60}?)\s*\((?P<handle>@\w+)\)(?:\s+[A-Z][a-z]+ \d{1,2}, \d{4})?\s*\Z")


class Search:
    """Ranks propositions by Okapi BM25 over stems and the cosine of words and letters, for texts and posts alike."""

    def __init__(self, propositions: Iterable[Proposition]) -> None:
        self._found = {each.key: words(each.text) for each in sorted(propositions, key=lambda each: each.key)}
        stems = {key: Counter(stem(word) for word in found if word not in SMALL) for key, found in self._found.items()}
        self._rarity = Rarity(stems.values())
        mean = sum(sum(each.values()) for each in stems.values()) / max(1, len(stems)) or 1.0
        self._holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for key, counted in stems.items():
            norm = SATURATION * (1 - LENGTH + LENGTH * sum(counted.values()) / mean)
            for word, many in counted.items():
                self._holders[word].append((key, many * (SATURATION + 1) / (many + norm)))

    def __call__(self, text: str, many: int = 10) -> tuple[tuple[str, float], ...]:
        """The keys of the nearest propositions with their scores, best first.

        Args:
            text: a sentence or a post; addresses are passed over, a hashtag is read as its words.
            many: how many to give at most.
        """
        body, signature = _parted(text)
        reached = self._bm25(body, signature)
        best = max(reached.values(), default=1.0)
        query = vector([*body, *signature], self._rarity)
        short = nsmallest(SHORTLIST, reached, key=lambda key: (-reached[key], key))
        scored = [(key, reached[key] / best + COSINE * cosine(query, vector(self._found[key], self._rarity))) for key in short]
        return tuple(nsmallest(many, scored, key=lambda pair: (-pair[1], pair[0])))

    def _bm25(self, body: list[str], signature: list[str]) -> dict[str, float]:
        weights = {stem(word): SIGNED for word in signature if word not in SMALL}
        weights |= {stem(word): 1.0 for word in body if word not in SMALL}
        reached: dict[str, float] = defaultdict(float)
        for word, weight in weights.items():
            held = self._holders.get(word, ())
            telling = log(1 + (len(self._found) - len(held) + 0.5) / (len(held) + 0.5)) ** STEEP
            for key, much in held:
                reached[key] += weight * telling * much
        return reached


def _parted(text: str) -> tuple[list[str], list[str]]:
    """The words of a text and those of its signature, as under a post that is quoted."""
    text = _ADDRESS.sub(" ", text)
    signed = _SIGNATURE.search(text)
    body = text[: signed.start()] if signed else text
    return words(_HUMP.sub(" ", body)), words(signed["name"]) if signed else []
