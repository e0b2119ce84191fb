"""What forbids to join two propositions, however alike they are: rows, each with what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import attrs

from claimtrack.claims import contrasts, days, quantities
from claimtrack.claims.comparisons import Pair, alike_words, one_utterance
from claimtrack.claims.days import Day
from claimtrack.claims.profiles import Profile, akin, related
from claimtrack.model.terms import ClaimKind

APART = 30
"""Days between two articles from which only a day that both name, or words that both quote, make one event of two alike."""
VERBATIM = 0.85
"""Likeness of words from which two propositions are one in the same words, whatever each is framed as."""
HELD = 1 << 11
"""Profiles of which is kept what was found in them, since each meets many others."""
_OPEN = frozenset({ClaimKind.FACT, ClaimKind.OPINION})
"""Kinds that a claim may have at once: what one holds for a fact, another calls an opinion."""


@attrs.frozen
class Gate:
    """A reason why two propositions are not joined.

    Attributes:
        forbids: what is apart, in words, or nothing.
        firm: whether it makes them different; otherwise a person may find them the same.
    """

    name: str
    about: str
    forbids: Callable[[Pair], str]
    firm: bool = False


def figures(pair: Pair) -> str:
    """Different numbers in the same slot."""
    one, other = pair.one.quantities, pair.other.quantities
    clash = quantities.clash(one, other) if one and other else ()
    if not clash:
        return ""
    mine, theirs = clash[0]
    return f"different figures: {pair.one.text[mine.start : mine.end]} and {pair.other.text[theirs.start : theirs.end]}"


def event_days(pair: Pair) -> str:
    """Different days, or articles too far apart to tell one event."""
    one, other = _dated(pair.one), _dated(pair.other)
    if one and other and days.clash(one, other):
        return "different days"
    apart = _apart(pair)
    if apart <= APART or days.agree(one, other) or one_utterance(pair):
        return ""
    return f"told {apart} days apart, and no day that both name"


@lru_cache(HELD)
def _dated(profile: Profile) -> Sequence[Day]:
    """The days of a profile that say more than the day of the week."""
    return [day for day in profile.days if day.year or day.month]


def _apart(pair: Pair) -> int:
    """Days between the two articles, 0 where one has no date."""
    one, other = pair.one.proposition.published, pair.other.proposition.published
    if one is None or other is None:
        return 0
    return max((other.start - one.end).days, (one.start - other.end).days, 0)


def actors(pair: Pair) -> str:
    """Whoever is named first on either side is not named on the other."""
    one, other = pair.one.names, pair.other.names
    if not one or not other or related(one[:1], other) or related(other[:1], one):
        return ""
    return f"different actors: {one[0]} and {other[0]}"


def bodies(pair: Pair) -> str:
    """Two bodies of one name that another name tells apart, as the party of one country and of another."""
    one, other = _qualified(pair.one), _qualified(pair.other)
    for name in sorted(one.keys() & other.keys()) if one and other else ():
        if not related(one[name], other[name]) and not related(one[name], pair.other.names) and not related(other[name], pair.one.names):
            return f"different bodies: {one[name][0]} {name} and {other[name][0]} {name}"
    return ""


@lru_cache(HELD)
def _qualified(profile: Profile) -> dict[str, tuple[str, ...]]:
    """For each name that another stands right before, that other."""
    found: dict[str, tuple[str, ...]] = {}
    names = set(profile.names)
    for before, name in zip(profile.words, profile.words[1:], strict=False):
        if name in names and before in names and not akin(before, name):
            found[name] = (*found.get(name, ()), before)
    return found


def polarity(pair: Pair) -> str:
    """One says what the other negates."""
    return "opposite polarity" if contrasts.negated(pair.one) != contrasts.negated(pair.other) else ""


def predicates(pair: Pair) -> str:
    """They name kinds of event that have none in common: to accredit is not to recognize."""
    one, other = pair.one.events, pair.other.events
    if not one or not other or one & other:
        return ""
    return f"different acts: {', '.join(sorted(one))} and {', '.join(sorted(other))}"


def kinds(pair: Pair) -> str:
    """A promise, a forecast or a call is not the fact."""
    one, other = pair.one.proposition.kind, pair.other.proposition.kind
    if one is other or {one, other} <= _OPEN or alike_words(pair) >= VERBATIM:
        return ""
    return f"a claim of {one} and one of {other}"


def elsewhere(pair: Pair) -> bool:
    """Whether two propositions are of other figures, days, places or things, so that to deny the one leaves the other as it is."""
    one, other = pair.one.days, pair.other.days
    return bool(figures(pair) or (one and other and days.clash(one, other)) or contrasts.places(pair) or contrasts.substitutes(pair))


GATES: tuple[Gate, ...] = (
    Gate("figures", "different numbers in the same slot", figures, firm=True),
    Gate("days", "different event dates", event_days, firm=True),
    Gate("bodies", "different bodies of one name", bodies, firm=True),
    Gate("actors", "different actors", actors),
    Gate("polarity", "opposite polarity", polarity),
    Gate("predicates", "different predicates", predicates),
    Gate("kinds", "different kinds of claim", kinds),
    Gate("roles", "who did it to whom, by names", contrasts.roles),
    Gate("turns", "who did it to whom, by common nouns", contrasts.turns),
    Gate("places", "different places", contrasts.places),
    Gate("editions", "one name with different numbers", contrasts.editions),
    Gate("contraries", "acts that exclude each other", contrasts.contraries),
    Gate("steps", "different steps of one course of things", contrasts.steps),
    Gate("substitutes", "another word in the same place", contrasts.substitutes),
    Gate("done", "what is planned or promised, and what is done", contrasts.done),
    Gate("conditions", "a condition that only one side names", contrasts.conditions),
)
