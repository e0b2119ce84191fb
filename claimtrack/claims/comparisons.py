"""The comparisons of two statements: rows, each with a value and the words that it was found in."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from claimtrack.claims import days, quantities
from claimtrack.claims.collection import Collection
from claimtrack.claims.likeness import cosine
from claimtrack.claims.profiles import Profile, related

SHOWN = 5
"""Shared words that an explanation names."""


@attrs.frozen(eq=False)
class Pair:
    """Two profiles of a collection side by side."""

    one: Profile
    other: Profile
    all: Collection


Compared = tuple[float, str] | None
"""The value found and its words; None where there is nothing to compare."""


def story(pair: Pair) -> Compared:
    """How near the articles are."""
    near = nearness(pair)
    if near is None:
        return None
    return near, "one article" if pair.one.article == pair.other.article else f"articles near each other at {near:.2f}"


def nearness(pair: Pair) -> float | None:
    """The nearness of the articles by itself."""
    return pair.all.stories.near(pair.one.article, pair.other.article)


def quoted(pair: Pair) -> float | None:
    """1 where they quote the same words."""
    return 1.0 if pair.one.utterances and pair.one.utterances & pair.other.utterances else None


def alike(pair: Pair) -> Compared:
    """How alike the words are."""
    shared = sorted(pair.one.stems.keys() & pair.other.stems.keys(), key=lambda word: (-pair.all.rarity[word], word))
    told = f"share {', '.join(shared[:SHOWN])}" if shared else "share no word"
    return alike_words(pair), told


def alike_words(pair: Pair) -> float:
    """The cosine of the words and letters of both."""
    return cosine(pair.all.vector(pair.one), pair.all.vector(pair.other))


def events(pair: Pair) -> Compared:
    """What kinds of event both name."""
    one, other = pair.one.events, pair.other.events
    if not one or not other:
        return None
    both = one & other
    told = ", ".join(sorted(both)) if both else f"{', '.join(sorted(one))} against {', '.join(sorted(other))}"
    return len(both) / len(one | other), told


def polarity(pair: Pair) -> Compared:
    """Whether one of them is negated."""
    if pair.one.negated == pair.other.negated:
        return None
    return 1.0, "one is negated"


def figures(pair: Pair) -> Compared:
    """Whether their figures agree."""
    clash = quantities.clash(pair.one.quantities, pair.other.quantities)
    if clash:
        mine, theirs = clash[0]
        return -1.0, f"{pair.one.text[mine.start : mine.end]} against {pair.other.text[theirs.start : theirs.end]}"
    agree = quantities.agree(pair.one.quantities, pair.other.quantities)
    return (1.0, pair.one.text[agree[0][0].start : agree[0][0].end]) if agree else None


def dates(pair: Pair) -> Compared:
    """Whether the days that they name agree."""
    if days.clash(pair.one.days, pair.other.days):
        return -1.0, "they name different days"
    return (1.0, "they name the same day") if days.agree(pair.one.days, pair.other.days) else None


def names(pair: Pair) -> Compared:
    """What share of the names of the side with fewer stand on the other too."""
    one, other = sorted((pair.one.names, pair.other.names), key=lambda names: (len(names), names))
    if not one:
        return None
    both = [name for name in one if related([name], other)]
    return len(both) / len(one), ", ".join(both) if both else f"{', '.join(one)} against {', '.join(other)}"


def utterance(pair: Pair) -> Compared:
    """Whether they quote the same words."""
    same = quoted(pair)
    return None if same is None else (same, "the same quoted words")


COMPARISONS: dict[str, Callable[[Pair], Compared]] = {
    "story": story,
    "words": alike,
    "events": events,
    "polarity": polarity,
    "figures": figures,
    "days": dates,
    "names": names,
    "utterance": utterance,
}
"""One row a comparison, in the order in which they are shown; `WEIGHTS` says what each is worth."""

LIMITS: tuple[tuple[str, Callable[[Pair], float | None]], ...] = (
    ("story", nearness),
    ("utterance", quoted),
    ("words", alike_words),
)
"""For the comparisons that tell most, what their values do not pass, the cheapest first, to see beforehand how far a pair can get."""


def graded(pair: Pair) -> float:
    """How alike two sentences are by themselves, 0 to about 1: words and letters, length, figures; for sorting, not for deciding."""
    lengths = sorted((len(pair.one.words), len(pair.other.words)))
    found = figures(pair)
    return 0.8 * float(alike_words(pair) ** 0.7) + 0.15 * lengths[0] / max(1, lengths[1]) + 0.05 * (found[0] if found else 0.0)
