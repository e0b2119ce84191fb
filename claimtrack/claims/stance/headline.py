"""How an article's body bears on a headline: another matter, the same told as so, as not so, or only told about."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from claimtrack.claims.stance.entailing import Weights
from claimtrack.claims.stance.sentence import Sentence, sentence
from claimtrack.model.terms import StanceKind
from claimtrack.words import stem, words

RELATED = 0.245
"""Share of a headline's words, rare ones counting more, from which a body is about it; the mean of its best sentence and its opening."""
OPENING = 5
"""Sentences at the head of a body that are looked at for the headline's matter."""
FIRST = 3
"""Sentences at the head of a body, where it says whether the headline is so."""
AGAINST = 0.6
"""Weight of cues from which a body is against a headline."""
DENIAL = 0.5
"""Weight of the same cues from which a body is with a headline that itself denies."""
WEIGHTS = {"falsehood": 1.0, "denial": 0.6, "doubt": 0.3, "negated": 1.0}
"""What a cue weighs: the article's own word that it is false, somebody's denial, doubt, a negation of the headline's own words."""
HEARSAY = 1
"""Words of hearsay at the head of a body from which it only tells about the headline's matter."""
BODIES = 1 << 12
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+|\n+")
_CLASSES = ("falsehood", "denial", "doubt", "hearsay")


@attrs.frozen
class Body:
    """A body as it is held against headlines.

    Attributes:
        sentences: its first sentences.
        heard: the cues of each class in each of them.
        stems: the stems of every sentence.
        opening: those of the first few together.
    """

    sentences: tuple[Sentence, ...]
    heard: tuple[dict[str, tuple[str, ...]], ...]
    stems: tuple[frozenset[str], ...]
    opening: frozenset[str]


@attrs.frozen(kw_only=True)
class HeadlineBearing:
    """How a body bears on a headline.

    Attributes:
        kind: supports, contradicts, or related when it only tells about it; None for another matter.
        related: the share of the headline that the body is about.
        against: the weight of the cues that it is not so.
        words: the cues that were heard.
    """

    kind: StanceKind | None
    related: float
    against: float = 0.0
    words: tuple[str, ...] = ()


@lru_cache(maxsize=BODIES)
def read_body(text: str) -> Body:
    """A body, looked at once for all the headlines that it is held against."""
    parts = [part for part in _SENTENCE.split(text) if part.strip()]
    first = tuple(sentence(part) for part in parts[:OPENING])
    stems = tuple(frozenset(map(stem, words(part))) for part in parts)
    return Body(first, tuple({name: heard(each, name) for name in _CLASSES} for each in first), stems, frozenset().union(*stems[:OPENING]))


def heard(looked: Sentence, name: str) -> tuple[str, ...]:
    """The cues of a class in a sentence."""
    return tuple(" ".join(looked.words[start:end]) for start, end in looked.find(name))


def headline_bearing(headline: str, body: Body, known: Weights) -> HeadlineBearing:
    """How a body bears on a headline.

    Args:
        headline: the headline, perhaps of another article.
        body: as `read_body` gives it.
        known: the weight of each stem in the collection, from `weights`.
    """
    told = sentence(headline)
    related = relatedness(told, body, known)
    if related < RELATED:
        return HeadlineBearing(kind=None, related=round(related, 3))
    against, cues = weighed(told, body)
    return HeadlineBearing(kind=_kind(told, headline, body, against), related=round(related, 3), against=round(against, 3), words=cues)


def relatedness(told: Sentence, body: Body, known: Weights) -> float:
    """The weighted share of a headline's words in a body: the mean of its best sentence and of its opening."""
    weight = {told.stems[at]: known.of(told.stems[at]) for at in told.content}
    total = sum(weight.values())
    if not total:
        return 0.0
    best = max((_share(weight, each) for each in body.stems), default=0.0)
    return (best + _share(weight, body.opening)) / (2 * total)


def _share(weight: dict[str, float], there: frozenset[str]) -> float:
    return sum(value for each, value in weight.items() if each in there)


def weighed(told: Sentence, body: Body) -> tuple[float, tuple[str, ...]]:
    """The weight of the cues that a headline is not so, in the first sentences of a body, with the cues."""
    total, found = 0.0, list[str]()
    for looked, cues in zip(body.sentences[:FIRST], body.heard, strict=False):
        for name in ("falsehood", "denial", "doubt"):
            total += WEIGHTS[name] * len(cues[name])
            found += cues[name]
        flipped = [looked.words[at] for at in sorted(looked.negated) if looked.stems[at] in told.matter and at not in told.negated]
        total += WEIGHTS["negated"] * len(flipped)
        found += [f"not {word}" for word in flipped]
    return total, tuple(dict.fromkeys(found))


def _kind(told: Sentence, headline: str, body: Body, against: float) -> StanceKind:
    hedged = len(heard(told, "hearsay")) + headline.rstrip().endswith("?")
    if denying(told):
        return StanceKind.SUPPORTS if against >= DENIAL else StanceKind.RELATED
    if against >= AGAINST + min(hedged, 2):
        return StanceKind.CONTRADICTS
    said = sum(len(cues["hearsay"]) for cues in body.heard[: FIRST - 1])
    return StanceKind.RELATED if hedged or said >= HEARSAY else StanceKind.SUPPORTS


def denying(told: Sentence) -> bool:
    """Whether a headline itself says that something is not so."""
    return bool(told.words[:1] == ("no",) or told.negated or any(heard(told, name) for name in ("falsehood", "denial", "doubt")))
