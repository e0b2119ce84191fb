"""The comparisons of two statements: rows, each with a value and the words that it was found in."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from claimtrack.claims import days, quantities
from claimtrack.claims.collection import Collection
from claimtrack.claims.likeness import cosine
from claimtrack.claims.profiles import Profile, related

UTTERED = 0.5
"""Share of the runs of words that a proposition quotes from which it quotes the same utterance as another."""
SHOWN = 5
"""Shared words that an explanation names."""


@attrs.frozen(eq=False)
class Pair:
    """Two profiles of a collection side by side."""

    one: Profile
    other: Profile
    all: Collection


@attrs.frozen
class Comparison:
    """One way to compare two statements.

    Attributes:
        value: what is found; None where there is nothing to compare.
        told: the words that it was found in, where there is something.
    """

    value: Callable[[Pair], float | None]
    told: Callable[[Pair], str]


def story(pair: Pair) -> float | None:
    """How near the articles are."""
    return pair.all.stories.near(pair.one.article, pair.other.article)


def _story_told(pair: Pair) -> str:
    return "one article" if pair.one.article == pair.other.article else f"articles near each other at {story(pair) or 0.0:.2f}"


def alike_words(pair: Pair) -> float:
    """The cosine of the words and letters of both."""
    return cosine(pair.all.vector(pair.one), pair.all.vector(pair.other))


def _words_told(pair: Pair) -> str:
    shared = sorted(pair.one.stems.keys() & pair.other.stems.keys(), key=lambda word: (-pair.all.rarity[word], word))
    return f"share {', '.join(shared[:SHOWN])}" if shared else "share no word"


def events(pair: Pair) -> float | None:
    """What share of the kinds of event that either names both name."""
    one, other = pair.one.events, pair.other.events
    return len(one & other) / len(one | other) if one and other else None


def _events_told(pair: Pair) -> str:
    one, other = pair.one.events, pair.other.events
    return ", ".join(sorted(one & other)) or f"{', '.join(sorted(one))} against {', '.join(sorted(other))}"


def polarity(pair: Pair) -> float | None:
    """Whether one of them is negated."""
    return None if pair.one.negated == pair.other.negated else 1.0


def figures(pair: Pair) -> float | None:
    """Whether their figures agree, 1, or clash, -1."""
    one, other = pair.one.quantities, pair.other.quantities
    if not one or not other:
        return None
    if quantities.clash(one, other):
        return -1.0
    return 1.0 if quantities.agree(one, other) else None


def _figures_told(pair: Pair) -> str:
    one, other = pair.one.quantities, pair.other.quantities
    if clash := quantities.clash(one, other):
        mine, theirs = clash[0]
        return f"{pair.one.text[mine.start : mine.end]} against {pair.other.text[theirs.start : theirs.end]}"
    agreed = quantities.agree(one, other)[0][0]
    return pair.one.text[agreed.start : agreed.end]


def dates(pair: Pair) -> float | None:
    """Whether the days that they name agree, 1, or clash, -1."""
    one, other = pair.one.days, pair.other.days
    if not one or not other:
        return None
    if days.clash(one, other):
        return -1.0
    return 1.0 if days.agree(one, other) else None


def names(pair: Pair) -> float | None:
    """What share of the names of the side with fewer stand on the other too."""
    one, other = _named(pair)
    return sum(related([name], other) for name in one) / len(one) if one else None


def _names_told(pair: Pair) -> str:
    one, other = _named(pair)
    return ", ".join(name for name in one if related([name], other)) or f"{', '.join(one)} against {', '.join(other)}"


def _named(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of both sides, that with fewer first."""
    one, other = pair.one.names, pair.other.names
    return (one, other) if len(one) < len(other) or (len(one), one) <= (len(other), other) else (other, one)


def quoted(pair: Pair) -> float | None:
    """Whether they quote the same words."""
    return 1.0 if one_utterance(pair) else None


def one_utterance(pair: Pair) -> bool:
    """Whether they share the better part of what the one of them quotes that quotes less; a thing named in both is no utterance."""
    one, other = pair.one.utterances, pair.other.utterances
    return bool(one and other) and len(one & other) >= UTTERED * min(len(one), len(other))


COMPARISONS: dict[str, Comparison] = {
    "story": Comparison(story, _story_told),
    "words": Comparison(alike_words, _words_told),
    "events": Comparison(events, _events_told),
    "polarity": Comparison(polarity, lambda _: "one is negated"),
    "figures": Comparison(figures, _figures_told),
    "days": Comparison(dates, lambda pair: "they name the same day" if dates(pair) == 1 else "they name different days"),
    "names": Comparison(names, _names_told),
    "utterance": Comparison(quoted, lambda _: "the same quoted words"),
}
"""One row a comparison, in the order in which they are shown; `WEIGHTS` says what each is worth."""

CHEAPEST = ("story", "utterance", "polarity", "events", "figures", "days", "words", "names")
"""The same, those first that take least time for what they tell."""


def graded(pair: Pair) -> float:
    """How alike two sentences are by themselves, 0 to about 1: words and letters, length, figures; for sorting, not for deciding."""
    lengths = sorted((len(pair.one.words), len(pair.other.words)))
    found = figures(pair)
    return 0.8 * float(alike_words(pair) ** 0.7) + 0.15 * lengths[0] / max(1, lengths[1]) + 0.05 * (found or 0.0)
